import type { Engine, KnowledgeBatch } from '../core/engine';
import type { Article, ImportJob, Macro, SourceId } from '../core/knowledge';
import { fail, ok, type Result } from '../core/result';
import type { OwnerKey, PassageSet, Stored, StoredJob, StorePage } from '../core/stores';
import { type Prepared, prepareArticle, prepareMacro } from './import-raw';
import { attempt, type LibraryContext } from './library-parts';

type ImportCalls = Pick<Engine, 'beginImport' | 'storeBatch' | 'endImport'>;
type Ending = Parameters<Engine['endImport']>[0];
type Items = { articles: Prepared<Article>[]; macros: Prepared<Macro>[] };

/** A helpdesk's place in its lists does not last: an older import starts over. */
const resumeLimitMs = 24 * 60 * 60 * 1000;
/** Problems kept of one import; a list of thousands helps nobody. */
const maxProblems = 200;

/**
 * Imports from helpdesks, page by page. The place after each stored page is kept with the page, so that an import goes on
 * after a cancel, a failure or a crash; items whose content did not change are not embedded again; after a complete import
 * the items that the helpdesk no longer has are removed.
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
  };
  await context.store.writeJob({ job, run: (stored?.run ?? 0) + 1, isComplete: false });
  return ok(job);
}

function canResume(job: ImportJob, now: number): boolean {
  return job.status !== 'done' && job.cursor !== null && now - Date.parse(job.startedAt) < resumeLimitMs;
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
      const job = advance(now.value, { batch, items, problems });
      await context.commit(toPage(items, sets, job));
      return ok(job.job);
    });
  } finally {
    if (running.get(source) === controller) running.delete(source);
  }
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

/** The passages of items that are new or whose content changed. */
export async function changedSets({ store }: LibraryContext, items: Items): Promise<PassageSet[]> {
  const sets = [...items.articles, ...items.macros].map((prepared) => prepared.set);
  const hashes = await store.readHashes(sets.map((set) => set.owner));
  return sets.filter((set, index) => set.hash !== hashes[index]);
}

function advance(
  stored: StoredJob,
  { batch, items, problems }: { batch: KnowledgeBatch; items: Items; problems: string[] },
): StoredJob {
  const { job, run } = stored;
  const next: ImportJob = {
    ...job,
    done: job.done + batch.articles.length + batch.macros.length,
    total: batch.total ?? job.total,
    cursor: batch.cursor,
    articles: job.articles + items.articles.length,
    macros: job.macros + items.macros.length,
    problems: [...job.problems, ...problems].slice(0, maxProblems),
  };
  return { job: next, run, isComplete: batch.cursor === null };
}

function toPage(items: Items, sets: PassageSet[], job: StoredJob): StorePage {
  return {
    articles: items.articles.map((prepared) => toStored(prepared, job.run)),
    macros: items.macros.map((prepared) => toStored(prepared, job.run)),
    sets,
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
  if (ending.status === 'done' && stored.isComplete) await removeGone(context, stored);
  const { message: _message, ...rest } = stored.job;
  const job: ImportJob = {
    ...rest,
    status: ending.status,
    finishedAt: new Date(context.clock()).toISOString(),
    ...(ending.message === undefined ? {} : { message: ending.message }),
  };
  await context.store.writeJob({ ...stored, job });
  void context.refresh();
  return ok(job);
}

/**
 * Removes what the helpdesk no longer has. Where it told of problems and gave nothing of a kind, that kind was refused
 * (articles without the right to read them), not emptied, and stays.
 */
async function removeGone({ store, index }: LibraryContext, { job, run }: StoredJob): Promise<void> {
  const isRefused = (key: OwnerKey) =>
    job.problems.length > 0 && (key.kind === 'article' ? job.articles === 0 : job.macros === 0);
  const gone = (await store.listUnseen(job.source, run)).filter((key) => !isRefused(key));
  await store.removeOwners(gone);
  await index.remove(gone);
}
