import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Encoding } from '../../lib/core/engine';

/** What is kept of a pass: all but the token vectors. */
export type KeptEncoding = Omit<Encoding, 'tokens'>;

/** Encodings kept on disk by text. */
export type EncodingFile = {
  find(text: string): KeptEncoding | undefined;
  add(text: string, encoding: KeptEncoding): void;
  /** Writes what was added since the last call. */
  save(): void;
};

/** Names and sizes of a record's parts, the first line of the file; a record is the text's hash and these numbers. */
type Layout = { width: number; heads: [string, number][] };

const hashBytes = 16;
/** Added encodings are written in portions of this many, so that little is lost when the run is killed. */
const portion = 500;

const hashOf = (text: string) => createHash('sha256').update(text).digest().subarray(0, hashBytes);

function layoutOf({ vector, logits }: KeptEncoding): Layout {
  return { width: vector.length, heads: Object.entries(logits).map(([name, { length }]) => [name, length]) };
}

const recordBytes = ({ width, heads }: Layout) => hashBytes + 4 * heads.reduce((sum, [, size]) => sum + size, width);

function parse(layout: Layout, numbers: Float32Array): KeptEncoding {
  let at = layout.width;
  const logits: Record<string, Float32Array> = {};
  for (const [name, size] of layout.heads) {
    logits[name] = numbers.slice(at, at + size);
    at += size;
  }
  return { vector: numbers.slice(0, layout.width), logits };
}

function toBytes(text: string, { vector, logits }: KeptEncoding): Buffer {
  const parts = [vector, ...Object.values(logits)].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  return Buffer.concat([hashOf(text), ...parts]);
}

/** The records of a file; a last one that was cut off is taken away from the file. */
function read(path: string): { layout?: Layout; records: Map<string, Buffer> } {
  const records = new Map<string, Buffer>();
  if (!existsSync(path)) return { records };
  const content = readFileSync(path);
  const start = content.indexOf('\n') + 1;
  if (start === 0) return { records };
  const layout: Layout = JSON.parse(content.subarray(0, start).toString());
  const size = recordBytes(layout);
  const whole = start + Math.floor((content.length - start) / size) * size;
  if (whole < content.length) truncateSync(path, whole);
  for (let at = start; at < whole; at += size)
    records.set(content.toString('latin1', at, at + hashBytes), content.subarray(at + hashBytes, at + size));
  return { layout, records };
}

/** Opens the file of one model; it is made with the first encoding. */
export function openEncodingFile(path: string): EncodingFile {
  const { layout: known, records } = read(path);
  let layout = known;
  let waiting: Buffer[] = [];
  const save = () => {
    if (waiting.length > 0) appendFileSync(path, Buffer.concat(waiting));
    waiting = [];
  };
  return {
    find(text) {
      const record = records.get(hashOf(text).toString('latin1'));
      if (!record || !layout) return undefined;
      // A copy, since the numbers must lie at a multiple of four bytes.
      return parse(layout, new Float32Array(Uint8Array.from(record).buffer));
    },
    add(text, encoding) {
      if (!layout) {
        layout = layoutOf(encoding);
        mkdirSync(dirname(path), { recursive: true });
        waiting.push(Buffer.from(`${JSON.stringify(layout)}\n`));
      }
      const bytes = toBytes(text, encoding);
      records.set(bytes.toString('latin1', 0, hashBytes), bytes.subarray(hashBytes));
      waiting.push(bytes);
      if (waiting.length >= portion) save();
    },
    save,
  };
}
