import { type Zippable, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { ImportText } from '../core/engine';
import { fail, ok, type Result } from '../core/result';
import { type ArchiveEntry, unpackEntry } from './archive';

/** The reader builds a tree of about ten times these bytes. */
const maxPartBytes = 30_000_000;
const parts = /^(?:\[Content_Types\]\.xml|_rels\/.*|word\/.*\.(?:xml|rels))$/;
/** Beside the headings that the reader knows by itself. */
const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", 'br[type="page"] => '];

/** True for the files of a Word document. */
export function isDocx(entries: readonly ArchiveEntry[]): boolean {
  return entries.some(({ name }) => name === 'word/document.xml');
}

/**
 * A Word document as HTML: headings, lists, tables, links, notes; no pictures, no deleted text. Fails with `damaged`,
 * `too-large` and `no-text`.
 */
export async function readDocx(
  name: string,
  bytes: Uint8Array,
  entries: readonly ArchiveEntry[],
): Promise<Result<ImportText>> {
  const packed = repack(bytes, entries);
  if (!packed.ok) return packed;
  try {
    const input = typeof Buffer === 'function' ? { buffer: Buffer.from(packed.value) } : { arrayBuffer: packed.value };
    const { value } = await mammoth.convertToHtml(input, {
      styleMap,
      // Pictures are not read; without this they would be carried along as text.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    });
    const hasText = value.replace(/<[^>]*>/g, '').trim() !== '';
    return hasText ? ok({ name, text: value, format: 'html' }) : fail('no-text', `“${name}” holds no text`);
  } catch {
    return fail('damaged', `“${name}” is damaged or no Word document`);
  }
}

/** The parts that hold text, unpacked within limits and stored again: the reader itself has none. */
function repack(bytes: Uint8Array, entries: readonly ArchiveEntry[]): Result<ArrayBuffer> {
  const files: Zippable = {};
  for (const entry of entries) {
    if (!parts.test(entry.name)) continue;
    const content = unpackEntry(bytes, entry);
    if (!content.ok) return content;
    if (content.value.length > maxPartBytes) return fail('too-large', `“${entry.name}” is too large`);
    files[entry.name] = content.value;
  }
  return ok(zipSync(files, { level: 0 }).buffer as ArrayBuffer);
}
