import { transfer, wrap } from 'comlink';
import type { ImportFile } from '@/lib/core/engine';
import { fail, type Result } from '@/lib/core/result';
import { fileKind } from '@/lib/documents/file-kind';
import { readTextFile } from '@/lib/documents/text-file';
import type { DocumentWorker } from '../document-worker';

/** Documents and archives; text files have a smaller limit of their own. */
const maxFileBytes = 50_000_000;
/** A document of 500 pages takes about 10 s on a slow machine. */
const limitMs = 120_000;

/**
 * Reads a file of the agent: text here, documents and archives in a worker of their own that ends with the file. Fails as
 * `readDocument` does, and with `too-large`, `unreadable`, `took-too-long` and `cancelled`.
 */
export async function readFile(file: File, { signal }: { signal: AbortSignal }): Promise<Result<ImportFile>> {
  if (file.size > maxFileBytes) return fail('too-large', `“${file.name}” is larger than 50 MB`);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return fileKind(bytes) === 'text' ? readTextFile(file.name, bytes) : await readInWorker(file.name, bytes, signal);
  } catch {
    return fail('unreadable', `“${file.name}” could not be read`);
  }
}

async function readInWorker(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<Result<ImportFile>> {
  const worker = new Worker('/document-worker.js', { type: 'module' });
  const ending = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  try {
    return await new Promise<Result<ImportFile>>((resolve, reject) => {
      const stop = () =>
        resolve(signal.aborted ? fail('cancelled', name) : fail('took-too-long', `“${name}” takes too long to read`));
      if (ending.aborted) return stop();
      ending.addEventListener('abort', stop);
      worker.addEventListener('error', reject);
      wrap<DocumentWorker>(worker)
        .read(name, transfer(bytes, [bytes.buffer]))
        .then(resolve, reject);
    });
  } finally {
    worker.terminate();
  }
}
