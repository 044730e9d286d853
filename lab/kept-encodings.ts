import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Encoding } from '../lib/core/engine';

const hashBytes = 16;
/** Encodings are written in portions of this many, so that little is lost when a run is killed. */
const portion = 50;

const keyOf = (text: string) => createHash('sha256').update(text).digest().subarray(0, hashBytes);

/** Encodings with their token vectors, kept in a file by text. */
export type KeptEncodings = {
  find(text: string): Encoding | undefined;
  add(text: string, encoding: Encoding): void;
  /** Writes what was added since the last call. */
  save(): void;
};

/** The whole records and their bytes together; a last one that was cut off is left out. A record: hash, u32 length, serialised encoding. */
function readRecords(content: Buffer): { records: Map<string, Buffer>; size: number } {
  const records = new Map<string, Buffer>();
  let at = 0;
  while (at + hashBytes + 4 <= content.length) {
    const start = at + hashBytes + 4;
    const end = start + content.readUInt32LE(at + hashBytes);
    if (end > content.length) break;
    records.set(content.toString('latin1', at, at + hashBytes), content.subarray(start, end));
    at = end;
  }
  return { records, size: at };
}

/** Opens the encodings of one model; the file is made with the first portion. */
export function openKeptEncodings(path: string): KeptEncodings {
  const { records, size } = readRecords(existsSync(path) ? readFileSync(path) : Buffer.alloc(0));
  if (existsSync(path)) truncateSync(path, size);
  let waiting: Buffer[] = [];
  const save = () => {
    if (waiting.length === 0) return;
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, Buffer.concat(waiting));
    waiting = [];
  };
  return {
    find(text) {
      const record = records.get(keyOf(text).toString('latin1'));
      return record && deserialize(record);
    },
    add(text, encoding) {
      const key = keyOf(text);
      const bytes = serialize(encoding);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      records.set(key.toString('latin1'), bytes);
      waiting.push(Buffer.concat([key, length, bytes]));
      if (waiting.length >= portion) save();
    },
    save,
  };
}
