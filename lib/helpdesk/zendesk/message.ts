import type { Message, Role } from '../../core/ticket';
import { guessedRole } from '../role-guess';
import { hashText, lineText, messageText } from '../text';
import { zendeskSelectors as at, partIds } from './selectors';

/**
 * Gives the elements below `root` one after the other in the document's order, without those in the last one where the
 * caller says so. By the browser's walker and its own functions: a form's properties may be hidden by its controls.
 */
function walkBelow(root: Element): (isInside: boolean) => Element | null {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  return (isInside) => {
    if (isInside && walker.firstChild()) return walker.currentNode as Element;
    while (!walker.nextSibling()) if (!walker.parentNode()) return null;
    return walker.currentNode as Element;
  };
}

type PartName = keyof typeof partIds;
const partNames = new Map<string | null, PartName>(Object.entries(partIds).map(([name, id]) => [id, name as PartName]));

/** What an item is made of besides its words; of the marks, the first of each. */
type Parts = { article: Element; bubbles: Element[]; contents: Element[]; marks: Map<PartName | 'time', Element> };

/**
 * One walk for all parts, around the words: those may be megabytes, and mail may carry any markup, also markup that
 * looks like the page's own.
 */
function partsOf(article: Element): Parts {
  const parts: Parts = { article, bubbles: [], contents: [], marks: new Map() };
  if (article.closest(at.content)) return parts;
  const { getAttribute, matches } = Element.prototype;
  const next = walkBelow(article);
  for (let element = next(true); element; ) {
    const id = getAttribute.call(element, 'data-test-id');
    const name = partNames.get(id) ?? (matches.call(element, at.time) ? 'time' : undefined);
    if (name === 'content') parts.contents.push(element);
    else if (name === 'bubble') parts.bubbles.push(element);
    else if (name && !parts.marks.has(name)) parts.marks.set(name, element);
    element = next(name !== 'content');
  }
  return parts;
}

const moreSelector = `${at.showMore},${at.loadingMore}`;

/**
 * The items of a conversation in the page's order, and what says that older ones are not there (yet). What stands
 * inside an item is what somebody wrote, however it looks: it is not walked, since it is by far the largest part of the page.
 */
export function readLog(log: Element): { items: Element[]; more: Element[] } {
  const items: Element[] = [];
  const more: Element[] = [];
  const { matches } = Element.prototype;
  const next = walkBelow(log);
  for (let element = next(true); element; ) {
    const isItem = matches.call(element, at.message);
    if (isItem) items.push(element);
    else if (matches.call(element, moreSelector)) more.push(element);
    element = next(!isItem);
  }
  return { items, more };
}

/** True when mail or a form brought this item, which are HTML; messages of a chat are not. A note is, on every channel. */
export function isMailItem(article: Element): boolean {
  return article.querySelector(at.body) !== null && roleIn(partsOf(article)) !== 'note';
}

/** The bubbles that are shown: some are there a second time, hidden. The item itself where it has none. */
function bubblesIn({ article, bubbles }: Parts): Element[] {
  return bubbles.length === 0 ? [article] : bubbles.filter((bubble) => !bubble.closest('[aria-hidden="true"]'));
}

/** Who wrote it by the marks of the page; undefined when it has none. */
function roleIn(parts: Parts): Role | undefined {
  const type = bubblesIn(parts)[0]?.getAttribute('type');
  if (parts.marks.has('noteTag') || type === 'internal') return 'note';
  if (type === 'agent' || type === 'bot') return type;
  if (type === 'end-user') return 'customer';
  return parts.marks.has('agentBadge') ? 'agent' : undefined;
}

function bodiesIn({ contents }: Parts, bubble: Element): Element[] {
  const own = contents.filter((content) => content !== bubble && bubble.contains(content));
  return own.flatMap((content) => {
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

function senderIn({ marks }: Parts): string | undefined {
  for (const sender of [marks.get('userLink'), marks.get('sender')]) {
    const name = lineText(sender?.querySelector('strong') ?? sender, 'time');
    if (name) return name;
  }
  return undefined;
}

function timeIn(parts: Parts): string | undefined {
  const time = Date.parse(parts.marks.get('time')?.getAttribute('datetime') ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** One message; undefined for items without words or files. The id is a hash: the page shows none. */
export function readMessage(article: Element): Message | undefined {
  const parts = partsOf(article);
  const written = bubblesIn(parts).flatMap((bubble) =>
    bodiesIn(parts, bubble).map((body) => messageText(body, at.unwritten)),
  );
  const text = written.filter((part) => part !== '').join('\n') || attachmentNames(article);
  if (text === '') return undefined;
  const told = roleIn(parts);
  const role = told ?? 'customer';
  const time = timeIn(parts);
  const authorName = senderIn(parts);
  const message: Message = {
    id: hashText(`${role}|${time ?? ''}|${text}`),
    role,
    text,
    ...(authorName ? { authorName } : {}),
    ...(time ? { at: time } : {}),
  };
  return told === undefined ? guessedRole(message) : message;
}
