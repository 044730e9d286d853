import type { Message, Role } from '../../core/ticket';
import { around, type Place } from '../dom';
import { guessedRole } from '../role-guess';
import { hashText, lineText, messageText } from '../text';
import { zendeskSelectors as at } from './selectors';

/** True for what stands inside a message's words: mail may carry any markup, also markup that looks like the page's own. */
function isWritten(element: Element): boolean {
  return element.parentElement?.closest(at.content) != null;
}

/** An item's parts beside its words: the words may be megabytes. */
function headOf(article: Element): Place {
  return around(article, article.querySelector(at.content));
}

/** The first match that belongs to the page and not to the words of a message. */
function findOwn(head: Place, selector: string): Element | undefined {
  for (const element of head.querySelectorAll(selector)) if (!isWritten(element)) return element;
  return undefined;
}

/** The items of a conversation in the page's order, and what says that older ones are not there (yet). */
export function readLog(log: Element): { items: Element[]; more: Element[] } {
  const items: Element[] = [];
  const more: Element[] = [];
  // One walk for all: the log is by far the largest part of the page.
  for (const element of log.querySelectorAll(`${at.message},${at.showMore},${at.loadingMore}`)) {
    // What stands inside an item is what somebody wrote, however it looks.
    if (items.at(-1)?.contains(element)) continue;
    (element.matches(at.message) ? items : more).push(element);
  }
  return { items, more };
}

/** True when mail or a form brought this item, which are HTML; messages of a chat are not. A note is, on every channel. */
export function isMailItem(article: Element): boolean {
  return article.querySelector(at.body) !== null && roleOf(headOf(article), bubblesOf(article)[0]) !== 'note';
}

/** Who wrote it by the marks of the page; undefined when it has none. */
function roleOf(head: Place, bubble: Element | undefined): Role | undefined {
  const type = bubble?.getAttribute('type');
  if (findOwn(head, at.noteTag) || type === 'internal') return 'note';
  if (type === 'agent' || type === 'bot') return type;
  if (type === 'end-user') return 'customer';
  return findOwn(head, at.agentBadge) ? 'agent' : undefined;
}

function bubblesOf(article: Element): Element[] {
  const all = [...article.querySelectorAll(at.bubble)].filter((bubble) => !isWritten(bubble));
  if (all.length === 0) return [article];
  return all.filter(
    (bubble) => bubble.getAttribute('aria-hidden') !== 'true' && !bubble.closest('[aria-hidden="true"]'),
  );
}

function bodiesOf(bubble: Element): Element[] {
  const contents = [...bubble.querySelectorAll(at.content)].filter((content) => !isWritten(content));
  return contents.flatMap((content) => {
    const bodies = [...content.querySelectorAll(at.body)].filter((body) => !body.parentElement?.closest(at.body));
    return bodies.length > 0 ? bodies : [content];
  });
}

/** Names of attached files: what a message without words says. */
function attachmentNames(article: Element): string {
  const names = [...article.querySelectorAll<HTMLAnchorElement>(at.attachment)].map(
    (link) => new URL(link.href, location.origin).searchParams.get('name') ?? lineText(link) ?? '',
  );
  return [...new Set(names)].filter((name) => name !== '').join('\n');
}

function senderOf(head: Place): string | undefined {
  for (const selector of at.sender) {
    const sender = findOwn(head, selector);
    const name = lineText(sender?.querySelector('strong') ?? sender, 'time');
    if (name) return name;
  }
  return undefined;
}

function timeOf(head: Place): string | undefined {
  const time = Date.parse(findOwn(head, at.time)?.getAttribute('datetime') ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** One message; undefined for items without words or files. The id is a hash: the page shows none. */
export function readMessage(article: Element): Message | undefined {
  const bubbles = bubblesOf(article);
  const written = bubbles.flatMap(bodiesOf).map((body) => messageText(body, at.unwritten));
  const text = written.filter((part) => part !== '').join('\n') || attachmentNames(article);
  if (text === '') return undefined;
  const head = headOf(article);
  const told = roleOf(head, bubbles[0]);
  const role = told ?? 'customer';
  const time = timeOf(head);
  const authorName = senderOf(head);
  const message: Message = {
    id: hashText(`${role}|${time ?? ''}|${text}`),
    role,
    text,
    ...(authorName ? { authorName } : {}),
    ...(time ? { at: time } : {}),
  };
  return told === undefined ? guessedRole(message) : message;
}
