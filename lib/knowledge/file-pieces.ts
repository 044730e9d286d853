import type { ImportPiece } from '../core/engine';
import { pieceCursor, type SourceId } from '../core/knowledge';
import { fail, ok, type Result } from '../core/result';
import type { StoredJob } from '../core/stores';
import type { FileContents } from './file-records';
import type { LibraryContext } from './library-parts';

/** Problems kept of one file; a list of thousands helps nobody. */
const maxProblems = 200;

/** The job that the piece is part of: a new one for the first. Fails with `import-not-running`. Call it inside `inOrder`. */
export async function findPlace(
  { store, clock }: LibraryContext,
  source: SourceId,
  { stamp, number }: ImportPiece,
): Promise<Result<StoredJob>> {
  const stored = await store.readJob(source);
  if (number === 0) {
    const [startedAt, none] = [new Date(clock()).toISOString(), { done: 0, articles: 0, macros: 0 }];
    const job = { source, status: 'running' as const, startedAt, total: null, cursor: null, problems: [], ...none };
    return ok({ job, run: (stored?.run ?? 0) + 1, isComplete: false });
  }
  if (stored && stored.job.status !== 'done' && stored.job.cursor === pieceCursor(stamp, number)) return ok(stored);
  return fail('import-not-running', 'There is no import of this source to add to');
}

/** Notes that the piece is in; after the last one goes what an older file of this name brought. Call it inside `inOrder`. */
export async function endPiece(
  { store, index, clock }: LibraryContext,
  { articles, macros, problems }: FileContents,
  { piece, stored: { job, run } }: { piece: ImportPiece; stored: StoredJob },
): Promise<void> {
  const { stamp, number, isLast } = piece;
  if (isLast) {
    const gone = await store.listUnseen(job.source, run);
    await store.removeOwners(gone);
    await index.remove(gone);
  }
  const { finishedAt: _finished, message: _message, ...rest } = job;
  const told = problems.map(({ line, message }) => (line === null ? message : `Line ${line}: ${message}`));
  const next = {
    ...rest,
    status: isLast ? ('done' as const) : ('running' as const),
    ...(isLast ? { finishedAt: new Date(clock()).toISOString() } : {}),
    done: job.done + articles.length + macros.length,
    cursor: isLast ? null : pieceCursor(stamp, number + 1),
    articles: job.articles + articles.length,
    macros: job.macros + macros.length,
    problems: [...job.problems, ...told].slice(0, maxProblems),
  };
  await store.writeJob({ job: next, run, isComplete: isLast });
}
