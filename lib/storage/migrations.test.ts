import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AuditEntry } from '../core/audit';
import { defaultSettings } from '../core/settings';
import { createAuditKeeper } from '../insights/audit-keeper';
import { createAuditStore } from './audit-store';
import { createChoiceStore } from './choice-store';
import { openDatabase } from './database';
import { createGapStore } from './gap-store';
import { createIndexStore } from './index-store';
import { createIntentStore } from './intent-store';
import { createKnowledgeStore } from './knowledge-store';
import { createPrivacyStore } from './privacy-store';
import { readSettings } from './settings';
import { openTicks } from './ticks';

/** What each version declared when it was new, as written then; never changed afterwards. */
const declared: Record<number, Record<string, string>> = {
  1: {
    articles: 'id, source, title, [source+run]',
    macros: 'id, source, title, [source+run]',
    playbooks: 'id, title',
    passages: 'key, owner.source, model, count',
    pastTickets: 'id, source, seenAt',
    choices: '++, at',
    importJobs: 'source',
    meta: 'key',
  },
  2: { tokens: 'key, owner' },
  3: { teamIntents: 'id, name', intentVectors: 'text' },
  4: { indexChunks: '[file+part], file', indexChanges: '++seq' },
  5: { gaps: 'id', ownTags: 'key' },
  6: { audit: 'seq, at, ticket, turn, [kind+at]' },
  7: { playbookVectors: 'id' },
};
const versions = Object.keys(declared).map(Number);

const desk = 'https://acme.zendesk.com';
const article = {
  id: `${desk}#1`,
  source: desk,
  title: 'Returns',
  text: 'Send it back within thirty days.',
  labels: ['returns'],
  isInternal: false,
};
const macro = { id: `${desk}#m1`, source: desk, title: 'Hello', text: 'Hello {{name}}', isNote: false, tags: ['hi'] };
const passage = {
  id: `${article.id}#0`,
  ownerId: article.id,
  ownerKind: 'article' as const,
  heading: '',
  start: 0,
  end: article.text.length,
  text: article.text,
};
const vectors = { dims: 4, values: new Int8Array([1, 2, 3, 4]), scales: new Float32Array([0.5]) };
const key = `article:${article.id}`;
const choices = ['2026-11-24T08:00:00.000Z', '2026-11-25T09:30:00.000Z'].map((at, index) => ({
  kind: 'reply' as const,
  suggestionId: `reply|${index}`,
  sourceIds: [macro.id],
  action: 'inserted' as const,
  at,
}));
const past = {
  id: `${desk}#past-7`,
  source: desk,
  ticketId: '7',
  subject: 'Late',
  question: 'Where is it?',
  seenAt: '2026-11-24T08:00:00.000Z',
};
const job = {
  source: desk,
  status: 'done' as const,
  startedAt: '2026-11-24T08:00:00.000Z',
  done: 2,
  total: 2,
  cursor: null,
  articles: 1,
  macros: 1,
  problems: ['one was empty'],
};

/** One row or more of every table, as the version that brought the table wrote them. */
const rows: Record<string, object[]> = {
  articles: [{ item: article, hash: 'a1', run: 1, id: article.id, source: desk, title: article.title }],
  macros: [{ item: macro, hash: 'm1', run: 1, id: macro.id, source: desk, title: macro.title }],
  playbooks: [
    { id: 'playbook:1', title: 'Late parcel', steps: [{ id: '1', text: 'Ask for the number', kind: 'ask' }] },
  ],
  passages: [
    {
      key,
      count: 1,
      owner: { kind: 'article', id: article.id, source: desk, title: article.title },
      hash: 'a1',
      passages: [passage],
      model: 'signals-en@1',
      vectors,
    },
  ],
  pastTickets: [past],
  choices,
  importJobs: [{ source: desk, job, run: 1, isComplete: true }],
  meta: [{ key: 'tidied', value: { at: '2026-11-24T08:00:00.000Z', removed: {} } }],
  tokens: [{ key: passage.id, owner: key, model: 'signals-en@1', dims: 4, count: 1, values: new Uint8Array([1, 2]) }],
  teamIntents: [{ id: 'i1', name: 'refund', examples: ['money back please', 'refund me'] }],
  intentVectors: [{ text: 'refund me', model: 'signals-en@1', vector: new Float32Array([0, 1]) }],
  indexChunks: [{ file: 'f', part: 0, bytes: new Uint8Array(0), sum: 0 }],
  indexChanges: [{ key }],
  gaps: [
    {
      id: 'g1',
      text: 'Do you ship to Malta?',
      vector: new Float32Array([1, 0]),
      model: 'signals-en@1',
      tickets: ['abc'],
      count: 3,
      isDismissed: false,
      firstAt: '2026-11-24T08:00:00.000Z',
      lastAt: '2026-11-25T08:00:00.000Z',
    },
  ],
  ownTags: [{ key, tags: ['mine'] }],
  playbookVectors: [{ id: 'playbook:1', model: 'signals-en@1', hash: 'p1', vectors: [new Float32Array([0, 1])] }],
};

/** Opens a database as that version of Deskside did. */
function openOld(name: string, version: number): Dexie {
  const old = new Dexie(name);
  for (const number of versions.filter((one) => one <= version)) old.version(number).stores(declared[number] ?? {});
  return old;
}

/** Everything a user of that version may have: a row of each of its tables, and from 6 on a log. */
async function writeOld(name: string, version: number): Promise<Record<string, unknown[]>> {
  const old = openOld(name, version);
  await old.open();
  expect(old.verno).toBe(version);
  for (const table of old.tables.filter((one) => rows[one.name])) await table.bulkAdd(rows[table.name] ?? []);
  const written: Record<string, unknown[]> = {};
  if (version >= 6) {
    const audit = keeperOf(old as ReturnType<typeof openDatabase>);
    for (const kind of ['shown', 'inserted'] as const) audit.note({ kind, site: desk });
    await audit.flush();
  }
  for (const table of old.tables) written[table.name] = await table.toArray();
  old.close();
  return written;
}

function keeperOf(database: Pick<ReturnType<typeof openDatabase>, 'audit' | 'meta'>) {
  return createAuditKeeper({
    store: createAuditStore(database),
    settings: () => defaultSettings,
    now: () => Date.UTC(2026, 10, 30),
  });
}

it('covers every version there is', async () => {
  const database = openDatabase('migration-newest');
  await database.open();
  expect(versions.at(-1)).toBe(database.verno);
  const known = versions.flatMap((version) => Object.keys(declared[version] ?? {}));
  expect(database.tables.map(({ name }) => name).sort()).toEqual(known.sort());
  expect(known.filter((name) => name !== 'audit' && !rows[name])).toEqual([]);
  database.close();
});

describe.each(versions)('a database of version %i', (version) => {
  it('holds everything it held, in the tables of today', async () => {
    const name = `migration-${version}-rows`;
    const written = await writeOld(name, version);
    const database = openDatabase(name);
    await database.open();
    for (const table of database.tables) {
      expect(await table.toArray(), table.name).toEqual(written[table.name] ?? []);
    }
    expect(Object.keys(written).length).toBeGreaterThanOrEqual(8);
    database.close();
  });

  it('is worked with as one made today: read, listed by its indexes, added to and emptied', async () => {
    const name = `migration-${version}-work`;
    await writeOld(name, version);
    const database = openDatabase(name);
    const store = createKnowledgeStore(database);
    expect(await store.counts('m@1')).toMatchObject({
      articles: 1,
      macros: 1,
      playbooks: 1,
      passages: 1,
      pastTickets: 1,
    });
    expect((await store.listArticles({ offset: 0, limit: 5, text: 'ret' })).items).toEqual([article]);
    expect((await store.readStaleSets('another@2', 5)).map(({ owner }) => owner.id)).toEqual([article.id]);
    expect((await store.listPastTickets(5)).map(({ id }) => id)).toEqual([past.id]);
    expect((await createChoiceStore(database).listChoices('2026-11-25')).map(({ at }) => at)).toEqual([choices[1]?.at]);
    expect((await createIntentStore(database).readBook()).intents).toHaveLength(version >= 3 ? 1 : 0);
    expect(await createGapStore(database).listGaps()).toHaveLength(version >= 5 ? 1 : 0);
    expect(await createIndexStore(database).readManifest()).toBeUndefined();
    expect((await createPrivacyStore(database).count()).counts.choices).toBe(2);
    const added = await createChoiceStore(database).addChoice({
      ...(choices[0] as (typeof choices)[0]),
      suggestionId: 'new',
    });
    expect(added).toBe(3);
    const audit = keeperOf(database);
    audit.note({ kind: 'dismissed', site: desk } satisfies Omit<AuditEntry, 'at'>);
    await audit.flush();
    audit.check('start');
    await expect
      .poll(() => audit.check('look').verdict)
      .toMatchObject({ firstBroken: null, rows: version >= 6 ? 3 : 1 });
    const { macros, teamIntents } = await store.exportAll('2026-11-30T00:00:00.000Z');
    expect([macros.length, teamIntents.length]).toEqual([1, version >= 3 ? 2 : 0]);
    await store.deleteAll();
    for (const table of database.tables) expect(await table.count(), table.name).toBe(0);
    database.close();
  });
});

it('upgrades while a page of the version before still has it open', async () => {
  const name = 'migration-open';
  await writeOld(name, 5);
  const old = openOld(name, 5);
  await old.open();
  const database = openDatabase(name);
  expect(await database.macros.count()).toBe(1);
  expect(database.verno).toBe(7);
  database.close();
  old.close();
});

it('reads the settings and ticks of the first release', async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({
    'settings.sitesOff': ['https://other.zendesk.com'],
    'settings.kinds': { reply: true, article: false, 'next-step': true, 'similar-ticket': false },
    'settings.tone': 'warm',
    'settings.signature': '{{agent.name}}, Acme',
    'settings.language': 'ar',
    'settings.panelWidthPx': 410,
    'settings.shortcuts': { togglePanel: 'Alt+Shift+P', insertReply: 'Alt+Shift+I', nextAlternative: 'Alt+Shift+N' },
    'settings.rememberTickets': true,
    'settings.unloadAfterMinutes': 0,
    ticks: { [`${desk}|7|playbook:1`]: { '1': true } },
  });
  expect(await readSettings()).toMatchObject({
    sitesOff: ['https://other.zendesk.com'],
    kinds: { ...defaultSettings.kinds, article: false, 'similar-ticket': false },
    tone: 'warm',
    signature: '{{agent.name}}, Acme',
    language: 'ar',
    panelWidthPx: 410,
    shortcuts: { togglePanel: 'Alt+Shift+P' },
    rememberTickets: true,
    unloadAfterMinutes: 0,
    learnFromChoices: defaultSettings.learnFromChoices,
  });
  expect((await openTicks()).get(`${desk}|7|playbook:1`)).toEqual({ '1': true });
});
