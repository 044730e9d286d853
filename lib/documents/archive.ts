import { inflateSync } from 'fflate';
import { fail, ok, type Result } from '../core/result';

/** What an archive may hold; beyond it nothing of it is unpacked. Sizes in bytes. */
export type ArchiveLimits = { entries: number; totalBytes: number; entryBytes: number; ratio: number };
export const archiveLimits: ArchiveLimits = {
  entries: 5_000,
  totalBytes: 200_000_000,
  entryBytes: 50_000_000,
  // Help articles pack to a fifth or tenth, repetitive tables to a fiftieth; bombs to a thousandth.
  ratio: 200,
};
/** Small files of one repeated letter pack well and do no harm. */
const ratioFromBytes = 1_000_000;

/** A file in an archive; `name` with its folders, parted by `/`. */
export type ArchiveEntry = {
  name: string;
  sizeBytes: number;
  packedBytes: number;
  isEncrypted: boolean;
  method: number;
  crc: number;
  offset: number;
};

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
const endBytes = 22;
const maxCommentBytes = 65_535;

/**
 * The files an archive lists, without unpacking any. Fails with `damaged`, and with `archive-bomb` when sizes, numbers,
 * ratio or overlapping files go beyond the limits.
 */
export function listArchive(bytes: Uint8Array, limits: ArchiveLimits = archiveLimits): Result<ArchiveEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return fail('damaged', 'The archive has no list of its files: it is cut off or damaged');
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return fail('archive-bomb', `The archive holds more than ${limits.entries} files`);
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== signatures.entry) {
      return fail('damaged', 'The list of the archive’s files is damaged');
    }
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    entries.push(readEntry(view, bytes, at));
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return checkLimits(entries, bytes.length, limits);
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endBytes - maxCommentBytes);
  for (let at = view.byteLength - endBytes; at >= first; at -= 1) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  return undefined;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): ArchiveEntry {
  const nameBytes = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  return {
    name: decodeName(nameBytes),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    sizeBytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** UTF-8 whatever the flag says, as most packers write; else one letter a byte. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function checkLimits(entries: ArchiveEntry[], archiveBytes: number, limits: ArchiveLimits): Result<ArchiveEntry[]> {
  const total = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const packed = entries.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
  const megabytes = Math.round(limits.totalBytes / 1_000_000);
  if (total > limits.totalBytes) return fail('archive-bomb', `The archive unpacks to more than ${megabytes} MB`);
  // Files that share their packed bytes are the other way to make a small archive large.
  if (packed > archiveBytes) return fail('archive-bomb', 'Files of the archive overlap');
  const bomb = entries.find(
    ({ sizeBytes, packedBytes }) => sizeBytes > ratioFromBytes && sizeBytes > packedBytes * limits.ratio,
  );
  return bomb ? fail('archive-bomb', `“${bomb.name}” is packed suspiciously small`) : ok(entries);
}

/**
 * Unpacks one file, into no more memory than the archive says it needs. Fails with `encrypted`, `too-large`, `unsupported`
 * (a method other than stored and deflated) and `damaged` (checksum or length do not fit).
 */
export function unpackEntry(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  limits: ArchiveLimits = archiveLimits,
): Result<Uint8Array> {
  const { name, sizeBytes, packedBytes, method, offset } = entry;
  if (entry.isEncrypted) return fail('encrypted', `“${name}” needs a password`);
  if (sizeBytes > limits.entryBytes) return fail('too-large', `“${name}” is too large`);
  if (method !== 0 && method !== 8)
    return fail('unsupported', `“${name}” is packed in a way that Deskside cannot read`);
  const damaged = fail<Uint8Array>('damaged', `“${name}” is damaged`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signatures.local) return damaged;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.length !== packedBytes) return damaged;
  try {
    const content = method === 0 ? packed.slice() : inflateSync(packed, { out: new Uint8Array(sizeBytes) });
    return content.length === sizeBytes && crc32(content) === entry.crc ? ok(content) : damaged;
  } catch {
    return damaged;
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as in ISO 3309, which ZIP uses. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
