import { type AuditHead, type AuditRow, auditChoices } from '../../lib/core/audit.ts';
import { emptyHead, hashRow, linkRows } from '../../lib/insights/audit-chain.ts';
import { toTombstone } from '../../lib/insights/audit-forget.ts';
import { verifyRows } from '../../lib/insights/audit-verify.ts';
import { writeTrustResult } from './trust-result.mjs';

// Alters logs in every way that somebody with the database could, and counts what a check finds: `npm run prove:audit`.
const logs = 200;
const rowsOfLog = 60;

/** Mulberry32, so that each run alters the same. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}
const random = createRandom(20261130);

/** A log in which a ticket's rows were erased, as a person may ask for. */
async function makeLog(): Promise<{ rows: AuditRow[]; head: AuditHead }> {
  const entries = Array.from({ length: rowsOfLog }, (_one, at) => ({
    at: new Date(Date.UTC(2026, 10, 30) + at * 60_000).toISOString(),
    kind: auditChoices[random(auditChoices.length)] ?? 'copied',
    ticket: random(20).toString(16).padStart(16, '0'),
    confidence: random(1000) / 1000,
    sources: [`macro:${random(50)}`],
  }));
  const linked = await linkRows(entries, emptyHead);
  const gone = linked.rows.filter(({ ticket }) => ticket === entries[3]?.ticket);
  const erased = gone.map(({ seq, at }) => ({ seq, at }));
  const told = { at: '2026-12-01T00:00:00.000Z', kind: 'rows-erased' as const, count: gone.length, erased };
  const end = await linkRows([told], linked.head);
  return {
    rows: [...linked.rows.map((row) => (gone.includes(row) ? toTombstone(row) : row)), ...end.rows],
    head: end.head,
  };
}

const swap = (rows: AuditRow[], one: number, other: number) =>
  rows.map((row, at) => (at === one ? rows[other] : at === other ? rows[one] : row) as AuditRow);
const edit = (rows: AuditRow[], at: number, more: Partial<AuditRow>) =>
  rows.map((row, index) => (index === at ? { ...row, ...more } : row));

/** Each takes a log and a place in it that is no erased row. */
const alterations: Record<string, (rows: AuditRow[], at: number) => AuditRow[] | Promise<AuditRow[]>> = {
  'a value changed': (rows, at) => edit(rows, at, { confidence: 2 }),
  'a time changed': (rows, at) => edit(rows, at, { at: '2020-01-01T00:00:00.000Z' }),
  'a kind changed': (rows, at) => edit(rows, at, { kind: 'pruned' }),
  'a field added': (rows, at) => edit(rows, at, { subject: 'x' }),
  'a row changed with a new hash': async (rows, at) => {
    const row = { ...rows[at], confidence: 2 } as AuditRow;
    return edit(rows, at, { ...row, hash: await hashRow(row) });
  },
  'a row removed': (rows, at) => rows.filter((_row, index) => index !== at),
  'a row removed and the others counted anew': (rows, at) =>
    rows.filter((_row, index) => index !== at).map((row, index) => ({ ...row, seq: index + 1 })),
  'the last row removed': (rows) => rows.slice(0, -1),
  'two rows swapped': (rows, at) => swap(rows, at, (at + 1) % rows.length),
  'a row doubled': (rows, at) => rows.flatMap((row, index) => (index === at ? [row, row] : [row])),
  'a row emptied as if it had been erased': (rows, at) =>
    rows.map((row, index) => (index === at ? toTombstone(row) : row)),
  'another time in an erased row': (rows) =>
    rows.map((row) => (row.kind === 'erased' ? { ...row, at: '2020-01-01T00:00:00.000Z' } : row)),
  'words put into an erased row': (rows) => rows.map((row) => (row.kind === 'erased' ? { ...row, subject: 'x' } : row)),
};

async function findsFault(rows: AuditRow[], head: AuditHead): Promise<boolean> {
  async function* batches() {
    yield rows;
  }
  return (await verifyRows(batches(), { head: () => head })).firstBroken !== null;
}

let planted = 0;
let found = 0;
let alarms = 0;
for (let log = 0; log < logs; log += 1) {
  const { rows, head } = await makeLog();
  if (await findsFault(rows, head)) alarms += 1;
  const places = rows.flatMap(({ kind }, at) => (kind === 'erased' ? [] : [at]));
  for (const [name, alter] of Object.entries(alterations)) {
    planted += 1;
    if (await findsFault(await alter(rows, places[random(places.length)] ?? 0), head)) found += 1;
    else console.log(`not found: ${name}`);
  }
}
const figures = {
  'ways to alter a log': Object.keys(alterations).length,
  'alterations planted': planted,
  'alterations found': found,
  'logs with erased customers, none altered': logs,
  'of those, said to be altered': alarms,
};
console.log(JSON.stringify(figures, null, 2));
const isProved = found === planted && alarms === 0;
if (isProved) writeTrustResult('audit', figures);
process.exitCode = isProved ? 0 : 1;
