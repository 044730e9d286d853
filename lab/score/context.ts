import { createProgress } from '../progress';
import type { KeptEncoding } from './encoding-file';
import type { ScoreModel, ScoreModels } from './models';

/** What the row families measure, and how. */
export type ScoreContext = {
  models: ScoreModels;
  /** Folder of the public sets; without it their rows are absent. */
  publicSets?: string;
  seeds: number;
  /** Share of our own rows that is measured, 1 for all. */
  share: number;
  signal: AbortSignal;
  say(line: string): void;
};

/** Encodings of texts by one model, in order, with a line of progress; what was made is kept when it is interrupted. */
export async function encodeAll(model: ScoreModel, texts: readonly string[]): Promise<KeptEncoding[]> {
  const progress = createProgress(texts.length);
  const encodings: KeptEncoding[] = [];
  try {
    for (const text of texts) {
      encodings.push(await model.encode(text));
      progress.step();
    }
  } finally {
    model.save();
    progress.end();
  }
  return encodings;
}
