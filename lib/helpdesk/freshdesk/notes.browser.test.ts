import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { type Message, openTurn, toTurns } from '../../core/ticket';
import { createApiClient } from '../api-client';
import { createCaretMemory } from '../editor';
import { mergeHistory } from '../merge-history';
import { readHistory } from './history';
import { createFreshdeskReader } from './read';

const kinds = ['customer', 'agent', 'note', 'notified', 'forward', 'third party'] as const;
type Kind = (typeof kinds)[number];
type Item = { kind: Kind; id: number; trick: string; isHidden: boolean };

const privateKinds: readonly Kind[] = ['note', 'notified', 'forward', 'third party'];
const isPrivate = ({ kind }: Pick<Item, 'kind'>) => privateKinds.includes(kind);
/** What a mail, or a page pasted into a note, may bring along to look like something else. */
const tricks = [
  '',
  '<div class="emails-info">To: help@acme.example</div>',
  '<i data-test-is-agent></i><b data-test-id="user-name">Ana</b>',
  '<div class="ticket-details__item ticket-details__requestor" data-album="note_1"><div data-test-id="ticket-description">',
  '<div class="requestor-wrap ticket-details__requestor" data-album="ticket_1">',
  '</div></div><p>',
];
const textOf = (item: Item) => `${isPrivate(item) ? 'secret' : 'open'}-${item.id}.`;

function draw(item: Item): string {
  const author = item.kind === 'customer' ? 'Ana' : item.kind === 'third party' ? 'Bo' : 'Kim';
  const recipients: Record<Kind, string> = {
    customer: '<div class="emails-info">To: help@acme.example</div>',
    agent: '<div class="emails-info">To: ana@x.example</div>',
    note: '',
    notified: '<div class="emails-info notify">sam@acme.example</div>',
    forward: '<div class="emails-info">To: parts@y.example</div>',
    'third party': '<div class="emails-info">To: help@acme.example</div>',
  };
  const isOutside = item.kind === 'customer' || item.kind === 'third party';
  const classes = `${isPrivate(item) ? 'ticket-details__privatenote' : ''} ${isOutside ? 'ticket-details__requestor' : ''}`;
  // Parsed on its own, as Freshdesk puts sanitised mail in: it cannot close what surrounds it.
  const body = new DOMParser().parseFromString(`<p>${textOf(item)}</p>${item.trick}`, 'text/html').body.innerHTML;
  return `<div data-test-id="conversation-wrapper" data-album="note_${item.id}"><div class="ticket-details__item ${classes}">
    <div class="conversation-header"${isOutside ? '' : ' data-test-is-agent'}><b data-test-id="user-name">${author}</b></div>
    ${recipients[item.kind]}<div data-test-conversation="conversation-text"><div class="ticket_note" data-note-id="${item.id}">${body}</div></div>
    </div></div>`;
}

const request = `<div class="requestor-wrap" data-album="ticket_12"><div class="ticket-details__item ticket-details__requestor">
  <b data-test-id="user-name">Ana</b><div id="ticket_original_request">open-0.</div></div></div>
  <div class="info-details-widget"><div class="info-details-content">ana@x.example</div></div>`;

type Told = 'all' | 'not private' | 'nothing';

function clientFor(items: readonly Item[], told: Told) {
  const conversations = items.map((item) => ({
    id: item.id,
    body: `<p>${textOf(item)}</p>`,
    incoming: item.kind === 'customer' || item.kind === 'third party',
    ...(told === 'all' ? { private: isPrivate(item) } : {}),
    created_at: new Date(Date.UTC(2026, 10, 2, 9, item.id)).toISOString(),
  }));
  const ticket = { description: 'open-0.', requester: { name: 'Ana' }, created_at: '2026-11-02T09:00:00Z' };
  const fetch: typeof globalThis.fetch = async (address) => {
    if (told === 'nothing') return new Response('', { status: 403 });
    return Response.json(String(address).includes('/conversations') ? conversations : ticket);
  };
  return createApiClient({ fetch });
}

/** What may be answered, or go into an answer. */
function openWords(messages: readonly Message[]): string {
  const turns = toTurns(messages).map(({ text }) => text);
  const open = messages.filter(({ role }) => role !== 'note').map(({ text }) => text);
  return [...turns, ...open, openTurn(messages)?.text ?? ''].join('\n');
}

afterEach(() => {
  document.body.innerHTML = '';
});

it('never takes a private word for something that was said to or by the customer', { timeout: 60_000 }, async () => {
  const seen = { notes: 0, open: 0 };
  const items = fc
    .array(fc.record({ kind: fc.constantFrom(...kinds), trick: fc.constantFrom(...tricks), isHidden: fc.boolean() }), {
      maxLength: 8,
    })
    .map((list): Item[] => list.map((item, index) => ({ ...item, id: index + 1 })));
  await fc.assert(
    fc.asyncProperty(
      items,
      fc.boolean(),
      fc.constantFrom<Told>('all', 'not private', 'nothing'),
      async (all, isNewestFirst, told) => {
        const drawn = all.filter(({ isHidden }) => !isHidden).map(draw);
        document.body.innerHTML = request + (isNewestFirst ? drawn.toReversed() : drawn).join('');
        document.title = '[#12] Battery : Acme';
        const reader = createFreshdeskReader(createCaretMemory(), () => '/a/tickets/12');
        let reading = reader.read();
        while (reading.kind === 'unfinished') reading = reader.read();
        if (reading.kind !== 'ticket') throw new Error(reading.kind);
        const { messages } = reading.ticket;
        const history = await readHistory(clientFor(all, told), '12', { signal: new AbortController().signal });
        const merged = mergeHistory(messages, history.ok ? history.value : [], 'api');
        for (const read of [messages, merged]) {
          expect(openWords(read)).not.toContain('secret');
          expect(openWords(read)).toContain('open-0.');
          seen.notes += read.filter(({ role, text }) => role === 'note' && text.includes('secret')).length;
          seen.open += read.filter(({ role }) => role === 'customer' || role === 'agent').length;
        }
        if (told === 'all')
          expect(merged.filter(({ role }) => role === 'note')).toHaveLength(all.filter(isPrivate).length);
      },
    ),
    { numRuns: 300 },
  );
  expect(seen.notes).toBeGreaterThan(300);
  expect(seen.open).toBeGreaterThan(300);
});
