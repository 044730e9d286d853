import type { TagSuggestion } from '../../core/health';
import { toItem } from './duplicates';
import { type CheckedItem, cosine, wordsOf } from './item-texts';
import type { Pause } from './near-pairs';

const neighbours = 5;
/** Neighbours farther away are about something else. */
const leastCosine = 0.5;
const maxTags = 3;
const maxItems = 300;
const rowsAtOnce = 16;

/**
 * Tags for articles that have none: those that at least two of the five nearest tagged articles carry, or one of them where
 * the words of the tag stand in the article. Only tags that the team uses already.
 */
export async function suggestTags(items: readonly CheckedItem[], pause: Pause): Promise<TagSuggestion[]> {
  const tagged = items.filter(({ tags, vector }) => tags.length > 0 && vector);
  const bare = items.filter(({ kind, tags, vector }) => kind === 'article' && tags.length === 0 && vector);
  const found: TagSuggestion[] = [];
  for (const [row, item] of bare.slice(0, maxItems * 4).entries()) {
    if (row % rowsAtOnce === 0) await pause(row / bare.length);
    const tags = tagsFor(item, tagged);
    if (tags.length > 0) found.push({ ...toItem(item), tags });
    if (found.length >= maxItems) break;
  }
  return found;
}

function tagsFor(item: CheckedItem, tagged: readonly CheckedItem[]): string[] {
  const near = tagged
    .filter(({ locale }) => locale === item.locale)
    .map((other) => ({ other, value: cosine(item.vector as Float32Array, other.vector as Float32Array) }))
    .filter(({ value }) => value >= leastCosine)
    .toSorted((one, other) => other.value - one.value)
    .slice(0, neighbours);
  const votes = new Map<string, number>();
  for (const { other } of near) for (const tag of new Set(other.tags)) votes.set(tag, (votes.get(tag) ?? 0) + 1);
  const words = new Set(wordsOf(`${item.title} ${item.text}`));
  const isNamed = (tag: string) => wordsOf(tag.replaceAll(/[_-]/g, ' ')).every((word) => words.has(word));
  return [...votes]
    .filter(([tag, count]) => count >= 2 || isNamed(tag))
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, maxTags)
    .map(([tag]) => tag);
}
