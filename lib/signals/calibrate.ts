import type { HeadCalibration } from '../core/model-card';
import type { Scored } from '../core/signals';

/** Softmax with temperature (Guo et al. 2017, "On Calibration of Modern Neural Networks"); one probability per logit. */
export function softmax(logits: Float32Array, temperature: number): number[] {
  const scaled = Array.from(logits, (logit) => logit / temperature);
  const top = Math.max(...scaled);
  const powers = scaled.map((value) => Math.exp(value - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Platt scaling: probability of one flag from its logit. */
export function platt(logit: number, scale: number, bias: number): number {
  return 1 / (1 + Math.exp(-(scale * logit + bias)));
}

/** Labels with their calibrated confidence, best first. */
export function rankLabels<L extends string>(
  logits: Float32Array,
  labels: readonly L[],
  temperature: number,
): Scored<L>[] {
  if (logits.length !== labels.length)
    throw new Error(`head gives ${logits.length} logits for ${labels.length} labels`);
  return softmax(logits, temperature)
    .map((confidence, index) => ({ label: labels[index] as L, confidence }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** The best label, or null below the head's threshold. */
export function bestLabel<L extends string>(
  logits: Float32Array,
  labels: readonly L[],
  head: HeadCalibration,
): Scored<L> | null {
  const best = rankLabels(logits, labels, head.temperature)[0];
  return best && best.confidence >= head.threshold ? best : null;
}
