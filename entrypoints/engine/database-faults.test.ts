import 'fake-indexeddb/auto';
import Dexie, { type DBCore } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { Engine } from '@/lib/core/engine';
import type { Result } from '@/lib/core/result';
import type { Ticket } from '@/lib/core/ticket';
import { type Database, openDatabase } from '@/lib/storage/database';
import { startEngine } from '@/tests/support/planted-run';

const origin = 'https://acme.zendesk.com';
const answer = 'You can change the delivery address of your parcel until it has left our warehouse in Ghent.';
const ticket: Ticket = {
  id: '7',
  helpdesk: 'zendesk',
  origin,
  subject: 'My parcel',
  channel: 'email',
  requester: { name: 'Ada Byron' },
  tags: [],
  messages: [
    {
      id: '1',
      role: 'customer',
      text: 'Can I change the delivery address of my parcel until it has left your warehouse in Ghent?',
    },
  ],
  isComplete: true,
  composer: { target: 'public', format: 'rich', draft: '' },
};

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`);
  return result.value;
}

async function importMacro(engine: Engine): Promise<Result<unknown>> {
  await engine.beginImport({ source: origin, fresh: true });
  const texts = [answer, 'We take back unused lamps within thirty days.', 'Our shop opens at nine on weekdays.'];
  const macros = texts.map((text, at) => ({
    id: `${at}`,
    title: `m${at}`,
    text,
    isNote: false,
    isActive: true,
    tags: [],
  }));
  return engine.storeBatch({ source: origin, batch: { articles: [], macros, cursor: null, total: 3, problems: [] } });
}

const page = { offset: 0, limit: 10 };
const choice = {
  kind: 'reply' as const,
  suggestionId: 'r',
  sourceIds: [`${origin}#0`],
  action: 'inserted' as const,
  at: '2026-11-30T10:00:00.000Z',
  conversation: `${origin}|7|1|x`,
};

/** What an agent needs beside a ticket, whatever becomes of the database: signals and an answer, if only that nothing is known. */
async function serves(engine: Engine): Promise<readonly string[]> {
  const signals = value(await engine.readSignals({ ticket, scope: 'all' }));
  expect(signals.current).not.toBeNull();
  return value(await engine.suggest({ ticket, alternative: 0 })).items.map(({ kind }) => kind);
}

let count = 0;
const nextName = () => {
  count += 1;
  return `fault-${count}`;
};

/** Makes the database refuse: what is written, or everything. */
function refuse(database: Database, what: 'writes' | 'all'): { isBroken: boolean } {
  const fault = { isBroken: true };
  const error = () =>
    what === 'writes'
      ? new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      : new DOMException('Internal error opening backing store.', 'UnknownError');
  database.use({
    stack: 'dbcore',
    name: 'fault',
    create(core: DBCore): DBCore {
      const guard =
        <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
        (...given: A): Promise<R> =>
          fault.isBroken ? Promise.reject(error()) : call(...given);
      return {
        ...core,
        table(name) {
          const table = core.table(name);
          const writing = { ...table, mutate: guard(table.mutate) };
          if (what === 'writes') return writing;
          const { get, getMany, query, openCursor, count: counting } = table;
          return {
            ...writing,
            get: guard(get),
            getMany: guard(getMany),
            query: guard(query),
            openCursor: guard(openCursor),
            count: guard(counting),
          };
        },
      };
    },
  });
  return fault;
}

describe('a database that is full', () => {
  it('leaves suggestions as they are, says that it is full to who wants to keep something, and takes it later', async () => {
    const database = openDatabase(nextName());
    const fault = refuse(database, 'writes');
    fault.isBroken = false;
    const engine = await startEngine(database);
    value(await importMacro(engine));
    fault.isBroken = true;
    expect(await serves(engine)).toContain('reply');
    expect(await importMacro(engine)).toMatchObject({ ok: false });
    const file = await engine.importFile({
      name: 'faq.md',
      text: '# Returns\n\nSend it back, please, within a month.',
    });
    expect(file).toMatchObject({ ok: false, error: { message: expect.stringMatching(/quota|full|room/i) } });
    expect(await engine.savePlaybook({ text: 'Late parcel\n1. Ask: for the number' })).toMatchObject({ ok: false });
    fault.isBroken = false;
    expect(await importMacro(engine)).toMatchObject({ ok: true });
    expect(await serves(engine)).toContain('reply');
    expect(database.isOpen()).toBe(true);
  });
});

describe('a database that cannot be read', () => {
  it('costs knowledge and learning, not the signals, and is used again when it can be', async () => {
    const database = openDatabase(nextName());
    const fault = refuse(database, 'all');
    const engine = await startEngine(database);
    expect(await serves(engine)).not.toContain('reply');
    const list = await engine.listMacros(page);
    expect(list).toMatchObject({ ok: false, error: { message: expect.stringContaining('store') } });
    fault.isBroken = false;
    value(await importMacro(engine));
    expect(await serves(engine)).toContain('reply');
    value(await engine.recordChoice(choice));
    expect(value(await engine.readLearning()).choices).toBe(1);
  });

  it('gives what was learnt before once it can be read', async () => {
    const name = nextName();
    const before = openDatabase(name);
    const { conversation: _conversation, ...stored } = choice;
    await before.choices.add(stored);
    before.close();
    const database = openDatabase(name);
    const fault = refuse(database, 'all');
    const engine = await startEngine(database);
    fault.isBroken = false;
    await serves(engine);
    await expect.poll(async () => value(await engine.readLearning()).choices).toBe(1);
  });
});

describe('a database that another page holds back', () => {
  it('is not waited for: what needs it fails, and works when the other page lets go', async () => {
    const name = nextName();
    const holder = new Dexie(name);
    holder.version(1).stores({
      articles: 'id, source, title, [source+run]',
      macros: 'id, source, title, [source+run]',
      playbooks: 'id, title',
      passages: 'key, owner.source, model, count',
      pastTickets: 'id, source, seenAt',
      choices: '++, at',
      importJobs: 'source',
      meta: 'key',
    });
    // A page of the version before that does not close when it is asked to, as one that hangs.
    holder.on('versionchange', () => false);
    await holder.open();
    const engine = await startEngine(openDatabase(name));
    expect(await serves(engine)).not.toContain('reply');
    expect(await engine.listMacros(page)).toMatchObject({ ok: false });
    holder.close();
    await expect.poll(async () => (await importMacro(engine)).ok, { timeout: 8_000 }).toBe(true);
    expect(await serves(engine)).toContain('reply');
  }, 20_000);
});

describe('a database that is deleted under the engine', () => {
  it('is made anew: nothing old is offered, and what is imported then is', async () => {
    const database = openDatabase(nextName());
    const engine = await startEngine(database);
    value(await importMacro(engine));
    value(await engine.recordChoice(choice));
    expect(await serves(engine)).toContain('reply');
    await new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(database.name);
      deleting.onsuccess = resolve;
      deleting.onerror = reject;
    });
    expect(await serves(engine)).not.toContain('reply');
    expect(value(await engine.listMacros(page)).total).toBe(0);
    value(await importMacro(engine));
    expect(await serves(engine)).toContain('reply');
    value(await engine.recordChoice({ ...choice, suggestionId: 's' }));
    const { items } = value(await engine.readAudit({ filter: {}, offset: 0, limit: 10 }));
    expect(items.map(({ kind }) => kind)).toContain('inserted');
  });
});

describe('rows that are not what they were', () => {
  const rubbish: [string, (database: Database) => Promise<unknown>][] = [
    ['a choice without its parts', (database) => database.choices.add({ at: '2026-11-30' } as never)],
    ['a choice that is a text', (database) => database.choices.add('rubbish' as never)],
    ['passages without vectors or texts', (database) => database.passages.put({ key: 'macro:x', owner: {} } as never)],
    [
      'a macro without its item',
      (database) => database.macros.put({ id: `${origin}#9`, source: origin, title: 'x' } as never),
    ],
    ['a playbook without steps', (database) => database.playbooks.put({ id: 'p', title: 'x' } as never)],
    [
      'a past ticket without text',
      (database) => database.pastTickets.put({ id: 'x', source: origin, seenAt: '' } as never),
    ],
    ['an intent without examples', (database) => database.teamIntents.put({ id: 'i', name: 'x' } as never)],
    ['a head of the log that is none', (database) => database.meta.put({ key: 'audit-head', value: 'rubbish' })],
    [
      'a manifest that names no file',
      (database) => database.meta.put({ key: 'searchIndex', value: { manifest: '{', change: 3 } }),
    ],
    ['a question without a vector', (database) => database.gaps.put({ id: 'g' } as never)],
    ['a job without its parts', (database) => database.importJobs.put({ source: origin } as never)],
  ];
  it.each(rubbish)('%s: the engine starts and answers', async (_name, spoil) => {
    const database = openDatabase(nextName());
    value(await importMacro(await startEngine(database)));
    await spoil(database);
    const engine = await startEngine(database);
    await serves(engine);
    value(await engine.recordChoice(choice));
  });
});
