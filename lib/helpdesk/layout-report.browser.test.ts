import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { findPlants, plantTickets } from '../../tests/support/planted';
import type { LayoutNode } from '../core/helpdesk';
import { type Expectation, parseExpectation } from './exactness/fixture';
import { openRecordedPage } from './exactness/open-page';
import { freshdesk } from './freshdesk';
import { reportLayout } from './layout-report';
import { maskWords } from './layout-words';

const home = location.pathname + location.search;
afterEach(() => openRecordedPage('', location.origin + home));

const report = (missing: string[] = []) => reportLayout({ helpdesk: 'x', missing, selectors: { message: '.message' } });

function everyNode(node: LayoutNode): LayoutNode[] {
  return [node, ...(node.shadow ?? []).flatMap(everyNode), ...(node.children ?? []).flatMap(everyNode)];
}

describe('a layout report', () => {
  it('shows the structure, list rows once, shadow roots and what was found', () => {
    document.body.setHTMLUnsafe(`<main><section class="conversation-list" role="feed">
      <div class="message" data-test-id="message-101">Hi</div><div class="message" data-test-id="message-102">Ho</div>
      </section><contact-info><template shadowrootmode="open"><p dir="auto">Ana</p></template></contact-info></main>`);
    const { page, landmarks, counts, missing } = report(['conversation', "readable page ('#ana' is not a selector)"]);
    expect(missing).toEqual(['conversation', 'readable page']);
    expect(landmarks).toEqual({ message: 2 });
    expect(counts.shadowRoots).toBe(1);
    const nodes = everyNode(page);
    expect(nodes).toContainEqual({
      tag: 'div',
      attributes: { class: 'message', 'data-test-id': 'message-#' },
      hasText: true,
      times: 2,
    });
    expect(nodes).toContainEqual({ tag: 'p', attributes: { dir: 'auto' }, hasText: true });
    expect(nodes.find(({ tag }) => tag === 'contact-info')?.shadow).toHaveLength(1);
  });

  it('is cut where the page is too large or too deep, and says so', () => {
    document.body.innerHTML = Array.from(
      { length: 8000 },
      (_item, index) => `<i class="${'row '.repeat(index % 7)}"></i>`,
    ).join('');
    expect(report().isCut).toBe(true);
    document.body.innerHTML = '<div>'.repeat(300);
    expect(report().isCut).toBe(true);
    document.body.innerHTML = '<p>short</p>';
    expect(report().isCut).toBe(false);
  });

  it('holds nothing of 500 pieces of personal data that stand in the page', () => {
    const planted = plantTickets(500, 7);
    const plants = planted.flatMap((one) => one.plants);
    document.body.replaceChildren(
      ...planted.flatMap(({ ticket }) =>
        ticket.messages.map(({ text }) => {
          const message = document.createElement('article');
          message.className = 'message';
          message.title = text;
          message.append(
            ...text.split('\n').map((line) => Object.assign(document.createElement('p'), { textContent: line })),
          );
          return message;
        }),
      ),
    );
    expect(findPlants(document.body.outerHTML.replaceAll('&amp;', '&'), plants).length).toBeGreaterThan(490);
    const text = JSON.stringify(report());
    expect(text).toContain('"article"');
    expect(findPlants(text, plants)).toEqual([]);
  });

  it('holds no secret that is planted in texts, attributes, names, addresses or shadow roots', () => {
    const word = fc.stringMatching(/^[a-zà-ü]{4,9}$/).map((letters) => `${letters}qz`);
    const secret = fc.oneof(
      word,
      word.map((name) => `${name}@${name}.example`),
      fc.integer({ min: 1000, max: 99_999_999 }).map(String),
      fc.constantFrom(
        'ليلى حداد',
        'דנה לוי',
        'Müller-Lüdenscheidt',
        '佐藤 健',
        'note-Ruizqz',
        'messageRuizqz7',
        'ticket_4711881',
      ),
    );
    fc.assert(
      fc.property(fc.array(secret, { minLength: 3, maxLength: 8 }), fc.integer({ min: 0, max: 9 }), (secrets, turn) => {
        const at = (index: number) => secrets[(index + turn) % secrets.length] ?? '';
        const root = document.createElement('div');
        const plant = (name: string, value: string, tag = 'div') => {
          const element = document.createElement(tag);
          element.setAttribute(name, value);
          element.append(at(3), document.createComment(at(4)));
          root.append(element);
        };
        for (const name of ['class', 'id', 'data-test-id', 'aria-label', 'title', 'href', 'datetime', 'role', 'data-x'])
          plant(name, `${name === 'class' ? 'message ' : ''}${at(0)}`);
        plant(`data-${at(1).replace(/[^a-z]/g, '')}x`, at(2), `x-${at(2).replace(/[^a-z]/g, '')}`);
        plant('class', 'message', at(1).replace(/[^a-z]/g, '') || 'i');
        const host = document.createElement('div');
        host.attachShadow({ mode: 'open' }).append(root.cloneNode(true));
        document.body.replaceChildren(root, host);
        document.title = at(0);
        history.pushState({}, '', `/a/tickets/${encodeURIComponent(at(1))}`);
        const json = JSON.stringify(report([`conversation (${at(2)})`]));
        expect(json).toContain('message');
        const parts = secrets.flatMap((one) => one.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= 3);
        const open = parts.map((part) => part.toLowerCase()).filter((part) => maskWords(part) !== part);
        expect(open.filter((part) => json.toLowerCase().includes(part))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

const pages = import.meta.glob<string>('./freshdesk/fixtures/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const expectations = import.meta.glob<unknown>('./freshdesk/fixtures/*.json', { import: 'default', eager: true });

function personalWords(expected: Expectation): string[] {
  if (expected.state !== 'ticket') return [];
  const { subject = '', requester, messages, agent = '' } = expected.ticket;
  const texts = [
    subject,
    requester.name ?? '',
    requester.email ?? '',
    agent,
    ...messages.flatMap(({ author = '', text }) => [author, text]),
  ];
  const words = texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((one) => one.length >= 5);
  return words.filter((one) => maskWords(one) !== one);
}

describe('the layout report of recorded pages', () => {
  it('holds none of their words, and how many elements each selector finds', { timeout: 60_000 }, () => {
    let words = 0;
    for (const [path, html] of Object.entries(pages)) {
      const expected = parseExpectation(path, expectations[path.replace(/html$/, 'json')]);
      openRecordedPage(html, expected.address);
      const layout = freshdesk.reportLayout?.();
      const personal = personalWords(expected);
      words += personal.length;
      const { landmarks = {}, ...rest } = layout ?? {};
      const json = JSON.stringify(rest).toLowerCase();
      const found = personal.filter((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(json));
      expect({ path, found }).toEqual({ path, found: [] });
      if (expected.state === 'ticket') expect(landmarks.message).toBeGreaterThan(0);
      if (expected.state === 'broken') expect(layout?.missing).toEqual(expected.missing);
    }
    expect(words).toBeGreaterThan(500);
  });
});
