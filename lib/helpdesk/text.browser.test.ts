import { describe, expect, it } from 'vitest';
import { cleanHtml, htmlFromText } from './clean-html';
import { hashText, htmlMessageText, htmlText } from './text';

describe('message text', () => {
  it.each([
    ['paragraphs', '<p>One</p><p>Two</p>', 'One\nTwo'],
    ['line breaks', '<div>One<br>Two<br><br>Three</div>', 'One\nTwo\nThree'],
    ['lists', '<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>', '- a\n- b\n1. c\n2. d'],
    ['inline elements', '<p>It <b>is</b> <i>so</i>&nbsp;bad</p>', 'It is so bad'],
    [
      'table cells',
      '<table><tr><td>Order</td><td>12</td></tr><tr><td>Paid</td><td>yes</td></tr></table>',
      'Order 12\nPaid yes',
    ],
    ['preformatted lines', '<pre>one\ntwo</pre>', 'one\ntwo'],
    ['emoji pictures', '<p>Thanks <img alt="😀" src="x"><img alt="logo"></p>', 'Thanks 😀'],
    ['buttons and ticks', '<p>Hi</p><button>Show original</button><svg><title>Read</title></svg>', 'Hi'],
    ['hidden preheaders', '<div style="display:none">Preview</div><p>Hi</p><p hidden>x</p>', 'Hi'],
    ['code that never runs', '<script>x()</script><style>p{}</style><p>Hi</p>', 'Hi'],
    [
      'Gmail quotes',
      '<div>Yes</div><div class="gmail_quote">On 2 Nov, Kim wrote:<blockquote>Is it?</blockquote></div>',
      'Yes',
    ],
    ['Apple quotes', '<div>Yes</div>On 2 Nov 2026, Kim wrote:<blockquote type="cite">Is it?</blockquote>', 'Yes'],
    [
      'mail that was passed on by Gmail',
      '<div>What?</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: Post</div><p>Nobody was in.</p><blockquote>old</blockquote></div>',
      'What?\n---------- Forwarded message ---------\nFrom: Post\nNobody was in.',
    ],
    [
      'mail that was passed on by Apple Mail',
      '<div>What?</div><div>Begin forwarded message:</div><br><blockquote type="cite">From: Post<br>Nobody was in.</blockquote>',
      'What?\nBegin forwarded message:\nFrom: Post\nNobody was in.',
    ],
    ['signatures', '<p>Yes</p><div class="signature">Kim<br>Support</div>', 'Yes'],
    ['a message that is all quote', '<blockquote>Forwarded words</blockquote>', 'Forwarded words'],
    ['right-to-left text', '<p dir="rtl">مرحبا</p><p>شكرا</p>', 'مرحبا\nشكرا'],
    ['nothing', '<p><br></p>', ''],
  ])('of %s', (_name, html, text) => {
    expect(htmlMessageText(html)).toBe(text);
  });

  it('holds on nesting as deep as it comes', () => {
    expect(htmlText(`${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`)).toBe('deep');
  });
});

describe('cleanHtml', () => {
  it.each([
    [
      'keeps formatting',
      '<p>A <strong>b</strong> <a href="https://x.example">c</a></p>',
      '<p>A <strong>b</strong> <a href="https://x.example">c</a></p>',
    ],
    ['drops handlers and styles', '<p onclick="x()" style="color:red" class="y">A</p>', '<p>A</p>'],
    ['drops code', '<p>A<script>x()</script><style>y</style></p><iframe src="//x"></iframe>', '<p>A</p>'],
    ['drops pictures', '<p>A<img src="//x" onerror="x()"></p>', '<p>A</p>'],
    ['unwraps what it does not know', '<section><custom-x><p>A</p></custom-x></section>', '<p>A</p>'],
    ['drops bad links', '<a href=" java\nscript:x()">A</a><a href="data:text/html,x">B</a>', '<a>A</a><a>B</a>'],
    ['drops drawings', '<svg><a xlink:href="javascript:x()">A</a></svg><math><mi>x</mi></math>B', 'B'],
    ['keeps direction', '<p dir="rtl">A</p>', '<p dir="rtl">A</p>'],
  ])('%s', (_name, html, clean) => {
    expect(cleanHtml(html)).toBe(clean);
  });

  it('turns text into paragraphs and lines', () => {
    expect(htmlFromText('a <b>\r\nc\n\nd & e')).toBe('<p>a &lt;b&gt;<br>c</p><p>d &amp; e</p>');
  });
});

describe('hashText', () => {
  it('is stable and differs for near texts', () => {
    expect(hashText('hello')).toBe(hashText('hello'));
    const hashes = new Set(Array.from({ length: 10_000 }, (_item, index) => hashText(`message ${index}`)));
    expect(hashes.size).toBe(10_000);
  });
});
