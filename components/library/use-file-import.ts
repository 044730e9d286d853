import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { FileReport } from '../../lib/core/engine';
import type { Result } from '../../lib/core/result';
import { usePage } from '../page/page-context';
import { readFile } from './read-file';

/** A file that was read, and what came of it. */
export type FileEntry = { id: number; name: string; result: Result<FileReport> };

/** Reads files one after the other into the library; a file that fails does not stop the next. */
export function useFileImport() {
  const { engine } = usePage();
  const client = useQueryClient();
  const [entries, setEntries] = useState<FileEntry[]>([]);
  const [reading, setReading] = useState<string | null>(null);
  const queue = useRef(Promise.resolve());
  const nextId = useRef(0);

  const importOne = useCallback(
    async (file: File) => {
      setReading(file.name);
      const read = await readFile(file);
      const result = read.ok ? await engine.importFile(read.value) : read;
      nextId.current += 1;
      const entry = { id: nextId.current, name: file.name, result };
      setEntries((old) => [entry, ...old]);
    },
    [engine],
  );
  const add = useCallback(
    (files: File[]) => {
      queue.current = queue.current.then(async () => {
        for (const file of files) await importOne(file);
        setReading(null);
        await client.invalidateQueries();
      });
      return queue.current;
    },
    [importOne, client],
  );
  return { entries, reading, add, clear: () => setEntries([]) };
}
