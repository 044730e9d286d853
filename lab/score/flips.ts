/** The texts of one message: every `{a|b|c}` takes its first, then its second … alternative, `{name}` one of the names. */
export function swapTexts(template: string, names: readonly string[]): string[] {
  const slots = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, inner = '']) =>
    inner === 'name' ? names : inner.split('|'),
  );
  const count = Math.max(1, ...slots.map(({ length }) => length));
  return Array.from({ length: count }, (_, variant) => {
    let slot = 0;
    return template.replace(/\{[^{}]*\}/g, () => {
      const words = slots[slot++] ?? [];
      // A slot with fewer alternatives than another of the same message keeps its last.
      return words[Math.min(variant, words.length - 1)] ?? '';
    });
  });
}

/** Labels of one message and of the same message with other words, by name of the label. */
export type Swapped = { group: string; original: Record<string, string>; swapped: Record<string, string>[] };

export type FlipCounts = { swaps: number; flips: Record<string, number>; any: number };

/** How many swaps change each of the labels, and how many change any of them, by group and over all (`all`). */
export function countFlips(messages: readonly Swapped[], labels: readonly string[]): Map<string, FlipCounts> {
  const counts = new Map<string, FlipCounts>();
  const of = (group: string) => {
    const known = counts.get(group) ?? { swaps: 0, flips: Object.fromEntries(labels.map((name) => [name, 0])), any: 0 };
    counts.set(group, known);
    return known;
  };
  for (const { group, original, swapped } of messages)
    for (const one of swapped)
      for (const count of [of(group), of('all')]) {
        const changed = labels.filter((name) => one[name] !== original[name]);
        count.swaps += 1;
        count.any += Number(changed.length > 0);
        for (const name of changed) count.flips[name] = (count.flips[name] ?? 0) + 1;
      }
  return counts;
}
