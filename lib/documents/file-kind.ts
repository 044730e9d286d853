/** What the first bytes of a file say it is. `text`: nothing known, to be decoded. */
export type FileKind = 'pdf' | 'zip' | 'ole' | 'rtf' | 'other' | 'text';

const marks: [FileKind, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // An archive with nothing in it.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  // Word before 2007, and every encrypted Office file.
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  // PNG, JPEG, GIF, gzip, 7-Zip, RAR.
  ['other', [0x89, 0x50, 0x4e, 0x47]],
  ['other', [0xff, 0xd8, 0xff]],
  ['other', [0x47, 0x49, 0x46, 0x38]],
  ['other', [0x1f, 0x8b]],
  ['other', [0x37, 0x7a, 0xbc, 0xaf]],
  ['other', [0x52, 0x61, 0x72, 0x21]],
];
const pdfMark = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** PDF readers accept bytes before the mark. */
const pdfMarkWithin = 1024;

/** Told by content, never by name: endings are often wrong. */
export function fileKind(bytes: Uint8Array): FileKind {
  const known = marks.find(([, mark]) => startsWith(bytes, mark, 0));
  if (known) return known[0];
  for (let at = 0; at <= Math.min(pdfMarkWithin, bytes.length - pdfMark.length); at += 1) {
    if (startsWith(bytes, pdfMark, at)) return 'pdf';
  }
  return 'text';
}

function startsWith(bytes: Uint8Array, mark: readonly number[], at: number): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte);
}

/** `guide.PDF` → `pdf`; empty without an ending. */
export function endingOf(name: string): string {
  return /[^./\\]\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
