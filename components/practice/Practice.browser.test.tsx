import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageCommand } from '../../lib/messaging/protocol';
import { writeSetting } from '../../lib/storage/settings';
import { createMemoryEngine, type MemoryEngine, showPage } from '../../tests/support/page-fakes';
import { Practice } from './Practice';
import { sampleArticles } from './sample-articles';
import { sampleMacros } from './sample-macros';

const origin = 'chrome-extension://abcdefgh';

async function openPractice(engine: MemoryEngine = createMemoryEngine()) {
  let run: (name: PageCommand) => void = () => {};
  const deps = {
    origin,
    openPage() {},
    onCommand(listener: (name: PageCommand) => void) {
      run = listener;
      return () => {};
    },
    isOrphaned: () => false,
  };
  const screen = await showPage(<Practice deps={deps} />, engine);
  await expect.element(screen.getByText(/The sample library of Larkleaf Tea is in use/)).toBeVisible();
  const composer = screen.getByRole('textbox', { name: 'Reply to the customer' });
  const say = (text: RegExp) => userEvent.click(screen.getByRole('button', { name: text }));
  /** Waits for the draft itself: articles have buttons that begin with "Insert" as well. */
  const suggested = () =>
    expect
      .element(screen.getByRole('group', { name: 'Draft; each sentence shows its source' }))
      .toHaveTextContent(/^Hello Maya/);
  /** Sets the composer in front; the radio's name is the name of a note's composer, too. */
  const writeTo = (target: string) =>
    userEvent.click(
      screen.getByRole('radiogroup', { name: 'Where the text goes' }).getByRole('radio', { name: target, exact: true }),
    );
  return { screen, engine, composer, say, suggested, writeTo, command: (name: PageCommand) => run(name) };
}

/** Text of the composer with its whitespace folded. */
// biome-ignore lint/performance/useDomNodeTextContent: paragraphs must stay apart.
const textIn = (element: Element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim();

beforeEach(async () => {
  fakeBrowser.reset();
  await page.viewport(1400, 900);
  await writeSetting('language', 'en');
  await writeSetting('rememberTickets', true);
});

describe('the sample library', () => {
  it('is stored under our own origin, once, apart from what the agent has', async () => {
    const engine = createMemoryEngine();
    const own = {
      id: 'x#1',
      source: 'https://acme.zendesk.com',
      title: 'Own',
      text: 'Own',
      labels: [],
      isInternal: false,
    };
    engine.articles.push(own);
    const first = await openPractice(engine);
    expect(engine.articles.filter(({ source }) => source === origin)).toHaveLength(sampleArticles.length);
    expect(engine.macros).toHaveLength(sampleMacros.length);
    expect(engine.playbooks.map(({ title }) => title)).toEqual(['Parcel is late']);
    await first.screen.unmount();
    await openPractice(engine);
    expect(engine.calls.filter((call) => call === 'storeBatch')).toHaveLength(1);
    expect(engine.articles).toContainEqual(own);
  });

  it('is removed on request and can be put back', async () => {
    const { screen, engine } = await openPractice();
    await userEvent.click(screen.getByRole('button', { name: 'Remove practice data' }));
    await userEvent.click(screen.getByRole('alertdialog').getByRole('button', { name: 'Remove practice data' }));
    await expect.element(screen.getByText(/The practice data is removed/)).toBeVisible();
    expect([engine.articles, engine.macros, engine.playbooks]).toEqual([[], [], []]);
    await userEvent.click(screen.getByRole('button', { name: 'Put practice data back' }));
    await expect.poll(() => engine.playbooks).toHaveLength(1);
    await expect.element(screen.getByText(/is in use/)).toBeVisible();
  });
});

describe('the practice desk', () => {
  it('leads from a customer message over the suggestion to Tab in the composer', async () => {
    const { screen, composer, say } = await openPractice();
    const steps = () =>
      screen.getByRole('list', { name: 'Three steps to try it' }).element().querySelectorAll('[data-done]').length;
    expect(steps()).toBe(0);
    await say(/Customer writes: My parcel was supposed/);
    await expect.poll(steps).toBe(2);
    await userEvent.click(composer);
    await expect.poll(() => document.querySelector('[data-ghost]')).not.toBeNull();
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => textIn(composer.element())).toMatch(/^Hello Maya Lindqvist,.*parcel/);
    await expect.poll(steps).toBe(3);
    await userEvent.click(screen.getByRole('button', { name: 'Send reply' }));
    await expect.element(screen.getByRole('log')).toHaveTextContent(/You.*Hello Maya Lindqvist/);
    expect(textIn(composer.element())).toBe('');
  });

  it('inserts by shortcut at the caret, keeps the draft, and takes it back with undo', async () => {
    const { composer, say, suggested } = await openPractice();
    await say(/Customer writes: My parcel was supposed/);
    await suggested();
    await userEvent.click(composer);
    await userEvent.keyboard('Own words. ');
    await userEvent.keyboard('{Alt>}{Shift>}i{/Shift}{/Alt}');
    await expect.poll(() => textIn(composer.element())).toMatch(/^Own words\.\s?Hello Maya/);
    document.execCommand('undo');
    expect(textIn(composer.element())).toBe('Own words.');
  });

  it('obeys the commands of the browser and never puts a reply into a note', async () => {
    const { screen, composer, say, suggested, writeTo, command } = await openPractice();
    await say(/Customer writes: My parcel was supposed/);
    await suggested();
    await writeTo('Internal note');
    command('insert-reply');
    const note = screen.getByRole('textbox', { name: 'Internal note', exact: true });
    await expect.element(screen.getByText(/set to internal note/)).toBeVisible();
    expect(textIn(note.element())).toBe('');
    await writeTo('Public reply');
    command('insert-reply');
    await expect.poll(() => textIn(composer.element())).toMatch(/Hello Maya/);
  });

  it('keeps the draft of each ticket and its customer apart', async () => {
    const { screen, composer } = await openPractice();
    await userEvent.click(composer);
    await userEvent.keyboard('For Maya');
    await userEvent.click(screen.getByRole('button', { name: /A few questions/ }));
    expect(textIn(composer.element())).toBe('');
    await userEvent.fill(screen.getByLabelText('Your own message as the customer'), 'Where is my invoice?');
    await userEvent.click(screen.getByRole('button', { name: 'Send as customer' }));
    await expect.element(screen.getByRole('log')).toHaveTextContent(/Tomás Ferreira.*Where is my invoice\?/);
    await userEvent.click(screen.getByRole('button', { name: /Order LT-58213/ }));
    expect(textIn(composer.element())).toBe('For Maya');
  });
});

describe('the practice page for everybody', () => {
  it.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['ar', 'light'],
  ] as const)('has no barriers that axe finds (%s, %s)', async (language, theme) => {
    await writeSetting('language', language);
    await writeSetting('theme', theme);
    const screen = await showPage(
      <Practice deps={{ origin, openPage() {}, onCommand: () => () => {}, isOrphaned: () => false }} />,
      createMemoryEngine(),
    );
    await expect.poll(() => screen.container.querySelectorAll('form').length).toBe(1);
    await userEvent.click(screen.container.querySelector('form')?.parentElement?.querySelector('li button') as Element);
    await expect.poll(() => screen.container.querySelectorAll('ol [data-done]').length).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { violations, passes } = await axe.run(document);
    expect(passes.length).toBeGreaterThan(20);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
