import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeSame } from '../modules/same-zips.ts';

it('makes one ZIP of the same files, whatever their order and the time', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'same-zips-'));
  const write = (name: string, names: string[], year: number) => {
    const mtime = new Date(year, 5, 1);
    const file = path.join(folder, name);
    writeFileSync(file, zipSync(Object.fromEntries(names.map((one) => [one, [strToU8(one.repeat(50)), { mtime }]]))));
    return file;
  };
  const files = [write('a.zip', ['b.js', 'a/c.js'], 2024), write('b.zip', ['a/c.js', 'b.js'], 2026)];
  const bytes = () => files.map((file) => readFileSync(file).toString('hex'));
  expect(new Set(bytes()).size).toBe(2);
  for (const file of files) writeSame(file);
  expect(new Set(bytes()).size).toBe(1);
  expect(Object.keys(unzipSync(readFileSync(files[0] ?? '')))).toEqual(['a/c.js', 'b.js']);
  rmSync(folder, { recursive: true });
});
