import { describe, expect, it } from 'vitest';
import { builtInDesks } from '../core/policy';
import { helpdeskHosts, helpdeskMatches } from './matches';
import { findHelpdesk, helpdesks } from './registry';

describe('the registry', () => {
  it.each([
    ['https://acme.zendesk.com/agent/tickets/1', 'zendesk'],
    ['https://fernway.freshdesk.com/a/tickets/1', 'freshdesk'],
    ['http://acme.zendesk.com/', undefined],
    ['https://zendesk.com.evil.example/agent/tickets/1', undefined],
    ['https://evilzendesk.com/', undefined],
    ['not an address', undefined],
    ['', undefined],
  ])('%s is %s', (url, id) => {
    expect(findHelpdesk(url)?.id).toBe(id);
  });

  it('has the hosts of the manifest, no more and no less', () => {
    expect(helpdesks.flatMap(({ matches }) => matches)).toEqual(helpdeskMatches);
    expect(helpdeskHosts(() => true)).toEqual(['zendesk.com', 'freshdesk.com']);
    expect(helpdeskHosts((desk) => desk === 'freshdesk')).toEqual(['freshdesk.com']);
  });

  it('has an API and a name for each', () => {
    expect(helpdesks.length).toBeGreaterThan(1);
    for (const { id, name, api } of helpdesks)
      expect([id, name, api !== undefined]).toEqual([id, expect.any(String), true]);
    expect(helpdesks.map(({ id }) => id)).toEqual(builtInDesks);
  });
});
