import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AuditCursor, AuditFormat, AuditPart, AuditVerdict } from '../../lib/core/audit';
import { auditCheckQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { unwrap } from '../query-client';
import type { LibraryDeps } from './deps';

const types: Record<AuditFormat, string> = { jsonl: 'application/jsonl', csv: 'text/csv' };

/** Copies a hash, and tells how that ended. */
export function useCopyHash(): (hash: string) => Promise<void> {
  const { strings, showToast } = usePage();
  const text = strings.library.audit;
  return async (hash) => {
    try {
      await navigator.clipboard.writeText(hash);
      showToast('good', text.copied);
    } catch {
      showToast('warn', text.notCopied);
    }
  };
}

/** Has the engine walk the whole log; its state is asked for while it does. */
export function useVerifyLog() {
  const { engine } = usePage();
  const client = useQueryClient();
  const query = auditCheckQuery(engine);
  const { data, error } = useQuery(query);
  const [isCancelled, setIsCancelled] = useState(false);
  const act = useMutation({
    mutationFn: ({ action, noted }: { action: 'start' | 'cancel'; noted?: string }) =>
      unwrap(engine.verifyAudit({ action, ...(noted === undefined ? {} : { noted }) })),
    onSuccess: (state) => client.setQueryData(query.queryKey, state),
  });
  return {
    check: data,
    failure: (act.error ?? error)?.message,
    isCancelled,
    start(noted: string | undefined) {
      setIsCancelled(false);
      act.mutate({ action: 'start', ...(noted === undefined ? {} : { noted }) });
    },
    cancel() {
      setIsCancelled(true);
      act.mutate({ action: 'cancel' });
    },
  };
}

type FileState =
  | { phase: 'idle' }
  | { phase: 'running'; progress: number }
  | { phase: 'failed'; message: string }
  | { phase: 'done'; name: string; verdict: AuditVerdict };

/** Verifies a file that was exported, in this page; leaving it stops that. */
export function useVerifyFile({ verifyAuditFile }: Pick<LibraryDeps, 'verifyAuditFile'>) {
  const text = usePage().strings.library.audit;
  const [state, setState] = useState<FileState>({ phase: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  return {
    state,
    cancel() {
      running.current?.abort();
      setState({ phase: 'failed', message: text.cancelled });
    },
    async start(file: File, noted: string | undefined) {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      setState({ phase: 'running', progress: 0 });
      const onProgress = (progress: number) => {
        if (!mine.signal.aborted) setState({ phase: 'running', progress });
      };
      const options = { signal: mine.signal, onProgress, ...(noted === undefined ? {} : { noted }) };
      const result = await verifyAuditFile(file, options);
      if (mine.signal.aborted) return;
      if (result.ok) setState({ phase: 'done', name: file.name, verdict: result.value });
      else {
        const known: Record<string, string> = text.failures;
        setState({ phase: 'failed', message: known[result.error.kind] ?? result.error.message });
      }
    },
  };
}

/** Fetches the log part by part and gives it to the agent as a file. */
export function useAuditExport({ download }: Pick<LibraryDeps, 'download'>) {
  const { engine, strings, showToast } = usePage();
  const client = useQueryClient();
  return useMutation({
    async mutationFn(format: AuditFormat) {
      const parts: string[] = [];
      let cursor: AuditCursor | null = null;
      do {
        const part: AuditPart = await unwrap(engine.exportAudit({ format, cursor }));
        parts.push(part.text);
        cursor = part.next;
      } while (cursor);
      const name = `deskside-log-${new Date().toISOString().slice(0, 10)}.${format}`;
      download(name, parts.join(''), types[format]);
    },
    onSuccess: () => showToast('good', strings.library.audit.exported),
    onError: (error) => showToast('warn', error.message),
    onSettled: () => client.invalidateQueries({ queryKey: ['library', 'audit'] }),
  });
}
