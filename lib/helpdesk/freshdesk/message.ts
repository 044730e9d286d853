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

/** An item and its words, looked up once: each is asked about a dozen times. */
type Item = { item: Element; body: Element | undefined };
const withBody = (item: Element): Item => ({ item, body: bodyOf(item) });
/** What more than one question needs, looked up once too. */
type Named = Item & { author: string | undefined; album: string | undefined };

/** The first match that belongs to the page and not to the words of a message. */
function findOwn({ item, body }: Item, selector: string): Element | undefined {
  for (const element of item.querySelectorAll(selector)) {
    if (element === body || !body?.contains(element)) return element;
  }
  return undefined;
}

/** The mark stands on the item, on its wrapper or on a part of it that is not somebody's words. */
function isMarked(parts: Item, selector: string): boolean {
  const { item } = parts;
  const wrapper = item.closest(at.album);
  return item.matches(selector) || wrapper?.matches(selector) === true || findOwn(parts, selector) !== undefined;
}

const wordsSelector = `${at.written}, .fr-element`;

/** The items of the conversation in the page's order: neither an editor nor what a mail or a draft brings along. */
export function messageItems(document: Document): Element[] {
  // Most items stand side by side: what they stand in is asked once.
  const words = new Map<Element | null, boolean>();
  return [...document.querySelectorAll(at.message)].filter(({ parentElement }) => {
    const isWords = words.get(parentElement) ?? parentElement?.closest(wordsSelector) != null;
    words.set(parentElement, isWords);
    return !isWords;
  });
}

function albumIn(parts: Item): string | undefined {
  const { item } = parts;
  const carrier = item.matches(at.album) ? item : (findOwn(parts, at.album) ?? item.closest(at.album));
  return carrier?.getAttribute('data-album') ?? undefined;
}

function isRequestIn({ body, album }: Pick<Named, 'body' | 'album'>): boolean {
  return body?.matches(at.request) === true || (album?.startsWith('ticket_') ?? false);
}

function authorIn(parts: Item): string | undefined {
  for (const selector of at.author) {
    const name = lineText(findOwn(parts, selector));
    if (name) return name;
  }
  return undefined;
}

function withNames(item: Element): Named {
  const parts = withBody(item);
  return { ...parts, author: authorIn(parts), album: albumIn(parts) };
}

/** The mark that tells conversations apart: `ticket_<id>` on the request, `note_<id>` on the rest. */
export const albumOf = (item: Element) => albumIn(withBody(item));

/** True for the request itself. */
export function isRequest(item: Element): boolean {
  const parts = withBody(item);
  return isRequestIn({ ...parts, album: albumIn(parts) });
}

/** The name above a message of the customer; undefined where an agent wrote it. */
export function customerNameOf(item: Element): string | undefined {
  const parts = withBody(item);
  return isMarked(parts, at.isAgent) ? undefined : authorIn(parts);
}

function idOf(parts: Named): string | undefined {
  if (isRequestIn(parts)) return descriptionId;
  const { item, body, album } = parts;
  const header = item.matches(at.headerId) ? item : findOwn(parts, at.headerId);
  const noted = body?.matches(at.noteId) ? body : body?.querySelector(at.noteId);
  return (
    /^note_(\d+)$/.exec(album ?? '')?.[1] ??
    /^conversation-(\d+)$/.exec(header?.getAttribute('data-test-id') ?? '')?.[1] ??
    noted?.getAttribute('data-note-id') ??
    undefined
  );
}

function timeOf(parts: Item): string | undefined {
  const language = document.documentElement.lang;
  const label = findOwn(parts, at.timeLabel)?.getAttribute('aria-label') ?? '';
  return readShownTime(label, language) ?? readShownTime(findOwn(parts, at.timeShown)?.textContent ?? '', language);
}

type Told = { role: Role; isGuess: boolean };
const told = (role: Role): Told => ({ role, isGuess: false });
const guess = (role: Role): Told => ({ role, isGuess: true });

/**
 * Who wrote it, as far as the page tells. The private look is also put on mail: replies of people outside the ticket,
 * bounced replies that an agent sent again. Notes have no recipients, mails have; what looks private and cannot be told
 * to have passed between agent and requester stays a note until the API says better.
 */
function roleOf(parts: Named, requester: Person): Told {
  const isAgent = isMarked(parts, at.isAgent);
  const { author } = parts;
  const isByRequester = author !== undefined && author === requester.name;
  if (isMarked(parts, at.privateClass)) {
    const recipients = findOwn(parts, at.recipients)?.textContent ?? undefined;
    if (recipients === undefined) return told('note');
    if (!isAgent) return guess(isByRequester ? 'customer' : 'note');
    const { email } = requester;
    return guess(email && recipients.toLowerCase().includes(email.toLowerCase()) ? 'agent' : 'note');
  }
  if (isAgent) return told('agent');
  if (isRequestIn(parts) || isMarked(parts, at.requestor)) return told('customer');
  return guess(isByRequester ? 'customer' : 'agent');
}

/** One message; undefined for items without words. `requester` settles what the page leaves open. */
export function readMessage(item: Element, requester: Person): Message | undefined {
  const parts = withNames(item);
  const text = parts.body ? messageText(parts.body) : '';
  if (text === '') return undefined;
  const { role, isGuess } = roleOf(parts, requester);
  const { author: authorName } = parts;
  const time = timeOf(parts);
  const message: Message = {
    id: idOf(parts) ?? hashText(`${role}|${authorName ?? ''}|${time ?? ''}|${text}`),
    role,
    text,
    ...(authorName ? { authorName } : {}),
    ...(time ? { at: time } : {}),
  };
  return isGuess ? guessedRole(message) : message;
}
