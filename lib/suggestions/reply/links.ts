import { escapeHtml } from './html';

/** A link to put into text: behind which offset, and the address it leads to. */
export type Address = { at: number; url: string };

const anchor = /<a\b[^>]*?\bhref="(https?:[^"]*)"[^>]*>([\s\S]*?)<\/a>/gi;
/**
 * A web address as people write it into text, without the mark that ends its sentence; marks that turn the direction of
 * reading are no part of one.
 */
const webAddress =
  /https?:\/\/[^\s<>"'(){}\u200e\u200f\u202a-\u202e\u2066-\u2069]*[^\s<>"'(){}.,;:!?\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What HTML says, as one line of plain text. */
export function plainOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where the links of sanitised HTML stand in the plain text of the same HTML; without those whose text is the address. */
export function findAddresses(html: string, text: string): Address[] {
  const found: Address[] = [];
  let from = 0;
  for (const [, href = '', inner = ''] of html.matchAll(anchor)) {
    const words = plainOf(inner);
    const url = plainOf(href);
    const start = words === '' ? -1 : text.indexOf(words, from);
    if (start < 0 || url.includes('{{')) continue;
    from = start + words.length;
    if (!words.includes('://') && !text.slice(from).startsWith(` (${url})`)) found.push({ at: from, url });
  }
  return found;
}

/** The text from `start` to `end` with each address in brackets behind its link: `title (https://…)`. */
export function writeAddresses(text: string, addresses: readonly Address[], start = 0, end = text.length): string {
  let written = '';
  let from = start;
  for (const { at, url } of addresses) {
    if (at <= start || at > end) continue;
    written += `${text.slice(from, at)} (${url})`;
    from = at;
  }
  return written + text.slice(from, end);
}

/** Web addresses in a text, each once. */
export function listAddresses(text: string): string[] {
  return [...new Set(text.match(webAddress) ?? [])];
}

const anchorOf = (url: string, words: string) => `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`;

/**
 * A line of text as HTML with its addresses as links. `Title (https://…)` becomes a link that reads `Title` where
 * `titles` knows what the address is called; any other address is a link that reads as the address.
 */
export function linkLine(line: string, titles: ReadonlyMap<string, string>): string {
  let html = '';
  let from = 0;
  for (const match of line.matchAll(webAddress)) {
    const [url] = match;
    const before = line.slice(from, match.index);
    const after = match.index + url.length;
    const title = titles.get(url)?.trim();
    const named = title && line[after] === ')' ? /^([\s\S]*?)\s*\($/.exec(before)?.[1] : undefined;
    if (title && named?.toLowerCase().endsWith(title.toLowerCase())) {
      const lead = named.slice(0, named.length - title.length);
      html += escapeHtml(lead) + anchorOf(url, named.slice(lead.length));
      from = after + 1;
    } else {
      html += escapeHtml(before) + anchorOf(url, url);
      from = after;
    }
  }
  return html + escapeHtml(line.slice(from));
}
