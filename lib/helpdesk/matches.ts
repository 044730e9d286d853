import type { BuiltInDesk } from '../core/policy';
import { freshdeskMatches } from './freshdesk/matches';
import { zendeskMatches } from './zendesk/matches';

const deskMatches: Record<BuiltInDesk, string[]> = { zendesk: zendeskMatches, freshdesk: freshdeskMatches };

/** Hosts the extension may run on: the agent interfaces of the helpdesks in the registry, nothing else. Read in Node by the build. */
export const helpdeskMatches: string[] = Object.values(deskMatches).flat();

/** The domains under which the hosts of the desks that are on lie, e.g. `zendesk.com`: what senders of messages are checked against. */
export function helpdeskHosts(isOn: (desk: string) => boolean): string[] {
  const matches = Object.entries(deskMatches).flatMap(([desk, patterns]) => (isOn(desk) ? patterns : []));
  return matches.map((pattern) => pattern.replace(/^https:\/\/\*\.|\/\*$/g, ''));
}
