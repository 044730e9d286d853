import { describe, expect, it } from 'vitest';
import {
  applyPolicy,
  isAddressPattern,
  isDeskOn,
  isLocked,
  mayAddSite,
  noPolicy,
  ownSettings,
  ownValue,
  type Policy,
} from './policy';
import { defaultSettings, type SettingName, type Settings } from './settings';

const site = { origin: 'https://help.acme.example', type: 'auto', taught: '', isAllowed: true };
const names = Object.keys(defaultSettings).filter((key): key is SettingName => key !== 'policy');
const own = (name: SettingName) => (ownSettings as readonly string[]).includes(name);

/** Another value of the same kind. */
function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  if (Array.isArray(value)) return [...value, 'x'];
  const [[part, inner] = ['', null]] = Object.entries(value as Record<string, unknown>);
  return { [part]: other(inner) };
}

describe('the policy over every setting', () => {
  it('sees all of them', () => {
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter(own).length).toBe(ownSettings.length);
  });

  it.each(names.filter((name) => !own(name)))('puts its value of %s in place of the agent’s, and locks it', (name) => {
    const value = other(defaultSettings[name]);
    const policy: Policy = { ...noPolicy, values: { [name]: value } };
    const before = structuredClone(defaultSettings);
    const layered = applyPolicy(defaultSettings, policy);
    expect(layered[name]).toEqual(
      typeof value === 'object' && !Array.isArray(value) ? { ...(defaultSettings[name] as object), ...value } : value,
    );
    expect(isLocked(policy, name)).toBe(true);
    for (const rest of names.filter((one) => one !== name)) {
      expect(layered[rest]).toEqual(defaultSettings[rest]);
      expect(isLocked(policy, rest)).toBe(false);
    }
    expect(defaultSettings).toEqual(before);
  });

  it.each(names)('never gets into what is stored of %s', (name) => {
    const policy: Policy = own(name) ? noPolicy : { ...noPolicy, values: { [name]: other(defaultSettings[name]) } };
    const next = applyPolicy(defaultSettings, policy)[name];
    expect(ownValue(policy, name, { next, stored: defaultSettings[name] })).toEqual(defaultSettings[name]);
  });

  it('locks the named parts of a setting alone', () => {
    const policy: Policy = { ...noPolicy, values: { kinds: { reply: false } } };
    expect(isLocked(policy, 'kinds', 'reply')).toBe(true);
    expect(isLocked(policy, 'kinds', 'article')).toBe(false);
    const { kinds } = applyPolicy(defaultSettings, policy);
    expect(kinds).toEqual({ ...defaultSettings.kinds, reply: false });
    // The agent switches another part off under the policy: theirs is kept, the policy's is not taken for theirs.
    const stored = ownValue(policy, 'kinds', { next: { ...kinds, article: false }, stored: defaultSettings.kinds });
    expect(stored).toEqual({ ...defaultSettings.kinds, article: false });
  });
});

describe('addresses under a policy', () => {
  it.each([
    ['https://help.acme.example', 'https://help.acme.example', true],
    ['https://help.acme.example', 'http://help.acme.example', false],
    ['https://help.acme.example', 'https://help.acme.example:8443', false],
    ['https://help.acme.example:8443', 'https://help.acme.example:8443', true],
    ['https://help.acme.example:443', 'https://help.acme.example', true],
    ['https://*.acme.example', 'https://a.b.acme.example', true],
    ['https://*.acme.example', 'https://acme.example', true],
    ['https://*.acme.example', 'https://evilacme.example', false],
    ['https://*.acme.example', 'https://acme.example.evil.example', false],
    ['https://HELP.acme.example', 'https://help.acme.example', true],
    ['*', 'http://10.0.0.7:8080', true],
  ])('%s covers %s: %s', (pattern, origin, expected) => {
    expect(isAddressPattern(pattern)).toBe(true);
    expect(mayAddSite({ ...noPolicy, allowed: [pattern] }, origin)).toBe(expected);
    expect(mayAddSite({ ...noPolicy, blocked: [pattern] }, origin)).toBe(!expected);
    expect(mayAddSite({ ...noPolicy, allowed: ['*'], blocked: [pattern] }, origin)).toBe(!expected);
  });

  it.each([
    '',
    'acme.example',
    'https://',
    'https://*',
    'https://a.*.example',
    'https://acme.example/',
    'ftp://a.example',
  ])('%j is no pattern', (text) => expect(isAddressPattern(text)).toBe(false));

  it('that are blocked are not run at, and the browser’s permission is kept for later', () => {
    const settings: Settings = { ...defaultSettings, addedSites: [site] };
    const policy: Policy = { ...noPolicy, allowed: [] };
    const { addedSites } = applyPolicy(settings, policy);
    expect(addedSites).toEqual([{ ...site, isAllowed: false }]);
    expect(ownValue(policy, 'addedSites', { next: addedSites, stored: settings.addedSites })).toEqual([site]);
  });
});

it('has every built-in desk on unless it names some', () => {
  expect([isDeskOn(noPolicy, 'zendesk'), isDeskOn({ ...noPolicy, desks: ['freshdesk'] }, 'zendesk')]).toEqual([
    true,
    false,
  ]);
});
