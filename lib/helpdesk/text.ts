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

type Walk = { skip: string; quotes: string; depth: number; isPre: boolean };

function listMark(item: Element): string {
  const list = item.parentElement;
  if (list?.tagName !== 'OL') return '- ';
  const items = [...list.children].filter((child) => child.tagName === 'LI');
  return `${items.indexOf(item) + 1}. `;
}

/** Bare elements, the most of them, are never skipped: matching selectors is the costly part of reading. */
function isSkipped(element: Element, walk: Walk): boolean {
  if (!element.hasAttributes() && !namedTags.has(element.tagName)) return false;
  if (element.matches(walk.skip) || hiddenByStyle.test(element.getAttribute('style') ?? '')) return true;
  return walk.quotes !== '' && element.matches(walk.quotes) && !isForwarded(element);
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

function collectElement(element: Element, walk: Walk, out: string[]): void {
  const tag = element.tagName.toUpperCase();
  if (furnitureTags.has(tag) || isSkipped(element, walk)) return;
  if (tag === 'BR') {
    out.push('\n');
    return;
  }
  if (tag === 'IMG') {
    const alt = element.getAttribute('alt') ?? '';
    // Helpdesks and mail programs draw emoji as pictures; other pictures say nothing that was written.
    if (/\p{Extended_Pictographic}/u.test(alt)) out.push(alt);
    return;
  }
  if (blocks.has(tag)) out.push('\n');
  if (tag === 'LI') out.push(listMark(element));
  collect(element, { ...walk, depth: walk.depth + 1, isPre: walk.isPre || tag === 'PRE' }, out);
  if (blocks.has(tag)) out.push('\n');
  else if (tag === 'TD' || tag === 'TH') out.push(' ');
}

function collect(parent: Node, walk: Walk, out: string[]): void {
  if (walk.depth > maxDepth) {
    out.push(parent.textContent ?? '');
    return;
  }
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? '';
      out.push(walk.isPre ? text : text.replace(/\s+/g, ' '));
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      collectElement(node as Element, walk, out);
    }
  }
}

/** Zero-width fillers that editors leave behind. */
const fillers = /[\u200b\u2060\ufeff]/g;

/**
 * The visible text under `root`: one line per paragraph or line break, list items marked `- ` or `1. `, empty lines
 * and runs of spaces folded. `skip` is a selector list of what to leave out besides buttons, icons and hidden parts.
 */
export function visibleText(root: Element, skip = ''): string {
  return textOf(root, skip, '');
}

function textOf(root: Element, skip: string, quotes: string): string {
  const out: string[] = [];
  collect(root, { skip: skip === '' ? furniture : `${furniture},${skip}`, quotes, depth: 0, isPre: false }, out);
  return out
    .join('')
    .replace(fillers, '')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * The text of a message body without quoted mail, signature, buttons and what `skip` names; mail that was passed on
 * stays. Whole when nothing else is there.
 */
export function messageText(root: Element, skip = ''): string {
  const written = textOf(root, skip, quotedMail);
  return withoutQuotes(written === '' ? visibleText(root, skip) : written);
}

/** Like {@link messageText} for HTML from a helpdesk's API; parsed inertly, nothing runs or loads. */
export function htmlMessageText(html: string): string {
  return messageText(new DOMParser().parseFromString(html, 'text/html').body);
}

/** Like {@link visibleText} for HTML from a helpdesk's API. */
export function htmlText(html: string): string {
  return visibleText(new DOMParser().parseFromString(html, 'text/html').body);
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
