import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileReport, ImportFile } from '../../lib/core/engine';
import { fail, type Result } from '../../lib/core/result';
import { usePage } from '../page/page-context';
import type { LibraryDeps } from './deps';

/** A file that was read, and what came of it. */
export type FileEntry = { id: number; name: string; result: Result<FileReport> };
type Waiting = { name: string; read: (signal: AbortSignal) => Promise<Result<ImportFile>> };

/** Reads files one after the other into the library; a file that fails does not stop the next. `cancel` leaves out the rest. */
export function useFileImport(readFile: LibraryDeps['readFile']) {
  const { engine } = usePage();
  const client = useQueryClient();
  const [entries, setEntries] = useState<FileEntry[]>([]);
  const [reading, setReading] = useState<string | null>(null);
  const queue = useRef(Promise.resolve());
  const nextId = useRef(0);
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);

  const importOne = useCallback(
    async ({ name, read }: Waiting) => {
      const { signal } = running.current;
      setReading(name);
      const file = signal.aborted ? fail<ImportFile>('cancelled', name) : await read(signal);
      const result = file.ok ? await engine.importFile(file.value) : file;
      nextId.current += 1;
      const entry = { id: nextId.current, name, result };
      setEntries((old) => [entry, ...old]);
    },
    [engine],
  );
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
  return {
    entries,
    reading,
    add: (files: File[]) =>
      addAll(files.map((file) => ({ name: file.name, read: (signal) => readFile(file, { signal }) }))),
    addText: (file: ImportFile) => addAll([{ name: file.name, read: async () => ({ ok: true, value: file }) }]),
    cancel: () => running.current.abort(),
    clear: () => setEntries([]),
  };
}
