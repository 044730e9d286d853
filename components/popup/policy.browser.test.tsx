import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, ok } from '../../lib/core/result';
import { readSettings, writeSetting } from '../../lib/storage/settings';
import { createMemoryEngine, showPage } from '../../tests/support/page-fakes';
import { createSiteActions } from '../../tests/support/site-fakes';
import { Library } from '../library/Library';
import type { Site } from './deps';
import { Popup } from './Popup';

const zendesk: Site = { origin: 'https://acme.zendesk.com', host: 'acme.zendesk.com', desk: 'zendesk' };
const help: Site = { origin: 'https://help.acme.example', host: 'help.acme.example', desk: null };
const locked = /Set by your organisation: only your IT department can change it/;
const tabs = { list: async () => [{ id: 7, origin: zendesk.origin }], importKnowledge: async () => ok(null) };

async function openPopup(site: Site = zendesk) {
  const seen: string[] = [];
  const screen = await showPage(
    <Popup
      deps={{
        readSite: async () => site,
        sites: createSiteActions(seen),
        pageInFront: { describe: async () => null, reportLayout: async () => null, teach: () => {} },
        readCommands: async () => [],
        openShortcutPage: () => {},
        openPage: () => {},
        download: () => {},
        tabs,
        version: '1.2.3',
      }}
    />,
    createMemoryEngine(),
    'narrow',
  );
  return { screen, seen, openTab: (name: string) => userEvent.click(screen.getByRole('tab', { name })) };
}

function openLibrary() {
  const deps = {
    tabs,
    openPage: () => {},
    sites: createSiteActions([]),
    importInPieces: async () => null,
    verifyAuditFile: async () => fail('not-a-log', ''),
    readFile: async (file: File) => ok({ name: file.name, text: '' }),
    download: () => {},
    packArchive: async () => new Uint8Array(),
    downloadArchive: () => {},
    forgetTicks: async () => 0,
    print: () => {},
  };
  return showPage(<Library deps={deps} />, createMemoryEngine());
}

beforeEach(async () => {
  fakeBrowser.reset();
  await writeSetting('language', 'en');
  location.hash = '';
});

describe('what the organisation has set', () => {
  it('is shown as it is, with the reason, and cannot be changed', async () => {
    await fakeBrowser.storage.managed.set({ ghostText: false, kinds: { routing: false }, tone: 'formal' });
    const { screen } = await openPopup();
    const ghost = screen.getByRole('switch', { name: 'Reply as grey text in the composer' });
    await expect.element(ghost).not.toBeChecked();
    await expect.element(ghost).toHaveAccessibleDescription(locked);
    await userEvent.click(ghost);
    await userEvent.click(screen.getByRole('switch', { name: 'Team, priority and tags' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Warm' }));
    await expect.element(screen.getByRole('radio', { name: 'Formal' })).toBeChecked();
    expect(await fakeBrowser.storage.local.get(['settings.ghostText', 'settings.kinds', 'settings.tone'])).toEqual({});
    await expect.element(screen.getByText(/changed by your IT department alone/)).toBeVisible();
  });

  it('leaves the rest to the agent', async () => {
    await fakeBrowser.storage.managed.set({ kinds: { routing: false } });
    const { screen } = await openPopup();
    const reply = screen.getByRole('switch', { name: 'Suggested reply' });
    await expect.element(reply).toHaveAccessibleDescription('');
    await userEvent.click(reply);
    await expect.poll(async () => (await readSettings()).kinds.reply).toBe(false);
  });

  it('is followed at once, also when it goes', async () => {
    const { screen } = await openPopup();
    const ghost = screen.getByRole('switch', { name: 'Reply as grey text in the composer' });
    await expect.element(ghost).toBeChecked();
    await fakeBrowser.storage.managed.set({ ghostText: false });
    await expect.element(ghost).not.toBeChecked();
    await fakeBrowser.storage.managed.clear();
    await expect.element(ghost).toBeChecked();
    await expect.element(ghost).toHaveAccessibleDescription('');
  });

  it('is ignored and named where it cannot be', async () => {
    await fakeBrowser.storage.managed.set({ tone: 'shouting', speed: 11 });
    const { screen } = await openPopup();
    await expect.element(screen.getByText(/says something of “tone” that cannot be/)).toBeVisible();
    await expect.element(screen.getByText(/names “speed”, which Deskside does not know/)).toBeVisible();
    await expect.element(screen.getByRole('radio', { name: 'Neutral' })).toBeChecked();
  });

  it('says nothing where nothing is set', async () => {
    const { screen } = await openPopup();
    await expect.element(screen.getByRole('switch', { name: 'Suggested reply' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Set by your organisation' }).elements()).toEqual([]);
  });

  it('keeps Deskside off a built-in desk', async () => {
    await fakeBrowser.storage.managed.set({ desks: ['freshdesk'] });
    const { screen } = await openPopup();
    const toggle = screen.getByRole('switch', { name: 'Deskside on acme.zendesk.com' });
    await expect.element(toggle).not.toBeChecked();
    await expect.element(toggle).toHaveAccessibleDescription('Switched off by your organisation');
    await userEvent.click(toggle);
    expect((await readSettings()).sitesOff).toEqual([]);
  });

  it('does not offer to add an address that is not allowed', async () => {
    await fakeBrowser.storage.managed.set({ addresses: { allowed: ['https://*.other.example'] } });
    const { screen } = await openPopup(help);
    await expect.element(screen.getByText(/does not allow Deskside on help.acme.example/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add it' }).elements()).toEqual([]);
  });

  it('takes file import out of the library, and says so', async () => {
    await fakeBrowser.storage.managed.set({ knowledge: ['helpdesk'] });
    location.hash = '#sources';
    const screen = await openLibrary();
    await expect.element(screen.getByText(/does not allow knowledge from files/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Paste' }).elements()).toEqual([]);
    await expect.element(screen.getByRole('button', { name: 'Import: acme.zendesk.com' })).toBeVisible();
  });

  it.each(['popup', 'library'])('has no barriers that axe finds in the %s', async (page) => {
    await fakeBrowser.storage.managed.set({
      ghostText: false,
      kinds: { reply: true },
      tone: 'warm',
      signature: 'Yours',
      language: 'en',
      theme: 'light',
      shortcuts: { insertReply: 'Alt+Shift+I' },
      rememberTickets: false,
      learnFromChoices: false,
      knowledge: [],
      speed: 11,
    });
    const screen = page === 'popup' ? (await openPopup()).screen : await openLibrary();
    await expect.element(screen.getByRole('tab').first()).toBeVisible();
    for (const tab of screen.getByRole('tab').elements()) {
      await userEvent.click(tab);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const { violations, passes } = await axe.run(document);
      expect(passes.length).toBeGreaterThan(15);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
});
