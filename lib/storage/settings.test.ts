import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings, type Settings } from '../core/settings';
import { readSettings, resetSettings, watchSettings, writeSetting } from './settings';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('answers the defaults when nothing is stored', async () => {
    expect(await readSettings()).toEqual(defaultSettings);
  });

  it('keeps what was written', async () => {
    await writeSetting('tone', 'formal');
    await writeSetting('sitesOff', ['https://acme.zendesk.com']);
    const settings = await readSettings();
    expect(settings).toEqual({ ...defaultSettings, tone: 'formal', sitesOff: ['https://acme.zendesk.com'] });
  });

  it('hands out copies, so that a caller cannot change the defaults', async () => {
    (await readSettings()).sitesOff.push('https://evil.example');
    expect((await readSettings()).sitesOff).toEqual([]);
  });

  const bad: [keyof Settings, unknown][] = [
    ['tone', 'shouting'],
    ['pausedUntil', 'tomorrow'],
    ['pausedUntil', Number.NaN],
    ['sitesOff', 'https://acme.zendesk.com'],
    ['sitesOff', [1, 2]],
    ['addedSites', [{ origin: 'help', type: 'auto', taught: '' }]],
    ['addedSites', { origin: 'https://help.acme.example' }],
    ['panelWidthPx', -4],
    ['panelWidthPx', 1e9],
    ['showSignals', 'yes'],
    ['signature', { html: '<b>' }],
    ['kinds', 7],
    ['shortcuts', null],
    ['unloadAfterMinutes', -1],
  ];
  it.each(bad)('falls back to the default when %s is stored as %j', async (key, value) => {
    await fakeBrowser.storage.local.set({ [`settings.${key}`]: value, 'settings.agentName': 'Noor' });
    const settings = await readSettings();
    expect(settings[key]).toEqual(defaultSettings[key]);
    expect(settings.agentName).toBe('Noor');
  });

  it('keeps the sound parts of a value when a part is missing or wrong', async () => {
    await fakeBrowser.storage.local.set({
      'settings.kinds': { reply: false, article: 'no' },
      'settings.shortcuts': { insertReply: 'Alt+I' },
    });
    const { kinds, shortcuts } = await readSettings();
    expect(kinds).toEqual({ ...defaultSettings.kinds, reply: false });
    expect(shortcuts).toEqual({ ...defaultSettings.shortcuts, insertReply: 'Alt+I' });
  });

  it('answers the defaults when the storage itself fails', async () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('context invalidated'));
    expect(await readSettings()).toEqual(defaultSettings);
    get.mockRestore();
  });

  it('tells watchers every change until they stop', async () => {
    const seen: string[] = [];
    const stop = watchSettings((settings) => seen.push(settings.tone));
    await writeSetting('tone', 'warm');
    await vi.waitFor(() => expect(seen).toEqual(['warm']));
    stop();
    await writeSetting('tone', 'formal');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual(['warm']);
  });

  it('goes back to the defaults when reset', async () => {
    await writeSetting('ghostText', false);
    await resetSettings();
    expect((await readSettings()).ghostText).toBe(true);
  });
});
