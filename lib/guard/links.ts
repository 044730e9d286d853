import type { Span } from './matching';

const link = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;
/** Members of a query that let somebody in or name somebody. */
const telling =
  /[?&#;](?:[\w-]*(?:token|jeton|auth|session|secret|signature|password|passwd|apikey|api_key|access_key|invite|magic|otp|ticket_?hash)[\w-]*|sid|sig|key|code|hash|jwt|uid|user_?id|e?mail|phone|name)=[^&#\s]{3,}/i;
/** A long random part behind a word for a personal link. */
const personalPath =
  /\/(?:reset|verify|confirm|activate|invite|invitation|unsubscribe|magic|login|share|auth|passwo?r[dt]|sso)\/(?:[^/\s]+\/)?(?=[\w-]*\d)[\w-]{12,}/i;

/** All links of a text; `isPersonal`: it holds a token, a session, an address or a name. */
export function findLinks(text: string): (Span & { isPersonal: boolean })[] {
  return [...text.matchAll(link)].map((match) => {
    const found = match[0].replace(/[.,;:!?)\]]+$/, '');
    const isPersonal = telling.test(found) || personalPath.test(found) || /[\w.+-]+(?:@|%40)[\w-]+\.\w/.test(found);
    return { start: match.index, end: match.index + found.length, isPersonal };
  });
}
