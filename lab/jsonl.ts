import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { UsageError } from './flags';
import { createProgress } from './progress';

export type JsonObject = Record<string, unknown>;

/** Parses one line; throws with a reason in words when it is no JSON object. */
export function parseLine(line: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not a JSON object');
  return value as JsonObject;
}

/** The member as a string; throws when it is missing or another type. */
export function readString(row: JsonObject, name: string): string {
  const value = row[name];
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && name === 'id') return String(value);
  throw new Error(`"${name}" must be a string`);
}

/** Text of a file; throws `UsageError` when it is not there. */
export function readFile(path: string): string {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  return readFileSync(path, 'utf8');
}

/** Rows of a JSONL file; throws `UsageError` naming the first bad line. */
export function readRows(path: string): JsonObject[] {
  return readFile(path)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [parseLine(line)];
      } catch (error) {
        throw new UsageError(`${path}, line ${index + 1}: ${error instanceof Error ? error.message : String(error)}.`);
      }
    });
}

/**
 * Answers each line of `input` with one line on `output`, in order. A bad line gives an error object in its place and the
 * others go on. Resolves with the exit status: 1 when a line was bad. Blank lines are skipped.
 */
export async function mapLines(
  { input, output }: { input: Readable; output: Writable },
  answer: (row: JsonObject) => unknown,
): Promise<number> {
  let status = 0;
  let number = 0;
  const progress = createProgress();
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    let result: unknown;
    try {
      result = await answer(parseLine(line));
    } catch (error) {
      status = 1;
      result = { id: null, line: number, error: error instanceof Error ? error.message : String(error) };
    }
    if (!output.write(`${JSON.stringify(result)}\n`)) await new Promise((resolve) => output.once('drain', resolve));
    progress.step();
  }
  progress.end();
  return status;
}
