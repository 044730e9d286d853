import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './flags';
import { type JsonObject, readRows } from './jsonl';

/** What a desk is made of; the names of its lists in `desk.json` and of its files in a folder. */
const kinds = ['articles', 'macros', 'playbooks'] as const;

/** Whether the path is a folder, thus a desk in parts. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Rows of all files `<name>-*.jsonl` of a folder, files in the order of their names; none where there are no files. */
export function readParts(folder: string, name: string): JsonObject[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readRows(join(folder, file)));
}

/**
 * A desk in parts, `articles-*.jsonl`, `macros-*.jsonl` and `playbooks-*.jsonl`, as the object that `desk.json` would hold.
 * Throws `UsageError` when there is none of them, for a line that is no JSON, and for an id that a kind has twice.
 */
export function readDeskFolder(folder: string): JsonObject {
  const lists = kinds.map((name) => [name, readParts(folder, name)] as const);
  if (lists.every(([, rows]) => rows.length === 0))
    throw new UsageError(`There is no ${kinds.map((name) => `${name}-*.jsonl`).join(', ')} in ${folder}.`);
  for (const [name, rows] of lists) {
    const seen = new Set<unknown>();
    for (const { id } of rows) {
      if (seen.has(id)) throw new UsageError(`Two of the ${name} in ${folder} have the id ${String(id)}.`);
      seen.add(id);
    }
  }
  return Object.fromEntries(lists);
}
