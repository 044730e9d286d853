import type { Span } from '../matching';
import { findArabicNames } from './arabic-names';
import { findLatinNames } from './latin-names';
import { isOrdinary } from './name-list';

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const scriptOf = (word: string) => (/[\u0600-\u06ff]/.test(word) ? 'arabic' : 'latin');

/** Spans of these words wherever they stand alone. */
function findWords(text: string, words: readonly string[], flags: string): Span[] {
  if (words.length === 0) return [];
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length);
  const pattern = `(?<![\\p{L}\\p{N}])(?:${sorted.map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`;
  return [...text.matchAll(new RegExp(pattern, flags))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const partsOf = (name: string): string[] => name.split(/[\s,]+/).filter((part) => part.length > 2);
const isWord = (part: string) => isOrdinary(part, scriptOf(part));
const asTyped = (part: string) => part.charAt(0).toUpperCase() + part.slice(1);

/** Names that the ticket itself tells: whole in any case, parts that are words (Will, Rose) only as they are written. */
export function findKnown(text: string, known: readonly string[]): Span[] {
  const parts = known.flatMap(partsOf);
  return merge([
    ...findWords(text, [...known.filter((name) => name.length > 2), ...parts.filter((part) => !isWord(part))], 'giu'),
    ...findWords(text, parts.filter(isWord).map(asTyped), 'gu'),
  ]);
}

/** Spans put together where they touch or overlap. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** Names of people, and those of `known` (the ticket's own requester and agents) wherever they stand. */
export function findNames(text: string, known: readonly string[] = []): Span[] {
  const found = [...findLatinNames(text), ...findArabicNames(text), ...findKnown(text, known)];
  // Who is named once may be named again without the words that told it.
  const parts = found.flatMap(({ start, end }) => partsOf(text.slice(start, end))).filter((part) => !isWord(part));
  return merge([
    ...found,
    ...findWords(
      text,
      parts.filter((part) => scriptOf(part) === 'latin'),
      'gu',
    ),
  ]);
}
