import type { ImportFile } from '../../lib/core/engine';
import { fail, ok, type Result } from '../../lib/core/result';

/** Endings the engine can read. */
export const fileEndings = ['.csv', '.json', '.md', '.markdown', '.html', '.htm'] as const;
/** A message between the browser's processes holds 64 MiB; half of that leaves room for escapes. */
export const largestFileBytes = 32_000_000;

/** The text of a file the agent gave. UTF-8, or UTF-16 with its mark. Fails with `wrong-kind`, `too-large`, `not-text`, `unreadable`. */
export async function readFile(file: File): Promise<Result<ImportFile>> {
  const name = file.name;
  if (!fileEndings.some((ending) => name.toLowerCase().endsWith(ending))) return fail('wrong-kind', name);
  if (file.size > largestFileBytes) return fail('too-large', name);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return decode(name, bytes);
  } catch {
    return fail('unreadable', name);
  }
}

function decode(name: string, bytes: Uint8Array<ArrayBuffer>): Result<ImportFile> {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return ok({ name, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) });
  } catch {
    return fail('not-text', name);
  }
}
