import type { Block, PageText } from './html';
import { type Span, splitSentences } from './sentences';

/** Sizes in words; a word without spaces counts by its length, eight characters to a word. */
export type ChunkSizes = { minWords: number; maxWords: number };

/** An answer fits in 40 to 120 words; the encoder cuts at 256 word pieces, about 180 words of English. */
export const articleSizes: ChunkSizes = { minWords: 40, maxWords: 120 };
/** A macro is one answer: it is kept whole up to the encoder's limit. */
export const macroSizes: ChunkSizes = { minWords: 120, maxWords: 180 };

/** A passage's place in its page and the headings above it, outermost first, parted by ` › `. */
export type PassageSpan = Span & { heading: string };

type Piece = PassageSpan & { words: number };

function countWords(text: string): number {
  const words = text.match(/\S+/g)?.length ?? 0;
  return Math.max(words, Math.ceil(text.length / 8));
}

/**
 * Cuts a page into passages along its structure: never across a heading, at the ends of blocks where they fit, else of
 * sentences, else of words. Passages are in order, never empty, do not overlap, and cover all text but white space and the
 * headings that stand above one. `title` is left out of the heading path.
 */
export function chunkPage(page: PageText, sizes: ChunkSizes, title = ''): PassageSpan[] {
  const pieces = readSections(page, title).flatMap((section) => cutBlock(page.text, section, sizes.maxWords));
  return packPieces(page.text, pieces, sizes);
}

/** Blocks of body text, each with its heading path. A heading with nothing under it is body text itself. */
function readSections(page: PageText, title: string): PassageSpan[] {
  const path: { level: number; text: string }[] = [];
  const sections: PassageSpan[] = [];
  page.blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
      if (!isBare(block, page.blocks[index + 1])) {
        path.push({ level: block.level, text: headingText(page.text, block) });
        return;
      }
    }
    const names = path.map((part) => part.text).filter((text) => text.toLowerCase() !== title.trim().toLowerCase());
    sections.push({ start: block.start, end: block.end, heading: names.join(' › ') });
  });
  return sections;
}

function isBare(heading: Block, next: Block | undefined): boolean {
  return next === undefined || (next.kind === 'heading' && next.level <= heading.level);
}

function headingText(text: string, block: Block): string {
  return text
    .slice(block.start, block.end)
    .replace(/^#+\s*|\s*#+$/g, '')
    .replace(/\s+/g, ' ');
}

function cutBlock(text: string, block: PassageSpan, maxWords: number): Piece[] {
  const words = countWords(text.slice(block.start, block.end));
  if (words <= maxWords) return [{ ...block, words }];
  const sentences = splitSentences(text.slice(block.start, block.end));
  return sentences.flatMap((sentence) => {
    const start = block.start + sentence.start;
    const end = block.start + sentence.end;
    const size = countWords(text.slice(start, end));
    const whole = { start, end, heading: block.heading };
    return size <= maxWords ? [{ ...whole, words: size }] : cutWords(text, whole, maxWords);
  });
}

/** Cuts a sentence without an end: at white space where there is some, else at a length, never inside a character. */
function cutWords(text: string, span: PassageSpan, maxWords: number): Piece[] {
  const pieces: Piece[] = [];
  let start = span.start;
  let end = start;
  let words = 0;
  const close = () => {
    if (end > start) pieces.push({ start, end, heading: span.heading, words });
    words = 0;
  };
  for (const match of text.slice(span.start, span.end).matchAll(/\S{1,160}/gu)) {
    const size = countWords(match[0]);
    if (words > 0 && words + size > maxWords) close();
    if (words === 0) start = span.start + match.index;
    end = span.start + match.index + match[0].length;
    words += size;
  }
  close();
  return pieces;
}

function packPieces(text: string, pieces: Piece[], sizes: ChunkSizes): PassageSpan[] {
  const groups: Piece[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const sum = (last?.words ?? 0) + piece.words;
    const fits = last && last.heading === piece.heading && (sum <= sizes.maxWords || isSmall(last, piece, sizes));
    if (fits) {
      last.end = piece.end;
      last.words = countWords(text.slice(last.start, last.end));
    } else groups.push({ ...piece });
  }
  return groups.map(({ start, end, heading }) => ({ start, end, heading }));
}

/** A rest too small to stand alone joins its neighbour, a third above the size at most. */
function isSmall(last: Piece, piece: Piece, { minWords, maxWords }: ChunkSizes): boolean {
  return Math.min(last.words, piece.words) < minWords / 2 && last.words + piece.words <= maxWords * 1.33;
}
