import type { Message, Person, Role } from '../../core/ticket';
import { guessedRole } from '../role-guess';
import { hashText, lineText, messageText } from '../text';
import { freshdeskSelectors as at } from './selectors';
import { readShownTime } from './shown-time';

/** The id of the request itself, which Freshdesk keeps apart from the conversation. */
export const descriptionId = 'description';

/** The part of an item that holds somebody's words. */
function bodyOf(item: Element): Element | undefined {
  // The first in the document is the outermost: what the words themselves contain comes after it.
  for (const selector of [at.written, ...at.writtenOlder]) {
    const body = item.querySelector(selector);
    if (body) return body;
  }
  return undefined;
}

/** The first match that belongs to the page and not to the words of a message. */
function findOwn(item: Element, selector: string): Element | undefined {
  const body = bodyOf(item);
  for (const element of item.querySelectorAll(selector)) {
    if (element === body || !body?.contains(element)) return element;
  }
  return undefined;
}

/** The mark stands on the item, on its wrapper or on a part of it that is not somebody's words. */
function isMarked(item: Element, selector: string): boolean {
  const wrapper = item.closest(at.album);
  return item.matches(selector) || wrapper?.matches(selector) === true || findOwn(item, selector) !== undefined;
}

/** The items of the conversation in the page's order: neither an editor nor what a mail or a draft brings along. */
export function messageItems(document: Document): Element[] {
  return [...document.querySelectorAll(at.message)].filter(
    (item) => !item.parentElement?.closest(`${at.written}, .fr-element`),
  );
}

/** The mark that tells conversations apart: `ticket_<id>` on the request, `note_<id>` on the rest. */
export function albumOf(item: Element): string | undefined {
  const carrier = item.matches(at.album) ? item : (findOwn(item, at.album) ?? item.closest(at.album));
  return carrier?.getAttribute('data-album') ?? undefined;
}

/** True for the request itself. */
export function isRequest(item: Element): boolean {
  return bodyOf(item)?.matches(at.request) === true || (albumOf(item)?.startsWith('ticket_') ?? false);
}

function idOf(item: Element): string | undefined {
  if (isRequest(item)) return descriptionId;
  const header = item.matches(at.headerId) ? item : findOwn(item, at.headerId);
  const body = bodyOf(item);
  const noted = body?.matches(at.noteId) ? body : body?.querySelector(at.noteId);
  return (
    /^note_(\d+)$/.exec(albumOf(item) ?? '')?.[1] ??
    /^conversation-(\d+)$/.exec(header?.getAttribute('data-test-id') ?? '')?.[1] ??
    noted?.getAttribute('data-note-id') ??
    undefined
  );
}

/** The name above a message. */
export function authorOf(item: Element): string | undefined {
  for (const selector of at.author) {
    const name = lineText(findOwn(item, selector));
    if (name) return name;
  }
  return undefined;
}

/** True when an agent wrote it. */
export function isByAgent(item: Element): boolean {
  return isMarked(item, at.isAgent);
}

function timeOf(item: Element): string | undefined {
  const language = document.documentElement.lang;
  const label = findOwn(item, at.timeLabel)?.getAttribute('aria-label') ?? '';
  return readShownTime(label, language) ?? readShownTime(findOwn(item, at.timeShown)?.textContent ?? '', language);
}

type Told = { role: Role; isGuess: boolean };
const told = (role: Role): Told => ({ role, isGuess: false });
const guess = (role: Role): Told => ({ role, isGuess: true });

/**
 * Who wrote it, as far as the page tells. The private look is also put on mail: replies of people outside the ticket,
 * bounced replies that an agent sent again. Notes have no recipients, mails have; what looks private and cannot be told
 * to have passed between agent and requester stays a note until the API says better.
 */
function roleOf(item: Element, requester: Person): Told {
  const isAgent = isByAgent(item);
  const author = authorOf(item);
  const isByRequester = author !== undefined && author === requester.name;
  if (isMarked(item, at.privateClass)) {
    const recipients = findOwn(item, at.recipients)?.textContent ?? undefined;
    if (recipients === undefined) return told('note');
    if (!isAgent) return guess(isByRequester ? 'customer' : 'note');
    const { email } = requester;
    return guess(email && recipients.toLowerCase().includes(email.toLowerCase()) ? 'agent' : 'note');
  }
  if (isAgent) return told('agent');
  if (isRequest(item) || isMarked(item, at.requestor)) return told('customer');
  return guess(isByRequester ? 'customer' : 'agent');
}

/** One message; undefined for items without words. `requester` settles what the page leaves open. */
export function readMessage(item: Element, requester: Person): Message | undefined {
  const body = bodyOf(item);
  const text = body ? messageText(body) : '';
  if (text === '') return undefined;
  const { role, isGuess } = roleOf(item, requester);
  const authorName = authorOf(item);
  const time = timeOf(item);
  const message: Message = {
    id: idOf(item) ?? hashText(`${role}|${authorName ?? ''}|${time ?? ''}|${text}`),
    role,
    text,
    ...(authorName ? { authorName } : {}),
    ...(time ? { at: time } : {}),
  };
  return isGuess ? guessedRole(message) : message;
}
