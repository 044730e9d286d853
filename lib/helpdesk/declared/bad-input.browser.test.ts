import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { HelpdeskDescription } from '../../core/helpdesk-description';
import { isCut } from '../../core/ticket';
import { openRecordedPage } from '../exactness/open-page';
import { maxTextLength } from '../text';
import { descriptions } from './descriptions';
import { createDeclaredReader } from './read';

const home = location.origin + location.pathname + location.search;
afterEach(() => openRecordedPage('', home));

/** One message as FreeScout draws it. */
const thread = (id: number | string, html: string, kind = 'customer') =>
  `<div class="thread thread-type-${kind}" data-thread_id="${id}"><div class="thread-person"><strong>Ana</strong></div><div class="thread-body"><div class="thread-content">${html}</div></div></div>`;
const pageOf = (threads: readonly string[]) =>
  `<body data-conversation_id="12"><div id="conv-layout"><div id="conv-layout-main">${threads.join('')}</div></div></body>`;

function known(id: string): HelpdeskDescription {
  const found = descriptions.find((one) => one.id === id);
  if (!found) throw new Error(`no description ${id}`);
  return found;
}

/** Reads until all is read: long tickets are read over several frames. */
function read(description: HelpdeskDescription, html: string, address: string) {
  openRecordedPage(html, `${location.origin}${address}`);
  const reader = createDeclaredReader({
    description,
    composer: () => undefined,
    facts: () => undefined,
    address: () => address,
  });
  for (let round = 0; round < 5000; round += 1) {
    const reading = reader.read();
    if (reading.kind !== 'unfinished') return reading;
  }
  throw new Error('the page is never read to its end');
}

const readFreeScout = (threads: readonly string[]) => read(known('freescout'), pageOf(threads), '/conversation/12');

function messagesOf(threads: readonly string[]) {
  const reading = readFreeScout(threads);
  if (reading.kind !== 'ticket') throw new Error(`no ticket but ${reading.kind}`);
  return reading.ticket.messages;
}

const tag = fc.constantFrom('p', 'div', 'b', 'td', 'li', 'blockquote', 'article', 'style', 'svg', 'template', 'x-y');
const attribute = fc.constantFrom(
  '',
  'hidden',
  'class="thread thread-type-note"',
  'class="thread-content"',
  'class="ticket-article-item customer"',
  'class="thread-entry message"',
  'class="transaction message"',
  'data-thread_id="7"',
  'data-role="customer"',
  'datetime="never"',
  'id="ticket_thread"',
  'role="log"',
);
/** Pieces of markup that need not fit together, with the landmarks of all descriptions among them. */
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

const addresses: Record<string, string> = {
  freescout: '/conversation/12',
  osticket: '/scp/tickets.php?id=12',
  'request-tracker': '/Ticket/Display.html?id=12',
  zammad: '/#ticket/zoom/12',
  chatwoot: '/app/accounts/1/conversations/12',
  generic: '/tickets/12',
};

describe.each(descriptions)('$name', (description) => {
  it('comes out of a page of garbage with a state that has a name', () => {
    const address = addresses[description.id] ?? '';
    expect(address).not.toBe('');
    fc.assert(
      fc.property(garbage, (html) => {
        const reading = read(description, html, address);
        expect(['ticket', 'partial', 'elsewhere']).toContain(reading.kind);
        if (reading.kind !== 'ticket') return;
        const ids = reading.ticket.messages.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(reading.ticket.messages.every(({ text }) => text !== '')).toBe(true);
      }),
      { numRuns: 40, interruptAfterTimeLimit: 8000 },
    );
  });
});

describe('a ticket that a description reads', () => {
  it('loses no message to the garbage in another', () => {
    const inside = garbage.filter((html) => !html.includes('thread'));
    fc.assert(
      fc.property(inside, (html) => {
        // Parsed alone first: as a browser would have it, closed where its own element ends.
        const closed = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
        const texts = messagesOf([thread(1, '<p>first</p>'), thread(2, closed), thread(3, '<p>last</p>')]);
        expect(texts[0]?.text).toBe('first');
        expect(texts.at(-1)?.text).toBe('last');
      }),
      { numRuns: 40, interruptAfterTimeLimit: 8000 },
    );
  });

  it('never has a note pass for the customer’s, whatever it holds', () => {
    fc.assert(
      fc.property(garbage, (html) => {
        const closed = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
        const messages = messagesOf([thread(1, '<p>first</p>'), thread(2, `secret word ${closed}`, 'note')]);
        const leaked = messages.filter(({ role, text }) => role !== 'note' && text.includes('secret word'));
        expect(leaked).toEqual([]);
      }),
      { numRuns: 40, interruptAfterTimeLimit: 8000 },
    );
  });

  it('has ten thousand messages in order', { timeout: 120_000 }, () => {
    const messages = messagesOf(Array.from({ length: 10_000 }, (_one, index) => thread(10_000 - index, `m${index}`)));
    expect(messages).toHaveLength(10_000);
    expect(messages.every(({ id }, index) => id === `${index + 1}`)).toBe(true);
  });

  it('has a message of five megabytes up to what anybody writes', () => {
    const line = `<p>log line ${'0123456789 abcdefghijklmnopqrstuvwxyz '.repeat(50)}</p>`;
    const long = `<p>Begin.</p>${line.repeat(2800)}`;
    expect(long.length).toBeGreaterThan(5_000_000);
    const messages = messagesOf([thread(2, '<p>Short.</p>'), thread(1, long)]);
    expect(messages.map(isCut)).toEqual([true, false]);
    expect(messages[0]?.text.length).toBeGreaterThan(maxTextLength * 0.9);
    expect(messages[1]?.text).toBe('Short.');
  });

  it('keeps messages with one id, no id or no time apart and in the page’s order', () => {
    const messages = messagesOf([thread(7, 'one'), thread(7, 'two'), thread('', 'three'), thread('', 'three')]);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(4);
    expect(messages.map(({ text }) => text).toSorted()).toEqual(['one', 'three', 'three', 'two']);
    expect(messages.every(({ at }) => at === undefined)).toBe(true);
  });

  it('is kept to words where its markup is hostile', () => {
    const messages = messagesOf([
      thread(
        1,
        '<p>pay</p><script>globalThis.isOwned = true</script><img src="x:" onerror="globalThis.isOwned = true">',
      ),
      thread(2, '<form><input name="children"><input name="attributes"><p>clobbered</p></form>'),
      thread(3, `${'<b>'.repeat(600)}deep`),
    ]);
    expect(messages.map(({ text }) => text)).toEqual(['pay', 'clobbered', 'deep']);
    expect((globalThis as { isOwned?: boolean }).isOwned).toBeUndefined();
  });
});
