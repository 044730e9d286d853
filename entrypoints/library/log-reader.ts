import type { AuditVerdict } from '@/lib/core/audit';
import { fail, type Result } from '@/lib/core/result';
import { verifyAuditFile } from '@/lib/insights/audit-file';

async function* readPieces(file: File): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Also when the verification ends before the file does.
    await reader.cancel();
  }
}

/** Verifies an exported log piece by piece, so that it never is in memory whole. Fails as `verifyAuditFile` does, and with `unreadable`. */
export async function verifyLogFile(
  file: File,
  { onProgress, ...options }: { noted?: string; signal: AbortSignal; onProgress: (progress: number) => void },
): Promise<Result<AuditVerdict>> {
  try {
    return await verifyAuditFile(readPieces(file), {
      ...options,
      onProgress: (rows, count) => onProgress(count > 0 ? Math.min(1, rows / count) : 1),
    });
  } catch {
    return fail('unreadable', `“${file.name}” could not be read`);
  }
}
