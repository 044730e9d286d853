/** Words looked at of each text; letters to customers are shorter. */
const mostWords = 2000;

const wordsOf = (text: string): string[] => (text.match(/\S+/g) ?? []).slice(0, mostWords);

/** Words of the longest common subsequence of both lists. */
function commonWords(a: readonly string[], b: readonly string[]): string[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as Uint16Array;
      const below = lengths[i + 1] as Uint16Array;
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  const common: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.push(a[i] as string);
      i += 1;
      j += 1;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return common;
}

/**
 * Characters that the draft would have spared the agent: those of the words it shares with the reply in order, each with a
 * blank, less one for every word of the draft to be deleted; never below 0.
 */
export function charactersSaved(draft: string | null, real: string): number {
  if (draft === null) return 0;
  const own = wordsOf(draft);
  const common = commonWords(own, wordsOf(real));
  const kept = common.reduce((sum, word) => sum + word.length + 1, 0);
  return Math.max(0, kept - (own.length - common.length));
}
