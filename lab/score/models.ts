import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Encoder, Encoding } from '../../lib/core/engine';
import type { ModelCard } from '../../lib/core/model-card';
import { routeByLanguage } from '../../lib/models/by-language';
import { type BundledModel, currentModel, multilingualModel } from '../../lib/models/catalogue';
import { type LoadedModel, loadModel } from '../../lib/models/run-model';
import { languageCode } from '../../lib/signals/language';
import { UsageError } from '../flags';
import { type KeptEncoding, openEncodingFile } from './encoding-file';

/** Folder of the models that ship. */
export const shippedModels = fileURLToPath(new URL('../../public/models/', import.meta.url));
const cacheFolder = fileURLToPath(new URL('../../.cache/score/', import.meta.url));

/** One model whose encodings are kept on disk. A card without heads lacks `outputs` and `calibration`. */
export type ScoreModel = {
  id: string;
  card: Partial<ModelCard>;
  encode(text: string): Promise<KeptEncoding>;
  /** A pass with token vectors, which are not kept on disk. */
  encodeTokens(text: string): Promise<Encoding>;
  save(): void;
};

/** The pair of models that one run measures. */
export type ScoreModels = { english: ScoreModel; multilingual: ScoreModel };

type Precision = 'q8' | 'fp32';
type Opening = { root: string; precision: Precision; signal: AbortSignal };

const graphFile: Record<Precision, string> = { q8: 'onnx/model_quantized.onnx', fp32: 'onnx/model.onnx' };

// The runtime's settings are global: one model is loaded at a time.
let lastLoad: Promise<unknown> = Promise.resolve();

function load(root: string, { id, maxTokens }: Pick<BundledModel, 'id' | 'maxTokens'>, dtype: Precision) {
  const loading = lastLoad.then(() => loadModel({ root, id, threads: 2, maxTokens, dtype }));
  lastLoad = loading.catch(() => {});
  return loading;
}

function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 24);
}

/** One model under `root`, loaded with the first text that is not on disk yet. Throws `UsageError` when a file is missing. */
export function openScoreModel(
  { id, maxTokens }: Pick<BundledModel, 'id' | 'maxTokens'>,
  opening: Opening,
): ScoreModel {
  const { root, precision, signal } = opening;
  const folder = join(root, id);
  const paths = [graphFile[precision], 'tokenizer.json'].map((name) => join(folder, name));
  for (const path of paths) if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const cardPath = join(folder, 'card.json');
  const kept = openEncodingFile(join(cacheFolder, `${hashFiles(paths)}-${maxTokens}.bin`));
  let model: Promise<LoadedModel> | undefined;
  const run = async (text: string): Promise<Encoding> => {
    signal.throwIfAborted();
    model ??= load(root, { id, maxTokens }, precision);
    const encoding = await (await model).run(text);
    if (!kept.find(text)) kept.add(text, { vector: encoding.vector, logits: encoding.logits });
    return encoding;
  };
  return {
    id,
    card: existsSync(cardPath) ? JSON.parse(readFileSync(cardPath, 'utf8')) : {},
    encode: async (text) => kept.find(text) ?? run(text),
    encodeTokens: run,
    save: kept.save,
  };
}

/** Both models under `root`, in int8 as they ship or in fp32. */
export function openScoreModels(opening: Opening): ScoreModels {
  return {
    english: openScoreModel(currentModel, opening),
    multilingual: openScoreModel(multilingualModel, opening),
  };
}

/** The model that reads a language. */
export function modelOf(models: ScoreModels, language: string): ScoreModel {
  return language === 'en' ? models.english : models.multilingual;
}

/** One model as an encoder: with `tokens` every text is read anew, without them kept encodings are given. */
export function toEncoder(model: ScoreModel, tokens: 'with tokens' | 'without tokens'): Encoder {
  const encodeOne = async (text: string): Promise<Encoding> =>
    tokens === 'with tokens' ? model.encodeTokens(text) : { ...(await model.encode(text)), tokens: null };
  return {
    async encode(texts) {
      const encodings: Encoding[] = [];
      for (const text of texts) encodings.push(await encodeOne(text));
      return encodings;
    },
    state: () => ({
      status: 'ready',
      progress: 1,
      modelId: model.id,
      version: model.card.version ?? '',
      threads: 2,
      memoryBytes: null,
      coldStartMs: null,
    }),
  };
}

/** Both models as the engine page uses them: the language of a text decides which one reads it. */
export function routedEncoder(models: ScoreModels, tokens: 'with tokens' | 'without tokens'): Encoder {
  const [english, multilingual] = [models.english, models.multilingual].map((model) => toEncoder(model, tokens)) as [
    Encoder,
    Encoder,
  ];
  return routeByLanguage({ english, multilingual, languageOf: languageCode });
}
