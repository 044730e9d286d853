import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEntry, AuditHead, AuditRow } from '../core/audit';
import { canonicalJson, createReference, emptyHead, hashRow, linkRows } from './audit-chain';
import { verifyRows } from './audit-verify';

const entryOf = fc.record(
  {
    at: fc.constant('2026-11-30T10:00:00.000Z'),
    kind: fc.constantFrom<AuditEntry['kind']>('shown', 'silent', 'inserted', 'dismissed', 'setting-changed'),
    ticket: fc.stringMatching(/^[0-9a-f]{16}$/),
    sources: fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }),
    confidence: fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000),
    value: fc.string({ maxLength: 8 }),
    silences: fc.array(
      fc.record({ suggestion: fc.constant('reply' as const), why: fc.constant('low-confidence' as const) }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['at', 'kind'] },
) as fc.Arbitrary<AuditEntry>;
const logOf = fc.array(entryOf, { minLength: 1, maxLength: 12 });

/** Verifies rows in batches of three, so that every fault also falls between two batches. */
function verify(rows: (AuditRow | undefined)[], head: AuditHead, noted?: string) {
  async function* batches() {
    for (let at = 0; at < rows.length; at += 3) yield rows.slice(at, at + 3);
  }
  return verifyRows(batches(), { head: () => head, ...(noted === undefined ? {} : { noted }) });
}

type Change = { name: string; apply(rows: AuditRow[], at: number, to: number): Promise<AuditRow[]> | AuditRow[] };

const swap = (rows: AuditRow[], one: number, other: number) =>
  rows.map((row, at) => (at === one ? rows[other] : at === other ? rows[one] : row) as AuditRow);

/** Every change of one kind that the log must show; `at` and `to` are places in it. */
const changes: Change[] = [
  { name: 'the first row removed', apply: (rows) => rows.slice(1) },
  { name: 'a row in the middle removed', apply: (rows, at) => rows.filter((_row, index) => index !== at) },
  { name: 'the last row removed', apply: (rows) => rows.slice(0, -1) },
  { name: 'two rows swapped', apply: swap },
  {
    name: 'two rows swapped with their numbers set right',
    apply: (rows, at, to) => swap(rows, at, to).map((row, index) => ({ ...row, seq: rows[index]?.seq ?? 0 })),
  },
  { name: 'a row told twice', apply: (rows, at) => rows.flatMap((row, index) => (index === at ? [row, row] : [row])) },
  {
    name: 'a row put in with a hash of its own',
    async apply(rows, at) {
      const before = rows[at] as AuditRow;
      const put = { at: before.at, kind: 'inserted' as const, seq: before.seq + 1, previous: before.hash };
      return [...rows.slice(0, at + 1), { ...put, hash: await hashRow(put) }, ...rows.slice(at + 1)];
    },
  },
  {
    name: 'a row altered with a new hash of its own',
    async apply(rows, at) {
      const altered = { ...(rows[at] as AuditRow), value: 'forged' };
      const row = { ...altered, hash: await hashRow(altered) };
      return rows.map((one, index) => (index === at ? row : one));
    },
  },
];

describe('a log', () => {
  it('is whole as it was written, whatever its rows hold', async () => {
    await fc.assert(
      fc.asyncProperty(logOf, logOf, async (first, later) => {
        const begun = await linkRows(first, emptyHead);
        const { rows, head } = await linkRows(later, begun.head);
        const all = [...begun.rows, ...rows];
        const verdict = await verify(structuredClone(all), head);
        expect(verdict).toMatchObject({ rows: all.length, firstBroken: null, breaks: 0 });
      }),
    );
  });

  it('shows any single field that was altered, added or taken away', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(logOf, fc.nat(), fc.string({ maxLength: 5 }), async (entries, pick, put) => {
        const { rows, head } = await linkRows(entries, emptyHead);
        const at = pick % rows.length;
        const row = rows[at] as AuditRow;
        for (const field of [...Object.keys(row), 'added'] as (keyof AuditRow)[]) {
          const { [field]: was, ...without } = row;
          // A field may hold that very text.
          const other = was === `${put}!` ? `${put}?` : `${put}!`;
          const altered = [{ ...row, [field]: other }, ...(was === undefined ? [] : [without])];
          for (const one of altered) {
            tried += 1;
            const forged = rows.map((other, index) => (index === at ? one : other)) as AuditRow[];
            const { firstBroken } = await verify(forged, head);
            expect(firstBroken, `${field} of row ${at + 1} of ${rows.length}`).not.toBeNull();
          }
        }
      }),
    );
    expect(tried).toBeGreaterThan(500);
    console.info(`${tried} altered fields, each found`);
  });

  it.each(changes)('shows $name', async ({ name, apply }) => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(logOf, fc.nat(), fc.nat(), async (entries, pick, other) => {
        const { rows, head } = await linkRows(entries, emptyHead);
        const [at, to] = [pick % rows.length, other % rows.length];
        if (/swapped/.test(name) && at === to) return;
        const forged = await apply(rows, at, to);
        tried += 1;
        expect((await verify(forged, head)).firstBroken).not.toBeNull();
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(80);
    console.info(`${name}: ${tried} logs, each found broken`);
  });

  const six = Array.from({ length: 6 }, (_one, at): AuditEntry => ({ at: `2026-11-30T10:0${at}:00Z`, kind: 'shown' }));

  it.each([
    ['altered', (rows: AuditRow[]) => rows.with(2, { ...(rows[2] as AuditRow), value: 'x' }), 3, 3],
    ['missing', (rows: AuditRow[]) => rows.toSpliced(2, 2), 5, 3],
    ['start', (rows: AuditRow[]) => rows.slice(2), 3, 1],
    ['end', (rows: AuditRow[]) => rows.slice(0, 4), 4, 4],
    ['order', (rows: AuditRow[]) => swap(rows, 3, 4), 4, 5],
    ['unreadable', (rows: (AuditRow | undefined)[]) => rows.with(1, undefined), 2, 2],
    ['end', () => [], 0, 0],
  ] as const)('names the first row that is %s', async (fault, forge, seq, place) => {
    const { rows, head } = await linkRows(six, emptyHead);
    const { firstBroken } = await verify(forge(rows) as AuditRow[], head);
    if (fault === 'order') expect(firstBroken?.place).toBeLessThanOrEqual(place);
    else expect(firstBroken).toEqual({ seq, place, fault });
  });

  it('goes on after rows that were let go of, and shows rows that are gone beside them', async () => {
    const { rows, head } = await linkRows(six, emptyHead);
    const third = rows[2] as AuditRow;
    const upTo = { seq: third.seq, hash: third.hash };
    const pruned = await linkRows([{ at: '2026-11-30T11:00:00Z', kind: 'pruned', count: 3, upTo }], {
      ...head,
      count: 3,
    });
    const left = [...rows.slice(3), ...pruned.rows];
    expect((await verify(left, pruned.head)).firstBroken).toBeNull();
    expect((await verify(left.slice(1), pruned.head)).firstBroken).toEqual({ seq: 5, place: 1, fault: 'start' });
    expect((await verify([...rows, ...pruned.rows], pruned.head)).firstBroken?.fault).toBe('start');
  });

  it('that was written anew is whole by itself, and is found out by a hash noted before', async () => {
    const { head } = await linkRows(six, emptyHead);
    const other = six.map((entry, at) => (at === 2 ? { ...entry, value: 'forged' } : entry));
    const forged = await linkRows(other, emptyHead);
    expect((await verify(forged.rows, forged.head)).firstBroken).toBeNull();
    expect((await verify(forged.rows, forged.head, head.hash)).noted).toBeNull();
    const grown = await linkRows(six, forged.head);
    const verdict = await verify([...forged.rows, ...grown.rows], grown.head, forged.head.hash);
    expect(verdict).toMatchObject({ firstBroken: null, noted: 6 });
  });
});

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turn = (one: unknown): unknown => {
          if (Array.isArray(one)) return one.map(turn);
          if (typeof one !== 'object' || one === null) return one;
          return Object.fromEntries(
            Object.entries(one)
              .reverse()
              .map(([key, inner]) => [key, turn(inner)]),
          );
        };
        expect(canonicalJson(turn(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is what RFC 8785 gives for its example of sorting', () => {
    expect(canonicalJson({ '\u20ac': 'Euro Sign', '\r': 'Carriage Return', 1: 'One', '\u00f6': 'Latin' })).toBe(
      '{"\\r":"Carriage Return","1":"One","\u00f6":"Latin","\u20ac":"Euro Sign"}',
    );
  });
});

describe('a reference', () => {
  it('is the same for the same text and key only, and holds none of it', async () => {
    const key = (fill: number) => new Uint8Array(32).fill(fill);
    const [own, other] = [createReference(key(1)), createReference(key(2))];
    expect(await own('4711')).toMatch(/^[0-9a-f]{16}$/);
    expect(await own('4711')).toBe(await createReference(key(1))('4711'));
    expect(await own('4711')).not.toBe(await own('4712'));
    expect(await own('4711')).not.toBe(await other('4711'));
  });
});
