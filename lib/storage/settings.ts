import * as v from 'valibot';
import { storage, type WxtStorageItem } from 'wxt/utils/storage';
import { defaultSettings, type Settings } from '../core/settings';

const shortcut = (fallback: string) => v.fallback(v.string(), fallback);
const flag = (fallback: boolean) => v.fallback(v.boolean(), fallback);

/** What each stored value must be; a part that is not falls back to its default, the rest is kept. */
const schemas: { [K in keyof Settings]: v.GenericSchema<unknown, Settings[K]> } = {
  sitesOff: v.array(v.string()),
  pausedUntil: v.pipe(v.number(), v.finite()),
  kinds: v.object({
    reply: flag(true),
    article: flag(true),
    'next-step': flag(true),
    'similar-ticket': flag(true),
  }),
  showSignals: v.boolean(),
  ghostText: v.boolean(),
  tone: v.picklist(['neutral', 'warm', 'formal']),
  signature: v.string(),
  agentName: v.string(),
  language: v.picklist(['auto', 'en', 'ar']),
  theme: v.picklist(['auto', 'light', 'dark']),
  panelOpen: v.boolean(),
  panelWidthPx: v.pipe(v.number(), v.minValue(200), v.maxValue(1200)),
  shortcuts: v.object({
    togglePanel: shortcut(defaultSettings.shortcuts.togglePanel),
    insertReply: shortcut(defaultSettings.shortcuts.insertReply),
    nextAlternative: shortcut(defaultSettings.shortcuts.nextAlternative),
  }),
  rememberTickets: v.boolean(),
  unloadAfterMinutes: v.pipe(v.number(), v.minValue(0), v.finite()),
};

/** Storage items by setting, local area. A value whose shape changes gets a higher version and a migration here. */
type Items = { [K in keyof Settings]: Setting<Settings[K]> };
type Setting<T> = Pick<WxtStorageItem<T, Record<string, unknown>>, 'getValue' | 'setValue' | 'removeValue' | 'watch'>;

function defineSetting<K extends keyof Settings>(key: K): Setting<Settings[K]> {
  return storage.defineItem<Settings[K]>(`local:settings.${key}`, { fallback: defaultSettings[key], version: 1 });
}

const items: Items = {
  sitesOff: defineSetting('sitesOff'),
  pausedUntil: defineSetting('pausedUntil'),
  kinds: defineSetting('kinds'),
  showSignals: defineSetting('showSignals'),
  ghostText: defineSetting('ghostText'),
  tone: defineSetting('tone'),
  signature: defineSetting('signature'),
  agentName: defineSetting('agentName'),
  language: defineSetting('language'),
  theme: defineSetting('theme'),
  panelOpen: defineSetting('panelOpen'),
  panelWidthPx: defineSetting('panelWidthPx'),
  shortcuts: defineSetting('shortcuts'),
  rememberTickets: defineSetting('rememberTickets'),
  unloadAfterMinutes: defineSetting('unloadAfterMinutes'),
};
const keys = Object.keys(items) as (keyof Settings)[];

/** The stored value where it is what it should be, else the default. Never throws. */
function parseSetting<K extends keyof Settings>(key: K, stored: unknown): Settings[K] {
  const schema: v.GenericSchema<unknown, Settings[K]> = schemas[key];
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : structuredClone(defaultSettings[key]);
}

async function readSetting<K extends keyof Settings>(key: K): Promise<Settings[K]> {
  try {
    return parseSetting(key, await items[key].getValue());
  } catch {
    // The extension was reloaded under the page, or the storage is damaged: the product must still start.
    return structuredClone(defaultSettings[key]);
  }
}

async function fillSetting<K extends keyof Settings>(settings: Settings, key: K): Promise<void> {
  settings[key] = await readSetting(key);
}

/** All settings as they are now. A value that is missing, unreadable or of the wrong shape is its default; never throws. */
export async function readSettings(): Promise<Settings> {
  const settings = structuredClone(defaultSettings);
  await Promise.all(keys.map((key) => fillSetting(settings, key)));
  return settings;
}

/** Stores one setting. Rejects when the browser refuses to store. */
export async function writeSetting<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> {
  await items[key].setValue(value);
}

/** Puts every setting back to its default. */
export async function resetSettings(): Promise<void> {
  await Promise.all(keys.map((key) => items[key].removeValue()));
}

/** Calls back with all settings after any of them changed, in any context of the extension. Answers a function that stops it. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  let latest = 0;
  let isWatching = true;
  const report = async () => {
    latest += 1;
    const mine = latest;
    const settings = await readSettings();
    // A slower, older read must not overwrite a newer one.
    if (isWatching && mine === latest) onChange(settings);
  };
  const stops = keys.map((key) => items[key].watch(() => void report()));
  return () => {
    isWatching = false;
    for (const stop of stops) stop();
  };
}
