import { cutMark } from '../core/ticket';
import { firstChildOf, nextSiblingOf, nodeTypeOf, nodeValueOf, parseInert, tagNameOf, textContentOf } from './inert';
import { isForwardMark, withoutQuotes } from './quotes';

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY THEAD TR UL'.split(
    ' ',
  ),
);
/** What is on the page but is not something a person wrote. */
const furnitureTags = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT HEAD BUTTON SVG INPUT TEXTAREA SELECT IFRAME'.split(' '));
const furniture = '[role="button"],[hidden],[aria-hidden="true"]';
/** Quoted mail and signatures as the mail programs mark them (Gmail, Apple, Outlook, Thunderbird, Yahoo, Freshdesk). */
const quotedMail =
  '.gmail_quote,.gmail_signature,.freshdesk_quote,.x_freshdesk_quote,.yahoo_quoted,.moz-cite-prefix,.moz-signature,.signature,#divRplyFwdMsg,#appendonsend,blockquote';
/** The tags that selectors to skip may name by themselves. */
const namedTags = new Set(['BLOCKQUOTE', 'TIME']);
const hiddenByStyle = /display\s*:\s*none/i;
/** Deeper than any mail a person reads; beyond it the nested text is taken as it is, so that the stack holds. */
const maxDepth = 400;

/**
 * Characters of one message that are read: some 50,000 words, more than anybody writes. Logs and spam of megabytes would
 * hold up the page; what is cut ends with {@link cutMark}, which the panel tells of.
 */
export const maxTextLength = 300_000;

type Walk = { skip: string; quotes: string; pre: string; depth: number; isPre: boolean };
/** What was collected; `left` counts down to the longest text that is read. */
type Collected = { parts: string[]; left: number };

function listMark(item: Element): string {
  const list = item.parentElement;
  if (list?.tagName !== 'OL') return '- ';
  const items = [...list.children].filter((child) => child.tagName === 'LI');
  return `${items.indexOf(item) + 1}. `;
}

/** Bare elements, the most of them, are never skipped: matching selectors is the costly part of reading. */
function isSkipped(element: Element, walk: Walk): boolean {
  // A form's own methods can be hidden by its controls (`inert.ts`).
  const { hasAttributes, matches, getAttribute } = Element.prototype;
  if (!hasAttributes.call(element) && !namedTags.has(tagNameOf(element))) return false;
  if (matches.call(element, walk.skip) || hiddenByStyle.test(getAttribute.call(element, 'style') ?? '')) return true;
  return walk.quotes !== '' && matches.call(element, walk.quotes) && !isForwarded(element);
}

function isPre(element: Element, pre: string): boolean {
  return tagNameOf(element) === 'PRE' || (pre !== '' && Element.prototype.matches.call(element, pre));
}

/** The first words inside: those of one text node, so that a large quote costs nothing. */
function firstWords(element: Element): string {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = '';
  while (words === '' && texts.nextNode()) words = (texts.currentNode.nodeValue ?? '').trim();
  return words;
}

/** Mail that was passed on is wrapped like a quote: the line that says so begins it (Gmail) or stands above it (Apple). */
function isForwarded(quote: Element): boolean {
  if (isForwardMark(firstWords(quote))) return true;
  let before = quote.previousSibling;
  while (before && (before.textContent ?? '').trim() === '') before = before.previousSibling;
  return isForwardMark((before?.textContent ?? '').trim());
}

function collectElement(element: Element, walk: Walk, out: Collected): void {
  const tag = tagNameOf(element).toUpperCase();
  if (furnitureTags.has(tag) || isSkipped(element, walk)) return;
  if (tag === 'BR') {
    add(out, '\n');
    return;
  }
  if (tag === 'IMG') {
    const alt = element.getAttribute('alt') ?? '';
    // Helpdesks and mail programs draw emoji as pictures; other pictures say nothing that was written.
    if (/\p{Extended_Pictographic}/u.test(alt)) add(out, alt);
    return;
  }
  if (blocks.has(tag)) add(out, '\n');
  if (tag === 'LI') add(out, listMark(element));
  collect(element, { ...walk, depth: walk.depth + 1, isPre: walk.isPre || isPre(element, walk.pre) }, out);
  if (blocks.has(tag)) add(out, '\n');
  else if (tag === 'TD' || tag === 'TH') add(out, ' ');
}

function add(out: Collected, text: string): void {
  out.parts.push(text.length > out.left ? text.slice(0, Math.max(0, out.left)) : text);
  out.left -= text.length;
}

function collect(parent: Node, walk: Walk, out: Collected): void {
  if (walk.depth > maxDepth) {
    add(out, textContentOf(parent) ?? '');
    return;
  }
  for (let node = firstChildOf(parent); node && out.left > 0; node = nextSiblingOf(node)) {
    if (nodeTypeOf(node) === Node.TEXT_NODE) {
      const text = nodeValueOf(node) ?? '';
      add(out, walk.isPre || !text.includes('\n') ? text : text.replaceAll('\n', ' '));
    } else if (nodeTypeOf(node) === Node.ELEMENT_NODE) {
      collectElement(node as Element, walk, out);
    }
  }
}

/** Every run of white space but a single plain space, so that five megabytes of words are not rewritten word by word. */
const wideSpace = /\s{2,}|[^\S ]/g;
/** Zero-width fillers that editors leave behind. */
const fillers = /[\u200b\u2060\ufeff]/g;

/**
 * The visible text under `root`: one line per paragraph or line break, list items marked `- ` or `1. `, empty lines
 * and runs of spaces folded. `skip` is a selector list of what to leave out besides buttons, icons and hidden parts.
 */
export function visibleText(root: Element, skip = ''): string {
  return textOf(root, { skip, quotes: '', pre: '' });
}

function textOf(root: Element, { skip, quotes, pre }: Pick<Walk, 'skip' | 'quotes' | 'pre'>): string {
  const out: Collected = { parts: [], left: maxTextLength };
  const skipped = skip === '' ? furniture : `${furniture},${skip}`;
  collect(root, { skip: skipped, quotes, pre, depth: 0, isPre: isPre(root, pre) }, out);
  const text = out.parts
    .join('')
    .replace(fillers, '')
    .split('\n')
    .map((line) => line.replace(wideSpace, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  return out.left < 0 ? text + cutMark : text;
}

/**
 * The text of a message body without quoted mail, signature, buttons and what `skip` names; mail that was passed on
 * stays. Whole when nothing else is there. `pre` is a selector list of what keeps its line breaks besides `pre` itself.
 */
export function messageText(root: Element, skip = '', pre = ''): string {
  const written = textOf(root, { skip, quotes: quotedMail, pre });
  return withoutQuotes(written === '' ? textOf(root, { skip, quotes: '', pre }) : written);
}

/** Markup of which at most {@link maxTextLength} characters are words; parsing more than this would hold up the page. */
const maxHtmlLength = 2_000_000;

/** Like {@link messageText} for HTML from a helpdesk's API; parsed inertly, nothing runs or loads. */
export function htmlMessageText(html: string): string {
  const text = messageText(parseInert(html.slice(0, maxHtmlLength)));
  return html.length > maxHtmlLength && !text.endsWith(cutMark) ? text + cutMark : text;
}

/** Like {@link messageText} for plain text from a helpdesk's API. */
export function plainMessageText(text: string): string {
  return withoutQuotes(text.length > maxTextLength ? text.slice(0, maxTextLength) + cutMark : text);
}

/** Like {@link visibleText} for HTML from a helpdesk's API. */
export function htmlText(html: string): string {
  return visibleText(parseInert(html));
}

/** One line of text, folded: for names, subjects and tags. Undefined when there is nothing. */
export function lineText(element: Element | null | undefined, skip = ''): string | undefined {
  if (!element) return undefined;
  const text = visibleText(element, skip).replace(/\n/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** A short stable name for text: 53-bit FNV-like hash (cyrb53), base 36. For ids, not for secrets. */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
