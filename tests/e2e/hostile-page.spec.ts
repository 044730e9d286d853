import { expect, test } from '@playwright/test';
import { type Arena, type Attack, openArena, ticketId } from '../hostile/arena.ts';
import { acting } from '../hostile/attacks-acting.ts';
import { looking } from '../hostile/attacks-looking.ts';
import { messages } from '../hostile/attacks-messages.ts';
import { world } from '../hostile/attacks-world.ts';
import { lookInto } from '../hostile/closed-panel.ts';
import { type DeskBrowser, launchDesks } from '../support/browser.ts';
import { sleepingBattery } from './support.ts';

let desks: DeskBrowser;
let shared: Arena | undefined;

test.beforeAll(async () => {
  test.setTimeout(200_000);
  // As it is shipped: the root is closed.
  desks = await launchDesks({ isClosed: true });
  const page = await desks.context.newPage();
  await page.goto(`${desks.desks.hosts.zendesk}/agent/tickets/${ticketId}`);
  await page.locator('deskside-panel').waitFor({ state: 'attached' });
  const panel = await lookInto(page);
  await expect.poll(() => panel.text(), { timeout: 20_000 }).toContain('Import articles and macros');
  await panel.press('Import articles and macros');
  await expect.poll(() => panel.text(), { timeout: 120_000 }).toMatch(/\d+ macros? are ready\./);
  desks.desks.state.arrive(ticketId, sleepingBattery);
  await page.close();
});

test.afterAll(() => desks?.close());

async function attack({ before, isAlone, run }: Attack): Promise<void> {
  if (before === undefined && !isAlone) {
    shared ??= await openArena(desks);
    await shared.page.bringToFront();
    return run(shared);
  }
  const arena = await openArena(desks, before);
  await run(arena);
  await arena.page.close();
}

for (const [group, attacks] of Object.entries({
  'a page that looks': looking,
  'a page that acts': acting,
  'a page that sends': messages,
  'a page that changes the ground': world,
})) {
  test.describe(group, () => {
    for (const one of attacks) test(one.name, () => attack(one));
  });
}

test('there are at least forty attacks, and no two of one name', () => {
  const names = [looking, acting, messages, world].flat().map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(new Set(names).size).toBe(names.length);
});
