/** A run of letters on a page; `x`, `y` its baseline's start in points from the lower left corner, `size` of its letters. */
export type PdfRun = { text: string; x: number; y: number; width: number; size: number; isRtl: boolean };
export type PdfPage = { heightPt: number; runs: PdfRun[] };

type Line = { cells: string[]; x: number; y: number; size: number; page: number; isEdge: boolean };
type Block = { kind: 'heading' | 'paragraph' | 'item' | 'row'; level: number; cells: string[] };

/** Share of a page's height at top and bottom where headers and footers stand. */
const edge = 0.08;
const bullet = /^(?:[•▪■◦‣●○–]|[-*]\s|\d{1,3}[.)]\s)\s*/;

/** Puts runs that share a baseline into lines; a gap of three letters' size parts two cells. */
function toLines({ runs, heightPt }: PdfPage, page: number): Line[] {
  const groups: PdfRun[][] = [];
  for (const run of runs) {
    if (run.text.trim() === '') continue;
    const last = groups.at(-1);
    const before = last?.at(-1);
    const isSame = before && Math.abs(before.y - run.y) < 0.5 * Math.max(before.size, run.size);
    if (last && isSame) last.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => {
    const isRtl = group.filter((run) => run.isRtl).length * 2 > group.length;
    const ordered = group.toSorted((one, other) => (isRtl ? other.x - one.x : one.x - other.x));
    const first = ordered[0] as PdfRun;
    const size = Math.max(...group.map((run) => run.size));
    const isEdge = first.y < heightPt * edge || first.y > heightPt * (1 - edge);
    return { cells: toCells(ordered, isRtl), x: first.x, y: first.y, size, page, isEdge };
  });
}

function toCells(runs: PdfRun[], isRtl: boolean): string[] {
  const cells = [''];
  let end: number | undefined;
  for (const { text, x, width, size } of runs) {
    const gap = end === undefined ? 0 : isRtl ? end - (x + width) : x - end;
    if (gap > 3 * size) cells.push('');
    const at = cells.length - 1;
    const before = cells[at] ?? '';
    const needsSpace = gap > 0.15 * size && before !== '' && !/\s$/.test(before) && !/^\s/.test(text);
    cells[at] = before + (needsSpace ? ' ' : '') + text;
    end = isRtl ? x : x + width;
  }
  return cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '');
}

/** Headers and footers: the same words, numbers aside, at the edge of three pages and of every third. */
function dropRepeated(lines: Line[], pages: number): Line[] {
  const key = ({ cells }: Line) => cells.join(' ').replace(/\p{N}+/gu, '#');
  const seen = new Map<string, Set<number>>();
  for (const line of lines) {
    if (line.isEdge) seen.set(key(line), (seen.get(key(line)) ?? new Set()).add(line.page));
  }
  const isRepeated = (line: Line) => (seen.get(key(line))?.size ?? 0) >= Math.max(3, pages / 3);
  return lines.filter((line) => !(line.isEdge && isRepeated(line)));
}

/** The size most letters have. */
function bodySize(lines: Line[]): number {
  const letters = new Map<number, number>();
  for (const { cells, size } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + cells.join('').length);
  }
  return [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** Larger than the body by a seventh, and short: a heading; the largest size is level 1. */
function headingLevels(lines: Line[], body: number): Map<number, number> {
  const sizes = new Set(lines.filter((line) => isLarge(line, body)).map(({ size }) => Math.round(size)));
  const sorted = [...sizes].sort((one, other) => other - one);
  return new Map(sorted.map((size, index) => [size, Math.min(index + 1, 4)]));
}

const isLarge = ({ size, cells }: Line, body: number) => size > body * 1.14 && cells.join(' ').length <= 160;

/** Joins lines into headings, paragraphs, list items and table rows, in the order in which the page draws them. */
export function toBlocks(pages: readonly PdfPage[]): Block[] {
  const lines = dropRepeated(pages.flatMap(toLines), pages.length);
  const body = bodySize(lines);
  const levels = headingLevels(lines, body);
  const blocks: Block[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = blocks.at(-1);
    const level = isLarge(line, body) ? (levels.get(Math.round(line.size)) ?? 1) : 0;
    const text = line.cells.join(' ');
    if (level === 0 && line.cells.length > 1) blocks.push({ kind: 'row', level: 0, cells: line.cells });
    else if (last && before && goesOn({ last, before, line, level }))
      last.cells = [joinText(last.cells[0] ?? '', text)];
    else if (level > 0) blocks.push({ kind: 'heading', level, cells: [text] });
    else if (bullet.test(text)) blocks.push({ kind: 'item', level: 0, cells: [text] });
    else blocks.push({ kind: 'paragraph', level: 0, cells: [text] });
    before = line;
  }
  return blocks;
}

/** Whether a line belongs to the block of the line before it. */
function goesOn({ last, before, line, level }: { last: Block; before: Line; line: Line; level: number }): boolean {
  const text = line.cells.join(' ');
  if (last.kind === 'row' || bullet.test(text)) return false;
  if (last.kind === 'heading' || level > 0) {
    return last.kind === 'heading' && last.level === level && before.page === line.page && isNear(before, line, 1.6);
  }
  // A paragraph may go on on the next page or column: there only the text tells.
  const isElsewhere = before.page !== line.page || line.y > before.y;
  if (isElsewhere) return !/[.!?:؟。]$/.test(last.cells[0] ?? '') && /^[\p{Ll}\p{Lo}]/u.test(text);
  return isNear(before, line, 1.75);
}

function isNear(before: Line, line: Line, lineHeights: number): boolean {
  const drop = before.y - line.y;
  return drop > 0 && drop < lineHeights * Math.max(before.size, line.size);
}

/** A word that was parted at the end of a line is one again. */
function joinText(before: string, after: string): string {
  const isParted = /\p{L}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(after);
  return isParted ? before.slice(0, -1) + after : `${before} ${after}`;
}

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The blocks as HTML, with a title where one is known. */
export function toHtml(blocks: readonly Block[], title?: string): string {
  const parts = title ? [`<title>${escapeText(title)}</title>`] : [];
  blocks.forEach(({ kind, level, cells }, index) => {
    const [before, after] = [blocks[index - 1]?.kind, blocks[index + 1]?.kind];
    const text = escapeText(cells[0] ?? '');
    if (kind === 'heading') parts.push(`<h${level}>${text}</h${level}>`);
    if (kind === 'paragraph') parts.push(`<p>${text}</p>`);
    if (kind === 'item') {
      const item = escapeText((cells[0] ?? '').replace(/^[•▪■◦‣●○–*-]\s*/, ''));
      // A list of its own numbers keeps them as text.
      parts.push(`${before === 'item' ? '' : '<ul>'}<li>${item}</li>${after === 'item' ? '' : '</ul>'}`);
    }
    if (kind === 'row') {
      const row = `<tr>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`;
      parts.push(`${before === 'row' ? '' : '<table>'}${row}${after === 'row' ? '' : '</table>'}`);
    }
  });
  return parts.join('\n');
}
