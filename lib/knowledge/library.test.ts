import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createHashEncoder } from '@/tests/support/hash-encoder';
import type { KnowledgeBatch } from '../core/engine';
import type { RawArticle, RawMacro } from '../core/helpdesk';
import type { Result } from '../core/result';
import type { KnowledgeStore } from '../core/stores';
import { openDatabase } from '../storage/database';
import { createIndexStore } from '../storage/index-store';
import { createKnowledgeStore } from '../storage/knowledge-store';
import { createKnowledgeIndex } from './index/knowledge-index';
import { createLibrary } from './library';

const source = 'https://acme.zendesk.com';
let databases = 0;

/** A library over a new database; `name` opens an older one again, with an empty index, as after a restart. */
type Start = { name?: string; version?: string; tokenLimit?: number; broken?: Partial<KnowledgeStore> };

function start({ name, version = '1', broken, ...limits }: Start = {}) {
  databases += 1;
  const database = openDatabase(name ?? `library-${databases}`);
  const encoder = createHashEncoder(version);
  const index = createKnowledgeIndex({ store: createIndexStore(database) });
  const clock = { now: Date.parse('2026-03-01T10:00:00Z') };
  const store = { ...createKnowledgeStore(database), ...broken };
  const sanitise = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, '');
  const library = createLibrary({
    store,
    encoder,
    index,
    sanitise,
    clock: () => clock.now,
    newId: () => `id-${databases}`,
    ...limits,
  });
  return { database, encoder, index, clock, store, library };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`);
  return result.value;
}

function article(id: string, text: string, changes: Partial<RawArticle> = {}): RawArticle {
  return {
    id,
    title: `Article ${id}`,
    html: `<p>${text}</p>`,
    labels: [],
    isDraft: false,
    isInternal: false,
    ...changes,
  };
}
function macro(id: string, html: string, changes: Partial<RawMacro> = {}): RawMacro {
  return { id, title: `Macro ${id}`, html, isNote: false, isActive: true, tags: [], ...changes };
}
const batch = (changes: Partial<KnowledgeBatch>): KnowledgeBatch => ({
  articles: [],
  macros: [],
  cursor: null,
  total: null,
  problems: [],
  ...changes,
});

type Started = ReturnType<typeof start>;
async function importAll({ library }: Started, batches: Partial<KnowledgeBatch>[]) {
  value(await library.beginImport({ source, fresh: false }));
  for (const one of batches) value(await library.storeBatch({ source, batch: batch(one) }));
  return value(await library.endImport({ source, status: 'done' }));
}
const find = async ({ library }: Started, text: string) =>
  value(await library.search({ text, limit: 3 })).map((hit) => hit.ownerId);

const refunds = article('1', 'Refunds take five working days.');
const chargers = article('2', 'A red light on the charger means that it is too cold.');

describe('importing from a helpdesk', () => {
  it('stores, embeds and finds articles and macros', async () => {
    const desk = start();
    const job = await importAll(desk, [
      { articles: [refunds, article('3', 'Secret', { isDraft: true })], cursor: 'c1', total: 4 },
      {
        articles: [article('4', 'For agents only.', { isInternal: true, locale: 'EN-us' })],
        macros: [
          macro(
            '1',
            '<p>Hi {{ticket.requester.first_name}}, your <b>refund</b> is on its way.</p><script>x()</script>',
          ),
        ],
      },
    ]);
    expect(job).toMatchObject({
      status: 'done',
      done: 4,
      total: 4,
      articles: 2,
      macros: 1,
      problems: [],
      cursor: null,
    });
    expect(await find(desk, 'how long do refunds take')).toContain(`${source}#1`);
    expect(await desk.library.readArticle(`${source}#4`)).toMatchObject({
      isInternal: true,
      locale: 'en-us',
      text: 'For agents only.',
    });
    expect(await desk.library.readMacro(`${source}#1`)).toMatchObject({
      text: 'Hi {{ticket.requester.first_name}}, your refund is on its way.',
      html: expect.not.stringContaining('script'),
    });
    expect(desk.encoder.encoded).toContain('Macro 1. Hi, your refund is on its way.');
    expect(desk.encoder.encoded.join()).not.toContain('Secret');
    expect(new Set(desk.encoder.priorities)).toEqual(new Set(['later', 'now']));
  });

  it('tells what it left out', async () => {
    const job = await importAll(start(), [
      { articles: [article('1', ' '), refunds], macros: [macro('2', '')], problems: ['one of theirs'] },
    ]);
    expect(job.problems).toEqual(['one of theirs', 'Article “Article 1” has no text', 'Macro “Macro 2” has no text']);
  });

  it('goes on where it stopped after a crash, a cancel or a failure', async () => {
    for (const status of [undefined, 'cancelled', 'failed', 'paused'] as const) {
      const desk = start();
      value(await desk.library.beginImport({ source, fresh: false }));
      value(await desk.library.storeBatch({ source, batch: batch({ articles: [refunds], cursor: 'page 2' }) }));
      if (status) value(await desk.library.endImport({ source, status, message: 'why' }));
      desk.database.close();

      const later = start({ name: desk.database.name });
      const job = value(await later.library.beginImport({ source, fresh: false }));
      expect(job).toMatchObject({ status: 'running', cursor: 'page 2', done: 1 });
      expect(job.message).toBeUndefined();
      value(await later.library.storeBatch({ source, batch: batch({ articles: [chargers] }) }));
      const ended = value(await later.library.endImport({ source, status: 'done' }));
      expect(ended).toMatchObject({ status: 'done', articles: 2 });
      expect(value(await later.library.counts())).toMatchObject({ articles: 2 });
    }
  });

  it('starts over when asked to, or when the place is a day old', async () => {
    const desk = start();
    const begin = async (fresh: boolean) => value(await desk.library.beginImport({ source, fresh })).cursor;
    value(await desk.library.beginImport({ source, fresh: false }));
    value(await desk.library.storeBatch({ source, batch: batch({ articles: [refunds], cursor: 'c' }) }));
    expect(await begin(false)).toBe('c');
    desk.clock.now += 25 * 60 * 60 * 1000;
    expect(await begin(false)).toBeNull();
    value(await desk.library.storeBatch({ source, batch: batch({ articles: [refunds], cursor: 'c' }) }));
    expect(await begin(true)).toBeNull();
  });

  it.each(['page 3', null])(
    'counts a page once that two tabs store at the same time (place after it: %s)',
    async (cursor) => {
      const desk = start();
      value(await desk.library.beginImport({ source, fresh: false }));
      value(await desk.library.storeBatch({ source, batch: batch({ articles: [refunds], cursor: 'page 2' }) }));
      const page = batch({ articles: [chargers], cursor });
      const both = await Promise.all([1, 2].map(() => desk.library.storeBatch({ source, batch: page })));
      expect(both.map((one) => value(one).articles)).toEqual([2, 2]);
      expect(value(await desk.library.counts())).toMatchObject({ articles: 2 });
    },
  );

  it('embeds only what changed', async () => {
    const desk = start();
    await importAll(desk, [{ articles: [refunds, chargers], macros: [macro('1', '<p>Hello</p>')] }]);
    desk.encoder.encoded = [];
    await importAll(desk, [
      { articles: [refunds, { ...chargers, labels: ['new'] }], macros: [macro('1', '<p>Hello</p>')] },
    ]);
    expect(desk.encoder.encoded).toEqual([]);
    expect((await desk.library.readArticle(`${source}#2`))?.labels).toEqual(['new']);
    await importAll(desk, [
      { articles: [refunds, article('2', 'A green light means full.')], macros: [macro('1', '<p>Hello</p>')] },
    ]);
    expect(desk.encoder.encoded).toEqual(['Article 2. A green light means full.']);
    expect(await find(desk, 'green light')).toContain(`${source}#2`);
    expect(
      value(await desk.library.search({ text: 'charger too cold', limit: 3 }))
        .map((hit) => hit.quote.text)
        .join(),
    ).not.toContain('cold');
  });

  it('finds by new labels and sections without embedding the text again', async () => {
    const desk = start();
    desk.encoder.hasTokens = true;
    await importAll(desk, [{ articles: [refunds, chargers] }]);
    const embedded = desk.encoder.encoded.length;
    const labelled = article('2', 'A red light on the charger means that it is too cold.', {
      labels: ['winter'],
      section: 'Power',
    });
    await importAll(desk, [{ articles: [refunds, labelled] }]);
    expect(desk.encoder.encoded.length).toBe(embedded);
    expect(await desk.database.tokens.count()).toBe(2);
    const [hit] = await desk.index.search({ text: 'winter', limit: 1, sections: ['Power'] }, null);
    expect(hit?.ownerId).toBe(`${source}#2`);
    const [near] = await desk.index.search(
      { text: '', limit: 1, sections: ['Power'] },
      new Float32Array(384).fill(0.05),
    );
    expect(near?.cosine).not.toBeNull();
    await importAll(desk, [{ articles: [refunds, chargers] }]);
    expect(await desk.index.search({ text: 'winter', limit: 1 }, null)).toEqual([]);
    expect(desk.encoder.encoded.length).toBe(embedded);
  });

  it('removes what the helpdesk no longer has, after a complete import only', async () => {
    const desk = start();
    await importAll(desk, [{ articles: [refunds, chargers], macros: [macro('1', '<p>Hello</p>')] }]);
    value(await desk.library.beginImport({ source, fresh: false }));
    value(await desk.library.storeBatch({ source, batch: batch({ articles: [refunds], cursor: 'more' }) }));
    value(await desk.library.endImport({ source, status: 'cancelled' }));
    expect(value(await desk.library.counts())).toMatchObject({ articles: 2, macros: 1 });
    value(await desk.library.beginImport({ source, fresh: true }));
    value(await desk.library.endImport({ source, status: 'done' }));
    expect(value(await desk.library.counts())).toMatchObject({ articles: 2, macros: 1 });
    await importAll(desk, [{ articles: [refunds] }]);
    expect(value(await desk.library.counts())).toMatchObject({ articles: 1, macros: 0, passages: 1 });
    expect(await find(desk, 'red light charger')).not.toContain(`${source}#2`);
  });

  it('keeps the articles when the helpdesk refuses to show them', async () => {
    const desk = start();
    await importAll(desk, [{ articles: [refunds], macros: [macro('1', '<p>a</p>'), macro('2', '<p>b</p>')] }]);
    await importAll(desk, [{ macros: [macro('1', '<p>a</p>')], problems: ['Articles: 403'], partial: ['article'] }]);
    expect(value(await desk.library.counts())).toMatchObject({ articles: 1, macros: 1 });
  });

  it('reads what changed since the last complete run, and removes what was neither read nor named', async () => {
    const desk = start();
    const hello = macro('1', '<p>Hello</p>');
    const first = await importAll(desk, [{ articles: [refunds, chargers, article('3', 'Old.')], macros: [hello] }]);
    expect(first).toMatchObject({ changed: 4, removed: 0, fullAt: first.startedAt });
    expect(first.since).toBeUndefined();

    desk.clock.now += 24 * 60 * 60 * 1000;
    const begun = value(await desk.library.beginImport({ source, fresh: false }));
    expect(begun.since).toBe(new Date(Date.parse(first.startedAt) - 600_000).toISOString());
    const seen = { articles: ['2'], macros: ['1'] };
    const page = batch({ articles: [article('1', 'Refunds take six days.')], seen, cursor: 'more' });
    value(await desk.library.storeBatch({ source, batch: page }));
    value(await desk.library.endImport({ source, status: 'cancelled' }));
    expect(value(await desk.library.counts()).articles).toBe(3);

    const resumed = value(await desk.library.beginImport({ source, fresh: false }));
    expect(resumed).toMatchObject({ cursor: 'more', since: begun.since });
    value(await desk.library.storeBatch({ source, batch: batch({}) }));
    const ended = value(await desk.library.endImport({ source, status: 'done' }));
    expect(ended).toMatchObject({ changed: 1, removed: 1, articles: 2, macros: 1, fullAt: first.fullAt });
    expect(await desk.library.readArticle(`${source}#3`)).toBeUndefined();
    expect((await desk.library.readArticle(`${source}#1`))?.text).toBe('Refunds take six days.');
  });

  it('reads everything again after a week, when told to, and after a run that never ended', async () => {
    const desk = start();
    const sinceOf = async (fresh = false) => value(await desk.library.beginImport({ source, fresh })).since;
    expect(await sinceOf()).toBeUndefined();
    await importAll(desk, [{ articles: [refunds] }]);
    expect(await sinceOf(true)).toBeUndefined();
    value(await desk.library.endImport({ source, status: 'cancelled' }));
    // The refresh after a cancelled full run still knows the last complete one.
    expect(await sinceOf()).toBeDefined();
    desk.clock.now += 8 * 24 * 60 * 60 * 1000;
    expect(await sinceOf()).toBeUndefined();
  });

  it('keeps a macro that only changes fields, as data', async () => {
    const desk = start();
    const actions = [{ field: 'status' as const, value: 'solved' }];
    const { html: _html, ...solve } = macro('9', '', { category: 'Close', actions });
    const job = await importAll(desk, [{ macros: [solve, macro('1', '<p>Hello</p>')] }]);
    expect(job).toMatchObject({ macros: 2, problems: [] });
    expect(await desk.library.readMacro(`${source}#9`)).toMatchObject({ text: '', category: 'Close', actions });
    await desk.library.refreshVectors();
    expect(await find(desk, 'macro solved')).not.toContain(`${source}#9`);
    expect(await find(desk, 'hello')).toEqual([`${source}#1`]);
    const exported = value(await desk.library.exportAll());
    const other = start();
    value(await other.library.importFile({ name: 'deskside.json', text: exported }));
    expect(await other.library.readMacro(`${source}#9`)).toMatchObject({ text: '', actions });
  });

  it('keeps an article and a macro of the same number apart', async () => {
    const desk = start();
    await importAll(desk, [
      { articles: [article('7', 'Penguins swim.')], macros: [macro('7', '<p>Penguins walk.</p>')] },
    ]);
    value(await desk.library.remove({ kind: 'macro', id: `${source}#7` }));
    const hits = value(await desk.library.search({ text: 'penguins', limit: 5 }));
    expect(hits.map((hit) => hit.ownerKind)).toEqual(['article']);
  });

  it('stops the page that is being embedded when the agent cancels, and takes no page after that', async () => {
    const desk = start();
    value(await desk.library.beginImport({ source, fresh: false }));
    let release = () => {};
    const encode = desk.encoder.encode;
    desk.encoder.encode = async (texts, options) => {
      await new Promise<void>((resolve) => {
        release = resolve;
        options?.signal?.addEventListener('abort', () => resolve());
      });
      return encode(texts, options);
    };
    const storing = desk.library.storeBatch({ source, batch: batch({ articles: [refunds], cursor: 'c' }) });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const ended = value(await desk.library.endImport({ source, status: 'cancelled' }));
    expect(ended.status).toBe('cancelled');
    expect(await storing).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    release();
    expect(await desk.library.storeBatch({ source, batch: batch({ articles: [refunds] }) })).toMatchObject({
      ok: false,
      error: { kind: 'import-not-running' },
    });
    expect(value(await desk.library.counts()).articles).toBe(0);
  });

  it('answers for sources that are not being imported', async () => {
    const { library } = start();
    expect(await library.storeBatch({ source, batch: batch({}) })).toMatchObject({ ok: false });
    expect(await library.endImport({ source, status: 'done' })).toMatchObject({ ok: false });
  });

  it('imports without the model, finds by words, and embeds when the model is back', async () => {
    const desk = start();
    desk.encoder.failure = new Error('no model');
    await importAll(desk, [{ articles: [refunds, chargers] }]);
    const [hit] = value(await desk.library.search({ text: 'refunds', limit: 1 }));
    expect(hit).toMatchObject({ ownerId: `${source}#1`, cosine: null });
    desk.encoder.failure = null;
    await desk.library.refreshVectors();
    expect(value(await desk.library.search({ text: 'refunds', limit: 1 }))[0]?.cosine).toBeGreaterThan(0.2);
  });
});

describe('restarts', () => {
  it('finds everything again with the same scores, without embedding it', async () => {
    const desk = start();
    await importAll(desk, [{ articles: [refunds, chargers], macros: [macro('1', '<p>Hello</p>')] }]);
    const before = value(await desk.library.search({ text: 'red light', limit: 3 }));
    const again = start({ name: desk.database.name });
    value(await again.library.load({}));
    await again.library.refreshVectors();
    expect(again.encoder.encoded).toEqual([]);
    const after = value(await again.library.search({ text: 'red light', limit: 3 }));
    expect(after.map((hit) => [hit.ownerId, hit.cosine])).toEqual(before.map((hit) => [hit.ownerId, hit.cosine]));
  });

  it('embeds everything anew for another model, and finds by words until then', async () => {
    const desk = start();
    await importAll(desk, [{ articles: [refunds] }]);
    const again = start({ name: desk.database.name, version: '2' });
    again.encoder.failure = new Error('loading');
    value(await again.library.load({}));
    expect(value(await again.library.search({ text: 'refunds', limit: 1 }))[0]?.cosine).toBeNull();
    await again.library.refreshVectors();
    again.encoder.failure = null;
    await again.library.refreshVectors();
    expect(again.encoder.encoded).toHaveLength(1);
    expect(value(await again.library.search({ text: 'refunds', limit: 1 }))[0]?.cosine).toBeGreaterThan(0);
  });
});

describe('token vectors', () => {
  const matchOf = async ({ library }: Started, text: string) =>
    value(await library.search({ text, limit: 3 })).map(({ ownerId, match }) => [
      ownerId.split('#')[1],
      match !== null,
    ]);

  it('are stored with the passages and rank what is found, also after a restart', async () => {
    const desk = start();
    desk.encoder.hasTokens = true;
    await importAll(desk, [{ articles: [refunds, chargers], macros: [macro('3', '<p>Hello</p>')] }]);
    expect(await desk.database.tokens.count()).toBe(3);
    const [best] = value(await desk.library.search({ text: 'red light charger', limit: 3 }));
    expect(best).toMatchObject({ ownerId: `${source}#2`, match: expect.closeTo(1, 2) });
    const again = start({ name: desk.database.name });
    again.encoder.hasTokens = true;
    value(await again.library.load({}));
    expect(await matchOf(again, 'red light charger')).toContainEqual(['2', true]);
  });

  it('come in the background when a model has them that had none', async () => {
    const desk = start();
    await importAll(desk, [{ articles: [refunds, chargers] }]);
    expect(await desk.database.tokens.count()).toBe(0);
    expect(await matchOf(desk, 'red light')).toEqual([
      ['2', false],
      ['1', false],
    ]);
    const newer = start({ name: desk.database.name, version: '2' });
    newer.encoder.hasTokens = true;
    value(await newer.library.load({}));
    await newer.library.refreshVectors();
    expect(await matchOf(newer, 'red light')).toEqual([
      ['2', true],
      ['1', true],
    ]);
  });

  it('are left out beyond the limit, where search goes on without', async () => {
    const desk = start({ tokenLimit: 1 });
    desk.encoder.hasTokens = true;
    await importAll(desk, [
      { articles: [refunds] },
      { articles: [chargers] },
      { articles: [article('3', 'Penguins.')] },
    ]);
    expect(await desk.database.tokens.count()).toBe(2);
    expect((await find(desk, 'penguins'))[0]).toBe(`${source}#3`);
  });
});

describe('files', () => {
  it('replaces what a file of the same name brought before', async () => {
    const desk = start();
    const first = value(
      await desk.library.importFile({ name: 'faq.csv', text: 'title,body\nA,apples\nB,bananas\nC,\n' }),
    );
    expect(first).toEqual({
      articles: 2,
      macros: 0,
      playbooks: 0,
      problems: [{ line: 4, message: '“C” has no text' }],
    });
    value(await desk.library.importFile({ name: 'faq.csv', text: 'title,body\nB,bananas\n' }));
    expect(value(await desk.library.counts())).toMatchObject({
      articles: 1,
      passages: 1,
      sources: [{ source: 'file:faq.csv', articles: 1, job: { status: 'done' } }],
    });
    expect(desk.encoder.encoded.filter((text) => text.includes('bananas'))).toHaveLength(1);
    value(await desk.library.importFile({ name: 'faq.csv', text: 'nonsense' }));
    expect(value(await desk.library.counts()).articles).toBe(1);
    value(await desk.library.removeSource('file:faq.csv'));
    expect(value(await desk.library.counts())).toMatchObject({ articles: 0, sources: [] });
    expect(await find(desk, 'bananas')).toEqual([]);
  });

  it('brings an export back as it was, in another browser', async () => {
    const desk = start();
    const html = '<h2>Refunds</h2><p>Five working days.</p><h2>Returns</h2><p>Thirty days.</p>';
    await importAll(desk, [
      { articles: [article('1', '', { html, url: 'https://x/1' })], macros: [macro('1', '<p>Hello <i>there</i></p>')] },
    ]);
    value(await desk.library.savePlaybook({ text: 'Late\nIntent: delivery.late\n1. Ask: when?' }));
    value(
      await desk.library.rememberTicket({
        id: 't1',
        source,
        ticketId: '1',
        subject: 'Parcel',
        question: 'Where is my parcel?',
        reply: 'Here.',
        seenAt: '2026-01-01',
      }),
    );
    const text = value(await desk.library.exportAll());

    const other = start();
    expect(value(await other.library.importFile({ name: 'deskside.json', text }))).toEqual({
      articles: 1,
      macros: 1,
      playbooks: 1,
      pastTickets: 1,
      problems: [],
    });
    // What imports told stays with the device that ran them.
    expect({ ...JSON.parse(value(await other.library.exportAll())), importJobs: [] }).toEqual({
      ...JSON.parse(text),
      importJobs: [],
    });
    expect(value(await other.library.search({ text: 'parcel', limit: 1, kinds: ['past'] }))[0]?.ownerId).toBe('t1');
    other.encoder.encoded = [];
    await importAll(other, [
      { articles: [article('1', '', { html, url: 'https://x/1' })], macros: [macro('1', '<p>Hello <i>there</i></p>')] },
    ]);
    expect(other.encoder.encoded).toEqual([]);
  });

  it('refuses what it cannot read with a reason', async () => {
    expect(await start().library.importFile({ name: 'a.exe', text: '' })).toMatchObject({
      ok: false,
      error: { kind: 'unsupported-file' },
    });
  });
});

describe('playbooks, past tickets, deletion', () => {
  it('saves, changes and removes a playbook', async () => {
    const { library } = start();
    const saved = value(await library.savePlaybook({ text: 'Bug\n1. Check it' }));
    const changed = value(await library.savePlaybook({ id: saved.id, text: 'Bug two\n1. Check it\n2. Fix it' }));
    expect(value(await library.listPlaybooks())).toEqual([changed]);
    expect(await library.savePlaybook({ id: saved.id, text: 'Bug\nnonsense' })).toMatchObject({
      ok: false,
      error: { kind: 'playbook-line' },
    });
    value(await library.remove({ kind: 'playbook', id: saved.id }));
    expect(value(await library.listPlaybooks())).toEqual([]);
  });

  it('deletes everything, even while a page is being embedded', async () => {
    const desk = start();
    await importAll(desk, [{ articles: [refunds] }]);
    value(await desk.library.beginImport({ source, fresh: true }));
    const storing = desk.library.storeBatch({ source, batch: batch({ articles: [chargers] }) });
    const reading = desk.library.importFile({ name: 'a.csv', text: 'title,body\nA,apples' });
    value(await desk.library.deleteAll());
    await Promise.all([storing, reading]);
    await desk.library.refreshVectors();
    expect(value(await desk.library.counts())).toMatchObject({ articles: 0, passages: 0, sources: [] });
    expect(await desk.index.size()).toBe(0);
  });

  it('answers a database that fails with a failure people can read', async () => {
    const desk = start({
      broken: { listArticles: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) },
    });
    expect(await desk.library.listArticles({ offset: 0, limit: 1 })).toMatchObject({
      ok: false,
      error: { kind: 'storage-full' },
    });
  });
});
