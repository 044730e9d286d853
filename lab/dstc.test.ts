import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Encoder } from '../lib/core/engine';
import { measureDstc } from './dstc';
import { layTable } from './table';

/** Invented places in the two forms of the public sets, each with one turn that a FAQ answers and one that none does. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dstc-'));
  const logs = [
    [
      { speaker: 'S', text: 'The Otter Inn has a room for you.' },
      { speaker: 'U', text: 'May my parrot sleep there too?' },
    ],
    [{ speaker: 'U', text: 'Book it.' }],
  ];
  const write = (set: string, knowledge: object, label: object) => {
    mkdirSync(join(folder, set, 'val'), { recursive: true });
    writeFileSync(join(folder, set, 'knowledge.json'), JSON.stringify(knowledge));
    writeFileSync(join(folder, set, 'val', 'logs.json'), JSON.stringify(logs));
    writeFileSync(
      join(folder, set, 'val', 'labels.json'),
      JSON.stringify([{ target: true, knowledge: [label] }, { target: false }]),
    );
  };
  const docs = {
    0: { title: 'Is there a sauna?', body: 'No sauna.' },
    1: { title: 'Are pets such as a parrot allowed?', body: 'Birds are.' },
  };
  const name = 'Otter Inn';
  write(
    'dstc10_task2',
    { hotel: { 7: { name, docs }, 8: { name: 'Heron Lodge', docs } } },
    { domain: 'hotel', entity_id: 7, doc_id: 1 },
  );
  const faqs = Object.fromEntries(
    Object.entries(docs).map(([id, { title, body }]) => [id, { question: title, answer: body }]),
  );
  const reviews = { 0: { sentences: { 0: 'A parrot woke me at the Otter Inn.' } } };
  write(
    'dstc11_track5',
    { hotel: { 7: { name, faqs, reviews } } },
    { domain: 'hotel', entity_id: 7, doc_type: 'faq', doc_id: 1 },
  );
  return folder;
}

/** Whether a text names birds; nothing else. */
const encoder: Encoder = {
  encode: async (texts) =>
    texts.map((text) => {
      const isBird = /parrot|bird/i.test(text);
      const vector = Float32Array.from({ length: 384 }, (_zero, at) => Number(at === Number(isBird)));
      return { vector, logits: {}, tokens: null };
    }),
  state: () => ({
    status: 'ready',
    progress: 1,
    modelId: 'fake',
    version: '1',
    threads: 1,
    memoryBytes: null,
    coldStartMs: null,
  }),
};

describe('measureDstc', () => {
  it('measures every way over the snippets of both sets', async () => {
    const folder = makeFolder();
    const ten = await measureDstc(folder, 'dstc10', { encoder, minilm: encoder });
    expect(ten.map(({ way }) => way)).toEqual([
      'off the shelf: BM25',
      'off the shelf: minilm',
      'off the shelf: sum',
      'words',
      'vector',
      'words + vector',
    ]);
    for (const row of ten) expect(row).toMatchObject({ set: 'dstc10', n: 1, snippets: 4 });
    expect(ten.find(({ way }) => way === 'words + vector')).toMatchObject({ recall1: 1, recall5: 1, mrr5: 1 });
    const eleven = await measureDstc(folder, 'dstc11', { encoder });
    expect(eleven.find(({ way }) => way === 'vector')).toMatchObject({ n: 1, snippets: 2, recall1: 1 });
  });

  it('asks fewer turns over the snippets of their places, and names a missing file', async () => {
    const rows = await measureDstc(makeFolder(), 'dstc10', { encoder, limit: 1 });
    expect(rows.every(({ n, snippets }) => n === 1 && snippets === 2)).toBe(true);
    await expect(measureDstc('/nowhere', 'dstc11', { encoder })).rejects.toThrow('dstc11_track5/knowledge.json');
  });
});

describe('layTable', () => {
  it('pads cells to their column', () => {
    expect(layTable(['a', 'bee'], [['long', '1']])).toBe('| a    | bee |\n|------|-----|\n| long | 1   |\n');
  });
});
