import { test as base, chromium, expect, type Page } from '@playwright/test';
import { findChromium, quietArgs } from '../../support/chromium.mjs';
import type { FernwayMessage, FernwayTicket } from '../fernway/types.ts';
import { browserArgs, type RunningDesks, startDesks } from '../server.ts';

/** The tickets that these tests look at. */
export const ids = { plain: 901, external: 902, long: 903, hostile: 904 };
function ticket(
  id: number,
  roles: readonly FernwayMessage['role'][],
  more: Partial<FernwayTicket> = {},
): FernwayTicket {
  const requester = { id: id * 10, name: 'Rosa Klein', email: 'rosa@mailbox.example' };
  const messages = roles.map((role, index) => ({
    id: id * 100 + index,
    role,
    authorName: role === 'customer' ? requester.name : 'Ida Berg',
    html: `<p>Message ${index} of ${id}</p>`,
    at: new Date(Date.UTC(2026, 0, 5, 9, index)).toISOString(),
  }));
  const createdAt = messages[0]?.at ?? '2026-01-05T09:00:00Z';
  return {
    id,
    subject: `Subject ${id}`,
    channel: 'email',
    requester,
    tags: [],
    status: 'open',
    createdAt,
    messages,
    ...more,
  };
}

const tickets = [
  ticket(ids.plain, ['customer', 'agent', 'customer']),
  ticket(ids.external, ['customer', 'agent', 'customer', 'note', 'note']),
  ticket(ids.long, [
    'customer',
    ...Array.from({ length: 16 }, (_, i) => (i % 2 ? ('customer' as const) : ('agent' as const))),
  ]),
  ticket(ids.hostile, ['customer'], {
    subject: '<img src=x onerror="document.title=1">',
    messages: [
      {
        id: 1,
        role: 'customer',
        authorName: 'Rosa Klein',
        at: '2026-01-05T09:00:00Z',
        html: '<p>hi</p><img src=x onerror="document.body.dataset.ran=1"><script>document.body.dataset.ran=1</script>',
      },
    ],
  }),
];

/** Desks with the tickets above and a browser that takes them for the real hosts; an error in the page fails the test. */
export const test = base.extend<{ desks: RunningDesks; page: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
  desks: async ({}, use) => {
    const desks = await startDesks({ tickets, delays: { history: 50, editor: 200 } });
    await use(desks);
    await desks.close();
  },
  page: async ({ desks }, use) => {
    const executablePath = findChromium();
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: [...browserArgs(desks.port), ...quietArgs],
    });
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await use(page);
    await browser.close();
    expect(errors).toEqual([]);
  },
});

/** Goes to a ticket and waits until it is drawn. */
export async function openTicket(page: Page, id: number, query = ''): Promise<void> {
  await page.goto(`https://fernway.freshdesk.com/a/tickets/${id}${query}`);
  await expect(page.locator('.rich-editor')).toBeVisible();
}

/** What the desk's API answered to the page. */
export type Answer = { status: number; body: unknown; headers: Record<string, string> };

/** Calls the desk's API with the page's session. */
export async function callApi(
  page: Page,
  path: string,
  init: { method?: string; body?: string } = {},
): Promise<Answer> {
  return page.evaluate(
    async ({ path, init }) => {
      const answer = await fetch(path, init);
      const text = await answer.text();
      const body: unknown = text && JSON.parse(text);
      return { status: answer.status, body, headers: Object.fromEntries(answer.headers) };
    },
    { path, init },
  );
}
