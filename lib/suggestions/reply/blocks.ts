import type { Source } from '../../core/suggestion';
import { isClosing, isGreeting } from '../phrases';
import { toHtml } from './html';
import { linkLine, plainOf } from './links';

/** A sentence and where it comes from; null for words of ours. */
export type Part = { text: string; source: Source | null };
/** A stretch of a letter. Text and HTML say the same. */
export type Block = { text: string; html: string; parts: Part[] };

/** A block of our own words. */
export function ownBlock(text: string): Block {
  return { text, html: toHtml(text), parts: text === '' ? [] : [{ text, source: null }] };
}

const containers = new Set(['p', 'div', 'ul', 'ol', 'li', 'blockquote', 'table']);
const bare = (text: string): string => text.replace(/\s+/g, '');

/**
 * HTML cut in two where the text before the cut says `before`; undefined where it cannot be cut there without opening what is
 * closed elsewhere.
 */
export function cutHtml(html: string, before: string): [string, string] | undefined {
  const open: string[] = [];
  const wanted = bare(before);
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi)) {
    const name = (match[2] ?? '').toLowerCase();
    const end = match.index + match[0].length;
    if (name === 'br') {
      const around = open[0];
      if (open.length > 1 || (around && around !== 'p' && around !== 'div')) continue;
      if (bare(plainOf(html.slice(0, end))) !== wanted) continue;
      const [closed, opened] = around ? [`</${around}>`, `<${around}>`] : ['', ''];
      return [html.slice(0, match.index) + closed, opened + html.slice(end)];
    }
    if (match[1]) open.pop();
    else if (!['hr', 'img', 'wbr'].includes(name)) open.push(name);
    const isEnd = match[1] && open.length === 0 && containers.has(name);
    if (isEnd && bare(plainOf(html.slice(0, end))) === wanted) return [html.slice(0, end), html.slice(end)];
  }
  return undefined;
}

const plainHtml = (text: string): string => toHtml(text, (line) => linkLine(line, new Map()));

/** A block cut in two at an offset of its text; its parts go where their texts stand. */
function cutBlock(block: Block, at: number): [Block, Block] {
  const [first, second] = [block.text.slice(0, at).trimEnd(), block.text.slice(at).trimStart()];
  const html = cutHtml(block.html, first) ?? [plainHtml(first), plainHtml(second)];
  let position = 0;
  const before: Part[] = [];
  const after: Part[] = [];
  for (const part of block.parts) {
    const start = block.text.indexOf(part.text, position);
    position = Math.max(position, start);
    (start >= 0 && start < at ? before : after).push(part);
  }
  return [
    { text: first, html: html[0], parts: before },
    { text: second, html: html[1], parts: after },
  ];
}

/** Offset behind the greeting that a letter opens with, 0 where it opens with none of its own line. */
function greetingEnd(text: string): number {
  const line = /^[^\n]*\n/.exec(text)?.[0] ?? '';
  return line !== '' && isGreeting(line) ? line.length : 0;
}

/** Offset of the closing among the last four lines, the length of the text where there is none. */
function closingStart(text: string): number {
  const lines = [...text.matchAll(/[^\n]*\S[^\n]*/g)].slice(-4);
  const closing = lines.find(({ 0: line, index }) => index > 0 && isClosing(line));
  return closing?.index ?? text.length;
}

/** A letter as its greeting, its body and its closing; those it has not are undefined. */
export function splitLetter(letter: Block): { greeting?: Block; body: Block; closing?: Block } {
  const greeting = greetingEnd(letter.text);
  const [head, rest] = greeting > 0 ? cutBlock(letter, greeting) : [undefined, letter];
  const closing = closingStart(rest.text);
  const [body, tail] = closing < rest.text.length ? cutBlock(rest, closing) : [rest, undefined];
  return { body, ...(head ? { greeting: head } : {}), ...(tail ? { closing: tail } : {}) };
}
