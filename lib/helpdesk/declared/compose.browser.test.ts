import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../core/helpdesk';
import type { HelpdeskDescription } from '../../core/helpdesk-description';
import { pairFixtures } from '../exactness/fixture';
import { openRecordedPage } from '../exactness/open-page';
import { defineDeclaredHelpdesk } from './define-declared-helpdesk';
import { descriptions } from './descriptions';

const recorded = pairFixtures(
  import.meta.glob<string>('./*/fixtures/*.html', { query: '?raw', import: 'default', eager: true }),
  import.meta.glob<unknown>('./*/fixtures/*.json', { import: 'default', eager: true }),
);
const home = location.origin + location.pathname + location.search;
let leaving = new AbortController();

afterEach(() => {
  leaving.abort();
  leaving = new AbortController();
  openRecordedPage('', home);
});

/** Opens a recorded page and the helpdesk on it, recognised by itself. */
function open(adapter: string, name: string, candidates: HelpdeskDescription[] = descriptions) {
  const page = recorded.find((one) => one.adapter === adapter && one.name === name);
  if (!page) throw new Error(`no page ${adapter}/${name}`);
  openRecordedPage(page.html, page.expected.address);
  const { helpdesk, recognised } = defineDeclaredHelpdesk(candidates, { origin: location.origin });
  helpdesk.watch(() => {}, { signal: leaving.signal });
  const ticketId = page.expected.state === 'ticket' ? page.expected.ticket.id : '0';
  const compose = (target: Reply['target'], id = ticketId) =>
    helpdesk.compose(
      { text: 'Hold the button.', html: '<p>Hold the button.</p>', target, ticketId: id },
      { signal: leaving.signal },
    );
  return { compose, recognised };
}

const textOf = (selector: string) => {
  const element = document.querySelector<HTMLElement>(selector);
  return element instanceof HTMLTextAreaElement ? element.value : (element?.textContent ?? '');
};

describe('a reply', () => {
  it.each([
    ['freescout', 'reply-open', '.note-editable'],
    ['osticket', 'oldest-first', '#reply .redactor-in'],
    ['osticket', 'plain-textarea', '#response'],
    ['zammad', 'mail', '.content.active .articleNewEdit-body'],
    ['zammad', 'two-mounted', '.content.active .articleNewEdit-body'],
    ['chatwoot', 'plain-box', '.reply-box textarea'],
    ['request-tracker', 'update-respond', '#UpdateContent'],
    ['generic', 'log', 'textarea'],
  ])('goes into the editor of %s (%s)', async (adapter, name, editor) => {
    const { compose, recognised } = open(adapter, name);
    expect(await compose('public')).toEqual({ ok: true, value: { route: 'command' } });
    expect(textOf(editor)).toContain('Hold the button.');
    expect(recognised()?.id).toBe(adapter);
  });

  it.each([
    ['freescout', 'note-open', 'wrong-channel', '.note-editable'],
    ['zammad', 'internal-note', 'wrong-channel', '.articleNewEdit-body'],
    ['zammad', 'public-note', 'no-composer', '.articleNewEdit-body'],
    ['osticket', 'note-tab', 'wrong-channel', '#note .redactor-in'],
    ['chatwoot', 'private-note', 'wrong-channel', '.ProseMirror'],
    ['request-tracker', 'update-comment', 'wrong-channel', '#UpdateContent'],
    ['request-tracker', 'display-mail', 'no-composer', 'body'],
    ['generic', 'unsaid-editor', 'no-composer', 'textarea'],
  ])('is kept out of what is open in %s (%s)', async (adapter, name, kind, editor) => {
    const { compose } = open(adapter, name);
    expect(await compose('public')).toMatchObject({ ok: false, error: { kind } });
    expect(textOf(editor)).not.toContain('Hold the button.');
  });

  it('is kept out of the editor of another ticket', async () => {
    const { compose } = open('zammad', 'two-mounted');
    expect(await compose('public', '13')).toMatchObject({ ok: false, error: { kind: 'wrong-ticket' } });
    expect(document.body.textContent).not.toContain('Hold the button.');
  });

  it('opens the closed reply box by its own button', async () => {
    const { compose } = open('freescout', 'reply-closed');
    const block = document.querySelector('.conv-reply-block');
    document.querySelector('.conv-reply')?.addEventListener('click', () => block?.classList.remove('hidden'));
    expect(await compose('public')).toMatchObject({ ok: true });
    expect(textOf('.note-editable')).toContain('Hold the button.');
  });
});

describe('recognising', () => {
  it('finds each recorded ticket to be its own kind of helpdesk, and lists to be none', () => {
    const tickets = recorded.filter(({ expected }) => expected.state === 'ticket');
    expect(tickets.length).toBeGreaterThan(40);
    for (const page of tickets)
      expect([page.name, open(page.adapter, page.name).recognised()?.id]).toEqual([page.name, page.adapter]);
  });

  it('does not ask when the kind was chosen', () => {
    const chosen = descriptions.filter(({ id }) => id === 'zammad');
    expect(open('osticket', 'oldest-first', chosen).recognised()?.id).toBe('zammad');
  });
});
