import { freshdeskMatches } from './freshdesk/matches';
import { zendeskMatches } from './zendesk/matches';

/** Hosts the extension may run on: the agent interfaces of the helpdesks in the registry, nothing else. Read in Node by the build. */
export const helpdeskMatches: string[] = [...zendeskMatches, ...freshdeskMatches];

/** The domains under which those hosts lie, e.g. `zendesk.com`: what senders of messages are checked against. */
export const helpdeskHosts: string[] = helpdeskMatches.map((pattern) => pattern.replace(/^https:\/\/\*\.|\/\*$/g, ''));
