import { type BundledModel, currentModel, multilingualModel } from '@/lib/models/catalogue';
import { createEncoder } from '@/lib/models/encoder';
import type { SelfTestFile } from '@/lib/models/self-test';
import { startModelWorker } from './workers';

/** A JSON file of a bundled model. */
export async function readModelFile<T>({ id }: BundledModel, name: string): Promise<T> {
  return (await fetch(`/models/${id}/${name}`)).json();
}

const encoderOf = (model: BundledModel) =>
  createEncoder({
    modelId: model.id,
    version: model.version,
    startWorker: (runtime) => startModelWorker(model, runtime),
    readSelfTest: () => readModelFile<SelfTestFile>(model, 'self-test.json'),
  });

export const english = encoderOf(currentModel);
/** Its worker starts with the first text in another language than English. */
export const multilingual = encoderOf(multilingualModel);
