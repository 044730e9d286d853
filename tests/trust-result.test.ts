import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claims } from './support/trust-claims.mjs';
import { writeTrustResult } from './support/trust-result.mjs';

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
