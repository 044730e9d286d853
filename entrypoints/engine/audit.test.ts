import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Engine } from '@/lib/core/engine';
import type { ModelCard } from '@/lib/core/model-card';
import type { Result } from '@/lib/core/result';
import { defaultSettings, type Settings } from '@/lib/core/settings';
import type { AuditStore } from '@/lib/core/stores';
import type { ReplySuggestion } from '@/lib/core/suggestion';
import { conversationKey, type Ticket } from '@/lib/core/ticket';
import { createAuditKeeper } from '@/lib/insights/audit-keeper';
import { createIntentKeeper } from '@/lib/intents/intent-keeper';
import { createGapKeeper } from '@/lib/knowledge/health/gaps';
import { createHealthKeeper } from '@/lib/knowledge/health/health-keeper';
import { createKnowledgeIndex } from '@/lib/knowledge/index/knowledge-index';
import { createLibrary } from '@/lib/knowledge/library';
import { createAuditStore } from '@/lib/storage/audit-store';
import { createChoiceStore } from '@/lib/storage/choice-store';
import { openDatabase } from '@/lib/storage/database';
import { createGapStore } from '@/lib/storage/gap-store';
import { createIndexStore } from '@/lib/storage/index-store';
import { createIntentStore } from '@/lib/storage/intent-store';
import { createKnowledgeStore } from '@/lib/storage/knowledge-store';
import { createPlaybookVectorStore } from '@/lib/storage/playbook-vectors';
import { createPrivacyStore } from '@/lib/storage/privacy-store';
import { createHashEncoder } from '@/tests/support/hash-encoder';
import { createEngine } from './create-engine';

const origin = 'https://acme.zendesk.com';
const answer = 'You can change the delivery address of your parcel until it has left our warehouse in Ghent.';
/** Words of the ticket that no row may hold. */
const planted = ['Zebulon', 'Quarkwood', 'zebulon@quark.example', 'ZX-99817', '71234', 'm-33871', 'Wilhelmina'];

const ticketOf = (more: Partial<Ticket> = {}): Ticket => ({
  id: '71234',
  helpdesk: 'zendesk',
  origin,
  subject: 'Order ZX-99817 of Zebulon',
  channel: 'email',
  requester: { name: 'Zebulon Quarkwood', email: 'zebulon@quark.example' },
  agent: { name: 'Wilhelmina' },
  tags: [],
  messages: [
    {
      id: 'm-33871',
      role: 'customer',
      authorName: 'Zebulon Quarkwood',
      text: 'Can I change the delivery address of my parcel until it has left your warehouse in Ghent? Order ZX-99817, Zebulon Quarkwood',
    },
  ],
  isComplete: true,
  composer: { target: 'public', format: 'rich', draft: '' },
  ...more,
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`);
  return result.value;
}

let databases = 0;
async function open(more: Partial<Settings> = {}, change: Partial<AuditStore> = {}) {
  databases += 1;
  const database = openDatabase(`engine-audit-${databases}`);
  const encoder = createHashEncoder('7');
  encoder.hasTokens = true;
  const store = createKnowledgeStore(database);
  const indexStore = createIndexStore(database);
  const library = createLibrary({ store, encoder, index: createKnowledgeIndex({ store: indexStore }) });
  const choices = createChoiceStore(database);
  const settings: Settings = { ...defaultSettings, ...more };
  const audit = createAuditKeeper({
    store: { ...createAuditStore(database), ...change },
    settings: () => settings,
    now: Date.now,
  });
  const engine = await createEngine({
    library,
    intents: createIntentKeeper({
      store: createIntentStore(database),
      encoder,
      learn: () => Promise.reject(new Error('not here')),
    }),
    encoder,
    cards: [{ id: 'signals-en', version: '7', languages: ['en'] } as unknown as ModelCard],
    choices,
    playbookVectors: createPlaybookVectorStore(database),
    audit,
    privacy: createPrivacyStore(database),
    health: createHealthKeeper({ store: { ...store, ...indexStore }, encoder, choices }),
    gaps: createGapKeeper({ store: createGapStore(database), encoder }),
    settings: () => settings,
  });
  value(await engine.beginImport({ source: origin, fresh: true }));
  const macroOf = (id: string, text: string) => ({ id, title: id, text, isNote: false, isActive: true, tags: [] });
  const others = ['We take back unused lamps within thirty days.', 'Our shop opens at nine on weekdays.'];
  const macros = [macroOf('address', answer), ...others.map((text, at) => macroOf(`other ${at}`, text))];
  value(
    await engine.storeBatch({
      source: origin,
      batch: { articles: [], macros, cursor: null, total: 3, problems: [] },
    }),
  );
  value(await engine.endImport({ source: origin, status: 'done' }));
  const read = async () => value(await engine.readAudit({ filter: {}, offset: 0, limit: 200 }));
  return { engine, database, read, settings, choices };
}

async function replyTo(engine: Engine, ticket: Ticket): Promise<ReplySuggestion> {
  const { items } = value(await engine.suggest({ ticket, alternative: 0 }));
  const reply = items.find((item) => item.kind === 'reply');
  if (!reply) throw new Error('no reply was suggested');
  return reply;
}
const choiceOf = ({ id, sources }: Awaited<ReturnType<typeof replyTo>>, ticket: Ticket) => ({
  kind: 'reply' as const,
  suggestionId: id,
  sourceIds: sources.map((source) => source.id),
  at: new Date().toISOString(),
  conversation: conversationKey(ticket),
});

describe('the log of the engine', () => {
  it('has the row of what was done before the call is answered, since the page may be killed right after', async () => {
    const { engine, database } = await open();
    const ticket = ticketOf();
    const choice = { ...choiceOf(await replyTo(engine, ticket), ticket), action: 'inserted' as const };
    const rowsOf = async (kind: string) => (await database.audit.toArray()).filter((row) => row.kind === kind).length;
    value(await engine.recordChoice(choice));
    expect(await rowsOf('inserted')).toBe(1);
    // As the background does when the engine page is killed before its answer is out.
    value(await engine.recordChoice(choice));
    expect([await rowsOf('inserted'), await database.choices.count()]).toEqual([1, 1]);
    value(await engine.savePlaybook({ id: 'playbook:a', text: 'Address\n1. Ask for it' }));
    expect(await rowsOf('knowledge-changed')).toBe(1);
  });

  it('tells a suggestion that was shown, why, by which model, and what was done with it', async () => {
    const { engine, read } = await open();
    const ticket = ticketOf();
    const reply = await replyTo(engine, ticket);
    await engine.recordChoice({ ...choiceOf(reply, ticket), action: 'inserted' });
    const { items, titles } = await read();
    const [inserted, , shown] = items.filter(({ site }) => site === origin);
    const told = items.find(({ kind, suggestion }) => kind === 'shown' && suggestion === 'reply');
    expect(told).toMatchObject({
      site: origin,
      sources: [`macro:${origin}#address`],
      confidence: Math.round(reply.confidence * 1000) / 1000,
      model: 'signals-en@7',
    });
    expect(told?.threshold).toBeLessThanOrEqual(told?.confidence ?? 0);
    expect(inserted).toMatchObject({
      kind: 'inserted',
      ticket: told?.ticket,
      turn: told?.turn,
      sources: told?.sources,
    });
    expect(shown).toBeDefined();
    expect(titles[`macro:${origin}#address`]).toBe('address');
  });

  it('tells why a kind stayed silent, in one row for an answer', async () => {
    const { engine, read } = await open();
    const messages = [{ id: 'm1', role: 'customer' as const, text: 'Do you sell submarines to museums in Peru?' }];
    value(await engine.suggest({ ticket: ticketOf({ messages }), alternative: 0 }));
    const silent = (await read()).items.filter(({ kind }) => kind === 'silent');
    expect(silent).toHaveLength(1);
    const reply = silent[0]?.silences?.find(({ suggestion }) => suggestion === 'reply');
    expect(reply).toMatchObject({ why: 'low-confidence' });
    expect(reply?.confidence).toBeLessThan(reply?.threshold ?? 0);
    expect(silent[0]?.silences?.some(({ why }) => why === 'not-now')).toBe(false);
  });

  it('holds no word of the ticket, in no row and in no field', async () => {
    const { engine, database, read } = await open({ rememberTickets: true });
    const ticket = ticketOf();
    value(await engine.readSignals({ ticket, scope: 'all' }));
    const reply = await replyTo(engine, ticket);
    const all = ['inserted', 'edited', 'copied', 'dismissed', 'opened', 'alternative'] as const;
    // Kept only where the agent asks for it.
    for (const action of all)
      await engine.recordChoice({ ...choiceOf(reply, ticket), action, text: `${reply.text} ${planted.join(' ')}` });
    const answered = ticketOf({
      messages: [
        ...ticket.messages,
        { id: 'a1', role: 'agent', authorName: 'Wilhelmina', text: answer },
        { id: 'm2', role: 'customer', text: 'Thanks a lot, that solved it! Zebulon' },
      ],
    });
    value(await engine.readSignals({ ticket: answered, scope: 'all' }));
    const { items } = value(await engine.suggest({ ticket: answered, alternative: 0 }));
    // A past ticket and what comes after the answer name the ticket in their ids.
    const after = items.find(({ kind }) => kind === 'closing');
    expect(JSON.stringify(after)).toContain('71234');
    value(await engine.suggest({ ticket: ticketOf({ id: '5' }), alternative: 0 }));
    const { total } = await read();
    const rows = await database.audit.toArray();
    expect(rows.length).toBe(total);
    expect(rows.length).toBeGreaterThan(9);
    const words = planted.filter((word) => JSON.stringify(rows).includes(word));
    expect(words).toEqual([]);
    // The search finds what is there.
    expect(JSON.stringify(await database.pastTickets.toArray())).toContain('71234');
    expect(JSON.stringify(await database.choices.toArray())).not.toContain('ZX-99817');
  });

  it('keeps what was put in, without personal data, where the agent asks for it', async () => {
    const { engine, read, choices } = await open({ auditText: true });
    const ticket = ticketOf();
    const reply = await replyTo(engine, ticket);
    const text = `Hello Zebulon, ${answer} Write to zebulon@quark.example. Wilhelmina`;
    await engine.recordChoice({ ...choiceOf(reply, ticket), action: 'edited', text });
    // Of a conversation that this page has not shown nobody knows the names.
    const other = { ...choiceOf(reply, ticketOf({ id: '9' })), suggestionId: 'reply|gone' };
    await engine.recordChoice({ ...other, action: 'inserted', text });
    const rows = (await read()).items;
    expect(rows.find(({ kind }) => kind === 'edited')?.text).toBe(`Hello [name], ${answer} Write to [email]. [name]`);
    const gone = rows.find(({ kind }) => kind === 'inserted');
    expect(gone).toMatchObject({ suggestion: 'reply', sources: [`source:${origin}#address`] });
    expect(gone).not.toHaveProperty('text');
    expect(JSON.stringify(await choices.readChoices())).not.toContain('[name]');
  });

  it('is waited for by no answer', async () => {
    const never = () => new Promise<never>(() => {});
    const { engine } = await open({}, { append: never, readTurns: never, readKey: never });
    const ticket = ticketOf();
    const reply = await replyTo(engine, ticket);
    expect(await engine.recordChoice({ ...choiceOf(reply, ticket), action: 'inserted' })).toMatchObject({ ok: true });
  });

  it('tells the same suggestion once, however often it is asked for', async () => {
    const { engine, read } = await open();
    for (let asked = 0; asked < 4; asked += 1) await replyTo(engine, ticketOf());
    expect(
      (await read()).items.filter(({ kind, suggestion }) => kind === 'shown' && suggestion === 'reply'),
    ).toHaveLength(1);
  });

  it('tells what became of knowledge, learning and data, and nothing that failed', async () => {
    const { engine, read } = await open();
    value(await engine.importFile({ name: 'faq.md', text: '# Returns\n\nSend it back within thirty days, please.' }));
    const saved = value(await engine.savePlaybook({ text: 'Late parcel\n1. Ask: for the number' }));
    await engine.savePlaybook({ text: '' });
    value(await engine.remove({ kind: 'playbook', id: saved.id }));
    value(await engine.removeSource('file:faq.md'));
    value(await engine.forgetLearning({ all: true }));
    value(await engine.exportAll());
    value(await engine.exportAudit({ format: 'csv', cursor: null }));
    const told = (await read()).items.map(({ kind, site, subject, count }) => [kind, site ?? subject ?? count]);
    expect(told.reverse()).toEqual([
      ['knowledge-imported', origin],
      ['knowledge-imported', 'file:faq.md'],
      ['knowledge-changed', undefined],
      ['knowledge-removed', undefined],
      ['knowledge-removed', 'file:faq.md'],
      ['learning-forgotten', 'all'],
      ['data-exported', 'all'],
      ['data-exported', 'log.csv'],
    ]);
    value(await engine.deleteAll());
    const left = await read();
    expect(left.items.map(({ kind, count }) => [kind, count])).toEqual([['data-deleted', 8]]);
    expect(left.head.seq).toBe(9);
  });

  it('leaves the practice page out', async () => {
    const { engine, read } = await open();
    const own = 'chrome-extension://abc';
    const ticket = ticketOf({ origin: own, helpdesk: 'practice' });
    value(await engine.suggest({ ticket, alternative: 0 }));
    await engine.recordChoice({
      kind: 'reply',
      suggestionId: 'x',
      sourceIds: [],
      action: 'inserted',
      at: '',
      conversation: conversationKey(ticket),
    });
    expect((await read()).items.filter(({ kind }) => kind !== 'knowledge-imported')).toEqual([]);
  });
});
