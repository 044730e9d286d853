import { describe, expect, it, vi } from 'vitest';
import type { AddedSite } from '../core/settings';
import { keepSites } from './keep-sites';
import type { SiteBrowser, SiteScript } from './sync-sites';

const site: AddedSite = { origin: 'https://help.acme.example', type: 'auto', taught: '', isAllowed: false };

function createParts(sites: AddedSite[]) {
  let kept = sites;
  const writes: AddedSite[][] = [];
  const store = {
    read: async () => kept,
    isBlocked: async (_origin: string) => false,
    write: async (next: AddedSite[]) => {
      kept = next;
      writes.push(next);
    },
  };
  const browser: SiteBrowser = {
    isAllowed: async () => true,
    registered: async () => [],
    register: async () => {},
    unregister: async () => {},
    runNow: async () => {},
  };
  return { store, browser, writes, change: (next: AddedSite[]) => (kept = next) };
}

describe('keepSites', () => {
  it('notes that a site is allowed now, once', async () => {
    const { store, browser, writes } = createParts([site]);
    const sync = keepSites(store, browser);
    await sync();
    await sync();
    expect(writes).toEqual([[{ ...site, isAllowed: true }]]);
  });

  it('runs nothing where the organisation does not want it, and everything again when it does', async () => {
    const { store, browser } = createParts([site]);
    const ran: string[] = [];
    const noting = {
      ...browser,
      register: async (scripts: SiteScript[]) => void ran.push(...scripts.map(({ id }) => id)),
    };
    let isBlocked = true;
    const sync = keepSites({ ...store, isBlocked: async () => isBlocked }, noting);
    await sync();
    expect(ran).toEqual([]);
    isBlocked = false;
    await sync();
    expect(ran.length).toBeGreaterThan(0);
  });

  it('keeps what the agent changed meanwhile', async () => {
    const { store, browser, writes, change } = createParts([site]);
    const sync = keepSites(store, { ...browser, register: async () => void change([{ ...site, type: 'zammad' }]) });
    await sync();
    expect(writes).toEqual([[{ ...site, type: 'zammad', isAllowed: true }]]);
  });

  it('does not bring back a site that was removed meanwhile', async () => {
    const { store, browser, writes, change } = createParts([site]);
    await keepSites(store, { ...browser, register: async () => void change([]) })();
    expect(writes).toEqual([]);
  });

  it('goes on after a failure, and tells of it', async () => {
    const { store, browser, writes } = createParts([site]);
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    let isBroken = true;
    const sync = keepSites(store, {
      ...browser,
      registered: async () => {
        if (isBroken) throw new Error('no');
        return [];
      },
    });
    await sync();
    isBroken = false;
    await sync();
    expect(told).toHaveBeenCalledOnce();
    expect(writes).toHaveLength(1);
    told.mockRestore();
  });
});
