import type { Encoding } from '../../lib/core/engine';
import type { ModelCard } from '../../lib/core/model-card';
import { platt, softmax } from '../../lib/signals/calibrate';
import { type Head, labelsOf, type SingleHead } from './support-set';

/** Output of the encoder by head: its names are those of the graph. */
const outputName: Record<Head, string> = {
  sentiment: 'sentiment',
  emotion: 'emotion',
  urgency: 'urgency',
  intents: 'intent',
  flags: 'flag',
};

/** A card with heads. */
export type HeadedCard = Pick<ModelCard, 'outputs' | 'calibration'> & Partial<ModelCard>;

/** Whether a model's card tells of heads and its graph gives them. */
export function hasHeads(card: Partial<ModelCard>, encoding: Encoding | undefined): card is HeadedCard {
  return Boolean(card.outputs && card.calibration && encoding?.logits.sentiment);
}

/** The card's place of each label of the taxonomy. */
function places(card: HeadedCard, head: Head): number[] {
  return labelsOf[head].map((label) => card.outputs[head].indexOf(label));
}

/** Calibrated probabilities of a head with one label a message, in the order of `labelsOf`. */
export function headProbabilities(encoding: Encoding, card: HeadedCard, head: SingleHead): number[] {
  const logits = encoding.logits[outputName[head]];
  if (!logits) throw new Error(`the model has no head "${head}"`);
  const probabilities = softmax(logits, card.calibration[head].temperature);
  return places(card, head).map((at) => probabilities[at] ?? 0);
}

/** Calibrated probability of each flag, in the order of `labelsOf.flags`. */
export function flagProbabilities(encoding: Encoding, card: HeadedCard): number[] {
  const logits = encoding.logits[outputName.flags];
  if (!logits) throw new Error('the model has no head "flags"');
  return places(card, 'flags').map((at, index) => {
    const own = card.calibration.flags[labelsOf.flags[index] ?? ''];
    return own ? platt(logits[at] ?? Number.NEGATIVE_INFINITY, own.scale, own.bias) : 0;
  });
}

/** The flags that the panel shows: at or above their own thresholds. */
export function shownFlags(probabilities: readonly number[], card: HeadedCard): number[] {
  return probabilities.flatMap((value, index) => {
    const own = card.calibration.flags[labelsOf.flags[index] ?? ''];
    return own && value >= own.threshold ? [index] : [];
  });
}
