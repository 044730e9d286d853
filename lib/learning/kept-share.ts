/** Words looked at of each text; more of a reply says nothing new. */
const mostWords = 400;

const wordsOf = (text: string): string[] => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords);

/**
 * Share of the draft's words that the sent reply still has, in their order, 0 to 1: the longest common subsequence of words
 * over the draft's length. What the agent adds costs nothing. 1 for a draft without a word.
 */
export function keptShare(draft: string, sent: string): number {
  const [own, final] = [wordsOf(draft), wordsOf(sent)];
  if (own.length === 0) return 1;
  let before = new Uint16Array(final.length + 1);
  for (const word of own) {
    const row = new Uint16Array(final.length + 1);
    final.forEach((other, index) => {
      const [diagonal = 0, above = 0, left = 0] = [before[index], before[index + 1], row[index]];
      row[index + 1] = word === other ? diagonal + 1 : Math.max(above, left);
    });
    before = row;
  }
  return (before.at(-1) ?? 0) / own.length;
}
