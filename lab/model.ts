import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Encoder, Encoding } from '../lib/core/engine';
import type { ModelCard } from '../lib/core/model-card';
import { routeByLanguage } from '../lib/models/by-language';
import { type BundledModel, currentModel, multilingualModel } from '../lib/models/catalogue';
import { type LoadedModel, loadModel } from '../lib/models/run-model';
import { detectLanguage } from '../lib/signals/language';
import { UsageError } from './flags';

const bundledModels = fileURLToPath(new URL('../public/models/', import.meta.url));

/** The bundled models behind one encoder, and their cards. */
export type LabModel = { encoder: Encoder; cards: readonly ModelCard[] };

/** One pass a text, texts remembered; the files are read with the first text. */
function openEncoder(root: string, { id, version, maxTokens }: BundledModel): Encoder {
  const memory = new Map<string, Promise<Encoding>>();
  let model: Promise<LoadedModel> | undefined;
  // The runtime takes one text at a time: each pass waits for the one before.
  let last: Promise<unknown> = Promise.resolve();
  const encodeOne = (text: string): Promise<Encoding> => {
    const known = memory.get(text);
    if (known) return known;
    model ??= loadModel({ root, id, threads: 2, maxTokens });
    const loaded = model;
    const pass = last.then(async () => (await loaded).run(text));
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

/** The bundled models in Node, or those of their names under `root` (ends in a slash). Throws `UsageError` when files are missing. */
export async function openModel(root = bundledModels): Promise<LabModel> {
  const models = [currentModel, multilingualModel];
  for (const { id } of models)
    if (!existsSync(`${root}${id}/card.json`)) throw new UsageError(`The model ${id} is missing under ${root}.`);
  const cards = models.map(({ id }): ModelCard => JSON.parse(readFileSync(`${root}${id}/card.json`, 'utf8')));
  const [english, multilingual] = [openEncoder(root, currentModel), openEncoder(root, multilingualModel)];
  const encoder = routeByLanguage({ english, multilingual, languageOf: (text) => detectLanguage(text).code });
  return { encoder, cards };
}
