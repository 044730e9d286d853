import { parseArgs } from 'node:util';
import { insertionCases } from './cases.ts';
import { type GalleryEntry, galleryEditors } from './catalogue.ts';
import { startChromium } from './chromium.ts';
import type { Verdict } from './judge.ts';
import { runCase } from './run-case.ts';

const { values } = parseArgs({ options: { editor: { type: 'string' }, case: { type: 'string' } } });
const editors: readonly GalleryEntry[] = galleryEditors.filter(
  ({ id }) => !values.editor || values.editor.split(',').includes(id),
);
const cases = insertionCases.filter(({ name }) => !values.case || name.includes(values.case));
const browser = await startChromium();
const counts: Record<Verdict['verdict'], number> = { exact: 0, refused: 0, WRONG: 0 };
try {
  for (const entry of editors) {
    const page = await browser.open(entry.id);
    const start = Date.now();
    for (const given of cases) {
      const { verdict, why } = await runCase(page, entry, given).catch(
        (error: unknown): Verdict => ({
          verdict: 'WRONG',
          why: String(error),
        }),
      );
      counts[verdict] += 1;
      console.log(`${entry.name} × ${given.name} × ${browser.name}: ${verdict} (${why})`);
    }
    console.log(`  ${Date.now() - start} ms`);
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(counts));
process.exit(counts.WRONG > 0 ? 1 : 0);
