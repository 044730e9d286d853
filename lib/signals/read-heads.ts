import type { Encoding } from '../core/engine';
import type { FlagCalibration, HeadCalibration, HeadCalibrations, HeadLabels, ModelCard } from '../core/model-card';
import type {
  AbsentReason,
  Emotion,
  Intent,
  Language,
  MessageSignals,
  RiskFlag,
  Scored,
  Sentiment,
  Urgency,
} from '../core/signals';
import { bestLabel, platt, rankLabels } from './calibrate';

/** A second or third intent is named from this share on; chosen so that two equal asks (0.5 each at best) both show. */
const furtherIntent = 0.2;

/** The heads of one model as they are to be read in one language. */
export type Heads = { labels: HeadLabels; calibration: HeadCalibrations; language: string };

/** The calibration with what differs in the language put in. */
export function inLanguage<T extends HeadCalibration | FlagCalibration>(calibration: T, language: string): T {
  return { ...calibration, ...calibration.byLanguage?.[language] };
}

/** The logits of one head; throws when the model lacks it, which is a packaging bug. */
function head(encoding: Encoding, name: string): Float32Array {
  const logits = encoding.logits[name];
  if (!logits) throw new Error(`the model has no head "${name}"`);
  return logits;
}

/** The calibrated flags at or above their own thresholds, most certain first. */
function readFlags(encoding: Encoding, { labels, calibration, language }: Heads): Scored<RiskFlag>[] {
  const logits = head(encoding, 'flag');
  return labels.flags
    .flatMap((label, index) => {
      const own = calibration.flags[label];
      const logit = logits[index];
      if (!own || logit === undefined) return [];
      const { scale, bias, threshold } = inLanguage(own, language);
      const confidence = platt(logit, scale, bias);
      return confidence >= threshold ? [{ label: label as RiskFlag, confidence }] : [];
    })
    .sort((a, b) => b.confidence - a.confidence);
}

/** At most 3 intents: the best when above the threshold, and others that are nearly as likely. */
function readIntents(encoding: Encoding, { labels, calibration, language }: Heads): Scored<Intent>[] {
  const own = inLanguage(calibration.intents, language);
  const [first, ...others] = rankLabels(head(encoding, 'intent'), labels.intents as Intent[], own);
  if (!first || first.confidence < own.threshold) return [];
  const named = [first, ...others.filter(({ share }) => share >= furtherIntent).slice(0, 2)];
  return named.map(({ label, confidence }) => ({ label, confidence }));
}

/** Labels of one message from the outputs of its forward pass; `card` is that of the model that made it and has heads. */
export function readHeads(
  encoding: Encoding,
  card: ModelCard,
  message: { id: string; language: Language },
): MessageSignals {
  const { outputs: labels, calibration } = card;
  if (!labels || !calibration) throw new Error(`the card of ${card.id} names no heads`);
  const language = message.language.code;
  const heads: Heads = { labels, calibration, language };
  const best = <L extends string>(name: 'sentiment' | 'emotion' | 'urgency') =>
    bestLabel(head(encoding, name), labels[name] as L[], inLanguage(calibration[name], language));
  return {
    messageId: message.id,
    language: message.language,
    supported: true,
    sentiment: best<Sentiment>('sentiment'),
    emotion: best<Emotion>('emotion'),
    urgency: best<Urgency>('urgency'),
    intents: readIntents(encoding, heads),
    flags: readFlags(encoding, heads),
  };
}

/** A message without labels, and why; `searchable`: an encoder can place it all the same. */
export function withoutLabels(
  message: { id: string; language: Language },
  absent: AbsentReason,
  searchable: boolean,
): MessageSignals {
  return {
    messageId: message.id,
    language: message.language,
    supported: false,
    absent,
    searchable,
    sentiment: null,
    emotion: null,
    urgency: null,
    intents: [],
    flags: [],
  };
}
