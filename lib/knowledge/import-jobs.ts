import type { Engine, KnowledgeBatch } from '../core/engine';
import type { Article, ImportJob, Macro, SourceId } from '../core/knowledge';
import { fail, ok, type Result } from '../core/result';
import type { KnowledgeStore, OwnerKey, PassageSet, Stored, StoredJob, StorePage } from '../core/stores';
import { isTextOf, type Prepared, prepareArticle, prepareMacro } from './import-raw';
import { attempt, type LibraryContext } from './library-parts';

type ImportCalls = Pick<Engine, 'beginImport' | 'storeBatch' | 'endImport'>;
type Ending = Parameters<Engine['endImport']>[0];
type Items = { articles: Prepared<Article>[]; macros: Prepared<Macro>[] };

/** A helpdesk's place in its lists does not last: an older import starts over. */
const resumeLimitMs = 24 * 60 * 60 * 1000;
/** What a helpdesk does not date (names of sections, who may read an article) is read again that often. */
const fullEveryMs = 7 * 24 * 60 * 60 * 1000;
/** Clocks of helpdesk and browser differ; what changed in these minutes before the last run is read again. */
const overlapMs = 10 * 60 * 1000;
/** Problems kept of one import; a list of thousands helps nobody. */
const maxProblems = 200;

/**
 * Imports from helpdesks, page by page. The place after each stored page is kept with the page, so that an import goes on
 * after a cancel, a failure or a crash; a refresh reads what changed since the last complete run; items whose content did
 * not change are not embedded again; only after a run that saw everything are the items removed that the helpdesk no longer
 * has.
 */
export function createImportCalls(context: LibraryContext): ImportCalls {
  const running = new Map<SourceId, AbortController>();
  return {
    beginImport: ({ source, fresh }) => attempt(() => context.inOrder(() => begin(context, source, fresh))),
    storeBatch: ({ source, batch }) => attempt(() => storeBatch(context, running, { source, batch })),
    endImport(ending) {
      // A page that is being embedded would only delay the end; it is read again when the import goes on.
      if (ending.status !== 'done') running.get(ending.source)?.abort();
      return attempt(() => context.inOrder(() => end(context, ending)));
    },
  };
}

async function begin(context: LibraryContext, source: SourceId, fresh: boolean): Promise<Result<ImportJob>> {
  const stored = await context.store.readJob(source);
  const now = context.clock();
  if (stored && !fresh && canResume(stored.job, now)) {
    const { finishedAt: _finished, message: _message, ...job } = stored.job;
    const resumed: StoredJob = { ...stored, job: { ...job, status: 'running' } };
    await context.store.writeJob(resumed);
    return ok(resumed.job);
  }
  const job: ImportJob = {
    source,
    status: 'running',
    startedAt: new Date(now).toISOString(),
    done: 0,
    total: null,
    cursor: null,
    articles: 0,
    macros: 0,
    problems: [],
    ...(stored ? placeOf(stored.job) : {}),
  };
  const since = fresh ? undefined : sinceOf(job, now);
  if (since !== undefined) job.since = since;
  await context.store.writeJob({ job, run: (stored?.run ?? 0) + 1, isComplete: false });
  return ok(job);
}

function canResume(job: ImportJob, now: number): boolean {
  return job.status !== 'done' && job.cursor !== null && now - Date.parse(job.startedAt) < resumeLimitMs;
}

/** What of an older run the next one builds on. */
function placeOf({ syncedAt, fullAt }: ImportJob): Pick<ImportJob, 'syncedAt' | 'fullAt'> {
  return { ...(syncedAt === undefined ? {} : { syncedAt }), ...(fullAt === undefined ? {} : { fullAt }) };
}

/** From when on changes are read; undefined: everything is. */
function sinceOf({ syncedAt, fullAt }: ImportJob, now: number): string | undefined {
  if (syncedAt === undefined || fullAt === undefined) return undefined;
  if (now - Date.parse(fullAt) > fullEveryMs) return undefined;
  return new Date(Date.parse(syncedAt) - overlapMs).toISOString();
}

type Batch = { source: SourceId; batch: KnowledgeBatch };

async function storeBatch(
  context: LibraryContext,
  running: Map<SourceId, AbortController>,
  { source, batch }: Batch,
): Promise<Result<ImportJob>> {
  const before = await readRunning(context, source);
  if (!before.ok) return before;
  const controller = new AbortController();
  running.set(source, controller);
  try {
    const { items, problems } = prepare(context, { source, batch });
    const changed = await changedSets(context, items);
    const sets = await context.embed(changed, controller.signal);
    return await context.inOrder(async () => {
      controller.signal.throwIfAborted();
      const now = await readRunning(context, source);
      if (!now.ok) return now;
      if (now.value.run !== before.value.run) return fail('import-replaced', 'Another import of this source began');
      // A tab that was reloaded reads the page again that was still on its way into the store.
      if (isStored(batch, now.value.job, before.value.job)) return ok(now.value.job);
      const job = advance(now.value, { batch, items, problems, changed: changed.length });
      await context.commit(toPage(items, sets, { job, seen: seenKeys(source, batch) }));
      return ok(job.job);
    });
  } finally {
    if (running.get(source) === controller) running.delete(source);
  }
}

/** Whether the last page that was stored is this one; the last page of all has no place after it, so it is told by what was stored meanwhile. */
function isStored({ cursor }: KnowledgeBatch, now: ImportJob, before: ImportJob): boolean {
  return now.cursor === cursor && (cursor !== null || before.cursor !== null);
}

async function readRunning(context: LibraryContext, source: SourceId): Promise<Result<StoredJob>> {
  const stored = await context.store.readJob(source);
  if (stored?.job.status === 'running') return ok(stored);
  return fail('import-not-running', 'There is no import of this source to add to');
}

function prepare({ sanitise }: LibraryContext, { source, batch }: Batch): { items: Items; problems: string[] } {
  const items: Items = { articles: [], macros: [] };
  const problems = [...batch.problems];
  for (const raw of batch.articles) {
    const prepared = prepareArticle(raw, source);
    if (prepared.ok) items.articles.push(prepared.value);
    else if (prepared.error.kind !== 'draft') problems.push(`Article ${prepared.error.message}`);
  }
  for (const raw of batch.macros) {
    const prepared = prepareMacro(raw, source, sanitise);
    if (prepared.ok) items.macros.push(prepared.value);
    else if (prepared.error.kind !== 'inactive') problems.push(`Macro ${prepared.error.message}`);
  }
  return { items, problems };
}

/** The passages of items that are new or changed; those whose text is what it was keep their vectors. */
export async function changedSets({ store }: LibraryContext, items: Items): Promise<PassageSet[]> {
  const sets = [...items.articles, ...items.macros].map((prepared) => prepared.set);
  const hashes = await store.readHashes(sets.map((set) => set.owner));
  const relabelled = sets.filter((set, index) => set.hash !== hashes[index] && isTextOf(set.hash, hashes[index]));
  const kept = await keepVectors(store, relabelled);
  return sets.flatMap((set, index) => (set.hash === hashes[index] ? [] : [kept.get(set) ?? set]));
}

/** The sets with the vectors that are stored of them, by the sets they were. */
async function keepVectors(store: KnowledgeStore, sets: PassageSet[]): Promise<Map<PassageSet, PassageSet>> {
  const kept = new Map<PassageSet, PassageSet>();
  const stored = sets.length > 0 ? await store.readOwners(sets.map((set) => set.owner)) : [];
  for (const [index, set] of sets.entries()) {
    const before = stored[index];
    if (!before?.vectors) continue;
    const read = await store.readTokens(
      set.passages.map(({ id }) => id),
      before.model,
    );
    const tokens = read.map((one) => one ?? null);
    const { model, vectors } = before;
    kept.set(set, { ...set, model, vectors, ...(tokens.some((one) => one !== null) ? { tokens } : {}) });
  }
  return kept;
}

function advance(
  stored: StoredJob,
  { batch, items, problems, changed }: { batch: KnowledgeBatch; items: Items; problems: string[]; changed: number },
): StoredJob {
  const { job, run } = stored;
  const seen = batch.seen ?? { articles: [], macros: [] };
  const partial = [...new Set([...(job.partial ?? []), ...(batch.partial ?? [])])];
  const next: ImportJob = {
    ...job,
    ...(partial.length > 0 ? { partial } : {}),
    changed: (job.changed ?? 0) + changed,
    done: job.done + batch.articles.length + batch.macros.length + seen.articles.length + seen.macros.length,
    total: batch.total ?? job.total,
    cursor: batch.cursor,
    articles: job.articles + items.articles.length + seen.articles.length,
    macros: job.macros + items.macros.length + seen.macros.length,
    problems: [...job.problems, ...problems].slice(0, maxProblems),
  };
  return { job: next, run, isComplete: batch.cursor === null };
}

function seenKeys(source: SourceId, { seen }: KnowledgeBatch): OwnerKey[] {
  const articles = seen?.articles.map((id): OwnerKey => ({ kind: 'article', id: `${source}#${id}` })) ?? [];
  const macros = seen?.macros.map((id): OwnerKey => ({ kind: 'macro', id: `${source}#${id}` })) ?? [];
  return [...articles, ...macros];
}

function toPage(items: Items, sets: PassageSet[], { job, seen }: { job: StoredJob; seen: OwnerKey[] }): StorePage {
  return {
    articles: items.articles.map((prepared) => toStored(prepared, job.run)),
    macros: items.macros.map((prepared) => toStored(prepared, job.run)),
    sets,
    ...(seen.length > 0 ? { seen: { keys: seen, run: job.run } } : {}),
    job,
  };
}

/** An item as it is stored by the import of number `run`. */
export function toStored<T>({ item, set }: Prepared<T>, run: number): Stored<T> {
  return { item, hash: set.hash, run };
}

async function end(context: LibraryContext, ending: Ending): Promise<Result<ImportJob>> {
  const stored = await context.store.readJob(ending.source);
  if (!stored) return fail('import-not-running', 'There is no import of this source to end');
  const isWhole = ending.status === 'done' && stored.isComplete;
  const removed = isWhole ? await removeGone(context, stored) : 0;
  const { message: _message, ...rest } = stored.job;
  const { startedAt, since } = rest;
  const job: ImportJob = {
    ...rest,
    status: ending.status,
    finishedAt: new Date(context.clock()).toISOString(),
    ...(ending.message === undefined ? {} : { message: ending.message }),
    ...(isWhole ? { removed, syncedAt: startedAt } : {}),
    ...(isWhole && since === undefined ? { fullAt: startedAt } : {}),
  };
  await context.store.writeJob({ ...stored, job });
  void context.refresh();
  return ok(job);
}

/** Removes what the helpdesk no longer has and answers how many; a kind of which a part was refused stays as it is. */
async function removeGone({ store, index }: LibraryContext, { job, run }: StoredJob): Promise<number> {
  const partial: readonly OwnerKey['kind'][] = job.partial ?? [];
  const gone = (await store.listUnseen(job.source, run)).filter(({ kind }) => !partial.includes(kind));
  await store.removeOwners(gone);
  await index.remove(gone);
  return gone.length;
}
