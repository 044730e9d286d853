/** `public/models/<id>/card.json`: what a bundled model is, what it knows, how its numbers are to be read. */
export type ModelCard = {
  id: string;
  version: string;
  base: string;
  baseLicense: string;
  /** ISO 639-1 codes the heads were trained and scored on. */
  languages: string[];
  dimensions: number;
  maxTokens: number;
  /** Labels of each head in the order of its logits; absent in a model that gives sentence vectors only. */
  outputs?: HeadLabels;
  /** How each head's logits are to be read; there whenever `outputs` is. */
  calibration?: HeadCalibrations;
  /** Told to people only: where the base was taken from, what trained it, how it scores, what it cannot, how to make it again. */
  package?: string;
  trainedOn?: CardValue[];
  scores?: { [name: string]: CardValue };
  limits?: string | string[];
  reproduce?: string | string[];
  madeBy?: string;
};

/** What a card may say beyond the fields that code reads. */
export type CardValue = string | number | boolean | null | CardValue[] | { [name: string]: CardValue };

export type HeadLabels = {
  sentiment: string[];
  emotion: string[];
  urgency: string[];
  intents: string[];
  flags: string[];
};

export type HeadCalibrations = {
  sentiment: HeadCalibration;
  emotion: HeadCalibration;
  urgency: HeadCalibration;
  intents: HeadCalibration;
  flags: Record<string, FlagCalibration>;
};

/** Numbers that hold for most languages of a card, and those that differ in some, by ISO 639-1 code. */
type ByLanguage<T> = T & { byLanguage?: Record<string, Partial<T>> };

/**
 * Softmax temperature, and the confidence below which the head stays silent. `scale` and `bias`: Platt scaling of the
 * log-odds of a label's share, in a head whose messages may have several labels; the shares alone are too sure there.
 */
export type HeadCalibration = ByLanguage<{ temperature: number; threshold: number; scale?: number; bias?: number }>;

/** Platt scaling of one flag's logit, and the confidence from which on it is shown. */
export type FlagCalibration = ByLanguage<{ scale: number; bias: number; threshold: number }>;
