import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { launchDesks } from '../support/browser.ts';
import { keepFigures } from '../support/keep-figures.ts';
import {
  contentWorld,
  countWork,
  growth,
  megabytes,
  printTable,
  readVitals,
  setHidden,
  type Vitals,
} from './life-support.ts';
import { arrive, draft, importKnowledge, keysOf, root, settled, sleepingBattery, startDeskBrowser } from './support.ts';
import { taskTimes } from './task-times.ts';

/** `npm run life` asks for the whole life; in `npm test` a tenth of it has to do. */
const isLong = process.env.DESKSIDE_LIFE === 'long';
const switches = isLong ? 200 : 40;
const arrivals = isLong ? 2000 : 150;
const ids = [101, 102, 103, 104] as const;
/** A ticket whose older messages the page hides, so that the API is asked for them. */
const longId = 112;
const mounted = `?mounted=${[...ids, longId].join()}`;

const desks = startDeskBrowser();
let page: Page;
let client: CDPSession;
let inContent: Awaited<ReturnType<typeof contentWorld>>;

test.describe.configure({ timeout: isLong ? 1_500_000 : 90_000 });

test.beforeAll(async () => {
  page = await desks().openTicket('zendesk', 101, mounted);
  await settled(page, 101);
  await importKnowledge(page);
  await settled(page, 101);
  await arrive(desks(), page, 101, sleepingBattery);
  await page.close();
  page = await desks().context.newPage();
  await page.goto(`${desks().desks.hosts.zendesk}/agent/tickets/101${mounted}`);
  await settled(page, 101);
  client = await page.context().newCDPSession(page);
  inContent = await contentWorld(client, desks().extensionId);
  await inContent(countWork);
});

/** Shows a ticket by its tab, as a click does. */
function show(at: Page, id: number): Promise<void> {
  return at.evaluate((ticket) => {
    document.querySelector<HTMLElement>(`[data-test-id="header-tab"][data-entity-id="${ticket}"]`)?.click();
  }, id);
}

const followed = (id: number) =>
  expect.poll(async () => (await keysOf(page)).conversation, { intervals: [20] }).toContain(`|${id}|`);

async function switchTickets(times: number): Promise<void> {
  for (let round = 1; round <= times; round += 1) {
    const id = ids[round % ids.length] ?? ids[0];
    await show(page, id);
    await followed(id);
  }
}

/** Lets a customer write often, and waits until the page shows the last of it. */
async function receive(at: Page, state: { arrive(id: number, text: string): unknown }, times: number): Promise<void> {
  for (let count = 1; count <= times; count += 1) {
    state.arrive(103, `Message ${count} of many: the battery of my bike shows no light.`);
    if (count % 25 === 0 || count === times) {
      await expect(at.locator('.active')).toContainText(`Message ${count} of many`, { timeout: 20_000 });
    }
  }
}

const rows = (grown: Vitals, limits: [string, string, string]) =>
  [
    ['event listeners', grown.listeners, limits[0]],
    ['nodes', grown.nodes, limits[1]],
    ['JS heap after garbage collection', megabytes(grown.heap), limits[2]],
  ] as const;

test('switching tickets leaves nothing behind', async () => {
  for (const id of ids) {
    await show(page, id);
    await settled(page, id);
  }
  await switchTickets(20);
  const before = await readVitals(client);
  await switchTickets(switches);
  const grown = growth(before, await readVitals(client));
  printTable(`${switches} ticket switches, growth:`, [...rows(grown, ['≤ 20', '≤ 300', '≤ 2 MB'])]);
  keepFigures('life', {
    'ticket switches': switches,
    'event listeners more after them': grown.listeners,
    'nodes more after them': grown.nodes,
    'heap more after them': megabytes(grown.heap),
  });
  expect(grown.listeners).toBeLessThanOrEqual(20);
  expect(grown.nodes).toBeLessThanOrEqual(300);
  expect(grown.heap).toBeLessThanOrEqual(2_000_000);
});

test('holds up no task of the page for over 50 ms', async () => {
  const { state } = desks().desks;
  const times = await taskTimes(client, desks().extensionId, async () => {
    await switchTickets(8);
    await show(page, longId);
    await followed(longId);
    for (let message = 1; message <= 10; message += 1) state.arrive(longId, `Message ${message}: any news?`);
    await settled(page, longId, state.ticket(longId)?.messages.length);
  });
  const longest = times.toSorted((a, b) => b - a);
  printTable('8 ticket switches, a long ticket and 10 messages to it, processor time of our own code:', [
    ['tasks with code of ours', times.length, '> 0'],
    ['longest, ms', (longest[0] ?? 0).toFixed(1), '≤ 50'],
    ['tasks over 50 ms', times.filter((time) => time > 50).length, '0'],
  ]);
  keepFigures('quiet', {
    'tasks of a page with code of ours': times.length,
    'longest of them, ms of a processor': Math.round((longest[0] ?? 0) * 10) / 10,
    'over 50 ms': times.filter((time) => time > 50).length,
  });
  expect(times.length).toBeGreaterThan(0);
  expect(longest[0]).toBeLessThanOrEqual(50);
});

test('changes nothing of the page but its own element', async () => {
  await show(page, 101);
  await settled(page, 101);
  // While only the panel works, whatever changes outside of it was changed by us.
  await page.evaluate(() => {
    const outside: string[] = [];
    Object.assign(window, { outside });
    new MutationObserver((records) => {
      for (const { type, target } of records) outside.push(`${type} ${target.nodeName}`);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await page.keyboard.press('Alt+Shift+KeyN');
  await page.keyboard.press('Alt+Shift+KeyD');
  await expect(page.getByRole('complementary', { name: 'Deskside' })).toBeHidden();
  await page.keyboard.press('Alt+Shift+KeyD');
  await expect(page.getByRole('complementary', { name: 'Deskside' })).toBeVisible();
  const outside = () => page.evaluate(() => (window as unknown as { outside: string[] }).outside);
  expect(await outside(), 'while the panel was used').toEqual([]);
  await page.evaluate(() => document.body.toggleAttribute('data-probe'));
  expect(await outside(), 'the observer sees what changes').toEqual(['attributes BODY']);
  const changed = await inContent<string[]>('globalThis.changed');
  keepFigures('quiet', { 'changes to the page outside of our own element': changed.length });
  expect(changed, 'while tickets were switched').toEqual([]);
  await inContent("document.body.setAttribute('data-probe', '2')");
  expect(await inContent('globalThis.changed'), 'the count sees what we would change').toEqual(['setAttribute BODY']);
});

test('triggers no shortcut of the page by typing in the panel', async () => {
  await show(page, 101);
  await settled(page, 101);
  await page.evaluate(() => {
    Object.assign(window, { keys: 0 });
    document.addEventListener('keydown', () => {
      (window as unknown as { keys: number }).keys += 1;
    });
  });
  const keys = () => page.evaluate(() => (window as unknown as { keys: number }).keys);
  await draft(page).waitFor();
  await page.getByRole('button', { name: 'Edit first' }).click();
  const field = page.getByLabel('Edit the reply before inserting it');
  await field.fill('');
  await field.pressSequentially('jk/?r e');
  await expect(field).toHaveValue('jk/?r e');
  expect(await keys()).toBe(0);
  await page.evaluate(() => document.querySelector('deskside-panel')?.shadowRoot?.querySelector('textarea')?.blur());
  await page.keyboard.press('j');
  expect(await keys()).toBe(1);
});

test('lets the page’s own menus and dialogs lie on top', async () => {
  const topAt = (selector: string) =>
    page.evaluate((wanted) => {
      const box = document.querySelector(wanted)?.getBoundingClientRect();
      if (!box || box.width === 0) return 'not shown';
      const points = [0.05, 0.5, 0.95].map((part) => [box.left + box.width * part, box.top + box.height / 2] as const);
      return points.every(([x, y]) => document.elementFromPoint(x, y)?.closest(wanted)) ? 'on top' : 'covered';
    }, selector);
  await page.locator('.active [data-test-id="omnichannel-channel-switcher-button"]').click();
  expect(await topAt('.active .switcher-box .menu')).toBe('on top');
  await page.locator('.active [data-test-id="omnichannel-channel-switcher-button"]').click();
  // A menu without a modal layer of its own that crosses the panel, as Zendesk's own are.
  await page.evaluate(() => {
    const menu = document.createElement('div');
    menu.id = 'wide-menu';
    menu.role = 'menu';
    menu.style.cssText = 'position:absolute;z-index:1000;inset:120px 20px auto 40%;height:200px;background:#fff';
    document.body.append(menu);
    menu.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  await expect.poll(() => topAt('#wide-menu')).toBe('on top');
  await page.evaluate(() => document.querySelector('#wide-menu')?.remove());
  await expect(page.getByRole('complementary', { name: 'Deskside' })).not.toHaveAttribute('style', /z-index/);
  // As wide as the window, so that it crosses the panel.
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.style.cssText = 'width:100vw;max-width:100vw;height:60vh';
    document.body.append(dialog);
    dialog.showModal();
  });
  expect(await topAt('dialog')).toBe('on top');
  await page.evaluate(() => document.querySelector('dialog')?.remove());
});

test('does no work while the tab is hidden, and catches up', async () => {
  await show(page, 102);
  const before = await settled(page, 102);
  const { state } = desks().desks;
  const count = () => inContent<number>('globalThis.work');
  await inContent(setHidden(true));
  await page.waitForTimeout(1000);
  await inContent('globalThis.work = 0; globalThis.workers = {}');
  for (let message = 1; message <= 20; message += 1) state.arrive(102, `Hidden message ${message}: where is my bike?`);
  await expect(page.locator('.active')).toContainText('Hidden message 20');
  await page.waitForTimeout(500);
  const hidden = await count();
  const workers = await inContent('globalThis.workers');
  expect((await keysOf(page)).conversation).toBe(before);
  await inContent(setHidden(false));
  await settled(page, 102, state.ticket(102)?.messages.length);
  printTable('20 messages to a hidden tab:', [
    ['reads, timers and requests while hidden', hidden, '0'],
    ['the same on catching up', await count(), '> 0'],
  ]);
  keepFigures('quiet', { 'reads, timers and requests in a hidden tab while 20 messages come': hidden });
  expect(hidden, JSON.stringify(workers)).toBe(0);
  expect(await count()).toBeGreaterThan(0);
});

test('calls off what it asks of the helpdesk when the agent leaves the ticket', async () => {
  // A tab of its own: the other one knows the history of this ticket by now and would not ask again.
  const fresh = await desks().openTicket('zendesk', 101, mounted);
  await settled(fresh, 101);
  const ended: string[] = [];
  const started: string[] = [];
  // The helpdesk never answers.
  await fresh.route(/\/api\/v2\/tickets\/112\//, (route) => void started.push(route.request().url()));
  fresh.on('requestfailed', (request) => {
    if (request.url().includes('/tickets/112/')) ended.push(request.failure()?.errorText ?? '');
  });
  await show(fresh, longId);
  await expect.poll(() => started.length).toBeGreaterThan(0);
  expect(ended).toEqual([]);
  await show(fresh, 101);
  await expect.poll(() => ended).toContain('net::ERR_ABORTED');
  await fresh.close();
  await page.bringToFront();
});

test('many arriving messages leave nothing behind that the page does not keep itself', async () => {
  await show(page, 103);
  await settled(page, 103);
  await receive(page, desks().desks.state, 30);
  // What is shown once the panel has its answer counts on both sides.
  await settled(page, 103, desks().desks.state.ticket(103)?.messages.length);
  const before = await readVitals(client);
  await receive(page, desks().desks.state, arrivals);
  await settled(page, 103, desks().desks.state.ticket(103)?.messages.length);
  const ours = growth(before, await readVitals(client));
  const bare = await bareGrowth();
  const extra = growth(bare, ours);
  printTable(`${arrivals} arriving messages, growth beyond that of the page alone:`, [
    ...rows(extra, ['≤ 20', '≤ 300', '≤ 2 MB + 2 kB a message']),
  ]);
  keepFigures('life', {
    'arriving messages': arrivals,
    'event listeners more than the page alone keeps of them': extra.listeners,
    'nodes more than the page alone keeps of them': extra.nodes,
    'heap more than the page alone keeps of them': megabytes(extra.heap),
  });
  expect(extra.listeners).toBeLessThanOrEqual(20);
  expect(extra.nodes).toBeLessThanOrEqual(300);
  expect(extra.heap).toBeLessThanOrEqual(2_000_000 + arrivals * 2000);
  await expect(root(page)).toHaveAttribute('data-state', 'ticket');
});

/** What the page itself keeps of the same messages, in a browser without the extension. */
async function bareGrowth(): Promise<Vitals> {
  const bare = await launchDesks({ isWithoutExtension: true });
  try {
    const alone = await bare.context.newPage();
    await alone.goto(`${bare.desks.hosts.zendesk}/agent/tickets/103${mounted}`);
    await alone.locator('.active [data-test-id="omni-log-container"]').waitFor();
    const session = await alone.context().newCDPSession(alone);
    await receive(alone, bare.desks.state, 30);
    const before = await readVitals(session);
    await receive(alone, bare.desks.state, arrivals);
    return growth(before, await readVitals(session));
  } finally {
    await bare.close();
  }
}
