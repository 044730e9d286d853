import type { AuditCheck, AuditCursor, AuditEntry, AuditFilter, AuditFormat, AuditPart, AuditRow } from '../core/audit';
import { fail, ok, type Result } from '../core/result';
import type { Settings } from '../core/settings';
import type { AuditStore, Listing } from '../core/stores';
import { createReference, emptyHead, isLook, linkRows, sameness } from './audit-chain';
import { writeCsv, writeFirstLine, writeLines } from './audit-file';
import { type Forgotten, findLinkedRows, findOldRows, toTombstone } from './audit-forget';
import { changedSettings, summariseSettings } from './audit-settings';
import { type FoundRow, verifyRows } from './audit-verify';

/** Rows read at a time. */
const rowsAtOnce = 1_000;
/** Entries that wait while the database takes none; the oldest go first beyond that. */
const mostWaiting = 2_000;
/** Times that an append is tried anew because another page wrote in between. */
const mostTries = 8;
/** Erased rows that one row tells of. */
const erasedAtOnce = 200;
/** `longestWaitMs`: how long an answer waits for its row, which takes a few milliseconds. */
const [dayMs, longestWaitMs] = [86_400_000, 500];

export type AuditParts = {
  store: AuditStore;
  settings(): Settings;
  /** Epoch milliseconds. `mayPrune`: whether rows may be let go of for their age now; always where it is not said. */
  now(): number;
  mayPrune?(): Promise<boolean>;
};

/** An entry before its time is known. */
export type Note = Omit<AuditEntry, 'at'>;
/** Makes entries when it is their turn to be written. */
type Making = () => AuditEntry[] | Promise<AuditEntry[]>;

/**
 * Keeps the log: writes after the answer, in order and in one transaction with the head of the chain, so that a page that is
 * killed leaves a chain that is whole. Nothing here rejects into the agent's work.
 */
export function createAuditKeeper({ store, settings, now, mayPrune }: AuditParts) {
  let waiting: Making[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  let reference: Promise<(text: string) => Promise<string>> | undefined;
  let prunedAt = Number.NEGATIVE_INFINITY;
  let seen: string | undefined;
  /** The settings that the next rows tell of. */
  let summary: Record<string, string> | undefined;
  let check: AuditCheck = { progress: null, verdict: null, at: null };
  let checking: AbortController | undefined;

  const inOrder = <T>(change: () => Promise<T>): Promise<T> => {
    const run = tail.then(change);
    tail = run.catch(() => undefined);
    return run;
  };
  const at = () => new Date(now()).toISOString();
  /** Keyed hash of a text. */
  async function refer(text: string): Promise<string> {
    reference ??= store.readKey().then(createReference);
    try {
      return await (await reference)(text);
    } catch (error) {
      reference = undefined;
      throw error;
    }
  }

  /** Adds to the chain; another page may have written since the head was read. */
  async function append(
    entries: AuditEntry[],
    { count = 0, ...more }: { upTo?: number; count?: number; tombstones?: AuditRow[] } = {},
  ): Promise<void> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const [before, last] = await Promise.all([store.readHead(), store.readLastSeq()]);
      // Rows beyond the head are not ours: what comes now stands after them and does not go on from them, so that it shows.
      const linked = await linkRows(entries, { ...before, seq: Math.max(before.seq, last) });
      const after = { ...linked.head, count: linked.head.count - count };
      if (await store.append({ before, rows: linked.rows, after, ...more })) return;
    }
    throw new Error('the log is being written elsewhere');
  }

  /** Without what a look at the same state told before. */
  async function withoutKnown(entries: AuditEntry[]): Promise<AuditEntry[]> {
    const turns = new Set(entries.filter(isLook).map(({ turn }) => turn as string));
    const known = new Set((await store.readTurns([...turns])).map(sameness));
    return entries.filter((entry) => {
      if (!isLook(entry)) return true;
      const key = sameness(entry);
      return !known.has(key) && known.add(key);
    });
  }

  async function prune(): Promise<void> {
    // Once a day, also after a clock was set back.
    if (checking || (now() >= prunedAt && now() < prunedAt + dayMs)) return;
    prunedAt = now();
    const { auditDays } = settings();
    if (auditDays <= 0 || (mayPrune && !(await mayPrune()))) return;
    const old = await findOldRows(store, new Date(now() - auditDays * dayMs).toISOString());
    if (!old) return;
    const { seq, hash } = old.last;
    const { count } = old;
    await append([{ at: at(), kind: 'pruned', count, upTo: { seq, hash } }], { upTo: seq, count });
  }

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const entries: AuditEntry[] = [];
    // An entry that cannot be made is none; that must not take the others with it.
    for (const make of batch)
      entries.push(
        ...(await Promise.resolve()
          .then(make)
          .catch(() => [])),
      );
    try {
      const fresh = await withoutKnown(entries);
      if (fresh.length > 0) await append(fresh);
    } catch (error) {
      waiting = [() => entries, ...waiting].slice(-mostWaiting);
      throw error;
    }
    // After its rows: should the page be killed in between, they are written twice rather than never.
    if (summary) await store.writeSeenSettings(summary);
    summary = undefined;
    await prune();
  }

  /** Has entries written once the answer is out. */
  function put(make: Making): void {
    waiting.push(make);
    timer ??= setTimeout(() => void inOrder(write).catch(() => {}), 0);
  }

  const flush = (): Promise<void> => inOrder(write);
  const linkedRows = async (ticketIds: readonly string[], holds: Forgotten['holds']) =>
    findLinkedRows(store, { tickets: new Set(await Promise.all(ticketIds.map(refer))), holds });

  /** Waits until what was noted is written and outlives this page, not for a database that takes nothing. Never rejects. */
  const kept = () =>
    Promise.race([flush().catch(() => {}), new Promise<void>((end) => setTimeout(end, longestWaitMs))]);

  /** All rows to the end, and the end: rows that are added meanwhile come too. */
  function walk(): { batches: AsyncGenerator<FoundRow[]>; head: () => typeof emptyHead } {
    let head = emptyHead;
    async function* batches() {
      // Rows that somebody put before the first count too.
      let after = Number.NEGATIVE_INFINITY;
      for (;;) {
        head = await store.readHead();
        const rows = await store.readRows(after, rowsAtOnce);
        const last = rows.at(-1);
        if (!last) return;
        after = last.seq;
        yield rows;
      }
    }
    return { batches: batches(), head: () => head };
  }

  async function runCheck(noted: string | undefined, { signal }: AbortController): Promise<void> {
    await flush();
    const { count } = await store.readHead();
    const { batches, head } = walk();
    const onProgress = (rows: number) => {
      if (!signal.aborted) check = { ...check, progress: count > 0 ? Math.min(1, rows / count) : 1 };
    };
    const verdict = await verifyRows(batches, { head, noted, signal, onProgress });
    check = { progress: null, verdict, at: at() };
  }

  return {
    refer,
    flush,
    kept,
    isOn: () => settings().auditLog,
    readHead: () => inOrder(() => store.readHead()),

    /** Notes what happened now, where the log is kept. A promise of entries is waited for in its turn. */
    note(entries: Note | Promise<Note[]>): void {
      if (!settings().auditLog) return;
      const time = at();
      const dated = (one: Note): AuditEntry => ({ ...one, at: time });
      if (entries instanceof Promise) entries.catch(() => {});
      put(async () => [await entries].flat().map(dated));
    },

    /** Notes which settings are others than those seen last, also those changed while the engine slept. */
    see(current: Settings): void {
      const text = JSON.stringify(current);
      if (text === seen) return;
      seen = text;
      const time = at();
      put(async () => {
        const before = summary ?? (await store.readSeenSettings());
        summary = await summariseSettings(current, refer);
        const changes = before ? changedSettings(before, summary) : [];
        const isNoted = current.auditLog || changes.some(({ subject }) => subject === 'auditLog');
        return isNoted ? changes.map((change) => ({ at: time, kind: 'setting-changed', ...change })) : [];
      });
    },

    /** A page of rows, newest first. `ticket` may be the number as the helpdesk shows it, or a row's reference. */
    async list(filter: AuditFilter, page: { offset: number; limit: number }): Promise<Listing<AuditRow>> {
      const { ticket, ...rest } = filter;
      if (ticket === undefined) return store.listRows(rest, page);
      const isReference = /^[0-9a-f]{16}$/.test(ticket);
      const own = isReference ? await store.listRows(filter, page) : { items: [], total: 0 };
      return own.total > 0 ? own : store.listRows({ ...rest, ticket: await refer(ticket) }, page);
    },

    /** Begins to walk the whole log, or stops that; `noted`: a hash of the log that was noted elsewhere. */
    check(action: 'start' | 'cancel' | 'look', noted?: string): AuditCheck {
      if (action === 'look' || (action === 'start' && checking)) return check;
      checking?.abort();
      checking = undefined;
      check = { ...check, progress: null };
      if (action === 'cancel') return check;
      const mine = new AbortController();
      checking = mine;
      check = { progress: 0, verdict: null, at: null };
      runCheck(noted, mine)
        .catch(() => {
          if (checking === mine) check = { progress: null, verdict: null, at: null };
        })
        .finally(() => {
          if (checking === mine) checking = undefined;
        });
      return check;
    },

    /** The next part of the log as a file. Fails with `log-changed` where rows were let go of meanwhile. */
    async exportPart(format: AuditFormat, cursor: AuditCursor | null): Promise<Result<AuditPart>> {
      if (!cursor) await flush();
      const upTo = cursor?.upTo ?? (await store.readHead());
      const rows = (await store.readRows(cursor?.after ?? 0, rowsAtOnce)).filter(({ seq }) => seq <= upTo.seq);
      if (cursor && rows[0] && rows[0].seq !== cursor.after + 1)
        return fail('log-changed', 'Old rows were removed meanwhile. Export again.');
      const last = rows.at(-1);
      const isFirst = cursor === null;
      const head = isFirst ? writeFirstLine(upTo, at()) : '';
      const text = format === 'csv' ? writeCsv(rows, isFirst) : head + writeLines(rows);
      return ok({ text, next: last && last.seq < upTo.seq ? { after: last.seq, upTo } : null });
    },

    /** Rows linked to tickets, by their numbers, or that name somebody in a kept text. */
    async countLinked(ticketIds: readonly string[], holds: Forgotten['holds']): Promise<number> {
      await flush().catch(() => {});
      return (await linkedRows(ticketIds, holds)).length;
    },

    /** Erases what these rows hold; their places in the chain stay, and rows that tell of it are added. Answers how many. */
    forget(ticketIds: readonly string[], holds: Forgotten['holds']): Promise<number> {
      return inOrder(async () => {
        await write();
        const rows = await linkedRows(ticketIds, holds);
        for (let from = 0; from < rows.length; from += erasedAtOnce) {
          const some = rows.slice(from, from + erasedAtOnce);
          const erased = some.map(({ seq, at: time }) => ({ seq, at: time }));
          await append([{ at: at(), kind: 'rows-erased', count: some.length, erased }], {
            tombstones: some.map(toTombstone),
          });
        }
        return rows.length;
      });
    },

    /** Runs what empties the database; the chain goes on from where it was, with a row that tells so. */
    erase<T>(empty: () => Promise<Result<T>>): Promise<Result<T>> {
      return inOrder(async () => {
        await write().catch(() => {});
        const { seq, hash, count } = await store.readHead();
        const done = await empty();
        if (!done.ok) return done;
        reference = undefined;
        seen = undefined;
        summary = undefined;
        if (!settings().auditLog && seq === 0) return done;
        const entry: AuditEntry = {
          at: at(),
          kind: 'data-deleted',
          count,
          ...(seq > 0 ? { upTo: { seq, hash } } : {}),
        };
        const linked = await linkRows([entry], { seq, hash, count: 0 });
        await store.append({ before: emptyHead, rows: linked.rows, after: linked.head });
        return done;
      });
    },
  };
}

export type AuditKeeper = ReturnType<typeof createAuditKeeper>;
