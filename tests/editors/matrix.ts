import { parseArgs } from 'node:util';
import { keepFigures } from '../support/keep-figures.ts';
import { type InsertionCase, insertionCases } from './cases.ts';
import { type GalleryEntry, galleryEditors } from './catalogue.ts';
import { type GalleryBrowser, startChromium } from './chromium.ts';
import { startGalleryFirefox } from './firefox.ts';
import type { Verdict } from './judge.ts';
import { runCase } from './run-case.ts';

/**
 * Prints how each editor takes a reply in each case: exact, refused cleanly, or WRONG, which makes the run fail.
 * `--firefox PROGRAM` asks Firefox instead of Chromium, `--subset` the cases it runs in tests; `--editor` (ids) and
 * `--case` (part of a name) pick some.
 */
const { values } = parseArgs({
  options: {
    firefox: { type: 'string' },
    subset: { type: 'boolean', default: false },
    editor: { type: 'string' },
    case: { type: 'string' },
  },
});
const chosen = values.editor?.split(',');
const editors: readonly GalleryEntry[] = galleryEditors.filter(({ id }) => !chosen || chosen.includes(id));
const cases = insertionCases.filter(
  ({ name, inFirefox }) => name.includes(values.case ?? '') && (!values.subset || inFirefox),
);

type Row = { entry: GalleryEntry; verdicts: Verdict[] };

async function askEditor(browser: GalleryBrowser, entry: GalleryEntry): Promise<Row> {
  const fault = (error: unknown): Verdict => ({ verdict: 'WRONG', why: String(error) });
  const page = await browser.open(entry.id).catch(fault);
  // An editor that does not open fails in all cases; the others are asked all the same.
  if ('verdict' in page) return { entry, verdicts: cases.map(() => page) };
  const verdicts: Verdict[] = [];
  for (const given of cases) {
    verdicts.push(await runCase(page, entry, given).catch(fault));
  }
  await page.close();
  process.stderr.write(`deskside: ${browser.name}: ${entry.name}\n`);
  return { entry, verdicts };
}

/** One line a case, one column an editor. */
function table(rows: readonly Row[]): string {
  const first = Math.max(...cases.map(({ name }) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(first), ...cells.map((cell, index) => cell.padEnd(widths[index] ?? 0))].join('  ').trimEnd();
  const widths = rows.map(({ entry }) => Math.max(entry.id.length, 'refused'.length));
  const heads = rows.map(({ entry }) => entry.id);
  const lineOf = ({ name }: InsertionCase, at: number) =>
    line(
      name,
      rows.map(({ verdicts }) => verdicts[at]?.verdict ?? ''),
    );
  return [line('', heads), ...cases.map(lineOf)].join('\n');
}

const browser = await (values.firefox ? startGalleryFirefox(values.firefox) : startChromium());
const rows: Row[] = [];
try {
  for (const entry of editors) rows.push(await askEditor(browser, entry));
} finally {
  await browser.close();
}
const all = rows.flatMap(({ entry, verdicts }) =>
  verdicts.map((verdict, at) => ({ ...verdict, where: `${entry.name}, ${cases[at]?.name}` })),
);
const count = (wanted: Verdict['verdict']) => all.filter(({ verdict }) => verdict === wanted).length;
console.log(`\n${browser.name}: insertion into ${rows.length} editors, ${cases.length} cases each\n`);
console.log(table(rows));
for (const { verdict, where, why } of all) if (verdict === 'WRONG') console.log(`WRONG: ${where}: ${why}`);
console.log(`\n${browser.name}: ${count('exact')} exact, ${count('refused')} refused cleanly, ${count('WRONG')} WRONG`);
keepFigures('matrix', {
  [`${browser.name}: insertions, ${rows.length} editors × ${cases.length} cases`]: all.length,
  [`${browser.name}: exact`]: count('exact'),
  [`${browser.name}: refused cleanly`]: count('refused'),
  [`${browser.name}: wrong`]: count('WRONG'),
});
process.exit(count('WRONG') > 0 || all.length === 0 ? 1 : 0);
