import type { Sample } from './discriminant';
import type { HeldOut } from './scope';

/** Two intents that are taken for each other; `examples` are places in the list that was learnt from. */
export type Overlap = { labels: [number, number]; share: number; examples: number[] };

/** How much of one intent may be taken for another among held-out examples: mean probability, the two ways averaged. */
const overlapThreshold = 0.2;

/** Fewer held-out examples than this tell nothing of an intent. */
const fewestHeldOut = 3;

/** An example that is taken for the other intent with at least this probability is named. */
const exampleThreshold = 0.3;

/** Pairs of intents that overlap, the worst first, with the examples that are taken for the other one. */
export function findOverlaps(samples: readonly Sample[], heldOut: readonly HeldOut[], classes: number): Overlap[] {
  const mass = new Float64Array(classes * classes);
  const counts = new Float64Array(classes);
  for (const { example, shares } of heldOut) {
    const label = samples[example]?.label ?? 0;
    counts[label] = (counts[label] as number) + 1;
    shares.forEach((share, other) => {
      mass[label * classes + other] = (mass[label * classes + other] as number) + share;
    });
  }
  const mean = (label: number, other: number) =>
    (mass[label * classes + other] as number) / Math.max(1, counts[label] as number);
  const found: Overlap[] = [];
  for (let first = 0; first < classes; first++)
    for (let second = first + 1; second < classes; second++) {
      const share = (mean(first, second) + mean(second, first)) / 2;
      const tested = Math.min(counts[first] as number, counts[second] as number);
      if (tested < fewestHeldOut || share < overlapThreshold) continue;
      const examples = heldOut.flatMap(({ example, shares }) => {
        const label = samples[example]?.label;
        const other = label === first ? second : label === second ? first : -1;
        return other >= 0 && (shares[other] ?? 0) >= exampleThreshold ? [example] : [];
      });
      found.push({ labels: [first, second], share, examples });
    }
  return found.sort((a, b) => b.share - a.share);
}
