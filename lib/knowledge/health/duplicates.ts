import type { Difference, Duplicate, StaleItem } from '../../core/health';
import { splitSentences } from '../sentences';
import { type CheckedItem, containment, shinglesOf, wordsOf } from './item-texts';
import { findNearPairs, type NearPair, type Pause } from './near-pairs';

/** Below it two items are about different things, whatever words they share. */
const leastCosine = 0.85;
/** Nearly the same meaning: a duplicate even in other words. */
const sameCosine = 0.96;
/** A third of the shorter one stands in the other word by word. */
const leastShared = 0.33;
/** Smallest hashes kept of each item's shingles (Broder's sketch), and how many of them a copy shares at least. */
const [sketchSize, sketchShared] = [24, 6];
/** A shingle in more items than that is a phrase of the house (greeting, footer). */
const commonShingle = 40;
const maxPairs = 200;

/** Items that say much the same, the most alike first, with the sentences in which they differ. */
export async function findDuplicates(items: readonly CheckedItem[], pause: Pause): Promise<Duplicate[]> {
  const shingles = items.map(({ text }) => shinglesOf(text));
  const near = await findNearPairs(items, leastCosine, pause);
  const known = new Set(near.map(({ one, other }) => `${one} ${other}`));
  const copies = findCopies(items, shingles).filter(([one, other]) => !known.has(`${one} ${other}`));
  const pairs: (Omit<NearPair, 'cosine'> & { cosine: number | null })[] = [
    ...near,
    ...copies.map(([one, other]) => ({ one, other, cosine: null })),
  ];
  const found = pairs.flatMap(({ one, other, cosine }): Duplicate[] => {
    const [first, second] = [items[one], items[other]];
    if (!first || !second) return [];
    const shared = containment(shingles[one] ?? new Set(), shingles[other] ?? new Set());
    const isSame = (cosine ?? 0) >= sameCosine || shared >= leastShared;
    if (!isSame) return [];
    return [
      { items: [toItem(first), toItem(second)], cosine, shared, differences: findDifferences(first.text, second.text) },
    ];
  });
  return found.toSorted((one, other) => other.shared - one.shared).slice(0, maxPairs);
}

/** What is shown of an item. */
export function toItem({ kind, id, title, source, updatedAt }: CheckedItem): Duplicate['items'][number] {
  return { kind, id, title, source, ...(updatedAt === undefined ? {} : { updatedAt }) };
}

/** Pairs of places that share much of their smallest shingles: copies, also where there are no vectors. */
function findCopies(items: readonly CheckedItem[], shingles: readonly Set<string>[]): [number, number][] {
  const holders = new Map<string, number[]>();
  shingles.forEach((own, place) => {
    for (const shingle of [...own].sort().slice(0, sketchSize))
      holders.set(shingle, [...(holders.get(shingle) ?? []), place]);
  });
  const counts = new Map<string, number>();
  for (const places of holders.values()) {
    if (places.length > commonShingle) continue;
    for (const [index, one] of places.entries()) {
      for (const other of places.slice(index + 1))
        counts.set(`${one} ${other}`, (counts.get(`${one} ${other}`) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([key, count]): [number, number][] => {
    const [one = 0, other = 0] = key.split(' ').map(Number);
    const least = Math.min(sketchShared, shingles[one]?.size ?? 0, shingles[other]?.size ?? 0);
    const isAlike = items[one]?.kind === items[other]?.kind && items[one]?.locale === items[other]?.locale;
    return isAlike && count >= least ? [[one, other]] : [];
  });
}

const negation =
  /\b(?:not|no|never|cannot|can't|don't|doesn't|isn't|aren't|won't|without|nicht|kein\w*|nie|ne|pas|jamais|nunca|não)\b|(?<!\p{L})(?:لا|ليس|لن|لم|غير|بدون)(?!\p{L})/giu;
/** Words two sentences must share to be about the same, of all their words. */
const sameSentence = 0.6;

/** Sentences of two texts that say the same but for a number or a negation. */
export function findDifferences(one: string, other: string): Difference[] {
  const [first, second] = [readSentences(one), readSentences(other)];
  return first.flatMap((sentence): Difference[] => {
    if (second.some(({ text }) => text === sentence.text)) return [];
    const best = second
      .map((candidate) => ({ candidate, share: overlap(sentence.words, candidate.words) }))
      .toSorted((left, right) => right.share - left.share)[0];
    if (!best || best.share < sameSentence) return [];
    const { candidate } = best;
    const differs = candidate.numbers !== sentence.numbers || candidate.isNegated !== sentence.isNegated;
    return differs ? [[sentence.text, candidate.text]] : [];
  });
}

function readSentences(text: string) {
  return splitSentences(text).map(({ start, end }) => {
    const sentence = text.slice(start, end);
    const words = wordsOf(sentence);
    return {
      text: sentence,
      words: new Set(words.filter((word) => !/\p{N}/u.test(word))),
      numbers: words.filter((word) => /\p{N}/u.test(word)).join(' '),
      isNegated: (sentence.match(negation)?.length ?? 0) % 2 === 1,
    };
  });
}

/** Jaccard index of two sets of words; sentences of less than three words are never the same. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (Math.min(one.size, other.size) < 3) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / (one.size + other.size - shared);
}

const yearMs = 365 * 24 * 60 * 60 * 1000;
const maxStale = 500;

/** Items that a newer duplicate contradicts, then those not changed for a year before `now` (epoch ms), oldest first. */
export function findStale(items: readonly CheckedItem[], duplicates: readonly Duplicate[], now: number): StaleItem[] {
  const contradicted = new Map<string, StaleItem>();
  for (const { items: pair, differences } of duplicates) {
    const [older, newer] = pair.toSorted((one, other) => timeOf(one) - timeOf(other));
    if (!older || !newer || differences.length === 0 || !(timeOf(older) < timeOf(newer))) continue;
    const shown = older === pair[0] ? differences : differences.map(([first, second]): Difference => [second, first]);
    contradicted.set(`${older.kind} ${older.id}`, { ...older, newer, differences: shown });
  }
  const old = items
    .filter((item) => timeOf(item) < now - yearMs && !contradicted.has(`${item.kind} ${item.id}`))
    .toSorted((one, other) => timeOf(one) - timeOf(other))
    .map((item): StaleItem => ({ ...toItem(item), differences: [] }));
  return [...contradicted.values(), ...old].slice(0, maxStale);
}

/** NaN, which is neither older nor newer, where no time is known. */
const timeOf = ({ updatedAt }: { updatedAt?: string }) => Date.parse(updatedAt ?? '');
