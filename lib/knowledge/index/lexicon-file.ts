import type { LexiconPart } from './lexicon';

/** A part of a lexicon as the parts of a file. Words hold no line breaks. */
export function encodeLexicon({ terms, forms, targets }: LexiconPart): Uint8Array[] {
  const encoder = new TextEncoder();
  const words = [terms, forms].map((list) => encoder.encode(list.join('\n')));
  const head = Uint32Array.from([terms.length, forms.length, ...words.map((bytes) => bytes.length)]);
  return [
    new Uint8Array(head.buffer),
    new Uint8Array(targets.buffer, targets.byteOffset, targets.byteLength),
    ...words,
  ];
}

/** The part of a lexicon of a file, null where it is cut off. */
export function decodeLexicon(chunks: Uint8Array[]): LexiconPart | null {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  if (bytes.length < 16) return null;
  const [terms = 0, forms = 0, termBytes = 0, formBytes = 0] = new Uint32Array(bytes.buffer, 0, 4);
  if (bytes.length !== 16 + forms * 4 + termBytes + formBytes) return null;
  const targets = new Uint32Array(bytes.buffer, 16, forms);
  const words = 16 + forms * 4;
  const part = {
    terms: readWords(bytes.subarray(words, words + termBytes), terms),
    forms: readWords(bytes.subarray(words + termBytes), forms),
    targets,
  };
  return part.terms.length === terms && part.forms.length === forms ? part : null;
}

function readWords(bytes: Uint8Array, count: number): string[] {
  return count === 0 ? [] : new TextDecoder().decode(bytes).split('\n');
}
