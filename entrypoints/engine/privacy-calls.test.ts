import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Result } from '@/lib/core/result';
import { defaultSettings } from '@/lib/core/settings';
import type { Message, Ticket } from '@/lib/core/ticket';
import { createAuditKeeper } from '@/lib/insights/audit-keeper';
import { createGapKeeper } from '@/lib/knowledge/health/gaps';
import { createKnowledgeIndex } from '@/lib/knowledge/index/knowledge-index';
import { createLibrary } from '@/lib/knowledge/library';
import { createLearner } from '@/lib/learning/learner';
import { createAuditStore } from '@/lib/storage/audit-store';
import { createChoiceStore } from '@/lib/storage/choice-store';
import { openDatabase } from '@/lib/storage/database';
import { createGapStore } from '@/lib/storage/gap-store';
import { createIndexStore } from '@/lib/storage/index-store';
import { createKnowledgeStore } from '@/lib/storage/knowledge-store';
import { createPrivacyStore } from '@/lib/storage/privacy-store';
import { createHashEncoder } from '@/tests/support/hash-encoder';
import { createMemoryKeeper } from '@/tests/support/intent-fakes';
import { createPrivacyCalls } from './privacy-calls';

const origin = 'https://acme.zendesk.com';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`);
  return result.value;
}

const ticketOf = (...messages: [Message['role'], string][]): Ticket => ({
  id: '4711',
  helpdesk: 'zendesk',
  origin,
  subject: 'Parcel for Wren Okoye',
  channel: 'email',
  requester: { name: 'Wren Okoye' },
  tags: [],
  messages: messages.map(([role, text], at) => ({ id: `m${at}`, role, text })),
  isComplete: true,
  composer: { target: 'public', format: 'rich', draft: '' },
});

let databases = 0;
async function open(believesClock = async () => true) {
  databases += 1;
  const database = openDatabase(`privacy-calls-${databases}`);
  const encoder = createHashEncoder();
  const store = createKnowledgeStore(database);
  const library = createLibrary({ store, encoder, index: createKnowledgeIndex({ store: createIndexStore(database) }) });
  const learner = await createLearner({
    store: createChoiceStore(database),
    read: async () => [],
    titleOf: async () => null,
    isOn: () => true,
    now: Date.now,
  });
  const settings = { ...defaultSettings, keepDays: { pastTickets: 30, choices: 30, gaps: 30, importReports: 30 } };
  const audit = createAuditKeeper({ store: createAuditStore(database), settings: () => settings, now: Date.now });
  const calls = createPrivacyCalls({
    privacy: createPrivacyStore(database),
    library,
    learner,
    intents: createMemoryKeeper(),
    audit,
    settings: () => settings,
    believesClock,
  });
  const keep = (ticketId: string, ageDays: number) =>
    library.rememberTicket({
      id: `${origin}#past-${ticketId}`,
      source: origin,
      ticketId,
      subject: 'Parcel',
      question: 'Where does my brass lantern stay?',
      reply: 'On its way.',
      seenAt: new Date(Date.now() - ageDays * 86_400_000).toISOString(),
    });
  const gaps = createGapKeeper({ store: createGapStore(database), encoder });
  const search = async () => value(await library.search({ text: 'brass lantern', limit: 5, kinds: ['past'] })).length;
  return { calls, keep, gaps, learner, search, audit };
}

describe('the preview', () => {
  it('shows of an answered ticket what would go, the names of the ticket too', async () => {
    const { calls } = await open();
    const text = 'wren here, mail me at w@mail.example';
    const preview = value(
      await calls.previewRedaction({ ticket: ticketOf(['customer', text], ['agent', 'Hello Wren, done.']) }),
    );
    expect(preview.isAnswered).toBe(true);
    const cut = preview.parts.map(({ part, text: whole, removed }) => [
      part,
      ...removed.map(({ start, end, kind }) => `${kind}:${whole.slice(start, end)}`),
    ]);
    expect(cut).toEqual([
      ['subject', 'name:Wren Okoye'],
      ['question', 'name:wren', 'email:w@mail.example'],
      ['reply', 'name:Wren'],
    ]);
  });

  it('shows the open question of one that nobody answered', async () => {
    const { calls } = await open();
    const preview = value(await calls.previewRedaction({ ticket: ticketOf(['customer', 'Call +44 20 7946 0958']) }));
    expect(preview).toMatchObject({ isAnswered: false, parts: [{ part: 'question', removed: [{ kind: 'phone' }] }] });
  });
});

describe('what is too old', () => {
  it('goes from the database, the search and what was learnt', async () => {
    const { calls, keep, learner, search } = await open();
    await keep('1', 40);
    await keep('2', 3);
    await learner.record({
      kind: 'reply',
      suggestionId: 's',
      sourceIds: ['x'],
      action: 'inserted',
      at: '2020-01-01T00:00:00Z',
    });
    expect(await search()).toBe(2);
    const state = value(await calls.tidyUp());
    expect(state.tidied?.removed).toEqual({ pastTickets: 1, choices: 1, gaps: 0, importReports: 0 });
    expect(state.counts).toMatchObject({ pastTickets: 1, choices: 0 });
    expect((await learner.state()).choices).toBe(0);
    expect(await search()).toBe(1);
  });
});

describe('what is linked to a ticket', () => {
  it('is counted first, then deleted, and nothing else', async () => {
    const { calls, keep, gaps, search, audit } = await open();
    await keep('4711', 1);
    await keep('4712', 1);
    await gaps.note({ text: 'Do you repair lanterns at all?', origin, ticketId: '4711' });
    for (const id of ['4711', '4712']) audit.note({ kind: 'copied', ticket: await audit.refer(id) });
    const linked = { pastTickets: 1, choices: 0, gaps: 1, examples: 0, audit: 1, knowledge: 0 };
    expect(value(await calls.findLinked({ text: '#4711' }))).toEqual(linked);
    expect(value(await calls.removeLinked({ text: '#4711' }))).toEqual(linked);
    expect(Object.values(value(await calls.findLinked({ text: '#4711' })))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await search()).toBe(1);
    // What is left of the log: the other ticket's row, the erased one, and the one that tells of it.
    expect(value(await calls.readPrivacy()).counts.audit).toBe(3);
  });

  it('cannot be asked for nobody', async () => {
    const { calls } = await open();
    expect(await calls.findLinked({ text: ' , ' })).toMatchObject({ ok: false, error: { kind: 'nobody' } });
  });
});

it('deletes nothing for its age while the clock is doubted', async () => {
  let isBelieved = false;
  const { calls, keep, search } = await open(async () => isBelieved);
  await keep('1', 400);
  value(await calls.tidyUp());
  expect(await search()).toBe(1);
  isBelieved = true;
  value(await calls.tidyUp());
  expect(await search()).toBe(0);
});
