import type { Encoder } from '../../core/engine';
import type { Playbook } from '../../core/knowledge';
import type { PlaybookVectorStore } from '../../core/stores';
import type { TextTools } from '../define-suggestion';
import type { VectorMemory } from '../vector-memory';
import { describePlaybook, languageOfPlaybook } from './choose';

type Parts = {
  store: PlaybookVectorStore;
  vectors: VectorMemory;
  encoder: Encoder;
  /** Names the model in the store. */
  model(): string;
  text: Pick<TextTools, 'detectLanguage'>;
  /** Tells changed texts from unchanged. */
  hash(texts: readonly string[]): string;
};

export type PlaybookVectorKeeper = {
  /** Remembers what earlier lives kept of these playbooks, so that they cost no pass. Never rejects. */
  load(playbooks: readonly Playbook[]): Promise<void>;
  /** Encodes what choosing and following these playbooks needs, behind live messages, and keeps it. Never rejects. */
  fill(playbooks: readonly Playbook[]): Promise<void>;
};

/** What is encoded of a playbook. */
const textsOf = (playbook: Playbook) => [describePlaybook(playbook), ...playbook.steps.map(({ text }) => text)];

/** Keeps the vectors of playbooks beyond the life of the engine page, which else pays a pass a step at each start. */
export function keepPlaybookVectors({ store, vectors, encoder, model, text, hash }: Parts): PlaybookVectorKeeper {
  /** Hashes by playbook that are known to be kept. */
  const kept = new Map<string, string>();
  const hashOf = (playbook: Playbook) => hash(textsOf(playbook));
  let filling: Promise<void> = Promise.resolve();

  async function fillOne(playbook: Playbook): Promise<void> {
    const { fallbacks } = encoder.state();
    const language = languageOfPlaybook(playbook, text);
    const read = await vectors.read(textsOf(playbook), { priority: 'later', language });
    const now = encoder.state();
    // What a model says before its self-test is not kept.
    if (now.selfTest === 'waiting' || now.fallbacks !== fallbacks) return;
    await store.writeVectors([{ id: playbook.id, hash: hashOf(playbook), vectors: read }], model());
    kept.set(playbook.id, hashOf(playbook));
  }

  async function load(playbooks: readonly Playbook[]): Promise<void> {
    const isRead = (playbook: Playbook) => {
      const language = languageOfPlaybook(playbook, text);
      return textsOf(playbook).every((one) => vectors.has(one, language));
    };
    const missing = playbooks.filter((playbook) => !isRead(playbook));
    if (missing.length === 0) return;
    const ids = missing.map(({ id }) => id);
    const rows = await store.readVectors(ids, model());
    missing.forEach((playbook, at) => {
      const row = rows[at];
      if (row?.hash !== hashOf(playbook)) return;
      const texts = textsOf(playbook);
      const pairs = row.vectors.map((vector, place) => ({ text: texts[place] ?? '', vector }));
      vectors.put(pairs, languageOfPlaybook(playbook, text));
      kept.set(playbook.id, row.hash);
    });
  }

  async function fill(playbooks: readonly Playbook[]): Promise<void> {
    for (const playbook of playbooks) if (kept.get(playbook.id) !== hashOf(playbook)) await fillOne(playbook);
  }

  return {
    // What is not kept, or cannot be read, is encoded when it is needed.
    load: (playbooks) => load(playbooks).catch(() => {}),
    fill(playbooks) {
      filling = filling.then(() => fill(playbooks)).catch(() => {});
      return filling;
    },
  };
}
