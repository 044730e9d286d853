import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  builtInDesks,
  isAddressPattern,
  knowledgeKinds,
  noPolicy,
  ownSettings,
  type Policy,
  type PolicySetting,
} from '../core/policy';
import { defaultSettings, type SettingName, type Settings } from '../core/settings';

/** What each stored setting must be. */
export type SettingSchemas = { [K in SettingName]: v.GenericSchema<unknown, Settings[K]> };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const settingNames = Object.keys(defaultSettings).filter(
  (key): key is PolicySetting => key !== 'policy' && !(ownSettings as readonly string[]).includes(key),
);

/** One policy while it is being read: `ignore` names the part that is left out. */
type Reading = { policy: Policy; ignore(part: string, why?: 'unknown' | 'bad-value'): void };

/** The items of a list that are what they should be; null where it is no list. */
function readList<T extends string>(
  { ignore }: Reading,
  part: string,
  value: unknown,
  isKnown: (item: string) => item is T,
): T[] | null {
  if (!Array.isArray(value)) {
    ignore(part);
    return null;
  }
  return value.filter((item: unknown, index): item is T => {
    const isGood = typeof item === 'string' && isKnown(item);
    if (!isGood) ignore(`${part}[${index}]`);
    return isGood;
  });
}

const isOneOf =
  <T extends string>(names: readonly T[]) =>
  (item: string): item is T =>
    (names as readonly string[]).includes(item);

function readAddresses(reading: Reading, value: unknown): void {
  if (!isRecord(value)) {
    reading.ignore('addresses');
    return;
  }
  const isPattern = (item: string): item is string => isAddressPattern(item);
  for (const [name, list] of Object.entries(value)) {
    const part = `addresses.${name}`;
    if (name === 'allowed') reading.policy.allowed = readList(reading, part, list, isPattern);
    else if (name === 'blocked') reading.policy.blocked = readList(reading, part, list, isPattern) ?? [];
    else reading.ignore(part, 'unknown');
  }
}

/** What the policy says beside settings. */
const rules: Record<string, (reading: Reading, value: unknown) => void> = {
  addresses: readAddresses,
  desks(reading, value) {
    reading.policy.desks = readList(reading, 'desks', value, isOneOf(builtInDesks));
  },
  knowledge(reading, value) {
    reading.policy.knowledge = readList(reading, 'knowledge', value, isOneOf(knowledgeKinds));
  },
};

/** Keys with a modifier, or a function key; the panel reads them more closely. */
const isShortcut = (value: unknown) => typeof value === 'string' && /^((\w+\+)+\w+|F\d{1,2})$/i.test(value);

/** The named parts that are good: each is tried in an otherwise good value, and must come out as it went in. */
function readParts(reading: Reading, schema: v.GenericSchema, key: PolicySetting, value: unknown): void {
  if (!isRecord(value)) {
    reading.ignore(key);
    return;
  }
  const whole = defaultSettings[key] as Record<string, unknown>;
  const isGood = ([part, given]: [string, unknown]) => {
    const parsed = v.safeParse(schema, { ...whole, [part]: given });
    const isKnown = Object.hasOwn(whole, part);
    const isSame = parsed.success && isRecord(parsed.output) && parsed.output[part] === given;
    const isTaken = isKnown && isSame && (key !== 'shortcuts' || isShortcut(given));
    if (!isTaken) reading.ignore(`${key}.${part}`, isKnown ? 'bad-value' : 'unknown');
    return isTaken;
  };
  const good = Object.entries(value).filter(isGood);
  if (good.length > 0) Object.assign(reading.policy.values, { [key]: Object.fromEntries(good) });
}

function readSetting(reading: Reading, schema: v.GenericSchema, key: PolicySetting, value: unknown): void {
  const parsed = v.safeParse(schema, value);
  if (isRecord(defaultSettings[key])) readParts(reading, schema, key, value);
  else if (parsed.success) Object.assign(reading.policy.values, { [key]: parsed.output });
  else reading.ignore(key);
}

/** Reads a policy as the browser hands it over. What is no policy or not what it should be is ignored and named. */
export function parsePolicy(raw: unknown, schemas: SettingSchemas): Policy {
  const policy = structuredClone(noPolicy);
  const reading: Reading = {
    policy,
    ignore: (part, why = 'bad-value') => policy.problems.push({ part, why }),
  };
  for (const [key, value] of Object.entries(isRecord(raw) ? raw : {})) {
    const setting = settingNames.find((name) => name === key);
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (setting) readSetting(reading, schemas[setting], setting, value);
    else if (rule) rule(reading, value);
    else reading.ignore(key, 'unknown');
  }
  return policy;
}

/** Where the policy that was read last is kept, as the browser handed it over. */
export const policySeenKey = 'policySeen';
/** How long the browser is waited for where a policy was read before: milliseconds; one that runs answers in about 5. */
const answerMs = 100;
/**
 * How long it is waited for at the very first start, when nothing is known yet. A browser whose first page of ours comes at once
 * may leave the question without an answer (Chromium 156, seen 2026-12-01): that must not keep panel and pages empty.
 */
const firstAnswerMs = 4_000;

/** What was answered last here, as JSON. */
let answered = '';

/** True where a stored policy is another one than was answered here last. */
export const isNewPolicy = (stored: unknown) => JSON.stringify(stored) !== answered;

/** What the browser hands over now, which is kept. Firefox rejects where no policy is given. */
async function readNow(seen: unknown): Promise<unknown> {
  const { managed, local } = browser.storage;
  const now = await managed.get().catch(() => ({}));
  // What is kept already is not written, so that watchers hear of changes only.
  if (JSON.stringify(now) !== JSON.stringify(seen)) await local.set({ [policySeenKey]: now }).catch(() => {});
  return now;
}

/**
 * The policy that the organisation has given this browser for Deskside; an empty one where there is none. Never throws.
 * A browser that just started answers after 3.3 s only (Chromium 156, measured 2026-11-30): until then the policy that was
 * read last holds, and what watches settings hears of a change. Where none was ever read, 4 s are waited for one.
 */
export async function readPolicy(schemas: SettingSchemas): Promise<Policy> {
  try {
    const { [policySeenKey]: seen } = await browser.storage.local.get(policySeenKey);
    const now = readNow(seen);
    const waitMs = seen === undefined ? firstAnswerMs : answerMs;
    const late = new Promise<unknown>((resolve) => setTimeout(() => resolve(seen ?? {}), waitMs));
    const raw = await Promise.race([now, late]);
    answered = JSON.stringify(raw);
    return parsePolicy(raw, schemas);
  } catch {
    return noPolicy;
  }
}
