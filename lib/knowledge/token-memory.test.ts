import { describe, expect, it } from 'vitest';
import type { KnowledgeStore, PassageSet, PassageTokens } from '../core/stores';
import { rememberTokens } from './token-memory';

const tokens = (value: number): PassageTokens => ({ dims: 2, count: 1, values: Uint8Array.of(value) });
const page = (sets: PassageSet[]) => ({ articles: [], macros: [], sets });
const set = { passages: [{ id: 'p1' }] } as PassageSet;

/** A store that holds token vectors alone and notes what is read of it. */
function setUp(kept?: number) {
  const held = new Map([1, 2, 3].map((value) => [`p${value}`, tokens(value)]));
  const reads: string[] = [];
  const waiting: (() => void)[] = [];
  let isSlow = false;
  const store = {
    async readTokens(ids: string[]) {
      reads.push(ids.join());
      const found = ids.map((id) => held.get(id));
      if (isSlow) await new Promise<void>((resolve) => waiting.push(resolve));
      return found;
    },
    storePage: async ({ sets }: { sets: PassageSet[] }) => {
      if (sets.length > 0) held.set('p1', tokens(9));
    },
    writeVectors: async (sets: PassageSet[]) => {
      for (const { passages } of sets) for (const { id } of passages) held.set(id, tokens(9));
      return sets;
    },
    deleteAll: async () => held.clear(),
  } as unknown as KnowledgeStore;
  return {
    memory: rememberTokens(store, kept),
    reads,
    slow: () => {
      isSlow = true;
    },
    answer: () => {
      for (const one of waiting.splice(0)) one();
    },
  };
}

describe('the memory of token vectors', () => {
  it('reads a passage once, in the order asked', async () => {
    const { memory, reads } = setUp();
    expect(await memory.readTokens(['p1', 'gone', 'p2'], 'm')).toEqual([tokens(1), undefined, tokens(2)]);
    expect(await memory.readTokens(['p2', 'p3', 'p1'], 'm')).toEqual([tokens(2), tokens(3), tokens(1)]);
    expect(reads).toEqual(['p1,gone,p2', 'p3']);
  });

  it('keeps those read last', async () => {
    const { memory, reads } = setUp(2);
    await memory.readTokens(['p1', 'p2'], 'm');
    await memory.readTokens(['p1', 'p3'], 'm');
    await memory.readTokens(['p1', 'p2'], 'm');
    expect(reads).toEqual(['p1,p2', 'p3', 'p2']);
  });

  it.each([
    ['passages are stored', (memory: KnowledgeStore) => memory.storePage(page([set])), [tokens(9)]],
    ['all is deleted', (memory: KnowledgeStore) => memory.deleteAll(), [undefined]],
  ])('forgets when %s', async (_what, change, after) => {
    const { memory } = setUp();
    await memory.readTokens(['p1'], 'm');
    await change(memory);
    expect(await memory.readTokens(['p1'], 'm')).toEqual(after);
  });

  it('reads a passage without any once, until it is given some', async () => {
    const { memory, reads } = setUp();
    await memory.readTokens(['late'], 'm');
    expect(await memory.readTokens(['late'], 'm')).toEqual([undefined]);
    expect(reads).toEqual(['late']);
    await memory.writeVectors([{ passages: [{ id: 'late' }] } as PassageSet]);
    expect(await memory.readTokens(['late'], 'm')).toEqual([tokens(9)]);
  });

  it('keeps those of other passages when some are stored', async () => {
    const { memory, reads } = setUp();
    await memory.readTokens(['p1', 'p2'], 'm');
    await memory.storePage(page([set]));
    expect(await memory.readTokens(['p1', 'p2'], 'm')).toEqual([tokens(9), tokens(2)]);
    expect(reads).toEqual(['p1,p2', 'p1']);
  });

  it('stays when an import finds nothing new', async () => {
    const { memory, reads } = setUp();
    await memory.readTokens(['p1'], 'm');
    await memory.storePage(page([]));
    await memory.readTokens(['p1'], 'm');
    expect(reads).toEqual(['p1']);
  });

  it('does not keep what was read before a change and answered after it', async () => {
    const { memory, slow, answer } = setUp();
    slow();
    const early = memory.readTokens(['p1'], 'm');
    await memory.storePage(page([set]));
    answer();
    expect(await early).toEqual([tokens(1)]);
    const late = memory.readTokens(['p1'], 'm');
    answer();
    expect(await late).toEqual([tokens(9)]);
  });

  it('never answers with vectors of another model', async () => {
    const { memory, reads } = setUp();
    await memory.readTokens(['p1'], 'm');
    await memory.readTokens(['p1'], 'n');
    expect(reads).toEqual(['p1', 'p1']);
  });
});
