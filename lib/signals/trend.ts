import type { MessageSignals, Trend } from '../core/signals';

/** A change of mood smaller than this (on the scale −1 negative to 1 positive) is no trend. */
const smallestChange = 0.35;

/** Mood of one message, −1 to 1: the sentiment's sign by its confidence; null where the sentiment is unknown. */
function mood(signals: MessageSignals): number | null {
  if (!signals.sentiment) return null;
  const sign = { negative: -1, neutral: 0, positive: 1 }[signals.sentiment.label];
  return sign * signals.sentiment.confidence;
}

/**
 * Where the mood is heading: the latest message against the mean of those before, later ones weighing double the
 * one before them (exponential smoothing with factor 0.5).
 */
export function readTrend(messages: readonly MessageSignals[]): Trend {
  const moods = messages.map(mood).filter((value) => value !== null);
  const last = moods.at(-1);
  const first = moods[0];
  if (moods.length < 2 || last === undefined || first === undefined) return 'flat';
  const before = moods.slice(1, -1).reduce((mean, value) => (mean + value) / 2, first);
  if (last - before >= smallestChange) return 'improving';
  return before - last >= smallestChange ? 'worsening' : 'flat';
}

/** True when the customer's latest words are thanks or praise without another ask. */
export function isResolved(current: MessageSignals | null): boolean {
  if (!current || current.sentiment?.label === 'negative') return false;
  const [first, second] = current.intents;
  return (
    (first?.label === 'social.thanks' || first?.label === 'praise') && (!second || second.label.startsWith('social.'))
  );
}
