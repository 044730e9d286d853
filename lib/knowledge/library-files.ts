import type { FileReport, ImportFile } from '../core/engine';
import type { ImportJob, PastTicket, SourceId } from '../core/knowledge';
import { ok, type Result } from '../core/result';
import type { PassageSet } from '../core/stores';
import { endPiece, findPlace } from './file-pieces';
import type { FileContents } from './file-records';
import { fileSource, readImportFile } from './import-file';
import { changedSets, toStored } from './import-jobs';
import { type Prepared, pastTicketPassages } from './import-raw';
import type { LibraryContext } from './library-parts';

/** Items written in one transaction. */
const pageSize = 200;

/**
 * Imports a file. Items of a file of the same name that are no longer in it are removed; items of an export keep their
 * sources. Fails as `readImportFile` does.
 */
export async function importFile(context: LibraryContext, file: ImportFile): Promise<Result<FileReport>> {
  const read = readImportFile(file, context.sanitise);
  if (!read.ok) return read;
  const contents = read.value;
  takeTickets(context, contents);
  const life = context.life();
  const { piece } = file;
  if (piece) context.pause();
  // The many pieces of a large file do not wait for the model, one after the other.
  const embed = (sets: PassageSet[]) => (piece ? sets : context.embed(sets, life));
  const sets = await embed(await changedSets(context, contents));
  const past = await embed(contents.pastTickets.map(pastTicketPassages));
  const source = fileSource(file.name);
  const stored = await context.inOrder(async (): Promise<Result<null>> => {
    life.throwIfAborted();
    const place = piece && (await findPlace(context, source, piece));
    if (place && !place.ok) return place;
    await storeContents(context, { contents, sets, source, ...(place ? { run: place.value.run } : {}) });
    await context.store.restore({ pastTickets: contents.pastTickets, sets: past, choices: contents.choices });
    await context.indexSets(past);
    if (contents.examples.length > 0) await context.addExamples(contents.examples);
    if (place && piece) await endPiece(context, contents, { piece, stored: place.value });
    return ok(null);
  });
  if (!stored.ok) return stored;
  if (!piece || piece.isLast) void context.refresh();
  return ok(reportOf(contents));
}

function reportOf({ articles, macros, playbooks, examples, pastTickets, problems }: FileContents): FileReport {
  return {
    articles: articles.length,
    macros: macros.length,
    playbooks: playbooks.length,
    ...(examples.length > 0 ? { examples: examples.length } : {}),
    ...(pastTickets.length > 0 ? { pastTickets: pastTickets.length } : {}),
    problems,
  };
}

/** Makes past tickets of those of an export; what is not kept is told once, not line by line. */
function takeTickets(
  { toPastTicket, redact, clock }: LibraryContext,
  { tickets, pastTickets, problems }: FileContents,
): void {
  // Those of an export were kept without personal data once, but a file can be changed, and an older version found less.
  for (const past of pastTickets) {
    past.subject = redact(past.subject);
    past.question = redact(past.question);
    if (past.reply !== undefined) past.reply = redact(past.reply);
  }
  const now = new Date(clock()).toISOString();
  const made = tickets.map(({ ticket, seenAt, isPraised }) => {
    const past = toPastTicket(ticket, seenAt || now);
    return past && isPraised ? { ...past, isSolved: true } : past;
  });
  pastTickets.push(...made.flatMap((past) => past ?? []));
  const off = made.filter((past) => past === null).length;
  const open = made.filter((past) => past === undefined).length;
  if (off > 0)
    problems.push({ line: null, message: `past tickets left out: ${off}; turn on “remember tickets” first` });
  if (open > 0) problems.push({ line: null, message: `past tickets without an agent’s answer left out: ${open}` });
}

/** `run`: of the import of a large file, of which this is a piece. */
type FileItems = { contents: FileContents; sets: PassageSet[]; source: SourceId; run?: number };

async function storeContents(context: LibraryContext, { contents, sets, source, run }: FileItems): Promise<void> {
  const { articles, macros, playbooks, tickets } = contents;
  if (articles.length + macros.length + playbooks.length + tickets.length === 0) return;
  const runs = await readRuns(context, [...articles, ...macros], source);
  if (run !== undefined) runs.set(source, run);
  const byOwner = new Map(sets.map((set) => [`${set.owner.kind}:${set.owner.id}`, set]));
  const pages = Math.max(articles.length, macros.length, 1);
  for (let start = 0; start < pages; start += pageSize) {
    const page = { articles: articles.slice(start, start + pageSize), macros: macros.slice(start, start + pageSize) };
    const keys = [...page.articles, ...page.macros].map(({ set }) => `${set.owner.kind}:${set.owner.id}`);
    await context.commit({
      articles: page.articles.map((one) => toStored(one, runs.get(one.item.source) ?? 0)),
      macros: page.macros.map((one) => toStored(one, runs.get(one.item.source) ?? 0)),
      sets: keys.flatMap((key) => byOwner.get(key) ?? []),
      ...(start === 0 ? { playbooks } : {}),
    });
  }
  if (run === undefined && [...articles, ...macros].every(({ item }) => item.source === source)) {
    await finishFile(context, { contents, run: runs.get(source) ?? 1, source });
  }
}

/** The run that items of each source are stored with: a new one for the file itself, the current one for others. */
async function readRuns(
  { store }: LibraryContext,
  items: Prepared<{ source: SourceId }>[],
  source: SourceId,
): Promise<Map<SourceId, number>> {
  const sources = new Set([source, ...items.map(({ item }) => item.source)]);
  const runs = [...sources].map(async (one): Promise<[SourceId, number]> => {
    const run = (await store.readJob(one))?.run ?? 0;
    return [one, one === source ? run + 1 : run];
  });
  return new Map(await Promise.all(runs));
}

/** Removes what an older file of this name brought, and notes the import. */
async function finishFile(
  { store, index, clock }: LibraryContext,
  { contents, run, source }: { contents: FileContents; run: number; source: SourceId },
): Promise<void> {
  const gone = await store.listUnseen(source, run);
  await store.removeOwners(gone);
  await index.remove(gone);
  const kept = new Set(contents.playbooks.map((playbook) => playbook.id));
  for (const { id } of await store.listPlaybooks()) {
    if (id.startsWith(`${source}#`) && !kept.has(id)) await store.removePlaybook(id);
  }
  const count = contents.articles.length + contents.macros.length;
  const at = new Date(clock()).toISOString();
  const job: ImportJob = {
    source,
    status: 'done',
    startedAt: at,
    finishedAt: at,
    done: count,
    total: count,
    cursor: null,
    articles: contents.articles.length,
    macros: contents.macros.length,
    problems: contents.problems.map(({ line, message }) => (line === null ? message : `Line ${line}: ${message}`)),
  };
  await store.writeJob({ job, run, isComplete: true });
}

/** Keeps a past ticket and makes its question searchable; one of the same id is replaced. */
export async function rememberTicket(context: LibraryContext, ticket: PastTicket): Promise<Result<null>> {
  const life = context.life();
  const [set] = await context.embed([pastTicketPassages(ticket)], life);
  return context.inOrder(async () => {
    life.throwIfAborted();
    if (set) {
      await context.store.savePastTicket(ticket, set);
      await context.indexSets([set]);
    }
    return ok(null);
  });
}
