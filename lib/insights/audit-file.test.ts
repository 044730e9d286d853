import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { AuditEntry, AuditRow } from '../core/audit';
import { emptyHead, linkRows } from './audit-chain';
import { verifyAuditFile, writeCsv, writeFirstLine, writeLines } from './audit-file';

const entries = Array.from(
  { length: 1_200 },
  (_one, at): AuditEntry => ({
    at: new Date(Date.UTC(2026, 10, 30, 8, 0, at)).toISOString(),
    kind: at % 5 === 0 ? 'inserted' : 'shown',
    sources: [`macro:https://acme.zendesk.com#${at}`],
    confidence: (at % 1000) / 1000,
  }),
);

async function* pieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
const verify = (text: string, noted?: string) =>
  verifyAuditFile(pieces(text, 777), noted === undefined ? {} : { noted });

async function exported() {
  const { rows, head } = await linkRows(entries, emptyHead);
  return { rows, head, text: writeFirstLine(head, '2026-11-30T09:00:00.000Z') + writeLines(rows) };
}

describe('an exported log', () => {
  it('is verified in whatever pieces it comes, with or without a last line break', async () => {
    const { text, head } = await exported();
    const progress: number[] = [];
    for (const whole of [text, text.trimEnd(), text.replaceAll('\n', '\r\n')]) {
      const result = await verifyAuditFile(pieces(whole, 5_000), { onProgress: (rows) => void progress.push(rows) });
      expect(result).toMatchObject({ ok: true, value: { rows: 1_200, head, firstBroken: null, breaks: 0 } });
    }
    expect(progress).toContain(500);
    expect(await verify(text, head.hash)).toMatchObject({ value: { noted: 1_200 } });
  });

  it('shows any single line that is changed, removed, doubled or moved', async () => {
    const { text } = await exported();
    const lines = text.trimEnd().split('\n');
    let tried = 0;
    const forge: ((at: number) => string[])[] = [
      (at) => lines.toSpliced(at, 1),
      (at) => lines.toSpliced(at, 0, lines[at] ?? ''),
      (at) => lines.with(at, (lines[at] ?? '').replace('"at":"2026', '"at":"2025')),
      (at) => lines.with(at, `${lines[at]?.slice(0, -9)}`),
      (at) => (at + 1 < lines.length ? lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? '') : ['']),
    ];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_200 }), fc.nat({ max: forge.length - 1 }), async (at, how) => {
        tried += 1;
        const result = await verify(forge[how]?.(at).join('\n') ?? '');
        if (result.ok) expect(result.value.firstBroken).not.toBeNull();
      }),
      { numRuns: 40, examples: forge.flatMap((_one, how) => [1, 600, 1_200].map((at): [number, number] => [at, how])) },
    );
    console.info(`${tried} changed files, each found broken or refused`);
  });

  it.each([
    ['a text', 'Dear diary', 'not-a-log'],
    ['nothing', '', 'not-a-log'],
    ['rows without the first line', '{"seq":1,"at":"x","kind":"shown","previous":"","hash":""}', 'not-a-log'],
    ['a newer version', '{"desksideAudit":2,"head":{"seq":0,"hash":"","count":0}}', 'newer-version'],
  ])('is not %s', async (_name, text, kind) => {
    expect(await verify(text)).toMatchObject({ ok: false, error: { kind } });
  });

  it('stops when it is cancelled', async () => {
    const { text } = await exported();
    const stopped = verifyAuditFile(pieces(text, 999), { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toThrow();
  });
});

describe('the log as a table', () => {
  it('has one line a row and the columns named once', async () => {
    const { rows } = await exported();
    const text = writeCsv(rows.slice(0, 3), true) + writeCsv(rows.slice(3, 5), false);
    const read = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, '').trimEnd(), { header: true });
    expect(read.data.map(({ seq }) => seq)).toEqual(['1', '2', '3', '4', '5']);
    expect(read.data[4]?.hash).toBe(rows[4]?.hash);
  });

  it('holds no cell that a spreadsheet takes for a formula', () => {
    const risky = fc
      .tuple(fc.constantFrom('', ' ', '\n', '\t', '\r'), fc.constantFrom('=', '+', '-', '@', '＝'), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(risky, fc.string(), (first, text) => {
        const row = { seq: 1, at: first, kind: 'inserted', text: first + text, previous: '', hash: '' } as AuditRow;
        const cells = Papa.parse<string[]>(writeCsv([row], false).slice(0, -1), { delimiter: ',' }).data[0] ?? [];
        expect(cells.some((cell) => cell.includes(first))).toBe(true);
        expect(cells.filter((cell) => /^\s*[=+\-@＝]/.test(cell))).toEqual([]);
      }),
    );
  });
});
