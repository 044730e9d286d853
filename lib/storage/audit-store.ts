import type { Collection, InsertType } from 'dexie';
import type { AuditFilter, AuditHead, AuditRow } from '../core/audit';
import type { AuditStore } from '../core/stores';
import type { Database } from './database';

const [headKey, secretKey, settingsKey] = ['audit-head', 'audit-key', 'audit-settings'];
const noHead: AuditHead = { seq: 0, hash: '0'.repeat(64), count: 0 };

const isSame = (one: AuditHead, other: AuditHead) =>
  one.seq === other.seq && one.hash === other.hash && one.count === other.count;

/** The log store of core over the database. */
export function createAuditStore({ audit, meta }: Pick<Database, 'audit' | 'meta'>): AuditStore {
  const readMeta = async <T>(key: string): Promise<T | undefined> => (await meta.get(key))?.value as T | undefined;
  const readHead = async () => (await readMeta<AuditHead>(headKey)) ?? noHead;

  /** Rows of the filter, oldest first. */
  function choose({
    kind,
    from = '',
    to = '\uffff',
    ticket,
  }: AuditFilter): Collection<AuditRow, number, InsertType<AuditRow, 'seq'>> {
    const isWithin = ({ at }: AuditRow) => at >= from && at < to;
    if (ticket !== undefined)
      return audit
        .where('ticket')
        .equals(ticket)
        .filter((row) => isWithin(row) && (kind === undefined || row.kind === kind));
    if (kind !== undefined) return audit.where('[kind+at]').between([kind, from], [kind, to], true, false);
    const hasDates = from !== '' || to !== '\uffff';
    return hasDates ? audit.where('at').between(from, to, true, false) : audit.toCollection();
  }

  return {
    readHead,
    append: ({ before, rows, after, upTo, tombstones = [] }) =>
      audit.db.transaction('rw', [audit, meta], async () => {
        if (!isSame(await readHead(), before)) return false;
        if (upTo !== undefined) await audit.where('seq').belowOrEqual(upTo).delete();
        await audit.bulkPut(tombstones);
        // `add`, not `put`: no other row that is there is ever written over.
        await audit.bulkAdd(rows);
        await meta.put({ key: headKey, value: after });
        return true;
      }),
    readLastSeq: async () => Number((await audit.toCollection().lastKey()) ?? 0),
    readRows: (after, limit) => audit.where('seq').above(after).limit(limit).toArray(),
    readTurns: (turns) => audit.where('turn').anyOf(turns).toArray(),
    async listRows(filter, { offset, limit }) {
      const total = await choose(filter).count();
      const items = await choose(filter).reverse().offset(offset).limit(limit).toArray();
      return { items, total };
    },
    readKey: () =>
      audit.db.transaction('rw', meta, async () => {
        const known = await readMeta<Uint8Array<ArrayBuffer>>(secretKey);
        if (known) return known;
        const value = crypto.getRandomValues(new Uint8Array(32));
        await meta.add({ key: secretKey, value });
        return value;
      }),
    readSeenSettings: () => readMeta(settingsKey),
    async writeSeenSettings(value) {
      await meta.put({ key: settingsKey, value });
    },
  };
}
