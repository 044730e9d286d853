import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Encoder, Encoding } from '../lib/core/engine';
import type { ModelCard } from '../lib/core/model-card';
import { currentModel } from '../lib/models/catalogue';
import { loadModel } from '../lib/models/run-model';
import { UsageError } from './flags';

const bundledModels = fileURLToPath(new URL('../public/models/', import.meta.url));

export type LabModel = { encoder: Encoder; card: ModelCard };

/** The bundled model in Node, one pass a text, texts remembered. Throws `UsageError` when its files are missing. */
export async function openModel(root = bundledModels): Promise<LabModel> {
  const cardPath = `${root}${currentModel.id}/card.json`;
  if (!existsSync(cardPath)) throw new UsageError(`The model ${currentModel.id} is missing under ${root}.`);
  const card: ModelCard = JSON.parse(readFileSync(cardPath, 'utf8'));
  const model = await loadModel({ root, id: currentModel.id, threads: 2, maxTokens: currentModel.maxTokens });
  const memory = new Map<string, Promise<Encoding>>();
  // The runtime takes one text at a time: each pass waits for the one before.
  let last: Promise<unknown> = Promise.resolve();
  const encodeOne = (text: string): Promise<Encoding> => {
    const known = memory.get(text);
    if (known) return known;
    const pass = last.then(() => model.run(text));
    last = pass.catch(() => {});
    memory.set(text, pass);
    return pass;
  };
  const encoder: Encoder = {
    encode: (texts) => Promise.all(texts.map(encodeOne)),
    state: () => ({
      status: 'ready',
      progress: 1,
      modelId: card.id,
      version: card.version,
      threads: 2,
      memoryBytes: null,
      coldStartMs: null,
    }),
  };
  return { encoder, card };
}
