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

/** Confidence in a label with this share of the softmax (0..1): the share itself, or what the head's scaling makes of it. */
export function confidenceOf(share: number, { scale, bias = 0 }: Pick<HeadCalibration, 'scale' | 'bias'>): number {
  return scale === undefined ? share : platt(Math.log(share / (1 - share)), scale, bias);
}

/** Labels with their share of the softmax and their calibrated confidence, best first. */
export function rankLabels<L extends string>(
  logits: Float32Array,
  labels: readonly L[],
  head: HeadCalibration,
): (Scored<L> & { share: number })[] {
  if (logits.length !== labels.length)
    throw new Error(`head gives ${logits.length} logits for ${labels.length} labels`);
  return softmax(logits, head.temperature)
    .map((share, index) => ({ label: labels[index] as L, share, confidence: confidenceOf(share, head) }))
    .sort((a, b) => b.share - a.share);
}

/** The best label, or null below the head's threshold. */
export function bestLabel<L extends string>(
  logits: Float32Array,
  labels: readonly L[],
  head: HeadCalibration,
): Scored<L> | null {
  const best = rankLabels(logits, labels, head)[0];
  return best && best.confidence >= head.threshold ? { label: best.label, confidence: best.confidence } : null;
}
