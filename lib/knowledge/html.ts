import { Parser } from 'htmlparser2';
import { Pieces, startAtWords } from './pieces';

/** A link of a block: where its text stands in the page's text, and where it leads. */
type Link = { start: number; end: number; href: string };

/** A stretch of text that HTML sets apart. Offsets are UTF-16 code units into the page's text, end exclusive. */
export type Block = {
  kind: 'heading' | 'paragraph' | 'item' | 'row';
  /** 1 to 6 as in HTML, 7 for a paragraph that is one short bold line; 0 for what is no heading. */
  level: number;
  start: number;
  end: number;
  links: Link[];
};

/** Plain text with its structure; blocks are in order, do not overlap and are parted by `\n`. */
export type PageText = { text: string; blocks: Block[] };

const dropped = new Set(
  'script style noscript template head title svg math iframe object embed canvas audio video select button nav input textarea'.split(
    ' ',
  ),
);
const blockTags = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody tfoot thead td th tr ul'
  ).split(' '),
);
/** Parts blocks inside a table cell while the row is written; a private character, taken out of what is read. */
const cellBreak = '\ue000';
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const safeHref = /^(?:https?:|mailto:|tel:|\/|#|[^:]*$)/i;

type Element = { name: string; isDropped: boolean; href?: string; linkStart: number };
type List = { isOrdered: boolean; next: number };

/** Builds the text block by block while the parser walks through the HTML. */
class PageWriter {
  text = '';
  blocks: Block[] = [];
  #buffer = new Pieces();
  #links: Link[] = [];
  #boldLength = 0;
  #marker = '';
  boldDepth = 0;
  preDepth = 0;

  get length(): number {
    return this.#buffer.length;
  }

  append(chunk: string): void {
    let piece = chunk.replace(/[\u00ad\u200b\u2060\ufeff\ue000]/g, '').replace(/\r\n?/g, '\n');
    if (this.preDepth === 0) {
      piece = piece.replace(/[\s\u00a0]+/g, ' ');
      if (/^[\s\ue000]?$/.test(this.#buffer.last)) piece = piece.replace(/^ /, '');
    }
    this.#buffer.add(piece);
    if (this.boldDepth > 0) this.#boldLength += piece.replace(/\s/g, '').length;
  }

  /** Adds text as it is; `piece` parts what stands before and after it. */
  part(piece: string): void {
    this.#buffer.trimEnd(piece === ' | ' ? ` ${cellBreak}` : ' ');
    this.#buffer.add(piece);
  }

  mark(marker: string): void {
    this.#marker = marker;
  }

  link(start: number, href: string): void {
    if (start < this.#buffer.length) this.#links.push({ start, end: this.#buffer.length, href });
  }

  /** Ends the block that was being written; `level` above 0 makes it a heading. */
  flush(kind: Block['kind'], level = 0): void {
    const { raw, links } = this.#take();
    const body = raw.trim();
    const isBold = this.#boldLength > 0 && this.#boldLength === body.replace(/\s/g, '').length;
    this.#boldLength = 0;
    if (body === '') return;
    const isBoldLine = kind === 'paragraph' && isBold && isHeadingLike(body);
    this.#emit({ kind: isBoldLine ? 'heading' : kind, level: isBoldLine ? 7 : level, body, links, raw });
  }

  /** Ends a table row. A row of one cell is layout, its blocks become paragraphs. */
  flushRow(cells: number): void {
    const { raw, links } = this.#take();
    this.#boldLength = 0;
    if (cells > 1) {
      const row = raw.replaceAll(cellBreak, ' ');
      const body = row.trim();
      if (body.replaceAll('|', '').trim() !== '') this.#emit({ kind: 'row', level: 0, body, links, raw: row });
      return;
    }
    let offset = 0;
    for (const piece of raw.split(cellBreak)) {
      const from = offset;
      const inside = links.filter((link) => link.start >= from && link.end <= from + piece.length);
      const shifted = inside.map((link) => ({ ...link, start: link.start - from, end: link.end - from }));
      const body = piece.trim();
      if (body !== '') this.#emit({ kind: 'paragraph', level: 0, body, links: shifted, raw: piece });
      offset += piece.length + 1;
    }
  }

  /** What was written since the last block; links begin at a word. */
  #take(): { raw: string; links: Link[] } {
    const raw = this.#buffer.take();
    const links = startAtWords(this.#links, raw);
    this.#links = [];
    return { raw, links };
  }

  #emit(block: { kind: Block['kind']; level: number; body: string; links: Link[]; raw: string }): void {
    if (this.text !== '') this.text += '\n';
    const start = this.text.length;
    this.text += this.#marker + block.body;
    const shift = start + this.#marker.length - (block.raw.length - block.raw.trimStart().length);
    this.#marker = '';
    const end = this.text.length;
    const links = block.links
      .map((link) => ({ ...link, start: link.start + shift, end: Math.min(link.end + shift, end) }))
      .filter((link) => link.start < link.end);
    this.blocks.push({ kind: block.kind, level: block.level, start, end, links });
  }
}

function isHeadingLike(line: string): boolean {
  return line.length <= 90 && !line.includes('\n') && line.split(/\s+/).length <= 12 && !/[.!,;]$/.test(line);
}

function isHidden(name: string, attributes: Record<string, string>): boolean {
  return (
    dropped.has(name) ||
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    hiddenStyle.test(attributes.style ?? '')
  );
}

/** Follows the structure of the HTML and tells the writer where blocks begin and end. */
class PageReader {
  writer = new PageWriter();
  #stack: Element[] = [];
  #lists: List[] = [];
  #rowDepth = 0;
  #cells = 0;

  get #isDropped(): boolean {
    return this.#stack.at(-1)?.isDropped ?? false;
  }

  open(name: string, attributes: Record<string, string>): void {
    const isDropped = this.#isDropped || isHidden(name, attributes);
    const href = attributes.href?.trim();
    const element: Element = { name, isDropped, linkStart: this.writer.length };
    if (name === 'a' && href && safeHref.test(href)) element.href = href;
    this.#stack.push(element);
    if (isDropped) return;
    if (name === 'br') this.#breakLine();
    else if (name === 'b' || name === 'strong') this.writer.boldDepth += 1;
    else if (blockTags.has(name)) this.#openBlock(name, attributes);
    element.linkStart = this.writer.length;
  }

  close(): void {
    const element = this.#stack.pop();
    if (!element || element.isDropped) return;
    const { name } = element;
    if (element.href) this.writer.link(element.linkStart, element.href);
    if (name === 'b' || name === 'strong') this.writer.boldDepth -= 1;
    else if (blockTags.has(name)) this.#closeBlock(name);
  }

  write(text: string): void {
    if (!this.#isDropped) this.writer.append(text);
  }

  #breakLine(): void {
    this.writer.part(this.#rowDepth > 0 ? ' ' : '\n');
  }

  #boundary(level = 0): void {
    if (this.#rowDepth > 0) this.writer.part(cellBreak);
    else if (level > 0) this.writer.flush('heading', level);
    else this.writer.flush(this.#lists.length > 0 ? 'item' : 'paragraph');
  }

  #openBlock(name: string, attributes: Record<string, string>): void {
    const isCell = (name === 'td' || name === 'th') && this.#rowDepth > 0;
    if (!isCell) this.#boundary();
    if (isCell) this.#openCell();
    else if (name === 'tr') this.#openRow();
    else if (name === 'pre') this.writer.preDepth += 1;
    else if (name === 'ul') this.#lists.push({ isOrdered: false, next: 1 });
    else if (name === 'ol')
      this.#lists.push({ isOrdered: true, next: Number.parseInt(attributes.start ?? '1', 10) || 1 });
    else if (name === 'li') this.#openItem();
  }

  #openRow(): void {
    if (this.#rowDepth === 0) this.#cells = 0;
    this.#rowDepth += 1;
  }

  #openCell(): void {
    if (this.#rowDepth > 1) this.writer.part(' ');
    else {
      if (this.#cells > 0) this.writer.part(' | ');
      this.#cells += 1;
    }
  }

  #openItem(): void {
    const list = this.#lists.at(-1);
    const marker = list?.isOrdered ? `${list.next}. ` : '• ';
    if (list) list.next += 1;
    if (this.#rowDepth > 0) this.writer.part(marker);
    else this.writer.mark(marker);
  }

  #closeBlock(name: string): void {
    if (name === 'td' || name === 'th') {
      if (this.#rowDepth === 0) this.#boundary();
      return;
    }
    if (name === 'tr' && this.#rowDepth > 0) {
      this.#rowDepth -= 1;
      if (this.#rowDepth === 0) this.writer.flushRow(this.#cells);
      return;
    }
    this.#boundary(/^h[1-6]$/.test(name) ? Number(name[1]) : name === 'summary' ? 6 : 0);
    if (name === 'pre') this.writer.preDepth -= 1;
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (name === 'li') this.writer.mark('');
  }

  end(): void {
    while (this.#stack.length > 0) this.close();
    this.writer.flush('paragraph');
  }
}

/**
 * Reads HTML, hostile or broken, as plain text with its structure. Nothing is executed or fetched; scripts, styles and
 * hidden elements are left out, entities are decoded, lists keep `• ` or `1. `, a table row reads `a | b`. Never throws.
 */
export function readHtml(html: string): PageText {
  const reader = new PageReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    onclosetag: () => reader.close(),
    ontext: (text) => reader.write(text),
  });
  parser.end(html);
  reader.end();
  return { text: reader.writer.text, blocks: reader.writer.blocks };
}

/** Text of the first `<title>`, else of the first `<h1>`, else undefined. */
export function readHtmlTitle(html: string): string | undefined {
  const found: Record<string, string> = {};
  let inside: string | undefined;
  const parser = new Parser({
    onopentag: (name) => {
      if ((name === 'title' || name === 'h1') && found[name] === undefined) inside = name;
    },
    ontext: (text) => {
      if (inside) found[inside] = (found[inside] ?? '') + text;
    },
    onclosetag: (name) => {
      if (name === inside) inside = undefined;
    },
  });
  parser.end(html);
  return [found.title, found.h1].map((text) => text?.replace(/\s+/g, ' ').trim()).find((text) => text);
}

/** Reads plain text as it stands: each line that is not blank is a block, `# ` lines are headings. */
export function readPlain(text: string): PageText {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\s](?:[^\n]*[^\s])?/g)) {
    const level = /^(#{1,6})\s/.exec(match[0])?.[1]?.length ?? 0;
    const kind = level > 0 ? 'heading' : /^(?:[•*-]|\d{1,3}[.)])\s/.test(match[0]) ? 'item' : 'paragraph';
    blocks.push({ kind, level, start: match.index, end: match.index + match[0].length, links: [] });
  }
  return { text, blocks };
}

/** True when the text is meant as HTML: it holds a tag that articles and replies use. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?(?:p|div|br|ul|ol|li|h[1-6]|table|tr|td|a|b|strong|em|i|u|span|img|html|body|article|section|blockquote|pre|code|script|style|iframe|svg)\b[^>]*>/i.test(
    text,
  );
}
