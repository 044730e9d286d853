import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { LayoutReport } from '../../lib/core/helpdesk';
import { fail, ok } from '../../lib/core/result';
import { defaultSettings } from '../../lib/core/settings';
import { readSettings, writeSetting } from '../../lib/storage/settings';
import { createMemoryEngine, showPage } from '../../tests/support/page-fakes';
import { createSiteActions } from '../../tests/support/site-fakes';
import type { SiteActions } from '../page/added-sites';
import type { BrowserCommand, PopupDeps, Site } from './deps';
import { Popup } from './Popup';

const origin = 'https://acme.zendesk.com';
const bound: BrowserCommand[] = [
  { name: 'toggle-panel', description: '', shortcut: 'Alt+Shift+D' },
  { name: 'insert-reply', description: '', shortcut: 'Alt+Shift+I' },
  { name: 'next-alternative', description: '', shortcut: 'Alt+Shift+N' },
];

async function openPopup(
  more: {
    commands?: BrowserCommand[];
    site?: Site | null;
    engine?: ReturnType<typeof createMemoryEngine>;
    sites?: Partial<SiteActions>;
    pageType?: { id: string; name: string } | null;
    layout?: LayoutReport;
  } = {},
) {
  const engine = more.engine ?? createMemoryEngine();
  const seen: string[] = [];
  const deps: PopupDeps = {
    readSite: async () => (more.site === undefined ? { origin, host: 'acme.zendesk.com', desk: 'zendesk' } : more.site),
    sites: createSiteActions(seen, more.sites),
    pageInFront: {
      describe: async () => more.pageType ?? null,
      reportLayout: async () => more.layout ?? null,
      teach: () => seen.push('teach'),
    },
    readCommands: async () => more.commands ?? bound,
    openShortcutPage: () => seen.push('shortcut page'),
    openPage: (name) => seen.push(name),
    download: (name, text) => seen.push(`${name}: ${text}`),
    tabs: {
      list: async () => [{ id: 7, origin }],
      async importKnowledge(tabId, action) {
        seen.push(`${action} ${tabId}`);
        return ok(null);
      },
    },
    version: '1.2.3',
  };
  const screen = await showPage(<Popup deps={deps} />, engine, 'narrow');
  const openTab = (name: string) => userEvent.click(screen.getByRole('tab', { name }));
  return { screen, engine, seen, openTab };
}

beforeEach(async () => {
  fakeBrowser.reset();
  await writeSetting('language', 'en');
});

describe('the popup', () => {
  it('switches Deskside off and on for the site in front', async () => {
    const { screen } = await openPopup();
    const toggle = screen.getByRole('switch', { name: 'Deskside on acme.zendesk.com' });
    await userEvent.click(toggle);
    await expect.poll(async () => (await readSettings()).sitesOff).toEqual([origin]);
    await userEvent.click(toggle);
    await expect.poll(async () => (await readSettings()).sitesOff).toEqual([]);
  });

  it('saves the layout of the page in front, and says so where nobody answers there', async () => {
    const layout: LayoutReport = {
      format: 'deskside-layout',
      version: 1,
      helpdesk: 'zendesk',
      path: '/agent/tickets/#',
      missing: ['messages'],
      landmarks: { message: 0 },
      counts: { elements: 1, shown: 1, shadowRoots: 0, frames: 0 },
      isCut: false,
      page: { tag: 'html' },
    };
    const answered = await openPopup({ layout });
    await answered.openTab('Data');
    await userEvent.click(answered.screen.getByRole('button', { name: 'Report this layout' }));
    await expect.element(answered.screen.getByText('Saved. Look in your downloads.')).toBeVisible();
    const [file = ''] = answered.seen;
    expect(file).toMatch(/^deskside-layout-zendesk-\d{4}-\d\d-\d\d\.json: /);
    expect(JSON.parse(file.slice(file.indexOf('{')))).toEqual(layout);
    await answered.screen.unmount();
    const unanswered = await openPopup();
    await unanswered.openTab('Data');
    await userEvent.click(unanswered.screen.getByRole('button', { name: 'Report this layout' }));
    await expect.element(unanswered.screen.getByText(/This tab does not answer/)).toBeVisible();
    expect(unanswered.seen).toEqual([]);
  });

  it('says what to do on a page that is no helpdesk', async () => {
    const { screen } = await openPopup({ site: null });
    await expect.element(screen.getByText('Not a helpdesk page')).toBeVisible();
    expect(screen.getByRole('switch', { name: /Deskside on/ }).elements()).toEqual([]);
  });

  it('pauses for half an hour, and resumes', async () => {
    const { screen } = await openPopup();
    await userEvent.click(screen.getByRole('button', { name: '30 minutes' }));
    await expect.element(screen.getByText(/Paused until/)).toBeVisible();
    const left = (await readSettings()).pausedUntil - Date.now();
    expect(left / 60_000).toBeGreaterThan(29);
    expect(left / 60_000).toBeLessThanOrEqual(30);
    await userEvent.click(screen.getByRole('button', { name: 'Resume now' }));
    await expect.poll(async () => (await readSettings()).pausedUntil).toBe(0);
    await userEvent.click(screen.getByRole('button', { name: 'Until I resume' }));
    await expect.poll(async () => (await readSettings()).pausedUntil).toBe(-1);
  });

  it.each([
    ['Suggested reply', { kinds: { ...defaultSettings.kinds, reply: false } }],
    ['Similar tickets', { kinds: { ...defaultSettings.kinds, 'similar-ticket': false } }],
    ['Mood, urgency and intent', { showSignals: false }],
    ['Reply as grey text in the composer', { ghostText: false }],
  ])('stores at once that “%s” is off', async (name, expected) => {
    const { screen } = await openPopup();
    await userEvent.click(screen.getByRole('switch', { name }));
    await expect.poll(readSettings).toMatchObject(expected);
  });

  it('stores tone, name and signature without losing a letter', async () => {
    const { screen } = await openPopup();
    await userEvent.click(screen.getByRole('radio', { name: 'Warm' }));
    await userEvent.type(screen.getByLabelText('Your name'), 'Robin Vale');
    await userEvent.type(screen.getByLabelText('Signature'), 'Warmly{Enter}Robin');
    await expect
      .poll(readSettings)
      .toMatchObject({ tone: 'warm', agentName: 'Robin Vale', signature: 'Warmly\nRobin' });
  });

  it('stores whether customers are told of the AI assistance, and in which words', async () => {
    const { screen } = await openPopup();
    expect(screen.getByLabelText('Your own words for it').query()).toBeNull();
    await userEvent.click(screen.getByRole('switch', { name: /^Tell customers of the AI assistance/ }));
    await userEvent.type(screen.getByLabelText('Your own words for it'), 'Written with software');
    await expect.poll(readSettings).toMatchObject({ aiNotice: true, aiNoticeText: 'Written with software' });
    expect((await axe.run(screen.container)).violations).toEqual([]);
  });

  it('shows a change made elsewhere', async () => {
    const { screen } = await openPopup();
    await expect.element(screen.getByRole('switch', { name: 'Reply as grey text in the composer' })).toBeChecked();
    await writeSetting('ghostText', false);
    await expect.element(screen.getByRole('switch', { name: 'Reply as grey text in the composer' })).not.toBeChecked();
  });

  it('changes language, direction and theme at once', async () => {
    const { screen, openTab } = await openPopup();
    await openTab('Interface');
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    await expect.poll(() => document.documentElement.dataset.theme).toBe('dark');
    await userEvent.click(screen.getByRole('combobox', { name: /Language/ }));
    await userEvent.click(screen.getByRole('option', { name: 'العربية' }));
    await expect.poll(() => [document.documentElement.dir, document.documentElement.lang]).toEqual(['rtl', 'ar']);
    await expect.element(screen.getByRole('tab', { name: 'البيانات' })).toBeVisible();
  });
});

describe('shortcuts in the popup', () => {
  it('takes the keys that are pressed', async () => {
    const { screen, openTab } = await openPopup();
    await openTab('Shortcuts');
    await userEvent.click(screen.getByRole('button', { name: /Insert the suggested reply/ }));
    await userEvent.keyboard('{Control>}{Shift>}k{/Shift}{/Control}');
    await expect.poll(async () => (await readSettings()).shortcuts.insertReply).toBe('Ctrl+Shift+K');
  });

  it.each([
    ['{Alt>}{Shift>}d{/Shift}{/Alt}', /Already used for “Show or hide the panel”/],
    ['{Shift>}k{/Shift}', /Use Alt, Ctrl/],
  ])('refuses %s and says why', async (keys, reason) => {
    const { screen, openTab } = await openPopup();
    await openTab('Shortcuts');
    await userEvent.click(screen.getByRole('button', { name: /Insert the suggested reply/ }));
    await userEvent.keyboard(keys);
    await expect.element(screen.getByRole('alert')).toHaveTextContent(reason);
    await userEvent.keyboard('{Escape}');
    expect((await readSettings()).shortcuts).toEqual(defaultSettings.shortcuts);
  });

  it('warns of a browser command without keys, and of one that clashes', async () => {
    const commands = [
      { name: 'toggle-panel', description: '', shortcut: '' },
      { name: 'insert-reply', description: '', shortcut: 'Alt+Shift+N' },
    ];
    const { screen, openTab, seen } = await openPopup({ commands });
    await openTab('Shortcuts');
    await expect.element(screen.getByText(/Without keys in the browser: Show or hide the panel/)).toBeVisible();
    await expect.element(screen.getByText(/Alt\+Shift\+N does two things/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Change in the browser' }));
    expect(seen).toEqual(['shortcut page']);
  });
});

describe('data in the popup', () => {
  it('shows the model, its memory and the storage used', async () => {
    const { screen, openTab } = await openPopup();
    await openTab('Data');
    for (const text of ['Ready', '142 MB', '712 ms', /48 MB/])
      await expect.element(screen.getByText(text)).toBeVisible();
  });

  it('tells how the model was checked, and opens the cards', async () => {
    const engine = createMemoryEngine();
    engine.model = { ...engine.model, verifiedMs: 41.2, selfTest: 'passed', fallbacks: 1 };
    const { screen, openTab } = await openPopup({ engine });
    await openTab('Data');
    for (const text of ['41 ms', 'Passed', /Running with one thread/])
      await expect.element(screen.getByText(text)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'About the models' }));
    await expect.element(screen.getByRole('article', { name: 'signals-multilingual' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByRole('dialog').elements()).toEqual([]);
  });

  it('imports what is open in a tab, and exports a file', async () => {
    const { screen, openTab, seen } = await openPopup();
    await openTab('Data');
    await userEvent.click(screen.getByRole('button', { name: 'Import: acme.zendesk.com' }));
    await userEvent.click(screen.getByRole('button', { name: 'Export as JSON' }));
    await expect.poll(() => seen).toEqual(['start 7', expect.stringMatching(/^deskside-[\d-]+\.json: \{"deskside":1/)]);
  });

  it('deletes everything only after it was confirmed', async () => {
    await writeSetting('agentName', 'Robin');
    const { screen, openTab, engine } = await openPopup();
    await engine.savePlaybook({ text: 'Late\n1. Ask: why' });
    await openTab('Data');
    const button = screen.getByRole('button', { name: 'Delete everything' });
    await userEvent.click(button);
    await userEvent.click(screen.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }));
    expect(engine.playbooks).toHaveLength(1);
    await userEvent.click(button);
    await userEvent.click(screen.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }));
    await expect.poll(() => engine.playbooks).toEqual([]);
    await expect.poll(async () => (await readSettings()).agentName).toBe('');
  });

  it('says what went wrong when the engine does not answer, and tries again', async () => {
    const engine = createMemoryEngine();
    engine.failure = fail('engine-error', 'The database is locked.');
    const { screen, openTab } = await openPopup({ engine });
    await openTab('Data');
    await expect.element(screen.getByText('The database is locked.')).toBeVisible();
    engine.failure = null;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await expect.element(screen.getByText('Ready')).toBeVisible();
  });
});

describe('the popup for everybody', () => {
  it.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['ar', 'light'],
  ] as const)('has no barriers that axe finds (%s, %s)', async (language, theme) => {
    await writeSetting('language', language);
    await writeSetting('theme', theme);
    const { screen } = await openPopup();
    await vi.waitUntil(() => screen.container.querySelectorAll('[role=tab]').length === 4);
    for (const tab of screen.getByRole('tab').elements()) {
      await userEvent.click(tab);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const { violations, passes } = await axe.run(document);
      expect(passes.length).toBeGreaterThan(15);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
});

const help: Site = { origin: 'https://help.acme.example', host: 'help.acme.example', desk: null };
const added = { origin: help.origin, type: 'auto', taught: '', isAllowed: true };
const storedSites = async () => (await readSettings()).addedSites;

describe('a helpdesk at an address of its own', () => {
  it('is added when the browser allows it, asked within the click', async () => {
    const { screen, seen } = await openPopup({ site: help });
    await userEvent.click(screen.getByRole('button', { name: 'Add it' }));
    await expect.poll(storedSites).toEqual([{ ...added, isAllowed: false }]);
    expect(seen).toEqual([`allow ${help.origin}`]);
  });

  it('is forgotten when the browser does not, with a word', async () => {
    const { screen } = await openPopup({ site: help, sites: { allow: async () => false } });
    await userEvent.click(screen.getByRole('button', { name: 'Add it' }));
    await expect.element(screen.getByText('was not added', { exact: false })).toBeVisible();
    expect(await storedSites()).toEqual([]);
  });

  it('says so where the browser cannot run us there', async () => {
    const { screen } = await openPopup({ site: help, sites: { canAdd: false } });
    await expect.element(screen.getByText(/cannot run Deskside/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add it' }).elements()).toEqual([]);
  });

  it('shows what its page is read as, and lets the agent choose', async () => {
    await writeSetting('addedSites', [added]);
    const { screen } = await openPopup({ site: help, pageType: { id: 'zammad', name: 'Zammad' } });
    await expect.element(screen.getByText('Read as Zammad')).toBeVisible();
    await userEvent.click(screen.getByRole('combobox', { name: /Kind of helpdesk/ }));
    await userEvent.click(screen.getByRole('option', { name: 'osTicket' }));
    await expect.poll(storedSites).toEqual([{ ...added, type: 'osticket' }]);
  });

  it('is taught when it is not recognised', async () => {
    await writeSetting('addedSites', [added]);
    const { screen, seen } = await openPopup({ site: help });
    await expect.element(screen.getByText(/Not recognised yet/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Teach this page' }));
    expect(seen).toEqual(['teach']);
  });

  it('is removed after a question, with its permission', async () => {
    await writeSetting('addedSites', [added]);
    const { screen, seen } = await openPopup({ site: help });
    await userEvent.click(screen.getByRole('button', { name: 'Remove help.acme.example' }));
    await userEvent.click(screen.getByRole('alertdialog').getByRole('button', { name: 'Remove' }));
    await expect.poll(storedSites).toEqual([]);
    await expect.poll(() => seen).toEqual([`revoke ${help.origin}`]);
  });

  it('can be allowed again when the browser took the permission back', async () => {
    await writeSetting('addedSites', [{ ...added, isAllowed: false }]);
    const { screen, seen } = await openPopup({ site: help });
    await expect.element(screen.getByText(/does not allow Deskside on help.acme.example any more/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Allow again' }));
    expect(seen).toEqual([`allow ${help.origin}`]);
  });

  it.each([
    ['offered', []],
    ['added', [added]],
    ['not allowed', [{ ...added, isAllowed: false }]],
  ])('raises no barrier while %s', async (_name, sites) => {
    await writeSetting('addedSites', sites);
    const { screen } = await openPopup({ site: help, pageType: { id: 'zammad', name: 'Zammad' } });
    await expect.element(screen.getByText('help.acme.example', { exact: false }).first()).toBeVisible();
    expect((await axe.run(document)).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual(
      [],
    );
  });
});
