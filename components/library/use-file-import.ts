import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileReport, ImportFile } from '../../lib/core/engine';
import { fail, type Result } from '../../lib/core/result';
import { usePage } from '../page/page-context';
import type { LibraryDeps } from './deps';

/** A file that was read, and what came of it. */
export type FileEntry = { id: number; name: string; result: Result<FileReport> };
type Waiting = { name: string; run: (signal: AbortSignal) => Promise<Result<FileReport>> };
/** The file being read, and how far; null while that is not known. */
export type Reading = { name: string; progress: number | null };

/** Reads files one after the other into the library; a file that fails does not stop the next. `cancel` leaves out the rest. */
export function useFileImport({ readFile, importInPieces }: Pick<LibraryDeps, 'readFile' | 'importInPieces'>) {
  const { engine } = usePage();
  const client = useQueryClient();
  const [entries, setEntries] = useState<FileEntry[]>([]);
  const [reading, setReading] = useState<Reading | null>(null);
  const queue = useRef(Promise.resolve());
  const nextId = useRef(0);
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);

  const importOne = useCallback(async ({ name, run }: Waiting) => {
    const { signal } = running.current;
    setReading({ name, progress: null });
    const result = signal.aborted ? fail<FileReport>('cancelled', name) : await run(signal);
    nextId.current += 1;
    const entry = { id: nextId.current, name, result };
    setEntries((old) => [entry, ...old]);
  }, []);
  const addAll = useCallback(
    (waiting: Waiting[]) => {
      queue.current = queue.current.then(async () => {
        running.current = new AbortController();
        for (const one of waiting) await importOne(one);
        setReading(null);
        await client.invalidateQueries();
      });
      return queue.current;
    },
    [importOne, client],
  );
  async function importAny(file: File, signal: AbortSignal): Promise<Result<FileReport>> {
    const onProgress = (progress: number) => setReading({ name: file.name, progress });
    const inPieces = await importInPieces(file, { engine, signal, onProgress });
    if (inPieces) return inPieces;
    const read = await readFile(file, { signal });
    return read.ok ? engine.importFile(read.value) : read;
  }
  return {
    entries,
    reading,
    add: (files: File[]) =>
      addAll(files.map((file) => ({ name: file.name, run: (signal) => importAny(file, signal) }))),
    addText: (file: ImportFile) => addAll([{ name: file.name, run: () => engine.importFile(file) }]),
    cancel: () => running.current.abort(),
    clear: () => setEntries([]),
  };
}
