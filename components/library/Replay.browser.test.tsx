import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '../../lib/core/result';
import { readSettings, writeSetting } from '../../lib/storage/settings';
import { createMemoryEngine, showPage } from '../../tests/support/page-fakes';
import type { LibraryDeps } from './deps';
import { ReplayTab } from './ReplayTab';

const late = 'Your parcel is late, the carrier promises delivery within two days.';
const exported = [
  {
    id: 41,
    subject: 'Parcel',
    turns: [
      { role: 'customer', text: 'Why is the delivery of my parcel late?' },
      { role: 'agent', text: `Hi Ana! ${late}` },
    ],
  },
  {
    id: 42,
    subject: 'Lamp',
    turns: [
      { role: 'customer', text: 'Your carrier wants a fee?' },
      { role: 'agent', text: 'Please send us a photo of the bill.' },
      { role: 'customer', text: 'Here.' },
      { role: 'agent', text: 'Thank you, we pay it back.' },
    ],
  },
];
const fileOf = (value: unknown, name = 'past.json') => new File([JSON.stringify(value)], name);

function known() {
  const engine = createMemoryEngine();
  const source = 'https://acme.zendesk.com';
  engine.macros.push({ id: `${source}#1`, source, title: 'Late parcel', text: late, isNote: false, tags: [] });
  return engine;
}

async function open(engine = known()) {
  const readFile: LibraryDeps['readFile'] = async (file) => ok({ name: file.name, text: await file.text() });
  const screen = await showPage(<ReplayTab deps={{ readFile }} />, engine);
  const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }).first());
  async function load(file: File) {
    await expect.element(screen.getByRole('heading').first()).toBeVisible();
    const input = screen.container.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file input');
    await userEvent.upload(input, file);
  }
  const turns = () => screen.getByRole('article');
  return { screen, engine, press, load, turns };
}

beforeEach(async () => {
  fakeBrowser.reset();
  await page.viewport(1180, 900);
  await writeSetting('language', 'en');
});

describe('a replay', () => {
  it('shows the suggestion beside what the agent wrote, in numbers too, and is readable for everyone', async () => {
    const { screen, load, turns } = await open();
    await load(fileOf(exported));
    await expect.element(screen.getByText(/^3 answers in 2 tickets · \d+ ms each/)).toBeVisible();
    await expect.element(screen.getByRole('row', { name: 'A reply would have been shown 2 (67%)' })).toBeVisible();
    await expect.element(screen.getByRole('row', { name: 'Agrees with the agent 1 (50%)' })).toBeVisible();
    await expect.element(turns().first()).toHaveTextContent(/Ticket 41: Parcel.*Deskside.*The agentHi Ana!/);
    await expect.element(turns().first()).toHaveTextContent(/100% of it sent.*Same source.*Macro: Late parcel/);
    await expect.element(turns().nth(2)).toHaveTextContent(/No reply: No customer message is waiting/);
    expect((await axe.run(screen.container)).violations).toEqual([]);
  });

  it('is filtered by how the suggestion did', async () => {
    const { screen, load, turns } = await open();
    await load(fileOf(exported));
    for (const [name, count] of [
      ['All 3', 3],
      ['Shown 2', 2],
      ['Silent 1', 1],
      ['Agrees 1', 1],
      ['Differs 1', 1],
    ] as const) {
      await userEvent.click(screen.getByRole('radio', { name }));
      await expect.poll(() => turns().elements().length).toBe(count);
    }
    await expect.element(turns()).toHaveTextContent(/Ticket 42.*Differs.*of it sent/);
  });

  it('tells what another setting changes, those answers first, and leaves the settings alone', async () => {
    const { screen, load, press, turns } = await open();
    await load(fileOf(exported));
    await userEvent.click(screen.getByText('Try other settings'));
    await userEvent.click(screen.getByRole('switch', { name: 'Reply' }));
    await press('Compare');
    await expect.element(screen.getByText('The change makes 2 answers different:')).toBeVisible();
    await expect
      .element(screen.getByRole('row', { name: 'A reply would have been shown 2 (67%) 0 (0%)' }))
      .toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Changed 2' }));
    await expect.poll(() => turns().elements().length).toBe(2);
    await expect.element(turns().first()).toHaveTextContent(/Deskside with the change.*Nothing at all/);
    expect((await readSettings()).kinds.reply).toBe(true);
    await press('Back to my settings');
    await press('Replay again');
    await expect.element(screen.getByText('The change makes 2 answers different:')).not.toBeInTheDocument();
    expect((await axe.run(screen.container)).violations).toEqual([]);
  });

  it('shows how far it is, and keeps what was walked when it is cancelled', async () => {
    const engine = known();
    let release = () => {};
    engine.replaying.until = new Promise((resolve) => {
      release = resolve;
    });
    const { screen, load, press } = await open(engine);
    await load(fileOf(exported));
    await expect.element(screen.getByRole('progressbar', { name: 'Replaying' })).toBeVisible();
    await expect.element(screen.getByText('0 of 3 answers')).toBeVisible();
    await press('Cancel');
    release();
    await expect.element(screen.getByText('Cancelled after 0 of 3 answers.')).toBeVisible();
    await press('Close these tickets');
    await expect.element(screen.getByText('Cancelled after 0 of 3 answers.')).not.toBeInTheDocument();
  });

  it('refuses a file without tickets with the reason, and walks the next', async () => {
    const { screen, load } = await open();
    await load(new File(['{"id": 1,'], 'broken.json'));
    await expect.element(screen.getByRole('alert')).toHaveTextContent(/No tickets found in it: this is no JSON/);
    await load(new File(['x'], 'past.exe'));
    await expect.element(screen.getByRole('alert')).toHaveTextContent(/holds no tickets Deskside can read/);
    await load(fileOf(exported));
    await expect.element(screen.getByText(/^3 answers/)).toBeVisible();
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  });

  it('takes the tickets kept here only where the agent keeps them', async () => {
    const engine = known();
    const past = { id: 'p', source: 'https://acme.zendesk.com', ticketId: '7', subject: 'Kept', seenAt: '2026-01-01' };
    engine.past.push({ ...past, question: 'Is the parcel late?', reply: late });
    const { screen, press } = await open(engine);
    const button = screen.getByRole('button', { name: 'Use tickets kept here' });
    await expect.element(button).toBeDisabled();
    await expect.element(screen.getByText(/No tickets are kept on this device/)).toBeVisible();
    await writeSetting('rememberTickets', true);
    await expect.element(button).toBeEnabled();
    await press('Use tickets kept here');
    await expect.element(screen.getByText('Kept on this device: 1 ticket')).toBeVisible();
    await expect.element(screen.getByRole('article')).toHaveTextContent(/Ticket 7: Kept/);
  });

  it.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['arabic', 'ar'],
  ] as const)('fits in %s', async (name, language) => {
    await writeSetting('language', language);
    await writeSetting('theme', name === 'dark' ? 'dark' : 'light');
    const { screen, load } = await open();
    await load(fileOf(exported));
    await expect.poll(() => screen.getByRole('article').elements().length).toBe(3);
    await userEvent.click(screen.container.querySelector('summary') as HTMLElement);
    await userEvent.click(screen.getByRole('radio').nth(1));
    await userEvent.click(screen.getByRole('button', { name: language === 'ar' ? 'قارن' : 'Compare' }));
    await expect.poll(() => screen.container.querySelectorAll('thead th').length).toBe(3);
    expect(document.documentElement.dir).toBe(language === 'ar' ? 'rtl' : 'ltr');
    for (const width of [1180, 700]) {
      await page.viewport(width, 900);
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    }
    expect((await axe.run(screen.container)).violations).toEqual([]);
  });
});
