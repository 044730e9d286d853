import type { Engine, FileReport, ImportFile } from '@/lib/core/engine';
import { fail, ok, type Result } from '@/lib/core/result';
import { endingOf } from '@/lib/documents/file-kind';
import { NotSplittable, splitFile } from '@/lib/documents/split-file';
import { encodingOf } from '@/lib/documents/text-file';

/** From this size on lists are read in pieces, so that there is progress to see and something to stop. */
const leastBytes = 4_000_000;
/** 100 MB of text are about 135,000 passages, which is what one browser is made to carry. */
const mostBytes = 120_000_000;

/** Problems of a file that are told. */
const mostProblems = 1_000;

/** True for lists that are read piece by piece; documents and exports of ours are read whole. */
function isInPieces({ name, size }: File): boolean {
  return ['csv', 'tsv', 'json', 'jsonl', 'ndjson'].includes(endingOf(name)) && size > leastBytes && size <= mostBytes;
}

/** A piece, and which share of the file is read with it, 0 to 1. */
type Part = { file: ImportFile; progress: number };

/** Tells this file from another of its name. */
const stampOf = ({ size, lastModified }: File) => `${size}-${lastModified}`;

/**
 * The pieces of a file from number `from` on, read as they are asked for. Throws `NotSplittable` where it is no list, and a
 * `TypeError` where it is no text.
 */
async function* readPieces(file: File, from: number): AsyncGenerator<Part> {
  let read = 0;
  async function* chunks(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encodingOf(new Uint8Array(await file.slice(0, 2).arrayBuffer())), { fatal: true });
    const reader = file.stream().getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        read += next.value.length;
        yield decoder.decode(next.value, { stream: true });
      }
      yield decoder.decode();
    } finally {
      await reader.cancel();
    }
  }
  let number = 0;
  for await (const { text, offset, isLast } of splitFile(file.name, chunks())) {
    const piece = { stamp: stampOf(file), number, offset, isLast };
    if (number >= from) yield { file: { name: file.name, text, piece }, progress: isLast ? 1 : read / file.size };
    number += 1;
  }
}

type Options = { engine: Engine; signal: AbortSignal; onProgress: (progress: number) => void };

/** The piece at which an import of this file that was stopped goes on; 0 where there is none. */
async function findStart(engine: Engine, source: string, file: File): Promise<number> {
  const state = await engine.state();
  const job = state.ok ? state.value.knowledge.sources.find((one) => one.source === source)?.job : null;
  const [stamp, number] = job?.status === 'done' ? [] : (job?.cursor?.split(' ') ?? []);
  return stamp === stampOf(file) ? Number(number) : 0;
}

function addUp(sum: FileReport, { articles, macros, playbooks, examples = 0, pastTickets = 0, problems }: FileReport) {
  sum.articles += articles;
  sum.macros += macros;
  sum.playbooks += playbooks;
  sum.examples = (sum.examples ?? 0) + examples;
  sum.pastTickets = (sum.pastTickets ?? 0) + pastTickets;
  sum.problems = [...sum.problems, ...problems].slice(0, mostProblems);
}

/**
 * Imports a large list piece by piece; null where the file is to be read whole. What is in stays when it is stopped, and the same
 * file goes on there. Fails as `Engine.importFile` does, and with `cancelled`, `not-text` and `unreadable`.
 */
export async function importInPieces(
  file: File,
  { engine, signal, onProgress }: Options,
): Promise<Result<FileReport> | null> {
  if (!isInPieces(file)) return null;
  const source = `file:${file.name}`;
  const report: FileReport = { articles: 0, macros: 0, playbooks: 0, problems: [] };
  let isBegun = false;
  const stop = async (status: 'cancelled' | 'failed', failure: Result<never>) => {
    if (isBegun) await engine.endImport({ source, status, ...(failure.ok ? {} : { message: failure.error.message }) });
    return failure;
  };
  try {
    for await (const { file: piece, progress } of readPieces(file, await findStart(engine, source, file))) {
      if (signal.aborted) return stop('cancelled', fail('cancelled', file.name));
      const stored = await engine.importFile(piece);
      if (!stored.ok) return stop('failed', stored);
      isBegun = true;
      addUp(report, stored.value);
      onProgress(progress);
    }
    return ok(report);
  } catch (error) {
    if (error instanceof NotSplittable && !isBegun) return null;
    const isText = !(error instanceof TypeError);
    return stop('failed', fail(isText ? 'unreadable' : 'not-text', `“${file.name}” could not be read`));
  }
}
