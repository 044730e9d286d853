import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Helpdesk, PageState } from '../core/helpdesk';
import { cutMark, isCut, type Ticket } from '../core/ticket';
import { serveRecorded } from './exactness/recorded-api';
import { createFreshdesk } from './freshdesk';
import { freshdeskPage, freshdeskTicket, itemHtml } from './freshdesk/fixture';
import { htmlMessageText, htmlText, maxTextLength, plainMessageText } from './text';
import { createZendesk } from './zendesk';
import { type FixtureMessage, messageHtml, zendeskMessages, zendeskPage } from './zendesk/fixture';

type Desk = {
  name: string;
  create: () => Helpdesk;
  path: string;
  title: string;
  /** The page with these messages put at the end of a short conversation. */
  page: (htmls: readonly string[]) => string;
  /** How many messages that conversation has. */
  before: number;
};

const zendeskMessage = (html: string, part: Partial<FixtureMessage> = {}): FixtureMessage => ({
  type: 'end-user',
  name: 'Ana Ruiz',
  at: '2026-11-03T09:00:00Z',
  html,
  ...part,
});

const desks: Desk[] = [
  {
    name: 'zendesk',
    create: () => createZendesk(serveRecorded().client),
    path: '/agent/tickets/12',
    title: 'Battery',
    page: (htmls) =>
      zendeskPage([{ id: '12', messages: [...zendeskMessages, ...htmls.map((html) => zendeskMessage(html))] }]),
    before: zendeskMessages.length,
  },
  {
    name: 'freshdesk',
    create: () => createFreshdesk(serveRecorded().client),
    path: '/a/tickets/12',
    title: '[#12] Battery : Fernway',
    page: (htmls) =>
      freshdeskPage({
        ...freshdeskTicket,
        items: [
          ...freshdeskTicket.items,
          ...htmls.map((html, index) => ({
            id: String(200 + index),
            kind: 'customer' as const,
            name: 'Ana Ruiz',
            html,
          })),
        ],
      }),
    before: freshdeskTicket.items.length + 1,
  },
];

const home = location.pathname + location.search;
let leaving = new AbortController();

type Opened = { states: PageState[]; helpdesk: Helpdesk };

async function open({ path, title, create }: Desk, html: string): Promise<Opened> {
  leaving.abort();
  leaving = new AbortController();
  document.title = title;
  document.body.setHTMLUnsafe(html);
  history.pushState({}, '', path);
  const states: PageState[] = [];
  const helpdesk = create();
  helpdesk.watch((state) => states.push(state), { signal: leaving.signal });
  // On a busy machine the first reading may take more than one frame.
  await vi.waitFor(() => expect(states.length).toBeGreaterThan(0), { interval: 2, timeout: 5000 });
  return { states, helpdesk };
}

function ticketOf(states: readonly PageState[]): Ticket | undefined {
  const last = states.at(-1);
  return last?.state === 'ticket' ? last.ticket : undefined;
}

async function read(desk: Desk, html: string, count: number): Promise<Ticket> {
  const { states } = await open(desk, html);
  await vi.waitFor(() => expect(ticketOf(states)?.messages.length).toBe(count), { timeout: 20_000 });
  return ticketOf(states) as Ticket;
}

afterEach(() => {
  leaving.abort();
  document.body.innerHTML = '';
  history.pushState({}, '', home);
});

const tag = fc.constantFrom(
  'p',
  'div',
  'span',
  'b',
  'td',
  'li',
  'blockquote',
  'article',
  'time',
  'style',
  'svg',
  'template',
  'x-y',
);
const attribute = fc.constantFrom(
  '',
  'hidden',
  'dir="rtl"',
  'class="gmail_quote"',
  'class="ticket-details__item"',
  'type="internal"',
  'datetime="never"',
  'data-test-id="omni-log-comment-item"',
  'data-test-id="omni-log-internal-note-tag"',
  'style="display:none"',
  'id="x"',
  'data-album="note_"',
);
/** Pieces of markup that need not fit together. */
const garbage = fc
  .array(
    fc.oneof(
      fc.tuple(tag, attribute).map(([name, text]) => `<${name} ${text}>`),
      tag.map((name) => `</${name}>`),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe.each(desks)('$name', (desk) => {
  it('reads a ticket whose messages are garbage, and loses none of the others', async () => {
    const { states } = await open(desk, desk.page([]));
    const before = ticketOf(states)?.messages.map(({ text }) => text);
    expect(before).toHaveLength(desk.before);
    await fc.assert(
      fc.asyncProperty(fc.array(garbage, { minLength: 1, maxLength: 3 }), async (htmls) => {
        const now = await open(desk, desk.page(htmls.map((html) => `<p>start</p>${htmlText(html) === '' ? 'x' : ''}`)));
        expect(ticketOf(now.states)?.messages).toHaveLength(desk.before + htmls.length);
        // Unclosed tags may swallow what follows; a state with a name comes out all the same, and nothing is thrown.
        const wild = await open(desk, desk.page(htmls));
        expect(['ticket', 'waiting', 'broken']).toContain(wild.states.at(-1)?.state);
        expect(() => wild.helpdesk.health()).not.toThrow();
        const texts = ticketOf(wild.states)?.messages.map(({ text }) => text) ?? [];
        expect(before?.filter((text) => !texts.includes(text))).toEqual([]);
      }),
      { numRuns: 8, interruptAfterTimeLimit: 8000 },
    );
  });

  it('names a state for a page of garbage', async () => {
    await fc.assert(
      fc.asyncProperty(garbage, async (html) => {
        const { states, helpdesk } = await open(desk, html);
        expect(['ticket', 'waiting', 'broken']).toContain(states.at(-1)?.state);
        expect(() => [helpdesk.health(), helpdesk.composer()]).not.toThrow();
      }),
      { numRuns: 25, interruptAfterTimeLimit: 8000 },
    );
  });

  it('reads a message of five megabytes up to what anybody writes, and all the others whole', {
    timeout: 60_000,
  }, async () => {
    const line = `<p>log line ${'0123456789 abcdefghijklmnopqrstuvwxyz '.repeat(50)}</p>`;
    // Few paragraphs: the browser itself takes a minute to find the direction of 80,000.
    const long = `<p>Begin.</p>${line.repeat(2800)}<p>End.</p>`;
    expect(long.length).toBeGreaterThan(5_000_000);
    const { messages } = await read(desk, desk.page([long, '<p>Short and last.</p>']), desk.before + 2);
    const cut = messages.filter(isCut);
    expect(cut).toHaveLength(1);
    const text = cut[0]?.text ?? '';
    expect(text.startsWith('Begin.')).toBe(true);
    expect(text.length).toBeGreaterThan(maxTextLength * 0.9);
    expect(text.length).toBeLessThanOrEqual(maxTextLength + cutMark.length);
    expect(messages.at(-1)?.text ?? '').toBe('Short and last.');
  });

  it('keeps hostile markup to words: nothing runs, nothing hides, nothing counts as another message', async () => {
    const hostile = [
      '<p>pay now</p><script>globalThis.isOwned = true</script>',
      '<p>click</p><a href="javascript:globalThis.isOwned=true">me</a>',
      '<form><input name="children"><input name="attributes"><p>clobbered</p></form>',
      '<p>quoted</p><template><p>not shown</p></template>',
      `<p>${'<b>'.repeat(600)}deep</p>`,
    ];
    const { messages } = await read(desk, desk.page(hostile), desk.before + hostile.length);
    const texts = messages.map(({ text }) => text);
    for (const words of ['pay now', 'click', 'clobbered', 'quoted', 'deep']) {
      expect(texts.some((text) => text.includes(words))).toBe(true);
    }
    expect((globalThis as { isOwned?: boolean }).isOwned).toBeUndefined();
    expect(texts.some((text) => text.includes('isOwned') || text.includes('not shown'))).toBe(false);
  });
});

describe('ten thousand messages', () => {
  const minute = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
  const thin = (
    index: number,
  ) => `<article data-test-id="omni-log-comment-item"><time datetime="${minute(index)}"></time>
    <div data-test-id="omni-log-item-message" type="${index % 2 ? 'agent' : 'end-user'}"><div data-test-id="omni-log-message-content">m${index}</div></div></article>`;

  it('are all read, in order, with ids of their own', { timeout: 60_000 }, async () => {
    const [desk] = desks;
    const all = Array.from({ length: 10_000 }, (_item, index) => thin(index)).join('');
    const html = zendeskPage([{ id: '12', messages: [] }]).replace(
      /(<div data-test-id="omni-log-container">)/,
      (container) => `${container}${all}`,
    );
    const { messages } = await read(desk as Desk, html, 10_000);
    expect(messages.every(({ text }, index) => text === `m${index}`)).toBe(true);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(10_000);
  });
});

describe('odd conversations', () => {
  it('keep messages without times in the page’s order, and equal ones apart', async () => {
    const [desk] = desks;
    const same = Array.from({ length: 5 }, () => zendeskMessage('<p>hello?</p>', { at: '' }));
    const html = zendeskPage([{ id: '12', messages: [...same, zendeskMessage('<p>last</p>', { at: 'not a date' })] }]);
    const { messages } = await read(desk as Desk, html, 6);
    expect(messages.map(({ text }) => text)).toEqual([...same.map(() => 'hello?'), 'last']);
    expect(messages.every(({ at }) => at === undefined)).toBe(true);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(6);
  });

  it('give two items with one id on the page ids of their own or one message, never a crash', async () => {
    const [, desk] = desks;
    const twice = { id: '201', kind: 'customer' as const, name: 'Ana Ruiz' };
    const html = freshdeskPage({
      ...freshdeskTicket,
      items: [...freshdeskTicket.items, { ...twice, html: '<p>one</p>' }, { ...twice, html: '<p>two</p>' }],
    });
    const { messages } = await read(desk as Desk, html, freshdeskTicket.items.length + 3);
    expect(messages.map(({ text }) => text).slice(-2)).toEqual(['one', 'two']);
    expect(itemHtml({ ...twice, html: '' })).toContain('201');
  });

  it('read the same after the page is drawn again', async () => {
    const [desk] = desks;
    const html = zendeskPage([{ id: '12', messages: zendeskMessages }]);
    const first = await read(desk as Desk, html, zendeskMessages.length);
    expect(await read(desk as Desk, html, zendeskMessages.length)).toEqual(first);
    expect(messageHtml(zendeskMessages[0] as FixtureMessage)).toContain('Ana Ruiz');
  });
});

describe('the text reader', () => {
  const word = fc.stringMatching(/^[a-zäöüأبج0-9]{1,8}$/u);
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      word.map((text) => ` ${text} `),
      fc
        .tuple(
          fc.constantFrom('p', 'div', 'span', 'b', 'h2', 'a', 'section', 'u', 'x-y'),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
      fc.constant('<br>'),
    ),
  }));
  const page = fc.array(node, { maxLength: 8 }).map((nodes) => nodes.join(''));
  const words = (text: string) => text.split(/\s+/).filter((one) => one !== '');

  it('gives every word once and in order, whatever they stand in', () => {
    fc.assert(
      fc.property(page, (html) => {
        const shown = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
        expect(words(htmlText(html))).toEqual(words(shown));
      }),
    );
  });

  it('never gives empty lines, outer spaces or more words than are shown, and something where something is', () => {
    fc.assert(
      fc.property(fc.oneof(page, garbage), (html) => {
        const all = htmlText(html);
        const text = htmlMessageText(html);
        expect(text.split('\n').every((line) => line === line.trim() && (line !== '' || text === ''))).toBe(true);
        expect(text === '').toBe(all === '');
        const left = words(all);
        for (const one of words(text)) expect(left.splice(left.indexOf(one), 1)).toEqual([one]);
      }),
    );
  });

  it('reads the same words from the HTML as from the plain text of a message without quotes', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (all) => {
        const lines = all.map((one, index) => (index % 3 ? one : `${one}.`));
        expect(htmlMessageText(lines.map((line) => `<p>${line}</p>`).join(''))).toBe(
          plainMessageText(lines.join('\n')),
        );
      }),
    );
  });
});
