import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interfaceLanguages } from '../lib/strings/index.ts';
import config from '../wxt.config.ts';

const folder = 'tests/support/store';
const reasons = JSON.parse(readFileSync(`${folder}/reasons.json`, 'utf8'));

/** The manifest as the build writes it, before WXT adds the scripts. */
function manifestOf(browser: string, manifestVersion: number): Record<string, string[]> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest is no function any more.');
  return manifest({ browser, manifestVersion, mode: 'production', command: 'build' } as never) as never;
}
const chrome = manifestOf('chrome', 3);
const firefox = manifestOf('firefox', 2);
const sorted = (list: Iterable<string> = []) => [...new Set(list)].toSorted();

describe('the texts for the stores', () => {
  it('give a reason for every permission, and for none that is not asked for', () => {
    const asked = sorted([...(chrome.permissions ?? []), ...(firefox.permissions ?? [])]);
    expect(asked.length).toBeGreaterThan(3);
    expect(sorted(Object.keys(reasons.permissions))).toEqual(asked);
    expect(sorted(Object.keys(reasons.hosts))).toEqual(sorted(chrome.host_permissions));
    expect(sorted(Object.keys(reasons.optionalHosts))).toEqual(sorted(chrome.optional_host_permissions));
    const texts = ['permissions', 'hosts', 'optionalHosts'].flatMap((part) => Object.values(reasons[part] as object));
    for (const reason of texts) expect(reason.length).toBeGreaterThan(40);
  });

  it.each(interfaceLanguages)('describe Deskside in %s, first in a line that the stores take', (language) => {
    const file = `${folder}/listing/${language}.txt`;
    expect(existsSync(file)).toBe(true);
    const [summary = '', empty, ...rest] = readFileSync(file, 'utf8').split('\n');
    expect(summary.length).toBeGreaterThan(40);
    expect(summary.length).toBeLessThanOrEqual(132);
    expect(empty).toBe('');
    expect(rest.join('\n').length).toBeLessThan(16_000);
  });
});
