import { mkdir, writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { bundleStage } from './bundle-stage.ts';
import type { Hand } from './hands.ts';
import { type Mode, modes } from './modes.ts';
import { readNames } from './names.ts';
import type { Stage } from './stage.ts';

/** `long`: every state in every mode, with screenshots of the whole width. Else each state in one mode, the modes in turn. */
const isLong = process.env.DESKSIDE_ACCESS === 'long';
const only = process.env.DESKSIDE_ACCESS_ONLY ?? '';
const out = process.env.DESKSIDE_ACCESS_OUT ?? 'test-results/access';
const address = 'https://deskside.example/';

type Row = {
  area: string;
  state: string;
  mode: string;
  stops: number;
  names: number;
  live: number;
  findings: string[];
};
type StagePage = Window & { stage: Stage };

async function doHand(page: Page, what: Hand): Promise<void> {
  if ('press' in what) await page.keyboard.press(what.press);
  else if ('click' in what) await page.mouse.click(...what.click);
  else
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: what.upload.name, mimeType: 'application/json', buffer: Buffer.from(what.upload.text) });
}

async function enter(page: Page, mode: Mode): Promise<void> {
  await page.emulateMedia({
    colorScheme: mode.theme,
    forcedColors: mode.isForced ? 'active' : 'none',
    reducedMotion: mode.isCalm ? 'reduce' : 'no-preference',
  });
  await page.setViewportSize({ width: mode.width, height: mode.height });
}

const shotOf = (row: Pick<Row, 'area' | 'state' | 'mode'>) =>
  `${out}/shots/${`${row.area} ${row.state} ${row.mode}`.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}.png`;

test('every state is without barriers', async ({ page, context }) => {
  test.setTimeout(isLong ? 3_600_000 : 600_000);
  await mkdir(out, { recursive: true });
  const document = await bundleStage();
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html', body: document }));
  await page.exposeFunction('hand', (what: Hand) => doHand(page, what));
  await page.goto(address);
  const session = await context.newCDPSession(page);
  const states = await page.evaluate(() => (window as unknown as StagePage).stage.states());
  const rows: Row[] = [];
  const look = async (area: string, state: string, mode: Mode) => {
    const row: Row = { area, state, mode: mode.name, stops: 0, names: 0, live: 0, findings: [] };
    rows.push(row);
    try {
      await enter(page, mode);
      await page.evaluate(([area, state, mode]) => (window as unknown as StagePage).stage.show(area, state, mode), [
        area,
        state,
        mode,
      ] as const);
      if (isLong && mode.width > 1000 && !mode.isCalm) await page.screenshot({ path: shotOf(row) });
      const { findings, names, live } = await readNames(session, mode.language);
      const more = await page.evaluate((mode) => (window as unknown as StagePage).stage.pageFindings(mode), mode);
      const tabbed = await page.evaluate(() => (window as unknown as StagePage).stage.tabFindings());
      Object.assign(row, { names, live, stops: tabbed.stops, findings: [...findings, ...more, ...tabbed.findings] });
      await page.evaluate(() => (window as unknown as StagePage).stage.close());
    } catch (error) {
      row.findings.push(`could not be looked at: ${String(error).slice(0, 400)}`);
      await page.goto(address);
    }
    if (row.findings.length > 0)
      process.stdout.write(`${area}, ${state}, ${mode.name}:\n  ${row.findings.join('\n  ')}\n`);
  };
  for (const [index, { area, name }] of states.entries()) {
    if (!`${area}: ${name}`.includes(only)) continue;
    for (const mode of isLong ? modes : modes.filter((_, at) => at === index % modes.length))
      await look(area, name, mode);
  }
  await writeFile(`${out}/rows.json`, JSON.stringify(rows, null, 1));
  expect(states.length).toBeGreaterThan(80);
  expect(rows.reduce((sum, { names }) => sum + names, 0)).toBeGreaterThan(1000);
  expect(rows.filter(({ findings }) => findings.length > 0)).toEqual([]);
});
