import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ImportFile } from '@/lib/core/engine';
import type { ModelCard } from '@/lib/core/model-card';
import type { ReplayChange } from '@/lib/core/replay';
import { fail, type Result } from '@/lib/core/result';
import { defaultSettings, type Settings } from '@/lib/core/settings';
import { createKnowledgeIndex } from '@/lib/knowledge/index/knowledge-index';
import { createLibrary } from '@/lib/knowledge/library';
import { splitSentences } from '@/lib/knowledge/sentences';
import { tokenize } from '@/lib/knowledge/tokens';
import { createLearner } from '@/lib/learning/learner';
import { openDatabase } from '@/lib/storage/database';
import { createIndexStore } from '@/lib/storage/index-store';
import { createKnowledgeStore } from '@/lib/storage/knowledge-store';
import { createMemoryChoices } from '@/tests/support/choice-fakes';
import { createHashEncoder } from '@/tests/support/hash-encoder';
import { createReplayCalls } from './replay-calls';

const origin = 'https://acme.zendesk.com';
const answer = 'You can change the delivery address of your parcel until it has left our warehouse in Ghent.';
const question = 'Can I change the delivery address of my parcel until it has left your warehouse in Ghent?';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`);
  return result.value;
}

let databases = 0;
async function open(more: Partial<Settings> = {}) {
  databases += 1;
  const database = openDatabase(`replay-${databases}`);
  const encoder = createHashEncoder();
  encoder.hasTokens = true;
  const store = createKnowledgeStore(database);
  const index = createKnowledgeIndex({ store: createIndexStore(database) });
  const library = createLibrary({ store, encoder, index });
  value(await library.beginImport({ source: origin, fresh: true }));
  const macroOf = (id: string, text: string) => ({ id, title: id, text, isNote: false, isActive: true, tags: [] });
  const others = ['We take back unused lamps within thirty days.', 'Our shop opens at nine on weekdays.'];
  const macros = [macroOf('address', answer), ...others.map((text, at) => macroOf(`other ${at}`, text))];
  const batch = { articles: [], macros, cursor: null, total: 3, problems: [] };
  value(await library.storeBatch({ source: origin, batch }));
  value(await library.endImport({ source: origin, status: 'done' }));
  const settings: Settings = { ...defaultSettings, ...more };
  const choices = createMemoryChoices();
  const learner = await createLearner({
    store: choices,
    read: async () => [],
    titleOf: async () => null,
    isOn: () => settings.learnFromChoices,
    now: Date.now,
  });
  const calls = createReplayCalls({
    library,
    encoder,
    cards: [{ languages: ['en'] } as unknown as ModelCard],
    learner,
    text: { splitSentences, tokenize, detectLanguage: () => 'en' },
    settings: () => settings,
    sourcesFor: async () => [origin],
    playbooksFor: async () => [],
  });
  encoder.priorities.length = 0;
  encoder.encoded.length = 0;
  async function replay(file: ImportFile, change: ReplayChange | null = null) {
    value(await calls.startReplay({ from: { kind: 'file', file }, change }));
    while (value(await calls.readReplay()).phase === 'running') await new Promise((resolve) => setTimeout(resolve, 5));
    return value(await calls.readReplay());
  }
  const list = async () => value(await calls.listReplay({ filter: 'all', offset: 0, limit: 50 })).items;
  return { calls, replay, list, library, encoder, choices, store };
}

const lines = [
  {
    id: 1,
    turns: [
      ['customer', question],
      ['agent', `Hello, ${answer}`],
    ],
  },
  {
    id: 2,
    turns: [
      ['customer', 'Do you sell submarines to museums?'],
      ['agent', 'Sadly we do not.'],
    ],
  },
];
const exported: ImportFile = {
  name: 'past.jsonl',
  text: lines
    .map(({ id, turns }) => JSON.stringify({ id, turns: turns.map(([role, text]) => ({ role, text })) }))
    .join('\n'),
};

describe('a replay', () => {
  it('shows what would have been suggested beside what the agent wrote', async () => {
    const { replay, list } = await open();
    expect(await replay(exported)).toMatchObject({
      phase: 'done',
      source: { name: 'past.jsonl', tickets: 2 },
      now: { turns: 2, shown: 1, silent: 1, agrees: 1, knownSource: 1, sameSource: 1 },
    });
    const [first, second] = await list();
    expect(first).toMatchObject({ ticketId: '1', question, now: { reply: { agrees: true, isSameSource: true } } });
    expect(first?.now.reply?.text).toContain(answer);
    expect(second?.now.silent).toContainEqual(expect.objectContaining({ kind: 'reply' }));
  });

  it('stores nothing, and waits behind live messages', async () => {
    const { replay, choices, store, encoder } = await open({ rememberTickets: true });
    const before = await store.exportAll('');
    await replay(exported, { tone: 'warm', learnFromChoices: false });
    expect(await store.exportAll('')).toEqual(before);
    expect(await choices.listChoices()).toEqual([]);
    expect(new Set(encoder.priorities)).toEqual(new Set(['later']));
  });

  it('does not count a search that fails as silence', async () => {
    const { library, replay } = await open();
    library.searchWith = async () => fail('storage', 'The knowledge cannot be read');
    expect(await replay(exported)).toMatchObject({ phase: 'failed', done: 0, failure: expect.stringContaining('1') });
  });

  it('makes one pass for both columns', async () => {
    const { replay, encoder } = await open();
    await replay(exported);
    const once = encoder.encoded.length;
    await replay(exported, { tone: 'formal' });
    expect(once).toBeGreaterThan(0);
    expect(encoder.encoded.length).toBe(once * 2);
  });

  it('tells what another tone changes', async () => {
    const { replay } = await open();
    expect(await replay(exported, { tone: 'formal' })).toMatchObject({ differing: { turns: 1, kinds: { reply: 1 } } });
  });

  it('never finds the answer of a kept ticket in that ticket itself', async () => {
    const { library, calls, list } = await open({ rememberTickets: true });
    const past = {
      question: 'Do you sell submarines to museums in Oslo?',
      reply: 'Sadly submarines are sold out in Oslo.',
    };
    const kept = { id: `${origin}#past-9`, source: origin, ticketId: '9', subject: 'Submarines', seenAt: '2026-01-01' };
    value(await library.rememberTicket({ ...kept, ...past }));
    value(await calls.startReplay({ from: { kind: 'memory' }, change: null }));
    await expect.poll(async () => value(await calls.readReplay()).phase).toBe('done');
    const [turn] = await list();
    expect(turn).toMatchObject({ ticketId: '9', real: past.reply, now: { reply: null } });
    // Another ticket with this question does find it.
    const file = {
      name: 'other.json',
      text: JSON.stringify([
        {
          id: 'x',
          turns: [
            { role: 'customer', text: past.question },
            { role: 'agent', text: 'No.' },
          ],
        },
      ]),
    };
    value(await calls.startReplay({ from: { kind: 'file', file }, change: null }));
    await expect.poll(async () => value(await calls.readReplay()).phase).toBe('done');
    expect((await list())[0]?.now.reply?.sources[0]?.id).toBe(kept.id);
  });

  it('is made again with other settings, and is gone once cleared', async () => {
    const { replay, calls } = await open();
    await replay(exported);
    expect(value(await calls.startReplay({ from: { kind: 'again' }, change: { tone: 'warm' } })).turns).toBe(2);
    expect(value(await calls.endReplay({ action: 'clear' })).phase).toBe('empty');
    expect(await calls.startReplay({ from: { kind: 'again' }, change: null })).toMatchObject({
      error: { kind: 'no-tickets' },
    });
  });

  it.each<[string, ImportFile, string, RegExp]>([
    ['of another kind', { name: 'past.exe', text: 'x' }, 'unsupported-file', /past\.exe/],
    ['that is empty', { name: 'past.json', text: '' }, 'no-tickets', /empty/],
    ['with broken JSON', { name: 'past.json', text: '[{"id": 1,' }, 'no-tickets', /no JSON/],
    ['without tickets', { name: 'faq.csv', text: 'title,body\nA,apples' }, 'no-tickets', /no past tickets/],
    [
      'in which nobody answered',
      { name: 'past.json', text: '[{"id":1,"turns":[{"role":"customer","text":"Hello?"}]}]' },
      'no-turns',
      /answer/,
    ],
  ])('refuses a file %s with the reason, and the replay before stays', async (_name, file, kind, message) => {
    const { calls, replay } = await open();
    await replay(exported);
    const refused = await calls.startReplay({ from: { kind: 'file', file }, change: null });
    expect(refused).toMatchObject({ ok: false, error: { kind, message: expect.stringMatching(message) } });
    expect(value(await calls.readReplay())).toMatchObject({ phase: 'done', done: 2 });
  });

  it.each([
    [false, 'memory-off'],
    [true, 'no-tickets'],
  ])('has no kept tickets where remembering is %s', async (rememberTickets, kind) => {
    const { calls } = await open({ rememberTickets });
    expect(await calls.startReplay({ from: { kind: 'memory' }, change: null })).toMatchObject({ error: { kind } });
  });
});
