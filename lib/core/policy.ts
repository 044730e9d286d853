import type { SettingName, Settings } from './settings';

/** Helpdesks that are built in; the registry of `lib/helpdesk` holds exactly these. */
export const builtInDesks = ['zendesk', 'freshdesk'] as const;
export type BuiltInDesk = (typeof builtInDesks)[number];

/** Where knowledge may come from: the helpdesk's own articles and macros, or files and text that the agent adds. */
export const knowledgeKinds = ['helpdesk', 'files'] as const;
export type KnowledgeKind = (typeof knowledgeKinds)[number];

/** Settings that stay the agent's own: who and where they are, and what they do at the moment. */
export const ownSettings = ['sitesOff', 'addedSites', 'pausedUntil', 'agentName', 'panelOpen', 'panelWidthPx'] as const;
export type PolicySetting = Exclude<SettingName, (typeof ownSettings)[number]>;

/** Values in place of the agent's; of a setting with parts (`kinds`, `shortcuts`) the named parts alone. */
export type PolicyValues = {
  [K in PolicySetting]?: Settings[K] extends Record<string, unknown> ? Partial<Settings[K]> : Settings[K];
};

/** A part of the policy that is ignored: `unknown`, there is no such part; `bad-value`, it cannot be that. */
export type PolicyProblem = { part: string; why: 'unknown' | 'bad-value' };

/** What the agent's organisation has set in the browser, for everyone. */
export type Policy = {
  values: PolicyValues;
  /** Built-in helpdesks that may be on; null: all. */
  desks: BuiltInDesk[] | null;
  /** Patterns of the addresses that agents may add, `https://host`, `https://*.host` or `*`; null: any. */
  allowed: string[] | null;
  /** Patterns of those they may not, which count before `allowed`. */
  blocked: string[];
  /** Where knowledge may come from; null: from anywhere. */
  knowledge: KnowledgeKind[] | null;
  problems: PolicyProblem[];
};

export const noPolicy: Policy = {
  values: {},
  desks: null,
  allowed: null,
  blocked: [],
  knowledge: null,
  problems: [],
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True when the organisation has set this setting, or this part of it. */
export function isLocked({ values }: Policy, name: SettingName, part?: string): boolean {
  if (!Object.hasOwn(values, name)) return false;
  const value: unknown = values[name as PolicySetting];
  return part === undefined || !isObject(value) || Object.hasOwn(value, part);
}

/** True when the built-in helpdesk may be on. */
export function isDeskOn({ desks }: Policy, desk: string): boolean {
  return desks === null || desks.some((one) => one === desk);
}

/** True when knowledge of this kind may be taken in and used. */
export function mayUseKnowledge({ knowledge }: Policy, kind: KnowledgeKind): boolean {
  return knowledge === null || knowledge.includes(kind);
}

/** An address without a port in the pattern stands for that scheme's own port only, as origins do. */
const pattern = /^(https?):\/\/(\*\.)?([a-z0-9]+(?:[.-][a-z0-9]+)*|\[[0-9a-f:]+\])(?::(\d{1,5}))?$/i;

/** True for what a policy may say of addresses: `*`, `https://host`, `https://*.host`, with or without a port. */
export function isAddressPattern(text: string): boolean {
  return text === '*' || pattern.test(text);
}

/** `https://*.host` covers the host itself and everything below it. */
function isCovered(text: string, origin: string): boolean {
  if (text === '*') return true;
  const [, scheme, below, host = '', port] = pattern.exec(text) ?? [];
  if (!scheme || !URL.canParse(origin)) return false;
  const wanted = new URL(`${scheme}://${host}${port ? `:${port}` : ''}`);
  const given = new URL(origin);
  if (given.protocol !== wanted.protocol || given.port !== wanted.port) return false;
  return given.hostname === wanted.hostname || (below !== undefined && given.hostname.endsWith(`.${wanted.hostname}`));
}

/** True when agents may add this address as their helpdesk. */
export function mayAddSite({ allowed, blocked }: Policy, origin: string): boolean {
  const isAmong = (list: readonly string[]) => list.some((text) => isCovered(text, origin));
  return !isAmong(blocked) && (allowed === null || isAmong(allowed));
}

function layerValue<K extends PolicySetting>(settings: Settings, key: K, value: unknown): void {
  const own = settings[key];
  settings[key] = (isObject(own) && isObject(value) ? Object.assign({}, own, value) : value) as Settings[K];
}

/** The agent's settings under the policy: what everything in Deskside goes by. Neither argument is changed. */
export function applyPolicy(settings: Settings, policy: Policy): Settings {
  const layered: Settings = { ...settings, policy };
  for (const [key, value] of Object.entries(policy.values)) layerValue(layered, key as PolicySetting, value);
  layered.addedSites = settings.addedSites.map((site) => ({
    ...site,
    isAllowed: site.isAllowed && mayAddSite(policy, site.origin),
  }));
  return layered;
}

/** True when the policy has a say in what is stored of this setting. */
export function isGoverned(policy: Policy, name: SettingName): boolean {
  if (name === 'addedSites') return policy.allowed !== null || policy.blocked.length > 0;
  return isLocked(policy, name);
}

/**
 * What to store of `next`, a value chosen under the policy, where `stored` is the agent's own from before: what the policy
 * set stays out, so that it is gone with the policy.
 */
export function ownValue<K extends SettingName>(
  policy: Policy,
  key: K,
  { next, stored }: { next: Settings[K]; stored: Settings[K] },
): Settings[K] {
  if (key === 'addedSites') {
    const before = stored as Settings['addedSites'];
    const own = (next as Settings['addedSites']).map((site) =>
      mayAddSite(policy, site.origin)
        ? site
        : { ...site, isAllowed: before.find(({ origin }) => origin === site.origin)?.isAllowed ?? site.isAllowed },
    );
    return own as Settings[K];
  }
  if (!isLocked(policy, key)) return next;
  const set: unknown = policy.values[key as unknown as PolicySetting];
  if (!isObject(set) || !isObject(stored) || !isObject(next)) return stored;
  const kept = Object.fromEntries(Object.entries(stored).filter(([part]) => Object.hasOwn(set, part)));
  return Object.assign({}, next, kept) as Settings[K];
}
