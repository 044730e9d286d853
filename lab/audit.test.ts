import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../lib/core/audit';
import { emptyHead, linkRows } from '../lib/insights/audit-chain';
import { writeFirstLine, writeLines } from '../lib/insights/audit-file';
import { audit } from './commands/audit';
import { UsageError } from './flags';

const folder = mkdtempSync(join(tmpdir(), 'deskside-log-'));

async function verify(text: string, ...args: string[]) {
  const path = join(folder, 'log.jsonl');
  writeFileSync(path, text);
  const output = new PassThrough();
  const status = await audit.run([path, ...args], { input: new PassThrough(), output });
  return { status, told: JSON.parse(String(output.read())) };
}

async function exported() {
  const entries = Array.from(
    { length: 700 },
    (_one, count): AuditEntry => ({
      at: '2026-11-30T09:00:00.000Z',
      kind: 'copied',
      count,
    }),
  );
  const { rows, head } = await linkRows(entries, emptyHead);
  return { rows, text: writeFirstLine(head, '2026-11-30T10:00:00.000Z') + writeLines(rows) };
}

describe('the audit command', () => {
  it('ends with status 0 for a log that is whole, and 1 for one that is not', async () => {
    const { rows, text } = await exported();
    expect(await verify(text)).toMatchObject({ status: 0, told: { whole: true, rows: 700, firstBroken: null } });
    const forged = text.replace('"count":655', '"count":656');
    expect(await verify(forged)).toMatchObject({
      status: 1,
      told: { whole: false, firstBroken: { seq: 656, place: 656, fault: 'altered' } },
    });
    expect(await verify(text.replace('desksideAudit', 'audit'))).toMatchObject({ status: 1, told: { whole: false } });
    expect(await verify(text, '--noted', rows[99]?.hash ?? '')).toMatchObject({ status: 0, told: { noted: 100 } });
    expect(await verify(text, '--noted', 'f'.repeat(64))).toMatchObject({
      status: 1,
      told: { whole: false, noted: null },
    });
  });

  it.each([[[]], [['--noted', 'x']], [['/nowhere.jsonl']], [[join(folder, 'log.jsonl'), '--noted', 'x']]])(
    'says what is wrong with %j',
    async (args) => {
      writeFileSync(join(folder, 'log.jsonl'), '');
      const run = audit.run(args, { input: new PassThrough(), output: new PassThrough() });
      await expect(run).rejects.toThrow(UsageError);
    },
  );
});
