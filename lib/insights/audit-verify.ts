import type { AuditFault, AuditHead, AuditRow, AuditVerdict } from '../core/audit';
import { emptyHead, hashRow } from './audit-chain';
import { createTombstoneCheck } from './audit-forget';

/** A row as it was found; `undefined` where it could not be read as one. */
export type FoundRow = AuditRow | undefined;

export type VerifyOptions = {
  /** Where the chain should end, as it was kept apart from the rows; asked for after the last of them was read. */
  head: () => AuditHead;
  /** A hash that was noted elsewhere: whether the log still holds its row. */
  noted?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Rows walked so far. */
  onProgress?: ((rows: number) => void) | undefined;
};

type Break = NonNullable<AuditVerdict['firstBroken']>;

/** What does not fit between a row and the one before it; undefined when all does. */
function faultBetween(row: AuditRow, hash: string, before: AuditRow | undefined): AuditFault | undefined {
  if (before && row.seq <= before.seq) return 'order';
  if (before && row.seq !== before.seq + 1) return 'missing';
  if (hash !== row.hash) return 'altered';
  return before && row.previous !== before.hash ? 'link' : undefined;
}

/** Whether the first row goes on from where the log begins, or from the rows that the last `pruned` one let go of. */
function isStart({ seq, previous }: AuditRow, from: { seq: number; hash: string }): boolean {
  return seq === from.seq + 1 && previous === from.hash;
}

/** What does not fit at the end. */
function faultAtEnd(last: AuditRow | undefined, head: AuditHead): AuditFault | undefined {
  const { seq, hash } = last ?? emptyHead;
  if (seq < head.seq) return 'end';
  return seq > head.seq || hash !== head.hash ? 'head' : undefined;
}

/**
 * Walks a log from its first row to its last and tells whether every row is as it was written, in its order, with none added
 * or missing. A row that was erased with its ticket counts as written where a later one tells of it. A chain proves that against everybody who cannot write all of it anew: who can, is found out by a hash of the
 * log that was noted elsewhere (`noted`). Rejects only when `signal` aborts or the rows cannot be read.
 */
export async function verifyRows(batches: AsyncIterable<FoundRow[]>, options: VerifyOptions): Promise<AuditVerdict> {
  const { noted, signal, onProgress } = options;
  let rows = 0;
  let first: FoundRow;
  let before: FoundRow;
  let start: { seq: number; hash: string } = emptyHead;
  let foundAt: number | null = noted === emptyHead.hash ? 0 : null;
  const broken: Break[] = [];
  const tombstones = createTombstoneCheck();
  for await (const batch of batches) {
    signal?.throwIfAborted();
    const hashes = await Promise.all(batch.map((row) => (row ? hashRow(row) : '')));
    for (const [index, row] of batch.entries()) {
      rows += 1;
      if (!row) {
        broken.push({ seq: (before?.seq ?? 0) + 1, place: rows, fault: 'unreadable' });
        continue;
      }
      first ??= row;
      // What was in a row that was erased cannot be hashed again; that a later row lists it is asked at the end.
      const fault = faultBetween(row, row.kind === 'erased' ? row.hash : (hashes[index] ?? ''), before);
      if (fault) broken.push({ seq: row.seq, place: rows, fault });
      else tombstones.see(row, rows);
      if (row.upTo) start = row.upTo;
      if (noted !== undefined && row.hash === noted) foundAt = row.seq;
      before = row;
    }
    onProgress?.(rows);
  }
  if (noted !== undefined && foundAt === null && noted === start.hash) foundAt = start.seq;
  if (first && !isStart(first, start)) broken.unshift({ seq: first.seq, place: 1, fault: 'start' });
  const head = options.head();
  // A row that is gone elsewhere was told of already.
  const ending = faultAtEnd(before, head) ?? (broken.length === 0 && rows !== head.count ? 'head' : undefined);
  if (ending) broken.push({ seq: before?.seq ?? 0, place: rows, fault: ending });
  broken.push(...tombstones.left());
  broken.sort((one, other) => one.place - other.place);
  return {
    rows,
    head,
    from: first?.at ?? null,
    to: before?.at ?? null,
    firstBroken: broken[0] ?? null,
    breaks: broken.length,
    ...(noted === undefined ? {} : { noted: foundAt }),
  };
}
