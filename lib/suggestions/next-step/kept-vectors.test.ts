import { describe, expect, it } from 'vitest';
import type { Encoder } from '../../core/engine';
import type { Playbook } from '../../core/knowledge';
import type { PlaybookVectorStore, PlaybookVectors } from '../../core/stores';
import { hashEncoder, textTools } from '../testing';
import { createVectorMemory } from '../vector-memory';
import { keepPlaybookVectors } from '.';

const lost: Playbook = {
  id: 'lost',
  title: 'Lost parcel',
  steps: [
    { id: '1', text: 'Ask for the order number', kind: 'ask' },
    { id: '2', text: 'Open a trace', kind: 'do' },
  ],
};

function memoryStore(): PlaybookVectorStore {
  const rows = new Map<string, PlaybookVectors & { model: string }>();
  return {
    readVectors: async (ids, model) =>
      ids.map((id) => (rows.get(id)?.model === model ? structuredClone(rows.get(id)) : undefined)),
    async writeVectors(written, model) {
      for (const row of written) rows.set(row.id, { ...structuredClone(row), model });
    },
  };
}

/** One life of the engine page over a store that outlives it. */
function live(store: PlaybookVectorStore, { model = 'm@1', ...state }: { model?: string; selfTest?: 'waiting' } = {}) {
  const counted = hashEncoder();
  const encoder: Encoder = { ...counted, state: () => ({ ...counted.state(), ...state }) };
  const vectors = createVectorMemory(encoder);
  const hash = (texts: readonly string[]) => JSON.stringify(texts);
  const kept = keepPlaybookVectors({ store, vectors, encoder, model: () => model, text: textTools, hash });
  return { kept, vectors, passes: counted.passes };
}

describe('keepPlaybookVectors', () => {
  it('makes no pass in the next life, which gets the same vectors', async () => {
    const store = memoryStore();
    const first = live(store);
    await first.kept.fill([lost]);
    expect(first.passes).toHaveLength(3);
    const second = live(store);
    await second.kept.load([lost]);
    await second.kept.fill([lost]);
    const language = textTools.detectLanguage('');
    const [step] = await second.vectors.read(['Open a trace'], { language });
    expect(step).toEqual((await first.vectors.read(['Open a trace'], { language }))[0]);
    expect(second.passes).toEqual([]);
  });

  it('encodes anew what was edited, and what another model made', async () => {
    const store = memoryStore();
    await live(store).kept.fill([lost]);
    const edited = { ...lost, title: 'Parcel lost' };
    for (const [playbook, model] of [
      [edited, 'm@1'],
      [lost, 'm@2'],
    ] as const) {
      const next = live(store, { model });
      await next.kept.load([playbook]);
      await next.kept.fill([playbook]);
      expect(next.passes).toHaveLength(3);
    }
  });

  it('keeps nothing that a model said before its self-test', async () => {
    const store = memoryStore();
    await live(store, { selfTest: 'waiting' }).kept.fill([lost]);
    expect(await store.readVectors(['lost'], 'm@1')).toEqual([undefined]);
  });

  it('goes on without the store', async () => {
    const down = () => Promise.reject(new Error('down'));
    const { kept, passes } = live({ readVectors: down, writeVectors: down });
    await kept.load([lost]);
    await kept.fill([lost]);
    await kept.fill([lost]);
    expect(passes).toHaveLength(3);
  });
});
