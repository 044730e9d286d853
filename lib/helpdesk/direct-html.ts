import { type Direction, foreignRuns, textDirection } from '../core/bidi';

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, div, blockquote';
/** Their words are not ours to part: code, and what has a direction already. */
const kept = 'code, pre, [dir]';

function makeSpan(page: Document, text: string): HTMLElement {
  const span = page.createElement('span');
  span.textContent = text;
  return span;
}

/** Puts the stretches of a text node that its block would tear apart into elements of their own direction. */
function isolate(node: Text, base: Direction, isLast: boolean): void {
  const text = node.data;
  // Behind the last words the agent types on, which must not run the other way.
  const runs = foreignRuns(text, base).filter(({ end }) => !isLast || end < text.trimEnd().length);
  if (runs.length === 0) return;
  const own = base === 'rtl' ? 'ltr' : 'rtl';
  const [only] = runs;
  const parent = node.parentElement;
  // A link that is nothing else needs no element around its words.
  if (parent?.matches('a') && parent.childNodes.length === 1 && only && only.end - only.start === text.trim().length) {
    parent.setAttribute('dir', own);
    return;
  }
  const parts: (string | Node)[] = [];
  let at = 0;
  for (const { start, end } of runs) {
    const span = makeSpan(node.ownerDocument, text.slice(start, end));
    span.setAttribute('dir', own);
    parts.push(text.slice(at, start), span);
    at = end;
  }
  parts.push(text.slice(at));
  node.replaceWith(...parts);
}

function textNodes(block: Element): Text[] {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
  return found;
}

/**
 * Gives blocks that run against the editor's direction their own, and keeps numbers, links and names in them together.
 * Words and their order stay as they are: no invisible signs, which would be copied along with a number or a link.
 */
export function directHtml(root: Element, editor: Direction): void {
  const innermost = [...root.querySelectorAll<HTMLElement>(blocks)].filter((block) => !block.querySelector(blocks));
  const last = textNodes(root).findLast(({ data }) => data.trim() !== '');
  for (const block of innermost) {
    if (block.closest('pre, code')) continue;
    const given = block.closest('[dir]')?.getAttribute('dir');
    const direction = given === 'ltr' || given === 'rtl' ? given : textDirection(block.textContent ?? '');
    if (!direction) continue;
    if (!given && direction !== editor) {
      block.setAttribute('dir', direction);
      // The signs of a list stand where its lines begin.
      const list = block.closest('ul, ol');
      if (list && list.firstElementChild === block) list.setAttribute('dir', direction);
    }
    for (const node of textNodes(block)) {
      const around = node.parentElement?.closest(kept);
      if (around && around !== block && block.contains(around)) continue;
      isolate(node, direction, node === last);
    }
  }
}
