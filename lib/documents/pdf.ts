import { getDocument } from 'unpdf/pdfjs';
import type { ImportText } from '../core/engine';
import { fail, ok, type Result } from '../core/result';
import { type PdfPage, type PdfRun, toBlocks, toHtml } from './pdf-layout';

const maxPages = 2_000;

/**
 * The text of a PDF as HTML: headings by their size, paragraphs, lists, table rows, without headers and footers. Pages
 * without text (scans) are named as problems. Fails with `encrypted`, `damaged`, `too-large` and `no-text` (scans only).
 * `bytes` are taken: they cannot be used after it.
 */
export async function readPdf(name: string, bytes: Uint8Array): Promise<Result<ImportText>> {
  // The policy of extension pages forbids code from strings; fonts are not needed to read letters.
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const file = await task.promise;
    if (file.numPages > maxPages) return fail('too-large', `“${name}” has more than ${maxPages} pages: split it`);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= file.numPages; number += 1) pages.push(await readPage(await file.getPage(number)));
    const blocks = toBlocks(pages);
    if (blocks.length === 0) return fail('no-text', `“${name}” holds pictures of text only (a scan)`);
    const blank = pages.flatMap(({ runs }, index) => (runs.some(({ text }) => text.trim() !== '') ? [] : index + 1));
    const text = toHtml(blocks, readTitle((await file.getMetadata()).info, blocks[0]));
    const problems = blank.length > 0 ? [`no text on page ${blank.join(', ')}: empty or a scan`] : [];
    return ok({ name, text, format: 'html', ...(problems.length > 0 ? { problems } : {}) });
  } catch (error) {
    const kind = error instanceof Error ? error.name : '';
    if (kind === 'PasswordException') return fail('encrypted', `“${name}” needs a password`);
    return fail('damaged', `“${name}” is damaged or no PDF`);
  } finally {
    await task.destroy();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: Page): Promise<PdfPage> {
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item): PdfRun[] => {
    if (!('str' in item)) return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), isRtl: item.dir === 'rtl' }];
  });
  const heightPt = page.getViewport({ scale: 1 }).height;
  page.cleanup();
  return { heightPt, runs };
}

/** The title the file names, unless it is the name of a file or program; else its first heading tells. */
function readTitle(info: unknown, first: { kind: string; cells: string[] } | undefined): string | undefined {
  const named = typeof info === 'object' && info !== null && 'Title' in info ? String(info.Title ?? '').trim() : '';
  const isName =
    named === '' || /^(?:untitled|document\d*|microsoft word\b.*)$/i.test(named) || /\.\w{2,5}$/.test(named);
  if (!isName) return named;
  return first?.kind === 'heading' ? first.cells[0] : undefined;
}
