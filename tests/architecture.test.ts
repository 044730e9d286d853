import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSources, resolveImport, type SourceFile } from './support/sources.ts';

/** What a component may import of ours, besides other components. */
const componentReach = [
  /^lib\/core\//,
  /^lib\/messaging\//,
  /^lib\/storage\/settings/,
  /^lib\/strings(\/|$)/,
  /^components\//,
];

/** Files of more than 300 lines, each with the reason. */
const longFiles: Record<string, string> = {};

/** The nine files of "follow one message", as the README prints them. */
const oneMessage = [
  'lib/helpdesk/zendesk/read.ts',
  'components/panel/use-ticket.ts',
  'components/panel/use-assist.ts',
  'lib/messaging/protocol.ts',
  'entrypoints/background.ts',
  'lib/signals/read-signals.ts',
  'lib/suggestions/suggest.ts',
  'components/panel/ReplyCard.tsx',
  'lib/helpdesk/zendesk/compose.ts',
];

const isOurs = (name: string) => /^(lib|components|entrypoints|lab|tests|training)\//.test(name);
const libFolder = (file: string) => /^lib\/([^/]+)/.exec(file)?.[1];

function importViolations(file: SourceFile): string[] {
  const ours = file.imports.filter(isOurs);
  const folder = libFolder(file.path);
  const bad = ours.filter((name) => {
    if (name.startsWith('entrypoints/')) return !file.path.startsWith('entrypoints/');
    if (folder === 'core') return libFolder(name) !== 'core';
    if (folder) return libFolder(name) !== folder && libFolder(name) !== 'core';
    if (file.path.startsWith('components/')) return !componentReach.some((pattern) => pattern.test(name));
    return false;
  });
  return bad.map((name) => `${file.path} imports ${name}`);
}

function undatedTodos(file: SourceFile): string[] {
  const found = file.text.match(/\b(TODO|FIXME|XXX)\b(?!\(\d{4}-\d{2}-\d{2}\))/g) ?? [];
  return found.map((word) => `${file.path}: ${word} without a date`);
}

function strayedSelectors(file: SourceFile): string[] {
  if (file.path.startsWith('lib/helpdesk/')) return [];
  const found =
    file.text.match(
      /\[?data-(test-id|garden-id|test-conversation|entity-id)\b|omni-?log|omnicomposer|\.fr-element|\.ck-editor/g,
    ) ?? [];
  return found.map((selector) => `${file.path}: selector ${selector}`);
}

const product = readSources('.', ['lib', 'components', 'entrypoints', 'lab']);
const planted = readSources('tests/fixtures/planted', ['lib']);

describe('the import table', () => {
  it('is kept by every file', () => {
    expect(product.length).toBeGreaterThan(60);
    expect(product.flatMap(importViolations)).toEqual([]);
  });

  it('is checked in earnest: a planted violation is found', () => {
    expect(planted.flatMap(importViolations)).toEqual(['lib/signals/reaches-too-far.ts imports lib/storage/database']);
  });

  it('leaves the model runtime to one file', () => {
    const users = product.filter((file) => file.imports.includes('@huggingface/transformers')).map((file) => file.path);
    expect(users).toEqual(['lib/models/run-model.ts']);
  });

  it('lets the content script reach neither database nor models', () => {
    const seen = new Set<string>();
    const visit = (name: string): void => {
      const file = product.find((one) =>
        [one.path, one.path.replace(/\.tsx?$/, ''), one.path.replace(/\/index\.tsx?$/, '')].includes(name),
      );
      if (!file || seen.has(file.path)) return;
      seen.add(file.path);
      // Types vanish in the build, so only imports that carry code count.
      for (const match of file.text.matchAll(/(?:^|\n)(?:import|export) (?!type)[^'"]*?from '([^']+)'/g)) {
        visit(resolveImport(file.path, match[1] ?? '').replace(/\.tsx?$/, ''));
      }
    };
    const content = product.find((file) => file.path === 'entrypoints/panel/index.ts');
    expect(content).toBeDefined();
    visit((content as SourceFile).path);
    expect(seen.size).toBeGreaterThan(15);
    expect(
      [...seen].filter((file) => /^lib\/(storage\/database|knowledge|models|suggestions|signals)/.test(file)),
    ).toEqual([]);
  });
});

describe('the sources', () => {
  it('keep selectors of helpdesks in lib/helpdesk', () => {
    expect(product.flatMap(strayedSelectors)).toEqual([]);
    expect(planted.flatMap(strayedSelectors)).not.toEqual([]);
  });

  it('date their TODOs', () => {
    expect(product.flatMap(undatedTodos)).toEqual([]);
    expect(planted.flatMap(undatedTodos)).toEqual(['lib/signals/reaches-too-far.ts: TODO without a date']);
  });

  it('hide words that are only read out by one class', () => {
    const sheets = execFileSync('git', ['ls-files', 'components/*.css'], { encoding: 'utf8' }).trim().split('\n');
    const hiding = sheets.filter((file) => readFileSync(file, 'utf8').includes('clip-path: inset(50%)'));
    expect(hiding).toEqual(['components/ui/spoken.module.css']);
  });

  it('stay within 300 lines, or say why not', () => {
    const long = product.filter((file) => file.lines > 300).map((file) => file.path);
    expect(long.filter((file) => !longFiles[file])).toEqual([]);
    expect(Object.keys(longFiles).filter((file) => !long.includes(file))).toEqual([]);
  });

  it('hold the nine files of one message, as the README prints them', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(oneMessage.filter((file) => !existsSync(file))).toEqual([]);
    expect(oneMessage.filter((file) => !readme.includes(file))).toEqual([]);
  });
});

describe('the registries', () => {
  it('hold every adapter and every kind of suggestion', () => {
    const registered = (registry: string, folder: string) => {
      const file = product.find((one) => one.path === registry);
      const folders = new Set(
        product.flatMap((one) => one.path.match(new RegExp(`^${folder}/([^/]+)/index\\.tsx?$`))?.[1] ?? []),
      );
      expect(folders.size).toBeGreaterThan(1);
      return [...folders].filter((name) => !file?.imports.some((one) => one.startsWith(`${folder}/${name}`)));
    };
    expect(registered('lib/helpdesk/registry.ts', 'lib/helpdesk')).toEqual([]);
    expect(registered('lib/suggestions/registry.ts', 'lib/suggestions')).toEqual([]);
  });
});
