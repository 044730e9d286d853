import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isFit } from '../modules/third-party/licences.ts';
import { readDataNotice, readModels } from '../modules/third-party/models.ts';
import { readNotices, writeNotices } from '../modules/third-party/notices.ts';
import { readPackage } from '../modules/third-party/packages.ts';

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(MPL-2.0 OR Apache-2.0)', true],
    ['MIT or MPL-2.0', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND BSD-3-Clause)', true],
    ['MIT AND GPL-2.0-only', false],
    ['GPL-3.0-or-later', false],
    ['AGPL-3.0', false],
    ['MPL-2.0', false],
    ['SEE LICENSE IN LICENSE.txt', false],
    ['UNLICENSED', false],
    ['', false],
  ])('%j fits: %s', (expression, expected) => expect(isFit(expression)).toBe(expected));
});

describe('packages of others', () => {
  const names = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies);

  it('come under licences that fit, with their texts', () => {
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) {
      const found = readPackage(`node_modules/${name}/package.json`);
      expect(found?.name).toBe(name);
      expect(found?.texts.join().length).toBeGreaterThan(500);
    }
  });

  it('are told by the files in them, also in a folder that has a package.json without a name', () => {
    expect(readPackage('node_modules/react/cjs/react.production.js')?.name).toBe('react');
    expect(readPackage('node_modules/@tanstack/react-query/build/modern/index.js')?.name).toBe('@tanstack/react-query');
    expect(readPackage('lib/core/result.ts')).toBeUndefined();
  });

  it('are refused where the licence does not fit', () => {
    expect(() => readPackage('node_modules/tinymce/tinymce.js')).toThrow(/tinymce comes under/);
  });
});

describe('the notices', () => {
  it('hold list, texts and what the models’ licences ask for, and can be read back', () => {
    const packages = ['dexie', 'dompurify', 'onnxruntime-web'].flatMap(
      (name) => readPackage(`node_modules/${name}/package.json`) ?? [],
    );
    const models = readModels();
    const text = writeNotices(packages, models, 'abc');
    expect(readNotices(text)).toEqual(packages.map(({ name, version, licence }) => ({ name, version, licence })));
    expect(models.length).toBe(2);
    for (const { notice } of models) expect(text).toContain(notice);
    expect(readDataNotice()).toContain('Daniele Faraglia');
    for (const part of ['David Fahlander', 'Microsoft Corporation', 'Apache License']) expect(text).toContain(part);
  });
});
