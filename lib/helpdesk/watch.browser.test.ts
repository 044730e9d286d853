import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HelpdeskApi, PageState } from '../core/helpdesk';
import { fail, ok } from '../core/result';
import type { Message, Ticket } from '../core/ticket';
import { defineHelpdesk, type HelpdeskPage } from './define-helpdesk';
import { createCaretMemory } from './editor';
import { freshdesk } from './freshdesk';
import { freshdeskPage, freshdeskTicket, itemHtml } from './freshdesk/fixture';
import { createFreshdeskReader } from './freshdesk/read';
import { observePage, type PageReader } from './observe';
import { zendesk } from './zendesk';
import { type FixtureMessage, type FixturePane, messageHtml, zendeskMessages, zendeskPage } from './zendesk/fixture';
import { createZendeskReader } from './zendesk/read';

const pane: FixturePane = { id: '12', messages: zendeskMessages };
const other: FixturePane = {
  id: '13',
  messages: [{ type: 'end-user', name: 'Bo', at: '2026-11-02T12:00:00Z', html: '<p>Other ticket.</p>' }],
};
const news: FixtureMessage = { type: 'end-user', name: 'Ana', at: '2026-11-03T08:00:00Z', html: '<p>Any news?</p>' };

const home = location.pathname + location.search;
let leaving = new AbortController();

function open(path: string, html: string): void {
  document.body.setHTMLUnsafe(html);
  history.pushState({}, '', path);
}

function watch(helpdesk = zendesk): PageState[] {
  const states: PageState[] = [];
  helpdesk.watch((state) => states.push(state), { signal: leaving.signal });
  return states;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 80));

function texts(state: PageState | undefined): string[] {
  return state?.state === 'ticket' ? state.ticket.messages.map(({ text }) => text) : [];
}

function one<T extends Element = HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`fixture has no ${selector}`);
  return element;
}

function addMessage(message: FixtureMessage, log = '[data-test-id="omni-log-container"]'): void {
  one(log).insertAdjacentHTML('beforeend', messageHtml(message));
}

afterEach(() => {
  leaving.abort();
  leaving = new AbortController();
  document.body.innerHTML = '';
  history.pushState({}, '', home);
});

describe('watch', () => {
  it('tells of a new message within 100 ms', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    const start = performance.now();
    addMessage(news);
    await vi.waitFor(() => expect(texts(states.at(-1))).toContain('Any news?'), { interval: 5 });
    expect(performance.now() - start).toBeLessThan(100);
    expect(states).toHaveLength(2);
  });

  it('tells of a burst of three at once', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    for (const second of [1, 2, 3])
      addMessage({ ...news, at: `2026-11-03T08:00:0${second}Z`, html: `<p>${second}</p>` });
    await settled();
    expect(states).toHaveLength(2);
    expect(texts(states.at(-1)).slice(-3)).toEqual(['1', '2', '3']);
  });

  it('tells of a message whose words arrive after its frame', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    addMessage({ ...news, html: '' });
    await settled();
    one('article:last-child .zd-comment').textContent = 'Late words';
    await settled();
    expect(texts(states.at(-1)).at(-1)).toBe('Late words');
  });

  it('says nothing when nothing changed', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    one('#main_panes').append(document.createElement('div'));
    one('article').classList.add('hovered');
    addMessage(news, 'header');
    await settled();
    expect(states).toHaveLength(1);
  });

  it('tells of the draft and of another channel', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    one('[contenteditable="true"]').innerHTML = '<p>Dear Ana</p>';
    await settled();
    expect(states.at(-1)).toMatchObject({ ticket: { composer: { draft: 'Dear Ana', target: 'public' } } });
    one('[data-channel]').setAttribute('data-channel', 'internal');
    await settled();
    expect(states.at(-1)).toMatchObject({ ticket: { composer: { target: 'note' }, channel: 'email' } });
  });

  it('lets the agent write: the draft is told of when they pause, a message at once', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    const editor = one('[contenteditable="true"]');
    editor.innerHTML = '<p>Dear</p>';
    editor.focus();
    await settled();
    const before = states.length;
    const letters = [...' Ana, thanks'];
    for (const letter of letters) {
      editor.firstElementChild?.append(letter);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(states).toHaveLength(before);
    addMessage(news);
    await settled();
    expect(texts(states.at(-1))).toContain('Any news?');
    editor.firstElementChild?.append('!');
    await vi.waitFor(() =>
      expect(states.at(-1)).toMatchObject({ ticket: { composer: { draft: 'Dear Ana, thanks!' } } }),
    );
    expect(states).toHaveLength(before + 2);
  });

  it('tells of the draft of an agent who never pauses', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    const editor = one('[contenteditable="true"]');
    editor.innerHTML = '<p></p>';
    editor.focus();
    const typing = setInterval(() => editor.firstElementChild?.append('a'), 30);
    await settled();
    const before = states.length;
    await vi.waitFor(() => expect(states.length).toBeGreaterThan(before), 3_000);
    clearInterval(typing);
  });

  it.each(['visibility', 'display'] as const)('follows a switch of tabs, panes hidden by %s', async (hidden) => {
    open('/agent/tickets/12', zendeskPage([{ ...other, hidden }, pane]));
    const states = watch();
    const [first, second] = document.querySelectorAll<HTMLElement>('.sc-pane');
    for (const tab of document.querySelectorAll('[data-test-id="header-tab"]')) {
      tab.toggleAttribute('data-entity-is-selected');
      tab.removeAttribute('aria-current');
      if (tab.getAttribute('data-entity-id') === '13') tab.setAttribute('data-entity-is-selected', 'true');
    }
    history.pushState({}, '', '/agent/tickets/13');
    await settled();
    expect(states.at(-1)).toEqual({ state: 'waiting' });
    second?.setAttribute('style', hidden === 'visibility' ? 'visibility:hidden' : 'display:none');
    first?.removeAttribute('style');
    for (const layout of document.querySelectorAll('.ticket-panes-grid-layout')) {
      const isActive = layout.classList.toggle('active');
      layout.setAttribute('data-is-active', String(isActive));
    }
    await settled();
    expect(states.at(-1)).toMatchObject({ state: 'ticket', ticket: { id: '13' } });
    expect(texts(states.at(-1))).toEqual(['Other ticket.']);
    addMessage(news, '.active [data-test-id="omni-log-container"]');
    await settled();
    expect(texts(states.at(-1))).toEqual(['Other ticket.', 'Any news?']);
  });

  it('waits on lists and comes back', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    history.pushState({}, '', '/agent/filters/360');
    await settled();
    history.pushState({}, '', '/agent/tickets/12');
    await settled();
    expect(states.map(({ state }) => state)).toEqual(['ticket', 'waiting', 'ticket']);
  });

  it('goes on when the page replaces the pane, its parents, everything', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    for (const selector of ['[data-test-id="omni-log-container"]', '.sc-pane', '#main_panes', 'body > *']) {
      for (const element of document.querySelectorAll(selector)) element.replaceWith(element.cloneNode(true));
      await settled();
      addMessage({ ...news, html: `<p>after ${CSS.escape(selector)}</p>` });
      await settled();
      expect(texts(states.at(-1)).at(-1)).toBe(`after ${CSS.escape(selector)}`);
    }
  });

  it('waits while a ticket is drawn and reads it when it is there', async () => {
    open('/agent/tickets/12', '<main id="main_panes"></main>');
    const states = watch();
    expect(states).toEqual([{ state: 'waiting' }]);
    document.body.innerHTML = zendeskPage([pane]);
    await settled();
    expect(states.at(-1)?.state).toBe('ticket');
  });

  it('stops with its signal', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    leaving.abort();
    addMessage(news);
    history.pushState({}, '', '/agent/tickets/13');
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(states).toHaveLength(1);
  });

  it('rests while the page is hidden and catches up', async () => {
    open('/agent/tickets/12', zendeskPage([pane]));
    const states = watch();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    addMessage(news);
    await settled();
    expect(states).toHaveLength(1);
    hidden.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(texts(states.at(-1))).toContain('Any news?');
  });

  it('follows Freshdesk, also into the shadow root', async () => {
    open('/a/tickets/12', freshdeskPage(freshdeskTicket));
    document.title = '[#12] Battery : Fernway';
    const states = watch(freshdesk);
    const root = one('fw-unified-mfe--contact-info').shadowRoot;
    (root?.querySelector('p') as Element).textContent = 'new@ruiz.example';
    one('[data-place="editor"]').insertAdjacentHTML(
      'beforebegin',
      itemHtml({ id: '104', kind: 'customer', name: 'Ana Ruiz', html: '<p>Any news?</p>' }),
    );
    await settled();
    expect(states.at(-1)).toMatchObject({ ticket: { requester: { email: 'new@ruiz.example' } } });
    expect(texts(states.at(-1)).at(-1)).toBe('Any news?');
  });

  it('reads 400 messages over several frames, and one more, each time without a long task', async () => {
    const messages = Array.from({ length: 400 }, (_item, index) => ({
      ...news,
      at: new Date(Date.UTC(2026, 9, 1) + index * 60_000).toISOString(),
      html: `<p>Message ${index}</p><p>${'words '.repeat(60)}</p>`,
    }));
    open('/agent/tickets/12', zendeskPage([{ id: '12', messages }]));
    // The page's own layout of 400 messages is a long task that is not ours.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const long: number[] = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    const states = watch();
    await vi.waitFor(() => expect(texts(states.at(-1))).toHaveLength(400), { timeout: 3000 });
    expect(states).toHaveLength(1);
    addMessage(news);
    await vi.waitFor(() => expect(texts(states.at(-1))).toHaveLength(401));
    await settled();
    observer.disconnect();
    expect(long).toEqual([]);
  });
});

describe('a layout that is not known', () => {
  const reader = (missing: string[]): PageReader => ({
    read: () => ({ kind: 'partial', ticketId: '12', missing }),
    scopes: () => [],
    forget: () => {},
  });

  it('is named after the time a ticket takes to draw', async () => {
    const states: PageState[] = [];
    observePage(reader(['conversation log']), (state) => states.push(state), { signal: leaving.signal, graceMs: 60 });
    expect(states).toEqual([{ state: 'waiting' }]);
    await vi.waitFor(() => expect(states).toHaveLength(2));
    expect(states[1]).toEqual({ state: 'broken', missing: ['conversation log'] });
  });

  it('is named also when reading it fails', () => {
    const states: PageState[] = [];
    const broken: PageReader = {
      ...reader([]),
      read() {
        throw new Error('clobbered');
      },
    };
    observePage(broken, (state) => states.push(state), { signal: leaving.signal });
    expect(states).toEqual([{ state: 'broken', missing: ['readable page (clobbered)'] }]);
  });
});

describe('history', () => {
  const older: Message[] = [
    { id: 'a', role: 'customer', text: 'The very first words.', at: '2026-11-01T09:00:00.000Z' },
    { id: 'b', role: 'agent', text: 'It is 4711.', at: '2026-11-02T11:00:02.000Z' },
  ];

  function helpdeskWith(part: Partial<HelpdeskPage>, readHistory: HelpdeskApi['readHistory']) {
    return defineHelpdesk({
      id: 'zendesk',
      name: 'Zendesk',
      matches: [],
      reader: createZendeskReader(),
      api: { readKnowledge: async () => fail('offline', ''), readHistory },
      trust: 'page',
      need: (ticket: Ticket) => (ticket.isComplete ? undefined : 'older messages'),
      ticketId: () => '12',
      composer: () => undefined,
      missing: () => [],
      caret: createCaretMemory(),
      ...part,
    });
  }

  it('is fetched once when the page hides messages, and merged', async () => {
    open('/agent/tickets/12', zendeskPage([{ ...pane, hasMore: true }]));
    const readHistory = vi.fn(async () => ok(older));
    const states = watch(helpdeskWith({}, readHistory));
    expect(states[0]).toMatchObject({ ticket: { isComplete: false } });
    await settled();
    expect(states.at(-1)).toMatchObject({ ticket: { isComplete: true } });
    expect(texts(states.at(-1))).toEqual(['The very first words.', ...texts(states[0])]);
    addMessage(news);
    await settled();
    expect(texts(states.at(-1)).at(-1)).toBe('Any news?');
    expect(readHistory).toHaveBeenCalledTimes(1);
    // The page knows who wrote what in Zendesk.
    const roles = states.at(-1)?.state === 'ticket' ? (states.at(-1) as { ticket: Ticket }).ticket.messages : [];
    expect(roles.find(({ text }) => text === 'It is 4711.')?.role).toBe('customer');
  });

  it('leaves the page as read when the API fails', async () => {
    open('/agent/tickets/12', zendeskPage([{ ...pane, hasMore: true }]));
    const readHistory = vi.fn(async () => fail('forbidden', 'no'));
    const states = watch(helpdeskWith({}, readHistory));
    addMessage(news);
    await settled();
    expect(states.at(-1)).toMatchObject({ ticket: { isComplete: false } });
    expect(readHistory).toHaveBeenCalledTimes(1);
  });

  it('corrects who wrote what in Freshdesk, and asks again for messages it does not know', async () => {
    open('/a/tickets/12', freshdeskPage(freshdeskTicket));
    document.title = '[#12] Battery : Fernway';
    const readHistory = vi.fn(async () =>
      ok<Message[]>([
        { id: 'description', role: 'customer', text: 'Hello', at: '2026-11-01T09:00:00.000Z' },
        { id: '102', role: 'note', text: 'Which serial number?', at: '2026-11-01T10:00:00.000Z' },
        { id: '103', role: 'agent', text: 'It is 4711.', at: '2026-11-01T11:00:00.000Z' },
      ]),
    );
    const need: HelpdeskPage['need'] = (ticket, known) =>
      ticket.messages.findLast(({ id }) => !known?.some((message) => message.id === id))?.id;
    const page = helpdeskWith({ reader: createFreshdeskReader(createCaretMemory()), trust: 'api', need }, readHistory);
    const states = watch(page);
    await settled();
    const state = states.at(-1);
    const roles = state?.state === 'ticket' ? state.ticket.messages.map(({ id, role }) => `${id} ${role}`) : [];
    expect(roles).toEqual(['description customer', '101 note', '102 note', '103 agent']);
    expect(readHistory.mock.calls.length).toBeLessThanOrEqual(2);
  });
});
