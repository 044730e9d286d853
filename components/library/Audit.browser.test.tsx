import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAuditCalls } from '../../entrypoints/engine/audit-calls';
import { verifyLogFile } from '../../entrypoints/library/log-reader';
import type { AuditRow, AuditVerdict } from '../../lib/core/audit';
import type { Engine } from '../../lib/core/engine';
import { fail, ok, type Result } from '../../lib/core/result';
import { defaultSettings } from '../../lib/core/settings';
import { createAuditKeeper } from '../../lib/insights/audit-keeper';
import { createAuditStore } from '../../lib/storage/audit-store';
import { openDatabase } from '../../lib/storage/database';
import { readSettings, writeSetting } from '../../lib/storage/settings';
import { createMemoryEngine, showPage } from '../../tests/support/page-fakes';
import { AuditTab } from './AuditTab';
import type { LibraryDeps } from './deps';

const hashOf = (seq: number) => seq.toString(16).padStart(64, 'a');
function rowOf(seq: number, more: Partial<AuditRow> = {}): AuditRow {
  const at = new Date(Date.UTC(2026, 10, 1, 9, seq)).toISOString();
  return { seq, at, kind: 'copied', previous: hashOf(seq - 1), hash: hashOf(seq), ...more };
}
const whole: AuditVerdict = {
  rows: 3,
  head: { seq: 3, hash: hashOf(3), count: 3 },
  from: '2026-11-01T09:01:00Z',
  to: '2026-11-01T09:03:00Z',
  firstBroken: null,
  breaks: 0,
};

function filled() {
  const engine = createMemoryEngine();
  const place = { site: 'https://acme.zendesk.com', ticket: 'hash-of-4711', turn: 'b' };
  engine.macros = [{ id: 'acme#7', source: 'acme', title: 'Refund by card', text: '', isNote: false, tags: [] }];
  engine.log.rows = [
    rowOf(1, { kind: 'setting-changed', subject: 'ghostText', value: 'false' }),
    rowOf(2, {
      kind: 'silent',
      ...place,
      silences: [
        { suggestion: 'reply', why: 'low-confidence', confidence: 0.41, threshold: 0.68 },
        { suggestion: 'next-step', why: 'no-playbook' },
      ],
    }),
    rowOf(3, {
      kind: 'shown',
      ...place,
      suggestion: 'reply',
      sources: ['macro:acme#7', 'article:gone#1'],
      confidence: 0.82,
      threshold: 0.68,
      model: 'signals-en@3.0.0',
    }),
  ];
  engine.log.verdict = whole;
  return engine;
}

async function open(engine = filled(), fileVerdict: Result<AuditVerdict> = ok(whole)) {
  const saved: [string, string, string?][] = [];
  const files: (string | undefined)[] = [];
  const deps = {
    download: (...file: [string, string, string?]) => void saved.push(file),
    async verifyAuditFile(_file: File, { noted, onProgress }: Parameters<LibraryDeps['verifyAuditFile']>[1]) {
      files.push(noted);
      onProgress(0.5);
      return fileVerdict;
    },
  } as unknown as LibraryDeps;
  const screen = await showPage(<AuditTab deps={deps} />, engine);
  const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }).first());
  const rows = () => [...screen.container.querySelectorAll('[data-seq]')].map((row) => row.getAttribute('data-seq'));
  return { screen, engine, press, saved, files, rows };
}
const upload = async (container: Element) => {
  const input = container.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  await userEvent.upload(input, new File(['x'], 'november.jsonl'));
};

beforeEach(async () => {
  fakeBrowser.reset();
  await page.viewport(1180, 900);
  await writeSetting('language', 'en');
});

describe('the log', () => {
  it('tells what happened, newest first, and why, and is readable for everyone', async () => {
    const { screen, rows } = await open();
    await expect.element(screen.getByText('Suggestion shown: Reply')).toBeVisible();
    expect(rows()).toEqual(['3', '2', '1']);
    for (const summary of screen.container.querySelectorAll('summary')) summary.click();
    for (const words of [
      'Sure to 82%; shown from 68% on.',
      'Refund by card',
      'article:gone#1',
      'signals-en@3.0.0',
      /^Reply: Nothing in the library fits .* At best sure to 41%; 68% would have been needed\.$/,
      'Next step: No playbook covers what the customer asks.',
      'New value: false',
    ])
      await expect.element(screen.getByText(words).first()).toBeVisible();
    expect((await axe.run(screen.container)).violations).toEqual([]);
  });

  it('is filtered by kind, day and ticket, and shown whole again', async () => {
    const { screen, rows, press } = await open();
    await userEvent.fill(screen.getByRole('textbox', { name: 'Ticket number' }), '#4711');
    await expect.poll(rows).toEqual(['3', '2']);
    await userEvent.click(screen.getByRole('combobox', { name: /What happened/ }));
    await userEvent.click(page.getByRole('option', { name: 'Stayed silent' }));
    await expect.poll(rows).toEqual(['2']);
    await userEvent.fill(screen.getByLabelText('From', { exact: true }), '2026-12-01');
    await expect.element(screen.getByText('No row fits')).toBeVisible();
    expect((await axe.run(screen.container)).violations).toEqual([]);
    await press('Show all rows');
    await expect.poll(rows).toEqual(['3', '2', '1']);
  });

  it('pages through 100,000 rows', async () => {
    const engine = createMemoryEngine();
    engine.log.rows = Array.from({ length: 100_000 }, (_one, at) => rowOf(at + 1));
    const { screen, rows, press } = await open(engine);
    await expect.element(screen.getByText('1–50 of 100,000')).toBeVisible();
    expect(rows()).toHaveLength(50);
    await press('Next page');
    await expect.element(screen.getByText('51–100 of 100,000')).toBeVisible();
    await expect.poll(() => rows()[0]).toBe('99950');
  });

  it('says what to do while it is empty', async () => {
    const { screen } = await open(createMemoryEngine());
    await expect.element(screen.getByText('Nothing logged yet')).toBeVisible();
    await expect.element(screen.getByText('There is no row yet.')).toBeVisible();
  });

  it('tells a failure, and is asked again', async () => {
    const engine = filled();
    engine.failure = fail('engine-error', 'The database is gone');
    const { screen, press } = await open(engine);
    await expect.element(screen.getByText('The database is gone').first()).toBeVisible();
    engine.failure = null;
    await press('Try again');
    await expect.element(screen.getByText('Suggestion shown: Reply')).toBeVisible();
  });

  it('is switched off, and keeps text only when asked to', async () => {
    const { screen } = await open();
    await userEvent.click(screen.getByRole('switch', { name: /^Keep the log/ }));
    await userEvent.click(screen.getByRole('switch', { name: /^Also keep the text/ }));
    await userEvent.click(screen.getByRole('combobox', { name: /Keep rows for/ }));
    await userEvent.click(page.getByRole('option', { name: '365 days' }));
    await expect
      .poll(async () => {
        const { auditLog, auditText, auditDays } = await readSettings();
        return [auditLog, auditText, auditDays];
      })
      .toEqual([false, true, 365]);
  });
});

describe('the check of the log', () => {
  it('tells that the chain is whole, against a hash that was noted', async () => {
    const engine = filled();
    engine.log.verdict = { ...whole, noted: 2 };
    const { screen, press } = await open(engine);
    await userEvent.fill(screen.getByRole('textbox', { name: 'A hash noted earlier' }), 'short');
    await expect.element(screen.getByRole('alert')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Check the log' })).toBeDisabled();
    await userEvent.fill(screen.getByRole('textbox', { name: 'A hash noted earlier' }), hashOf(2).toUpperCase());
    await press('Check the log');
    await expect.element(screen.getByText(/^3 rows checked: the chain is whole\. From/)).toBeVisible();
    await expect.element(screen.getByText(/^The noted hash is that of row 2:/)).toBeVisible();
    expect(engine.log.noted).toBe(hashOf(2));
    expect(screen.container.querySelector('[data-head]')?.textContent).toBe(hashOf(3));
  });

  it('names the first broken row', async () => {
    const engine = filled();
    engine.log.verdict = { ...whole, firstBroken: { seq: 2, place: 2, fault: 'altered' }, breaks: 2, noted: null };
    const { screen, press } = await open(engine);
    await press('Check the log');
    await expect
      .element(screen.getByText('Broken at row 2: the row is not what was written. 2 places are broken.'))
      .toBeVisible();
    await expect.element(screen.getByText(/^No row has the noted hash/)).toBeVisible();
    expect((await axe.run(screen.container)).violations).toEqual([]);
  });

  it('shows how far it is, and can be cancelled', async () => {
    const engine = filled();
    engine.log.verdict = null;
    const { screen, press } = await open(engine);
    await press('Check the log');
    await expect
      .element(screen.getByRole('progressbar', { name: 'Checking every row' }))
      .toHaveAttribute('aria-valuenow', '30');
    await press('Cancel');
    await expect.element(screen.getByText('The check was cancelled.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Check the log' })).toBeVisible();
  });

  it('takes a file, and says so when it is none of ours', async () => {
    const { screen, files } = await open();
    await upload(screen.container);
    await expect.element(screen.getByText('The file november.jsonl:')).toBeVisible();
    await expect.element(screen.getByText(/^3 rows checked/)).toBeVisible();
    expect(files).toEqual([undefined]);
    const other = await open(filled(), fail('not-a-log', ''));
    await upload(other.screen.container);
    await expect.element(other.screen.getByText(/^This is no log that Deskside exported/)).toBeVisible();
  });

  it('exports all parts in one file', async () => {
    const { press, saved } = await open();
    await press('Export as JSON lines');
    await expect.poll(() => saved.length).toBe(1);
    await press('Export as table (CSV)');
    await expect.poll(() => saved.length).toBe(2);
    expect(saved[0]?.[0]).toMatch(/^deskside-log-\d{4}-\d{2}-\d{2}\.jsonl$/);
    expect(saved[0]?.[1]).toBe('jsonl part 1\njsonl part 2\n');
    expect(saved[1]?.[2]).toBe('text/csv');
  });
});

describe('from what happened to the proof of it', () => {
  it('writes, shows, verifies, exports, and names what was forged in a file and in the database', async () => {
    const database = openDatabase(`audit-flow-${Date.now()}`);
    const audit = createAuditKeeper({
      store: createAuditStore(database),
      settings: () => defaultSettings,
      now: Date.now,
    });
    const calls: Partial<Engine> = createAuditCalls({ audit, titleOf: async ({ id }) => `Title of ${id}` });
    const engine = new Proxy(createMemoryEngine(), {
      get: (memory, name) => calls[name as keyof Engine] ?? memory[name as keyof typeof memory],
    });
    const ticket = await audit.refer('4711');
    for (let count = 1; count <= 1_200; count += 1)
      audit.note({ kind: 'shown', suggestion: 'reply', ticket, sources: [`macro:m${count}`], count, confidence: 0.9 });
    await audit.flush();
    const saved: string[] = [];
    const deps = {
      download: (_name: string, text: string) => void saved.push(text),
      verifyAuditFile: verifyLogFile,
    } as unknown as LibraryDeps;
    const screen = await showPage(<AuditTab deps={deps} />, engine);
    const press = (name: string) => userEvent.click(screen.getByRole('button', { name }).first());
    const give = (text: string) =>
      userEvent.upload(
        screen.container.querySelector('input[type=file]') as HTMLInputElement,
        new File([text], 'log.jsonl'),
      );
    await expect.element(screen.getByText('1–50 of 1,200')).toBeVisible();
    screen.container.querySelector('summary')?.click();
    await expect.element(screen.getByText('Title of m1200')).toBeVisible();
    await press('Check the log');
    await expect.element(screen.getByText(/^1,200 rows checked: the chain is whole/)).toBeVisible();
    await press('Export as JSON lines');
    await expect.poll(() => saved.length).toBe(1);
    await give(saved[0] ?? '');
    await expect.element(screen.getByText('The file log.jsonl:')).toBeVisible();
    await expect.element(screen.getByText(/^1,200 rows checked/).nth(1)).toBeVisible();
    await give((saved[0] ?? '').replace('"count":777', '"count":778'));
    await expect.element(screen.getByText(/^Broken at row 777: the row is not what was written/)).toBeVisible();
    await database.audit.delete(900);
    await press('Check the log');
    await expect.element(screen.getByText(/^Broken at row 901: rows before it are missing/)).toBeVisible();
    await database.delete();
  });
});

describe('the page', () => {
  it.each([
    ['dark', 'en', 1180],
    ['arabic', 'ar', 1180],
    ['narrow', 'en', 480],
  ] as const)('fits in %s', async (name, language, width) => {
    await page.viewport(width, 760);
    await writeSetting('language', language);
    await writeSetting('theme', name === 'dark' ? 'dark' : 'light');
    const { screen } = await open();
    await expect.element(screen.getByRole('list').first()).toBeVisible();
    for (const summary of screen.container.querySelectorAll('summary')) summary.click();
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect((await axe.run(screen.container)).violations).toEqual([]);
  });
});
