import { describe, expect, it } from 'vitest';
import { cleanHtml } from './clean-html';
import { htmlMessageText, messageText } from './text';

const names = [
  'tagName',
  'nodeType',
  'firstChild',
  'nextSibling',
  'childNodes',
  'matches',
  'hasAttributes',
  'textContent',
];
const form = `<form>${names.map((name) => `<input name="${name}">`).join('')}<p>My parcel is late.</p></form><p>Please help.</p>`;

describe('a form whose controls go by the names of properties', () => {
  it('does not keep a message of the API from being read', () => {
    expect(htmlMessageText(form)).toBe('My parcel is late.\nPlease help.');
  });

  it('does not keep a message on the page from being read', () => {
    const message = document.createElement('div');
    message.innerHTML = form;
    document.body.append(message);
    // It is clobbered in earnest: the page's own code is misled.
    expect(typeof message.querySelector('form')?.tagName).toBe('object');
    expect(messageText(message)).toBe('My parcel is late.\nPlease help.');
    message.remove();
  });

  it('does not keep a reply from being cleaned', () => {
    expect(cleanHtml(form)).toBe('<p>My parcel is late.</p><p>Please help.</p>');
  });
});

it('drops links that cannot be read as addresses, or that turn the direction of reading', () => {
  const links = [
    'https://a.example/x',
    'https:javascript:1',
    'https://a.example\u202e/moc',
    'javascript:1',
    'mailto:a@b.example',
  ];
  const html = links.map((href) => `<a href="${href}">x</a>`).join('');
  expect(cleanHtml(html)).toBe(
    '<a href="https://a.example/x">x</a><a>x</a><a>x</a><a>x</a><a href="mailto:a@b.example">x</a>',
  );
});

it.each(['div', 'b', 'font', 'blockquote', 'table', 'svg', 'a', 'x-y'])(
  'reads 150,000 nested <%s> in a moment, and what they hold',
  (tag) => {
    const html = `${`<${tag}>`.repeat(150_000)}My parcel &amp; I${`</${tag}>`.repeat(20)}`;
    const start = performance.now();
    expect(htmlMessageText(html)).toBe('My parcel & I');
    // Parsed as it stands it takes minutes.
    expect(performance.now() - start).toBeLessThan(14_000);
  },
);

it('keeps the structure of a long mail with paragraphs that nobody closes', () => {
  const text = htmlMessageText(`${'<p>One line.<br>'.repeat(3_000)}<ul>${'<li>Item'.repeat(3_000)}</ul>`);
  expect(text.split('\n').slice(0, 2)).toEqual(['One line.', 'One line.']);
  expect(text).toContain('\n- Item');
});
