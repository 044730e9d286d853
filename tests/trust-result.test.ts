import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claims } from './support/trust-claims.mjs';
import { resultFolder, writeTrustResult } from './support/trust-result.mjs';
import { putTable, readResult, writeTable } from './support/trust-table.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trust-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writeTrustResult', () => {
  it('keeps the figures with their command, day and commit', () => {
    const file = writeTrustResult('privacy', { 'requests to other hosts': 0, browser: 'Chromium' }, folder);
    expect(path.basename(file)).toBe('privacy.json');
    const { command, date, commit, figures } = JSON.parse(readFileSync(file, 'utf8'));
    expect(command).toBe('npm run prove:privacy');
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(commit).toMatch(/^([0-9a-f]{10,}\+?|unknown)$/);
    expect(figures).toEqual({ 'requests to other hosts': 0, browser: 'Chromium' });
  });

  it.each([
    ['no claim rests on', 'nothing', { a: 1 }],
    ['has no figure', 'privacy', {}],
    ['is not a number', 'privacy', { a: Number.NaN }],
  ])('refuses what %s', (_why, name, figures) => {
    expect(() => writeTrustResult(name, figures as Record<string, number>, folder)).toThrow(name);
  });
});

it('names each measurement once', () => {
  const names = claims.flatMap(({ measurements }) => measurements.map(({ name }) => name));
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names).size).toBe(names.length);
});

describe('TRUST.md', () => {
  it('says what the kept results say', () => {
    const text = readFileSync('TRUST.md', 'utf8');
    expect(
      putTable(
        text,
        writeTable(claims, (name) => readResult(resultFolder, name)),
      ),
    ).toBe(text);
    expect(text).toContain('| Privacy');
  });

  it('has no result that no claim rests on', () => {
    const names = claims.flatMap(({ measurements }) => measurements.map(({ name }) => `${name}.json`));
    const kept = existsSync(resultFolder) ? readdirSync(resultFolder) : [];
    expect(kept.filter((file) => !names.includes(file))).toEqual([]);
  });

  it('says plainly what was not measured', () => {
    const result = { command: 'npm run a', date: '2026-11-30', commit: 'abc+', figures: { 'leaks | holes': 1200 } };
    const list = [
      {
        claim: 'Safe',
        measurements: [
          { name: 'a', command: 'npm run a' },
          { name: 'b', command: 'npm run b' },
        ],
      },
    ];
    const [, , first, second] = writeTable(list, (name) => (name === 'a' ? result : undefined)).split('\n');
    expect(first).toBe('| Safe | leaks \\| holes: **1,200** | `npm run a` | 2026-11-30, abc+ |');
    expect(second).toBe('|  | not measured yet |  |  |');
  });

  it('names commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const measured = claims
      .flatMap(({ measurements }) => measurements)
      .filter(({ name }) => readResult(resultFolder, name));
    const named = measured.map(({ command }) => command);
    expect(named.filter((command) => !scripts[/^npm run (\S+)/.exec(command)?.[1] ?? ''])).toEqual([]);
  });
});
