import {
  AutoModel,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from '@huggingface/transformers';
import type { Encoding, PackedTokens } from '../core/engine';
import { packTokens, wordIds } from './token-vectors';
import { createVerifier } from './verify';

/** Where the model's files lie and how to run them. */
export type ModelPlace = {
  /** Folder that holds `<id>/`, ending in a slash: an address in the browser, a path in Node. */
  root: string;
  id: string;
  /** Folder of the ORT files in the browser, ending in a slash; absent in Node. */
  runtime?: string;
  threads: number;
  maxTokens: number;
  /** Precision of the weights; `fp32` only to measure what int8 costs, no such file ships. */
  dtype?: 'q8' | 'fp32';
  /** SHA-256 of the files, by path in the model's folder; those named are read only if unchanged. Absent in Node. */
  hashes?: Readonly<Record<string, string>>;
};

/** A loaded model: one forward pass a text. */
export type LoadedModel = {
  /** `vector`: L2-normalised, `logits` by head, `tokens` where the graph has them. Texts beyond `maxTokens` are cut. */
  run(text: string): Promise<Encoding>;
  /** Time that hashing took, milliseconds. */
  verifiedMs: number;
  dispose(): Promise<void>;
};

/** What decides over results: the weights and how texts become numbers. */
const checkedFiles = ['onnx/model_quantized.onnx', 'tokenizer.json', 'config.json'];

/** Settings that keep transformers.js off the network; all were needed, see the measured notes in the architecture. */
function configure(place: ModelPlace): void {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = place.root;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  const wasm = env.backends.onnx.wasm;
  if (place.runtime && wasm) {
    wasm.wasmPaths = place.runtime;
    wasm.numThreads = place.threads;
  }
}

/** The numbers of an output tensor. */
function numbers(value: unknown): Float32Array | undefined {
  return value instanceof Tensor && value.data instanceof Float32Array ? value.data : undefined;
}

/**
 * Token vectors of one text, without the marks around it and without signs. A graph whose texts begin with more than one mark
 * gives the vector of the last alone, so its rows are those of the last ids.
 */
function readTokens(output: unknown, ids: unknown, isWord: ReadonlySet<number>): PackedTokens | null {
  const values = numbers(output);
  if (!values || !(output instanceof Tensor) || !(ids instanceof Tensor)) return null;
  const [, count = 0, dims = 0] = output.dims;
  const skipped = ids.data.length - count;
  return packTokens({ values, count, dims }, (place) => isWord.has(Number(ids.data[skipped + place])));
}

type Reader = { model: PreTrainedModel; tokenizer: PreTrainedTokenizer; isWord: ReadonlySet<number> };

async function forward({ model, tokenizer, isWord }: Reader, text: string, maxTokens: number): Promise<Encoding> {
  const inputs = tokenizer(text, { truncation: true, max_length: maxTokens });
  const outputs: Record<string, unknown> = await model(inputs);
  const vector = numbers(outputs.sentence_embedding);
  if (!vector) throw new Error('the model has no output "sentence_embedding"');
  const logits: Record<string, Float32Array> = {};
  for (const [name, value] of Object.entries(outputs)) {
    const data = name.endsWith('_logits') ? numbers(value) : undefined;
    if (data) logits[name.slice(0, -'_logits'.length)] = data;
  }
  return { vector, logits, tokens: readTokens(outputs.token_embeddings, inputs.input_ids, isWord) };
}

/**
 * Loads tokenizer and model side by side. This file is the only one that imports the model runtime. Rejects when a file
 * is missing, and by the name `damagedFile` when one is not what its hash says.
 */
export async function loadModel(
  place: ModelPlace,
  onProgress: (share: number) => void = () => {},
): Promise<LoadedModel> {
  configure(place);
  const verifier = createVerifier(`${place.root}${place.id}/`, place.hashes ?? {});
  if (place.hashes) env.fetch = verifier.fetch;
  onProgress(0.1);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(place.id),
    AutoModel.from_pretrained(place.id, { dtype: place.dtype ?? 'q8', ...(place.runtime ? { device: 'wasm' } : {}) }),
  ]).catch((error: unknown) => {
    throw verifier.failure() ?? error;
  });
  // Should the runtime ever read them by another way than this fetch, nothing unchecked is run.
  for (const file of place.hashes ? checkedFiles : [])
    if (!verifier.passed.has(file)) throw new Error(`${file} was not checked against its hash`);
  onProgress(1);
  const reader = { model, tokenizer, isWord: wordIds(tokenizer.get_vocab()) };
  return {
    run: (text) => forward(reader, text, place.maxTokens),
    verifiedMs: verifier.tookMs(),
    dispose: async () => {
      await model.dispose();
    },
  };
}
