import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeSetting } from '../../lib/storage/settings';
import { createMemoryEngine, showPage } from '../../tests/support/page-fakes';
import { Library } from '../library/Library';
import { Popup } from '../popup/Popup';
import { Practice } from '../practice/Practice';
import { storeSampleLibrary } from '../practice/use-sample-library';

const tabs = {
  list: async () => [{ id: 1, origin: 'https://acme.zendesk.com' }],
  importKnowledge: async () => ({ ok: true as const, value: null }),
};
const popupDeps = {
  readSite: async () => ({ origin: 'https://acme.zendesk.com', host: 'acme.zendesk.com' }),
  readCommands: async () => [
    { name: 'toggle-panel', description: '', shortcut: 'Alt+Shift+D' },
    { name: 'insert-reply', description: '', shortcut: '' },
    { name: 'next-alternative', description: '', shortcut: 'Alt+Shift+I' },
  ],
  openShortcutPage() {},
  openPage() {},
  download() {},
  tabs,
  version: '0.1.0',
};
const practiceDeps = {
  origin: 'chrome-extension://abc',
  openPage() {},
  onCommand: () => () => {},
  isOrphaned: () => false,
};
const shot = async (name: string) => {
  await new Promise((r) => setTimeout(r, 500));
  await page.screenshot({ path: `../../node_modules/.shots2/${name}.png` });
};
beforeEach(() => fakeBrowser.reset());

async function engineWith() {
  const engine = createMemoryEngine();
  await storeSampleLibrary(engine, 'chrome-extension://abc');
  await storeSampleLibrary(engine, 'https://acme.zendesk.com');
  engine.jobs.set('https://acme.zendesk.com', {
    ...engine.jobs.get('https://acme.zendesk.com')!,
    status: 'running',
    done: 40,
    total: 120,
    problems: ['“Old” is a draft', 'x has no text'],
  });
  return engine;
}
it.each([
  ['en', 'light'],
  ['en', 'dark'],
  ['ar', 'light'],
] as const)('popup %s %s', async (language, theme) => {
  await page.viewport(360, 600);
  await writeSetting('language', language);
  await writeSetting('theme', theme);
  const engine = await engineWith();
  const screen = await showPage(<Popup deps={popupDeps} />, engine, 'narrow');
  await expect.poll(() => screen.container.querySelector('h1')).not.toBeNull();
  const tabsFound = [...screen.container.querySelectorAll('[role=tab]')];
  for (const [i, t] of tabsFound.entries()) {
    await userEvent.click(t);
    await shot(`popup-${language}-${theme}-${i}`);
  }
});
it.each([
  ['en', 'light'],
  ['en', 'dark'],
  ['ar', 'light'],
] as const)('library %s %s', async (language, theme) => {
  await page.viewport(1280, 800);
  await writeSetting('language', language);
  await writeSetting('theme', theme);
  const engine = await engineWith();
  const screen = await showPage(<Library deps={{ tabs, openPage() {} }} />, engine, 'wide');
  await expect.poll(() => screen.container.querySelector('h1')).not.toBeNull();
  const tabsFound = [...screen.container.querySelectorAll('[role=tab]')];
  for (const [i, t] of tabsFound.entries()) {
    await userEvent.click(t);
    await new Promise((r) => setTimeout(r, 200));
    const entry = screen.container.querySelector('ul[aria-label] li button');
    if (entry) await userEvent.click(entry);
    const search = screen.container.querySelector('input[type=search]');
    if (search && i === 4) await userEvent.fill(search, 'parcel late refund');
    await shot(`library-${language}-${theme}-${i}`);
  }
});
it.each([
  ['en', 'light'],
  ['en', 'dark'],
  ['ar', 'light'],
] as const)('practice %s %s', async (language, theme) => {
  await page.viewport(1360, 860);
  await writeSetting('language', language);
  await writeSetting('theme', theme);
  const engine = createMemoryEngine();
  const screen = await showPage(<Practice deps={practiceDeps} />, engine, 'wide');
  await expect.poll(() => screen.container.querySelector('h1')).not.toBeNull();
  await shot(`practice-${language}-${theme}-0`);
  const say = screen.container.querySelectorAll('form')[0]!.parentElement!.querySelector('li button')!;
  await userEvent.click(say);
  await userEvent.click(screen.container.querySelector('[data-composer="2041"]')!);
  await shot(`practice-${language}-${theme}-1`);
  await userEvent.keyboard('{Tab}');
  await shot(`practice-${language}-${theme}-2`);
});
