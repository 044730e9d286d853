import { parseArgs } from 'node:util';
import { keepFigures } from '../support/keep-figures.ts';
import { type GalleryEntry, galleryEditors } from './catalogue.ts';
import { startChromium } from './chromium.ts';
import { startGalleryFirefox } from './firefox.ts';
import { ghostCases } from './ghost-cases.ts';

/**
 * Prints how ghost text fares in each editor and case: right, – where the browser cannot be made to do it, or WRONG, which
 * makes the run fail. `--firefox PROGRAM` asks Firefox instead of Chromium; `--editor` (ids) and `--case` (part of a
 * name) pick some.
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
const part = values.case ?? '';
const editors: readonly GalleryEntry[] = galleryEditors.filter(({ id }) => !chosen || chosen.includes(id));
const cases = ghostCases.filter(({ name }) => name.includes(part));

const browser = await (values.firefox ? startGalleryFirefox(values.firefox) : startChromium());
const wrong: string[] = [];
const columns: string[][] = [];
try {
  for (const { id, name } of editors) {
    const page = await browser.openGhost(id);
    const column: string[] = [];
    for (const one of cases) {
      if (one.isPossible?.(page) === false) {
        column.push('–');
        continue;
      }
      const why = await one.run(page).then(
        () => undefined,
        (error: unknown) => String(error),
      );
      if (why) wrong.push(`WRONG: ${name}, ${one.name}: ${why}`);
      column.push(why ? 'WRONG' : 'right');
    }
    columns.push(column);
    await page.close();
    process.stderr.write(`deskside: ghost text: ${name}\n`);
  }
} finally {
  await browser.close();
}
const first = Math.max(0, ...cases.map(({ name }) => name.length));
const line = (name: string, cells: readonly string[]) =>
  [name.padEnd(first), ...cells.map((cell, at) => cell.padEnd(Math.max(5, editors[at]?.id.length ?? 0)))]
    .join('  ')
    .trimEnd();
const rows = cases.map(({ name }, at) =>
  line(
    name,
    columns.map((column) => column[at] ?? ''),
  ),
);
console.log(`\n${browser.name}: ghost text in ${editors.length} editors, ${cases.length} cases each\n`);
console.log(
  [
    line(
      '',
      editors.map(({ id }) => id),
    ),
    ...rows,
    ...wrong,
  ].join('\n'),
);
const right = columns.flat().filter((cell) => cell === 'right').length;
console.log(`\n${browser.name}: ghost text: ${right} right, ${wrong.length} WRONG`);
keepFigures('matrix', {
  [`${browser.name}: ghost text right`]: right,
  [`${browser.name}: ghost text wrong`]: wrong.length,
});
process.exit(wrong.length > 0 || right === 0 ? 1 : 0);
