import { afterEach, describe, expect, it } from 'vitest';
import type { PageState } from '../core/helpdesk';
import type { Role, Ticket } from '../core/ticket';
import { freshdesk } from './freshdesk';
import { type FixtureTicket, freshdeskPage, freshdeskTicket } from './freshdesk/fixture';
import { zendesk } from './zendesk';
import { type FixturePane, zendeskMessages, zendeskPage } from './zendesk/fixture';

/** One layout of one helpdesk's page, and what every adapter must read from it. */
type Layout = {
  name: string;
  helpdesk: typeof zendesk;
  path: string;
  html: string;
  title?: string;
  roles: Role[];
  texts: string[];
  expected: Partial<Ticket>;
};

const zendeskTexts = [
  'Hello,\nmy battery is dead.\n- charged\n- reset',
  'A person will answer.',
  'Known batch.',
  'Which serial number?',
  'It is 4711.',
];
const zendeskRoles: Role[] = ['customer', 'bot', 'note', 'agent', 'customer'];
const pane: FixturePane = { id: '12', messages: zendeskMessages };
const other: FixturePane = {
  id: '13',
  messages: [{ type: 'end-user', name: 'Bo', at: '2026-11-02T12:00:00Z', html: '<p>Other ticket.</p>' }],
};

function zendeskLayout(name: string, panes: FixturePane[], more: Partial<Layout> = {}): Layout {
  const expected: Partial<Ticket> = {
    id: '12',
    helpdesk: 'zendesk',
    subject: 'Subject 12',
    channel: 'email',
    requester: { name: 'Ana Ruiz' },
    agent: { name: 'Kim Lee' },
    tags: ['battery'],
    isComplete: true,
    composer: { target: 'public', format: 'rich', draft: '' },
  };
  return {
    name: `zendesk, ${name}`,
    helpdesk: zendesk,
    path: '/agent/tickets/12',
    html: zendeskPage(panes),
    roles: zendeskRoles,
    texts: zendeskTexts,
    ...more,
    expected: { ...expected, ...more.expected },
  };
}

function freshdeskLayout(name: string, ticket: FixtureTicket, more: Partial<Layout> = {}): Layout {
  const expected: Partial<Ticket> = {
    id: '12',
    helpdesk: 'freshdesk',
    subject: 'Battery: dead again',
    requester: { name: 'Ana Ruiz', email: 'ana@ruiz.example' },
    isComplete: true,
    composer: { target: 'closed', format: 'rich', draft: '' },
  };
  return {
    name: `freshdesk, ${name}`,
    helpdesk: freshdesk,
    path: '/a/tickets/12',
    title: '[#12] Battery: dead again : Fernway',
    html: freshdeskPage(ticket),
    roles: ['customer', 'note', 'agent', 'customer'],
    texts: ['Hello,\nmy battery is dead.', 'Known batch.', 'Which serial number?', 'It is 4711.'],
    ...more,
    expected: { ...expected, ...more.expected },
  };
}

const chat = zendeskMessages.map((message) => ({ ...message, isMail: false }));
const layouts: Layout[] = [
  zendeskLayout('standard layout', [pane]),
  zendeskLayout('custom layout', [{ ...pane, layout: 'custom' }], { path: '/agent/tickets/12/events' }),
  zendeskLayout('another ticket hidden by visibility before it', [{ ...other, hidden: 'visibility' }, pane]),
  zendeskLayout('another ticket hidden by display before it', [{ ...other, hidden: 'display' }, pane]),
  zendeskLayout('newest first', [{ ...pane, isNewestFirst: true }]),
  zendeskLayout('tabs as div', [pane], { html: zendeskPage([pane], 'div') }),
  zendeskLayout('pane without test ids', [pane], {
    html: zendeskPage([{ ...other, hidden: 'visibility' }, pane]).replace(
      /data-test-id="ticket-\d+-standard-layout"/g,
      '',
    ),
  }),
  zendeskLayout('messaging', [{ ...pane, messages: chat, channel: 'native_messaging' }], {
    expected: { channel: 'messaging', composer: { target: 'public', format: 'plain', draft: '' } },
  }),
  zendeskLayout(
    'note being written',
    [{ ...pane, id: '14', channel: 'internal', draft: '<p>ask <b>Sam</b></p><p>today</p>' }],
    {
      path: '/agent/tickets/14',
      expected: {
        id: '14',
        subject: 'Subject 14',
        composer: { target: 'note', format: 'rich', draft: 'ask Sam\ntoday' },
      },
    },
  ),
  zendeskLayout('collapsed history', [{ ...pane, hasMore: true }], { expected: { isComplete: false } }),
  zendeskLayout('editor without channel switcher', [pane], {
    html: zendeskPage([pane]).replace('omnichannel-channel-switcher-button', 'gone'),
    expected: { composer: { target: 'closed', format: 'rich', draft: '' } },
  }),
  freshdeskLayout('reply closed, contact in shadow DOM', freshdeskTicket),
  freshdeskLayout('contact in the page', { ...freshdeskTicket, contact: 'light' }),
  freshdeskLayout('collapsed history', { ...freshdeskTicket, hasMore: true }, { expected: { isComplete: false } }),
  freshdeskLayout('newest first', { ...freshdeskTicket, isNewestFirst: true }),
  freshdeskLayout(
    'reply open',
    { ...freshdeskTicket, editor: 'reply' },
    {
      expected: { composer: { target: 'public', format: 'rich', draft: '' } },
    },
  ),
  freshdeskLayout(
    'note open',
    { ...freshdeskTicket, editor: 'note' },
    {
      expected: { composer: { target: 'note', format: 'rich', draft: '' } },
    },
  ),
];

const home = location.pathname + location.search;
let leaving = new AbortController();

function open(layout: Pick<Layout, 'html' | 'path' | 'title'>): void {
  document.body.setHTMLUnsafe(layout.html);
  document.title = layout.title ?? 'Agent';
  history.pushState({}, '', layout.path);
}

function watch(helpdesk: typeof zendesk): PageState[] {
  const states: PageState[] = [];
  helpdesk.watch((state) => states.push(state), { signal: leaving.signal });
  return states;
}

function lastTicket(states: PageState[]): Ticket {
  const state = states.at(-1);
  if (state?.state !== 'ticket') throw new Error(`no ticket: ${JSON.stringify(state)}`);
  return state.ticket;
}

afterEach(() => {
  leaving.abort();
  leaving = new AbortController();
  document.body.innerHTML = '';
  history.pushState({}, '', home);
});

describe.each(layouts)('$name', (layout) => {
  it('reads the ticket, oldest message first', () => {
    open(layout);
    const ticket = lastTicket(watch(layout.helpdesk));
    expect(ticket.messages.map(({ role }) => role)).toEqual(layout.roles);
    expect(ticket.messages.map(({ text }) => text)).toEqual(layout.texts);
    expect(ticket).toMatchObject(layout.expected);
    expect(new Set(ticket.messages.map(({ id }) => id)).size).toBe(layout.texts.length);
  });

  it('gives every message the same id when read again', () => {
    open(layout);
    const first = lastTicket(watch(layout.helpdesk)).messages.map(({ id }) => id);
    open(layout);
    expect(lastTicket(watch(layout.helpdesk)).messages.map(({ id }) => id)).toEqual(first);
  });

  it('offers the composer that the ticket tells of', () => {
    open(layout);
    const { composer } = lastTicket(watch(layout.helpdesk));
    const handle = layout.helpdesk.composer();
    expect(handle?.state.target ?? 'closed').toBe(composer.target);
    if (handle) expect(handle.element.isContentEditable).toBe(true);
  });

  it('survives a page that loses its parts one by one', () => {
    open(layout);
    const states = watch(layout.helpdesk);
    expect(states.at(-1)?.state).toBe('ticket');
    const elements = [...document.body.querySelectorAll('*')];
    expect(elements.length).toBeGreaterThan(20);
    for (const element of elements.reverse()) {
      element.remove();
      expect(() => layout.helpdesk.health()).not.toThrow();
      expect(() => layout.helpdesk.composer()).not.toThrow();
    }
    expect(layout.helpdesk.health()).not.toEqual([]);
  });
});

describe('health', () => {
  it.each([
    ['zendesk without a pane', zendesk, '/agent/tickets/12', '<main id="main_panes"></main>', ['ticket pane']],
    ['zendesk without messages', zendesk, '/agent/tickets/12', zendeskPage([{ id: '12', messages: [] }]), ['messages']],
    [
      'zendesk without a log',
      zendesk,
      '/agent/tickets/12',
      zendeskPage([{ id: '12', messages: [] }]).replace('omni-log-container', 'gone'),
      ['conversation log'],
    ],
    [
      'zendesk without a channel switcher',
      zendesk,
      '/agent/tickets/12',
      zendeskPage([pane]).replace('omnichannel-channel-switcher-button', 'gone'),
      ['channel switcher'],
    ],
    ['freshdesk without a conversation', freshdesk, '/a/tickets/12', '<p>New layout</p>', ['conversation']],
    [
      'freshdesk without texts',
      freshdesk,
      '/a/tickets/12',
      '<div class="ticket-details__item">?</div>',
      ['conversation text'],
    ],
    ['a healthy page', zendesk, '/agent/tickets/12', zendeskPage([pane]), []],
    ['a list', zendesk, '/agent/filters/360', '<main></main>', []],
    ['a new ticket', zendesk, '/agent/tickets/new/1', '<main></main>', []],
  ])('names what is missing: %s', (_name, helpdesk, path, html, missing) => {
    open({ path, html });
    expect(helpdesk.health()).toEqual(missing);
  });
});

describe('traps', () => {
  it('does not read the request of the ticket before while Freshdesk redraws', () => {
    open({ path: '/a/tickets/12', html: freshdeskPage(freshdeskTicket), title: '[#12] Battery : Fernway' });
    const states = watch(freshdesk);
    expect(lastTicket(states).id).toBe('12');
    document.title = '[#13] Brakes : Fernway';
    history.pushState({}, '', '/a/tickets/13');
    expect(freshdesk.health()).toEqual(['conversation of this ticket']);
  });

  it('tells two equal words in the same second apart', () => {
    const twice = { type: 'end-user', name: 'Ana', at: '2026-11-02T09:00:00Z', html: '<p>hello?</p>' } as const;
    open({ path: '/agent/tickets/12', html: zendeskPage([{ id: '12', messages: [twice, twice] }]) });
    const ids = lastTicket(watch(zendesk)).messages.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it('says what was attached when a message has no words', () => {
    const html = '<a class="attachment" href="/attachments/token/x/?name=broken%20frame.jpg">IMG</a>';
    const message = { type: 'end-user', name: 'Ana', at: '2026-11-02T09:00:00Z', html } as const;
    open({ path: '/agent/tickets/12', html: zendeskPage([{ id: '12', messages: [message] }]) });
    expect(lastTicket(watch(zendesk)).messages.map(({ text }) => text)).toEqual(['broken frame.jpg']);
  });
});
