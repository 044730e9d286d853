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
  /** Labels of each head in the order of its logits. */
  outputs: { sentiment: string[]; emotion: string[]; urgency: string[]; intents: string[]; flags: string[] };
  calibration: {
    sentiment: HeadCalibration;
    emotion: HeadCalibration;
    urgency: HeadCalibration;
    intents: HeadCalibration;
    flags: Record<string, { scale: number; bias: number; threshold: number }>;
  };
};

/** Softmax temperature, and the confidence below which the head stays silent. */
export type HeadCalibration = { temperature: number; threshold: number };
