/** One message: how sure the classifier is that it belongs to any class, and whether its best class is right. */
export type ScopeGuess = { confidence: number; isRight: boolean };

/** The confidence below which `share` of the messages that are in scope lie; at or above it a message is answered. */
export function rejectingThreshold(inScope: readonly ScopeGuess[], share: number): number {
  const order = inScope.map(({ confidence }) => confidence).sort((a, b) => a - b);
  return order[Math.floor(share * order.length)] ?? Number.NEGATIVE_INFINITY;
}

/** In-scope accuracy (a rejected message counts as wrong) and the share of foreign messages that are rejected, 0 to 1. */
export function scopeScores(inScope: readonly ScopeGuess[], foreign: readonly number[], threshold: number) {
  const right = inScope.filter(({ confidence, isRight }) => isRight && confidence >= threshold).length;
  return {
    accuracy: right / Math.max(1, inScope.length),
    recall: foreign.filter((confidence) => confidence < threshold).length / Math.max(1, foreign.length),
  };
}

/** Chance that a message in scope has more confidence than a foreign one (area under the ROC curve). */
export function separation(inScope: readonly number[], foreign: readonly number[]): number {
  const all = [...inScope.map((value) => ({ value, own: 1 })), ...foreign.map((value) => ({ value, own: 0 }))];
  all.sort((a, b) => a.value - b.value);
  let [sum, at] = [0, 0];
  while (at < all.length) {
    let end = at;
    while (end + 1 < all.length && all[end + 1]?.value === all[at]?.value) end += 1;
    for (let place = at; place <= end; place++) sum += (all[place]?.own ?? 0) * ((at + end) / 2 + 1);
    at = end + 1;
  }
  return (sum - (inScope.length * (inScope.length + 1)) / 2) / Math.max(1, inScope.length * foreign.length);
}
