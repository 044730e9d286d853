import type { ModelCard } from '../../lib/core/model-card';
import { confidenceOf, platt, softmax } from '../../lib/signals/calibrate';
import { type Heads, inLanguage } from '../../lib/signals/read-heads';
import type { KeptEncoding } from './encoding-file';
import { type Head, labelsOf, type SingleHead } from './support-set';

/** Output of the encoder by head: its names are those of the graph. */
const outputName: Record<Head, string> = {
  sentiment: 'sentiment',
  emotion: 'emotion',
  urgency: 'urgency',
  intents: 'intent',
  flags: 'flag',
};

/** How a model's heads are to be read in a language; null where its card tells of none or its graph gives none. */
export function headsOf(card: Partial<ModelCard>, encoding: KeptEncoding | undefined, language: string): Heads | null {
  const { outputs: labels, calibration } = card;
  return labels && calibration && encoding?.logits.sentiment ? { labels, calibration, language } : null;
}

function logitsOf({ logits }: KeptEncoding, head: Head): Float32Array {
  const found = logits[outputName[head]];
  if (!found) throw new Error(`the model has no head "${head}"`);
  return found;
}

/** Calibrated probabilities of a head with one label a message, in the order of `labelsOf`. */
export function headProbabilities(encoding: KeptEncoding, heads: Heads, head: SingleHead): number[] {
  const own = inLanguage(heads.calibration[head], heads.language);
  const probabilities = softmax(logitsOf(encoding, head), own.temperature).map((share) => confidenceOf(share, own));
  return labelsOf[head].map((label) => probabilities[heads.labels[head].indexOf(label)] ?? 0);
}

/** Confidence from which on a head with one label a message speaks. */
export function headThreshold({ calibration, language }: Heads, head: SingleHead): number {
  return inLanguage(calibration[head], language).threshold;
}

/** Calibrated probability of each flag, and whether it is shown, in the order of `labelsOf.flags`. */
export function readFlags(encoding: KeptEncoding, heads: Heads): { probability: number; isShown: boolean }[] {
  const logits = logitsOf(encoding, 'flags');
  return labelsOf.flags.map((label) => {
    const own = heads.calibration.flags[label];
    const logit = logits[heads.labels.flags.indexOf(label)];
    if (!own || logit === undefined) return { probability: 0, isShown: false };
    const { scale, bias, threshold } = inLanguage(own, heads.language);
    const probability = platt(logit, scale, bias);
    return { probability, isShown: probability >= threshold };
  });
}
