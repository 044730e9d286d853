import { describe, expect, it } from 'vitest';
import type { AddedSite } from '../core/settings';
import { isWebAddress, sitePattern } from './site-pattern';
import { type SiteBrowser, syncSites } from './sync-sites';

const site = (origin: string): AddedSite => ({ origin, type: 'auto', taught: '', isAllowed: false });

/** A browser that keeps its scripts, allows some patterns, and notes what it ran at once. */
function createBrowser(allowed: string[]) {
  const scripts = new Map<string, string[]>();
  const ran: string[] = [];
  const browser: SiteBrowser = {
    isAllowed: async (pattern) => allowed.includes(pattern),
    registered: async () => [...scripts.keys()],
    async register(added) {
      for (const { id, matches } of added) {
        if (scripts.has(id)) throw new Error(`${id} is registered already`);
        scripts.set(id, matches);
      }
    },
    async unregister(ids) {
      for (const id of ids) if (!scripts.delete(id)) throw new Error(`${id} is not registered`);
    },
    runNow: async ({ id }) => void ran.push(id),
  };
  return { browser, scripts, ran, allowed };
}

const help = 'https://help.acme.example/*';
const scriptsOfHelp = [`${help} content-scripts/insert.js`, `${help} content-scripts/added-site.js`];

describe('syncSites', () => {
  it('registers the scripts of a site that is allowed, runs them in open pages, and says so', async () => {
    const { browser, scripts, ran } = createBrowser([help]);
    const sites = await syncSites([site('https://help.acme.example')], browser);
    expect([...scripts.keys()]).toEqual(scriptsOfHelp);
    expect(scripts.get(scriptsOfHelp[0] ?? '')).toEqual([help]);
    expect(ran).toEqual(scriptsOfHelp);
    expect(sites).toEqual([{ ...site('https://help.acme.example'), isAllowed: true }]);
  });

  it('does nothing twice', async () => {
    const { browser, scripts, ran } = createBrowser([help]);
    const first = await syncSites([site('https://help.acme.example')], browser);
    expect(await syncSites(first, browser)).toEqual(first);
    expect(scripts.size).toBe(2);
    expect(ran).toHaveLength(2);
  });

  it('registers nothing for a site that the browser does not allow', async () => {
    const { browser, scripts, ran } = createBrowser([]);
    expect(await syncSites([site('https://help.acme.example')], browser)).toEqual([site('https://help.acme.example')]);
    expect([scripts.size, ran.length]).toEqual([0, 0]);
  });

  it('takes the scripts away when the permission is, or the site', async () => {
    const { browser, scripts, allowed } = createBrowser([help, 'http://desk.local/*']);
    const both = [site('https://help.acme.example'), site('http://desk.local:8080')];
    await syncSites(both, browser);
    expect(scripts.size).toBe(4);
    allowed.splice(0, 1);
    const after = await syncSites(both, browser);
    expect(after.map(({ isAllowed }) => isAllowed)).toEqual([false, true]);
    expect(scripts.size).toBe(2);
    await syncSites([], browser);
    expect(scripts.size).toBe(0);
  });

  it('registers two ports of one host once, and keeps them while one is left', async () => {
    const { browser, scripts } = createBrowser(['http://desk.local/*']);
    await syncSites([site('http://desk.local:8080'), site('http://desk.local:9090')], browser);
    expect(scripts.size).toBe(2);
    await syncSites([site('http://desk.local:9090')], browser);
    expect(scripts.size).toBe(2);
  });
});

describe('the pattern of a site', () => {
  it.each([
    ['https://help.acme.example', 'https://help.acme.example/*'],
    ['http://localhost:8080', 'http://localhost/*'],
    ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]/*'],
  ])('of %s is %s', (origin, pattern) => {
    expect(sitePattern(origin)).toBe(pattern);
  });

  it.each([
    ['https://help.acme.example/tickets/1', true],
    ['http://10.0.0.7:8080/', true],
    ['chrome://extensions', false],
    ['file:///home/kim/ticket.html', false],
    ['about:blank', false],
    ['https:///', false],
    ['', false],
    [undefined, false],
  ])('%s may be added: %s', (url, expected) => {
    expect(isWebAddress(url)).toBe(expected);
  });
});
