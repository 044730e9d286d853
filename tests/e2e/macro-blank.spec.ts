import { expect, test } from '@playwright/test';
import { macros } from '../desks/fernway/macros.ts';
import { plainText } from '../desks/fernway/plain-text.ts';
import { arrive, draft, importKnowledge, settled, sleepingBattery, startDeskBrowser } from './support.ts';

/** Something that the page does not tell and Zendesk's own preview of the macro does. */
const blank = '<p>You wrote to us on {{ticket.created_at}}.</p>';
const batteryMacro = macros.find(({ html }) => html.includes('gone to sleep'));
const others = macros.filter(({ html }) => !/batter/i.test(html));

function withBlank() {
  if (!batteryMacro) throw new Error('no macro about a battery that sleeps');
  const html = `${batteryMacro.html}${blank}`;
  return [{ ...batteryMacro, html, text: plainText(html) }, ...others];
}

const desks = startDeskBrowser({ desks: { macros: withBlank(), articles: [] } });

test.setTimeout(180_000);

test('a blank that only Zendesk can fill is filled by its preview of the macro, which changes nothing', async () => {
  const page = await desks().openTicket('zendesk', 101);
  await settled(page, 101);
  await importKnowledge(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('/apply.json')) asked.push(`${request.method()} ${pathname}`);
  });
  await arrive(desks(), page, 101, sleepingBattery);
  const createdAt = desks().desks.state.ticket(101)?.createdAt.slice(0, 10);
  await expect(draft(page)).toContainText(`You wrote to us on ${createdAt}.`, { timeout: 20_000 });
  expect(asked).toEqual([`GET /api/v2/tickets/101/macros/${batteryMacro?.id}/apply.json`]);
  expect(desks().desks.state.sent).toEqual([]);
});
