import type { Direction } from '../core/bidi';
import { directHtml } from './direct-html';
import { parseInert } from './inert';

const keptTags = new Set(
  'A B BLOCKQUOTE BR CODE DIV EM H1 H2 H3 H4 H5 H6 HR I LI OL P PRE S SPAN STRONG SUB SUP TABLE TBODY TD TH THEAD TR U UL'.split(
    ' ',
  ),
);
const droppedWhole = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH TITLE HEAD'.split(' '));
const safeLink = /^(https?:\/\/|mailto:|tel:)/i;
/** Marks that turn the direction of reading, so that an address looks like another. */
const turningMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function copyAttributes(from: Element, to: Element): void {
  const dir = from.getAttribute('dir');
  if (dir) to.setAttribute('dir', dir);
  const href = from.tagName === 'A' ? from.getAttribute('href')?.trim() : undefined;
  if (href && safeLink.test(href) && !turningMarks.test(href) && URL.canParse(href)) to.setAttribute('href', href);
}

function copyChildren(from: Node, to: Node, document: Document): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(child.nodeValue ?? ''));
    if (child.nodeType !== Node.ELEMENT_NODE) continue;
    const element = child as Element;
    const tag = element.tagName.toUpperCase();
    if (droppedWhole.has(tag)) continue;
    const target = keptTags.has(tag) ? document.createElement(tag) : to;
    if (target !== to) {
      copyAttributes(element, target as Element);
      to.appendChild(target);
    }
    copyChildren(element, target, document);
  }
}

/**
 * HTML that may enter another site's page: text formatting, lists, tables and http(s), mailto and tel links; nothing
 * that runs, loads or styles. The last border before the page, whatever was sanitised before. `editor`: its direction;
 * what runs against it is told its own, see `directHtml`.
 */
export function cleanHtml(html: string, editor?: Direction): string {
  const body = parseInert(html);
  const clean = body.ownerDocument.createElement('div');
  copyChildren(body, clean, body.ownerDocument);
  if (editor) directHtml(clean, editor);
  return clean.innerHTML;
}

/** Plain text as HTML the way editors paste it: an empty line parts paragraphs, a single one breaks the line. */
export function htmlFromText(text: string): string {
  const escaped = text.replace(/\r\n?/g, '\n').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('');
}
