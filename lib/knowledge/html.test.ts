import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeHtml, readHtml, readHtmlTitle, readPlain } from './html';

function lines(html: string): string[] {
  return readHtml(html).text.split('\n');
}

describe('reading HTML', () => {
  it('parts blocks by a line break and squeezes white space', () => {
    expect(lines('<h1>Reset  it</h1>\n<p>Press\n and <b>hold</b>&nbsp;plus.</p><div>Done</div>')).toEqual([
      'Reset it',
      'Press and hold plus.',
      'Done',
    ]);
  });

  it('numbers ordered lists and marks the others, nested ones too', () => {
    const html = '<ol start="3"><li><p>Open</p></li><li>Close<ul><li>gently</li></ul></li></ol><p>End</p>';
    expect(lines(html)).toEqual(['3. Open', '4. Close', '• gently', 'End']);
  });

  it('reads table rows as cells parted by a bar', () => {
    const html =
      '<table><tr><th>Code</th><th>Meaning</th></tr><tr><td><p>E10</p></td><td>Cable<br>loose</td></tr></table>';
    expect(lines(html)).toEqual(['Code | Meaning', 'E10 | Cable loose']);
  });

  it('reads a table of one column as paragraphs, because it is layout', () => {
    expect(lines('<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>')).toEqual(['One.', 'Two.']);
  });

  it('takes a short bold paragraph for a heading', () => {
    const { blocks } = readHtml(
      '<p><strong>Before you start</strong></p><p><b>Stop.</b></p><p><b>Note</b> it well</p>',
    );
    expect(blocks.map((block) => [block.kind, block.level])).toEqual([
      ['heading', 7],
      ['paragraph', 0],
      ['paragraph', 0],
    ]);
  });

  it('keeps where links lead and where they stand', () => {
    const { text, blocks } = readHtml(
      '<ul><li>See <a href="/hc/1"> our guide</a> or <a href="javascript:x()">this</a></li></ul>',
    );
    const links = blocks[0]?.links ?? [];
    expect(links.map((link) => [text.slice(link.start, link.end), link.href])).toEqual([['our guide', '/hc/1']]);
  });

  it('keeps the lines of preformatted text', () => {
    expect(readHtml('<pre>a  b\n  c</pre>').text).toBe('a  b\n  c');
  });

  const hostile: [string, string, string][] = [
    ['a script', 'a<script>alert(1)</script>b', 'ab'],
    ['a script in capitals', '<SCRIPT>alert(1)</SCRIPT>ok', 'ok'],
    ['a style', '<style>p{}</style>ok', 'ok'],
    ['a frame', '<iframe src="https://evil.example">in</iframe>ok', 'ok'],
    ['an event', '<img src=x onerror=alert(1)>ok', 'ok'],
    ['what is hidden', '<p hidden>no</p><p style="display : none">no</p><p aria-hidden="true">no</p>ok', 'ok'],
    ['hidden parents', '<div style="visibility:hidden"><p>no <b>no</b></p></div>ok', 'ok'],
    ['an svg', '<svg><text>no</text><script>1</script></svg>ok', 'ok'],
    ['a template', '<template><p>no</p></template>ok', 'ok'],
    ['a comment', '<!-- no --><p>ok</p>', 'ok'],
    ['entities', '&lt;script&gt; &amp; 5 &euro; &#x645;', '<script> & 5 € م'],
    ['tags left open', '<p>one<p>two<b>three', 'one\ntwothree'],
    ['tags closed too often', '</p></div>ok</b>', 'ok'],
    ['a tag cut off', 'ok<p class="', 'ok'],
    ['our own separator', 'o\ue000k', 'ok'],
    ['nothing', '', ''],
    ['only white space', ' \n&nbsp;<br><br>', ''],
  ];
  it.each(hostile)('survives %s', (_name, html, text) => {
    expect(readHtml(html).text).toBe(text);
  });

  it('survives deep nesting', () => {
    const depth = 20_000;
    expect(readHtml(`${'<div><b>'.repeat(depth)}x${'</b></div>'.repeat(depth)}`).text).toBe('x');
  });

  it('gives blocks in order that part the text exactly, whatever the HTML', () => {
    const tag = fc.constantFrom(
      'p',
      'li',
      'ul',
      'ol',
      'td',
      'tr',
      'table',
      'h2',
      'b',
      'a href="/x"',
      'pre',
      'br',
      'div',
      'summary',
    );
    const token = fc.oneof(
      fc.string({ maxLength: 12 }),
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name.split(' ')[0]}>`),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const { text, blocks } = readHtml(tokens.join(''));
        expect(blocks.map((block) => text.slice(block.start, block.end)).join('\n')).toBe(text);
        for (const block of blocks) {
          expect(text.slice(block.start, block.end).trim()).not.toBe('');
          for (const link of block.links) {
            expect(link.start).toBeGreaterThanOrEqual(block.start);
            expect(link.end).toBeLessThanOrEqual(block.end);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('reading a title', () => {
  it.each([
    ['<title> My\n page </title><h1>Other</h1>', 'My page'],
    ['<h1>Only <b>heading</b></h1>', 'Only heading'],
    ['<title></title><h1>Heading</h1>', 'Heading'],
    ['<p>none</p>', undefined],
  ])('reads %j as %j', (html, title) => {
    expect(readHtmlTitle(html)).toBe(title);
  });
});

describe('reading plain text', () => {
  it('leaves the text as it is', () => {
    const text = '# Guide\r\n\r\n1. Open it\n  then close it  \n';
    const page = readPlain(text);
    expect(page.text).toBe(text);
    expect(page.blocks.map((block) => [block.kind, text.slice(block.start, block.end)])).toEqual([
      ['heading', '# Guide'],
      ['item', '1. Open it'],
      ['paragraph', 'then close it'],
    ]);
  });

  it.each([
    ['a < b and c > d', false],
    ['press <Enter>', false],
    ['<p>x</p>', true],
    ['one<br/>two', true],
  ])('tells whether %j is HTML', (text, expected) => {
    expect(looksLikeHtml(text)).toBe(expected);
  });
});
