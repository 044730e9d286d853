import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { applyPolicy, isGoverned, noPolicy, ownValue, type Policy } from '../core/policy';
import { defaultSettings, interfaceLanguages, type SettingName, type Settings } from '../core/settings';
import { isNewPolicy, policySeenKey, readPolicy, type SettingSchemas } from './policy';
import { ticksKey } from './ticks';

const shortcut = (fallback: string) => v.fallback(v.string(), fallback);
const flag = (fallback: boolean) => v.fallback(v.boolean(), fallback);
const amount = (least: number, most: number) =>
  v.custom<number>((value) => typeof value === 'number' && value >= least && value <= most);

const days = (kind: keyof Settings['keepDays']) => v.fallback(amount(0, 36_500), defaultSettings.keepDays[kind]);

/** What each stored value must be; a part that is not falls back to its default, the rest is kept. */
export const settingSchemas: SettingSchemas = {
  sitesOff: v.array(v.string()),
  addedSites: v.array(
    v.object({ origin: v.pipe(v.string(), v.url()), type: v.string(), taught: v.string(), isAllowed: flag(false) }),
  ),
  pausedUntil: amount(-1, Number.MAX_VALUE),
  kinds: v.object({
    reply: flag(true),
    article: flag(true),
    'next-step': flag(true),
    routing: flag(true),
    'similar-ticket': flag(true),
    closing: flag(true),
    'csat-request': flag(true),
    summary: flag(true),
    'status-update': flag(true),
    'follow-up': flag(true),
  }),
  showSignals: v.boolean(),
  ghostText: v.boolean(),
  tone: v.picklist(['neutral', 'warm', 'formal']),
  signature: v.string(),
  agentName: v.string(),
  language: v.picklist(['auto', ...interfaceLanguages]),
  theme: v.picklist(['auto', 'light', 'dark']),
  panelOpen: v.boolean(),
  panelWidthPx: amount(200, 1200),
  shortcuts: v.object({
    togglePanel: shortcut(defaultSettings.shortcuts.togglePanel),
    insertReply: shortcut(defaultSettings.shortcuts.insertReply),
    nextAlternative: shortcut(defaultSettings.shortcuts.nextAlternative),
  }),
  rememberTickets: v.boolean(),
  keepDays: v.object({
    pastTickets: days('pastTickets'),
    choices: days('choices'),
    gaps: days('gaps'),
    importReports: days('importReports'),
  }),
  learnFromChoices: v.boolean(),
  auditLog: v.boolean(),
  auditText: v.boolean(),
  auditDays: amount(0, 36_500),
  aiNotice: v.boolean(),
  aiNoticeText: v.pipe(v.string(), v.maxLength(500)),
  unloadAfterMinutes: amount(0, Number.MAX_VALUE),
};

const keys = Object.keys(settingSchemas) as SettingName[];

/**
 * Where a setting lies in the browser's local storage, which every context of the extension hears of. A setting whose
 * shape changes gets another key and is read from this one until it is written.
 */
const storageKey = (key: SettingName) => `settings.${key}`;
const storageKeys = keys.map(storageKey);
/** As last read; what is written is stored without it. */
let latestPolicy: Policy = noPolicy;

/** The stored value where it is what it should be, else the default. Never throws. */
function parseSetting<K extends SettingName>(key: K, stored: unknown): Settings[K] {
  const schema: v.GenericSchema<unknown, Settings[K]> = settingSchemas[key];
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : structuredClone(defaultSettings[key]);
}

function fillSetting<K extends SettingName>(settings: Settings, key: K, stored: unknown): void {
  settings[key] = parseSetting(key, stored);
}

/** The agent's own settings, without what their organisation has set. */
async function readOwnSettings(): Promise<Settings> {
  const settings = structuredClone(defaultSettings);
  try {
    const stored = await browser.storage.local.get(storageKeys);
    for (const key of keys) fillSetting(settings, key, stored[storageKey(key)]);
  } catch {
    // The extension was reloaded under the page, or the storage is damaged: the product must still start.
  }
  return settings;
}

/**
 * All settings as they are now, what the organisation has set in place of the agent's. A value that is missing,
 * unreadable or of the wrong shape is its default; never throws.
 */
export async function readSettings(): Promise<Settings> {
  const [own, policy] = await Promise.all([readOwnSettings(), readPolicy(settingSchemas)]);
  latestPolicy = policy;
  return applyPolicy(own, policy);
}

/** Stores one setting, as far as the organisation has not set it. Rejects when the browser refuses to store. */
export async function writeSetting<K extends SettingName>(key: K, value: Settings[K]): Promise<void> {
  const store = (own: Settings[K]) => browser.storage.local.set({ [storageKey(key)]: own });
  // Without a policy for it at once: the popup may close before anything could be read.
  if (!isGoverned(latestPolicy, key)) return store(value);
  const own = await readOwnSettings();
  await store(ownValue(latestPolicy, key, { next: value, stored: own[key] }));
}

/** Puts every setting back to its default and forgets ticked steps. */
export async function resetSettings(): Promise<void> {
  await browser.storage.local.remove([...storageKeys, ticksKey]);
}

/** Calls back with all settings after any of them or the policy changed, in any context of the extension. Answers a function that stops it. */
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
  const onStored = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const policy = changes[policySeenKey];
    const isOwn = storageKeys.some((key) => key in changes) || (policy && isNewPolicy(policy.newValue));
    if (area === 'managed' || (area === 'local' && isOwn)) void report();
  };
  const { onChanged } = browser.storage;
  onChanged.addListener(onStored);
  return () => {
    isWatching = false;
    onChanged.removeListener(onStored);
  };
}
