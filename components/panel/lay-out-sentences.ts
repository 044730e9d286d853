/** A stretch of a draft. `sentence` is the position among the sentences, null for what stands between them. */
export type Segment = { text: string; sentence: number | null };

/**
 * Splits a draft into its sentences and the gaps between them; the segments joined are the draft again. A sentence that
 * does not stand in the rest of the draft is left out.
 */
export function layOutSentences(draft: string, sentences: readonly { text: string }[]): Segment[] {
  const segments: Segment[] = [];
  let position = 0;
  sentences.forEach(({ text }, index) => {
    const words = text.trim();
    const start = words ? draft.indexOf(words, position) : -1;
    if (start < 0) return;
    if (start > position) segments.push({ text: draft.slice(position, start), sentence: null });
    segments.push({ text: words, sentence: index });
    position = start + words.length;
  });
  if (position < draft.length) segments.push({ text: draft.slice(position), sentence: null });
  return segments;
}
