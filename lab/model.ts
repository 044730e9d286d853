import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Encoder, Encoding } from '../lib/core/engine';
import type { ModelCard } from '../lib/core/model-card';
import { routeByLanguage } from '../lib/models/by-language';
import { type BundledModel, currentModel, multilingualModel } from '../lib/models/catalogue';
import { type LoadedModel, loadModel } from '../lib/models/run-model';
import { languageCode } from '../lib/signals/language';
import { UsageError } from './flags';
import { type KeptEncodings, openKeptEncodings } from './kept-encodings';

const keptFolder = fileURLToPath(new URL('../.cache/lab/', import.meta.url));
const bundledModels = fileURLToPath(new URL('../public/models/', import.meta.url));

/** The bundled models behind one encoder, and their cards. */
export type LabModel = { encoder: Encoder; cards: readonly ModelCard[] };
/** `root`: folder of the models, ends in a slash. `keep`: encodings stay on disk, in `.cache/lab`, for the next run. */
export type Opening = { root?: string | undefined; keep?: boolean };
/** `save` writes what is to be kept of the last passes. */
export type OpenedModel = LabModel & { save(): void };

/** The file of a model's kept encodings: named by its weights, so that other weights never read them. */
function openKept(root: string, { id, maxTokens }: BundledModel): KeptEncodings {
  const hash = createHash('sha256');
  for (const name of ['onnx/model_quantized.onnx', 'tokenizer.json']) hash.update(readFileSync(`${root}${id}/${name}`));
  return openKeptEncodings(`${keptFolder}${hash.digest('hex').slice(0, 24)}-${maxTokens}.bin`);
}

/** One pass a text, texts remembered, on disk too with `kept`; the files are read with the first text. */
function openEncoder(root: string, { id, version, maxTokens }: BundledModel, kept?: KeptEncodings): Encoder {
  const memory = new Map<string, Promise<Encoding>>();
  let model: Promise<LoadedModel> | undefined;
  // The runtime takes one text at a time: each pass waits for the one before.
  let last: Promise<unknown> = Promise.resolve();
  const encodeOne = (text: string): Promise<Encoding> => {
    const known = memory.get(text);
    if (known) return known;
    const found = kept?.find(text);
    if (found) return Promise.resolve(found);
    model ??= loadModel({ root, id, threads: 2, maxTokens });
    const loaded = model;
    const pass = last.then(async () => {
      const encoding = await (await loaded).run(text);
      kept?.add(text, encoding);
      return encoding;
    });
    last = pass.catch(() => {});
    memory.set(text, pass);
    return pass;
  };
  return {
    encode: (texts) => Promise.all(texts.map(encodeOne)),
    state: () => ({
      status: 'ready',
      progress: 1,
      modelId: id,
      version,
      threads: 2,
      memoryBytes: null,
      coldStartMs: null,
    }),
  };
}

/** The bundled models in Node, or those of their names under `root`. Throws `UsageError` when files are missing. */
export async function openModel({ root = bundledModels, keep = false }: Opening = {}): Promise<OpenedModel> {
  const models = [currentModel, multilingualModel];
  for (const { id } of models)
    if (!existsSync(`${root}${id}/card.json`)) throw new UsageError(`The model ${id} is missing under ${root}.`);
  const cards = models.map(({ id }): ModelCard => JSON.parse(readFileSync(`${root}${id}/card.json`, 'utf8')));
  const kept = models.map((model) => (keep ? openKept(root, model) : undefined));
  const [english, multilingual] = [
    openEncoder(root, currentModel, kept[0]),
    openEncoder(root, multilingualModel, kept[1]),
  ];
  const encoder = routeByLanguage({ english, multilingual, languageOf: languageCode });
  const save = () => {
    for (const one of kept) one?.save();
  };
  return { encoder, cards, save };
}
