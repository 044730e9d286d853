import type { Encoding } from '../core/engine';
import type { ModelCard } from '../core/model-card';
import type { Emotion, Intent, Language, MessageSignals, RiskFlag, Scored, Sentiment, Urgency } from '../core/signals';
import { bestLabel, platt, rankLabels } from './calibrate';

/** A second or third intent is named from this confidence on; chosen so that two equal asks (0.5 each at best) both show. */
const furtherIntent = 0.2;

/** The logits of one head; throws when the model lacks it, which is a packaging bug. */
function head(encoding: Encoding, name: string): Float32Array {
  const logits = encoding.logits[name];
  if (!logits) throw new Error(`the model has no head "${name}"`);
  return logits;
}

/** The calibrated flags at or above their own thresholds, most certain first. */
function readFlags(encoding: Encoding, card: ModelCard): Scored<RiskFlag>[] {
  const logits = head(encoding, 'flag');
  return card.outputs.flags
    .flatMap((label, index) => {
      const calibration = card.calibration.flags[label];
      const logit = logits[index];
      if (!calibration || logit === undefined) return [];
      const confidence = platt(logit, calibration.scale, calibration.bias);
      return confidence >= calibration.threshold ? [{ label: label as RiskFlag, confidence }] : [];
    })
    .sort((a, b) => b.confidence - a.confidence);
}

/** At most 3 intents: the best when above the threshold, and others that are nearly as likely. */
function readIntents(encoding: Encoding, card: ModelCard): Scored<Intent>[] {
  const { temperature, threshold } = card.calibration.intents;
  const ranked = rankLabels(head(encoding, 'intent'), card.outputs.intents as Intent[], temperature);
  const [first, ...others] = ranked;
  if (!first || first.confidence < threshold) return [];
  return [first, ...others.filter((one) => one.confidence >= furtherIntent).slice(0, 2)];
}

/** Labels of one message from the outputs of its forward pass; languages outside the card give none; `searchable` lists those an encoder knows besides. */
export function readHeads(
  encoding: Encoding,
  card: ModelCard,
  message: { id: string; language: Language },
  searchable: readonly string[] = [],
): MessageSignals {
  const supported = card.languages.includes(message.language.code);
  const base = { messageId: message.id, language: message.language, supported };
  const isSearchable = searchable.includes(message.language.code);
  if (!supported)
    return { ...base, searchable: isSearchable, sentiment: null, emotion: null, urgency: null, intents: [], flags: [] };
  const { outputs, calibration } = card;
  return {
    ...base,
    sentiment: bestLabel(head(encoding, 'sentiment'), outputs.sentiment as Sentiment[], calibration.sentiment),
    emotion: bestLabel(head(encoding, 'emotion'), outputs.emotion as Emotion[], calibration.emotion),
    urgency: bestLabel(head(encoding, 'urgency'), outputs.urgency as Urgency[], calibration.urgency),
    intents: readIntents(encoding, card),
    flags: readFlags(encoding, card),
  };
}
