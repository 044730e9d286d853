import type { AuditRow } from '../core/audit';
import type { AuditStore } from '../core/stores';

/** Rows read at a time. */
const rowsAtOnce = 1_000;

/** Whose rows are looked for: tickets as references, and texts that name somebody. */
export type Forgotten = { tickets: ReadonlySet<string>; holds(text: string): boolean };

/**
 * What stays of a row that was erased: its place in the chain and its time. Its hash is that of what it was, so that the
 * rows around it still fit; a later row that lists it makes it valid.
 */
export function toTombstone({ seq, at, previous, hash }: AuditRow): AuditRow {
  return { seq, at, kind: 'erased', previous, hash };
}

/** Rows of these tickets, and those whose kept text names somebody. */
export async function findLinkedRows(store: AuditStore, { tickets, holds }: Forgotten): Promise<AuditRow[]> {
  const found: AuditRow[] = [];
  for (let after = 0; ; ) {
    const rows = await store.readRows(after, rowsAtOnce);
    found.push(
      ...rows.filter(({ ticket, text }) => (ticket && tickets.has(ticket)) || (text !== undefined && holds(text))),
    );
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return found;
    after = last.seq;
  }
}

/** Last of the rows, from the first on, that are older than `cutoff` (ISO 8601), and how many they are. */
export async function findOldRows(
  store: AuditStore,
  cutoff: string,
): Promise<{ last: AuditRow; count: number } | undefined> {
  let last: AuditRow | undefined;
  let count = 0;
  for (;;) {
    const rows = await store.readRows(last?.seq ?? 0, rowsAtOnce);
    const fresh = rows.findIndex((row) => row.at >= cutoff);
    const old = fresh < 0 ? rows : rows.slice(0, fresh);
    last = old.at(-1) ?? last;
    count += old.length;
    if (fresh >= 0 || rows.length < rowsAtOnce) return last && { last, count };
  }
}

/** Tombstones seen, until the rows come that list them. */
export function createTombstoneCheck() {
  const open = new Map<number, { at: string; place: number }>();
  return {
    /** Takes a row that fits in the chain; `place`: 1 for the first. */
    see(row: AuditRow, place: number): void {
      const isBare = Object.keys(row).length === Object.keys(toTombstone(row)).length;
      if (row.kind === 'erased') open.set(row.seq, { at: isBare ? row.at : '', place });
      for (const { seq, at } of row.erased ?? []) if (open.get(seq)?.at === at) open.delete(seq);
    },
    /** Those that no row lists as they are: somebody else made them. */
    left: () => [...open].map(([seq, { place }]) => ({ seq, place, fault: 'altered' as const })),
  };
}
