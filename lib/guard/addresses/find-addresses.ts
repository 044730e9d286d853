import { isReference, type Span } from '../matching';
import { findArabicAddresses } from './arabic';
import { addressPatterns, townPatterns } from './patterns';

const whole = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');
const streets = addressPatterns.map(whole);
const towns = townPatterns.map((source) => new RegExp(source, 'gu'));

function spansOf(text: string, patterns: readonly RegExp[]): Span[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

/** Postal addresses: street and house number with what follows, or postcode and town. */
export function findAddresses(text: string): Span[] {
  return [
    ...spansOf(text, streets),
    ...findArabicAddresses(text),
    ...spansOf(text, towns).filter(({ start }) => !isReference(text, start)),
  ].sort((a, b) => b.end - b.start - (a.end - a.start));
}
