import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtml } from './html';
import { findAddresses, linkLine, listAddresses, writeAddresses } from './links';

const url = 'https://help.acme.example/hc/en-us/articles/12';
const titles = new Map([[url, 'Wake a battery']]);

describe('linkLine', () => {
  it.each([
    ['a known title in front', `Guide: Wake a battery (${url}).`, `Guide: <a href="${url}">Wake a battery</a>.`],
    ['a known title in other letters', `See wake a battery (${url})`, `See <a href="${url}">wake a battery</a>`],
    ['other words in front', `Read this (${url}).`, `Read this (<a href="${url}">${url}</a>).`],
    ['no bracket', `Wake a battery: ${url}.`, `Wake a battery: <a href="${url}">${url}</a>.`],
    [
      'an unknown address and signs of HTML',
      '1 < 2 & https://x.example/?a=1&b="2"',
      '1 &lt; 2 &amp; <a href="https://x.example/?a=1&amp;b=">https://x.example/?a=1&amp;b=</a>&quot;2&quot;',
    ],
    ['what is no web address', 'javascript:alert(1) ftp://x', 'javascript:alert(1) ftp://x'],
  ])('makes links of %s', (_name, line, html) => {
    expect(linkLine(line, titles)).toBe(html);
  });

  it('lets nothing through but links to web addresses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom(url, `Wake a battery (${url})`, 'http://"><b>'))),
        (all) => {
          const html = toHtml(all.join(' '), (line) => linkLine(line, titles));
          expect(html.replace(/<\/?(?:p|ol|ul|li|br|a)>|<a href="https?:[^"<>]*">/g, '')).not.toMatch(/[<>"']/);
        },
      ),
    );
  });
});

describe('addresses of rich text', () => {
  const html = `<p>First <a href="${url}?a=1&amp;b=2">Wake &amp; <b>charge</b></a>, then <a href="mailto:a@b.example">write</a>.</p><p><a href="https://x.example">https://x.example</a></p>`;
  const text = 'First Wake & charge, then write.\nhttps://x.example';

  it('are written in brackets behind the words of the link, wherever the piece begins', () => {
    const addresses = findAddresses(html, text);
    expect(addresses).toEqual([{ at: text.indexOf(','), url: `${url}?a=1&b=2` }]);
    expect(writeAddresses(text, addresses)).toBe(
      `First Wake & charge (${url}?a=1&b=2), then write.\nhttps://x.example`,
    );
    expect(writeAddresses(text, addresses, 6, 19)).toBe(`Wake & charge (${url}?a=1&b=2)`);
    expect(writeAddresses(text, addresses, 20)).toBe(text.slice(20));
  });

  it('are listed once each, without the mark that ends the sentence', () => {
    expect(listAddresses(`A (${url}), again ${url}. Other: https://x.example/a?`)).toEqual([
      url,
      'https://x.example/a',
    ]);
  });
});
