import type { Helpdesk } from '../core/helpdesk';
import { freshdesk } from './freshdesk';
import { zendesk } from './zendesk';

/** Every helpdesk Deskside knows. A new one is a folder beside these and a line here (and its hosts in `matches.ts`). */
export const helpdesks: Helpdesk[] = [zendesk, freshdesk];

/** True when a manifest match pattern of the form `https://*.host/*` or `https://host/*` covers the address. */
function isCovered(pattern: string, url: URL): boolean {
  const host = /^https:\/\/(\*\.)?([^/*]+)\/\*$/.exec(pattern);
  if (!host?.[2] || url.protocol !== 'https:') return false;
  return url.hostname === host[2] || (host[1] !== undefined && url.hostname.endsWith(`.${host[2]}`));
}

/** The helpdesk whose agent interface may be at this address; undefined elsewhere and for unreadable addresses. */
export function findHelpdesk(url: string | URL): Helpdesk | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  return helpdesks.find(({ matches }) => matches.some((pattern) => isCovered(pattern, address)));
}
