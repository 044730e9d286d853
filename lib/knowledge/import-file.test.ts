import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail } from '../core/result';
import type { FileContents } from './file-records';
import { maxFileBytes, readImportFile } from './import-file';

const sanitise = (html: string) => html.replace(/<script.*?<\/script>/g, '').replace(/ on\w+="[^"]*"/g, '');

function read(name: string, text: string): FileContents {
  const result = readImportFile({ name, text }, sanitise);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const titles = (contents: FileContents) => contents.articles.map(({ item }) => item.title);
const problems = (contents: FileContents) => contents.problems.map(({ line, message }) => `${line}: ${message}`);

describe('CSV', () => {
  it('reads rows by the names of their columns, quoted line breaks included', () => {
    const contents = read(
      'faq.csv',
      '\ufeffTitle;Answer;Tags;Locale;Agents only\n"Refunds; when?";"Five days.\nOr six.";refund, money;EN-us;no\nPrices;<p>See <b>list</b></p>;;;yes\n',
    );
    expect(contents.problems).toEqual([]);
    expect(contents.articles.map(({ item }) => item)).toMatchObject([
      {
        source: 'file:faq.csv',
        title: 'Refunds; when?',
        text: 'Five days.\nOr six.',
        labels: ['refund', 'money'],
        locale: 'en-us',
        isInternal: false,
      },
      { title: 'Prices', text: 'See list', isInternal: true },
    ]);
  });

  it("reads rows of a message and its intent as examples of the team's intents", () => {
    const {
      examples,
      articles,
      problems: told,
    } = read('x.csv', 'text,intent\nWhere is it?,Late\n,Late\nPay me,Refund\n');
    expect(examples).toEqual([
      { intent: 'Late', text: 'Where is it?' },
      { intent: 'Refund', text: 'Pay me' },
    ]);
    expect(told).toEqual([{ line: 3, message: 'the text is missing' }]);
    expect(articles).toEqual([]);
    const json = [{ intent: 'Late', text: 'Where is it?' }];
    expect(read('x.json', JSON.stringify(json)).examples).toEqual(json);
    expect(read('x.json', JSON.stringify({ deskside: 1, teamIntents: json })).examples).toEqual(json);
    expect(read('x.csv', 'title,text,intent\nHours,9 to 5,Late\n').articles).toHaveLength(1);
  });

  it('reads rows as what they say they are, or as macros when the file is called so', () => {
    const mixed = read(
      'all.csv',
      'type,title,body\nmacro,Thanks,Thank you!\narticle,Hours,9 to 5\nplaybook,Late,"1. Ask: when?\n2. Refund"\n',
    );
    expect([mixed.macros.length, mixed.articles.length, mixed.playbooks[0]?.steps.length]).toEqual([1, 1, 2]);
    expect(read('Canned responses.csv', 'name,message\nThanks,Thank you!\n').macros).toHaveLength(1);
  });

  const malformed: [string, string, string[], string[]][] = [
    [
      'no column for the text',
      'foo,bar\n1,2\n',
      [],
      ['1: no column holds the text: name one “body”, “text”, “html”, “content” or “answer”; found “foo”, “bar”'],
    ],
    ['a row without text', 'title,body\nA,one\nB,\n\nC,three\n', ['A', 'C'], ['3: “B” has no text']],
    [
      'too many cells',
      'title,body\nA,one, two\nB,three\n',
      ['B'],
      ['2: 3 cells where the first row names 2: put text that holds the separator in quotes'],
    ],
    [
      'a quote never closed',
      'title,body\nA,one\nB,"two\nC,three\nD,four\n',
      ['A', 'C', 'D'],
      ['3: a quote is opened and not closed, or closed too early'],
    ],
    [
      'a quote closed too early',
      'title,body\nA,one\nB,"two" x\nC,three\n',
      ['A', 'C'],
      ['3: a quote is opened and not closed, or closed too early'],
    ],
    ['lines after a cell of several lines', 'title,body\nA,"one\ntwo\nthree"\nB,\n', ['A'], ['5: “B” has no text']],
    ['only a header', 'title,body\n', [], []],
  ];
  it('says from where on a table with too many broken quotes was not read', () => {
    const lines = Array.from({ length: 300 }, () => 'A,"two" x\n').join('');
    const { problems } = read('x.csv', `title,body\n${lines}B,three\n`);
    expect(problems.at(-1)).toEqual({
      line: 203,
      message: 'too many broken quotes: the rows from here on were not read',
    });
  });
  it.each(malformed)('tells the line and imports the rest: %s', (_name, text, found, told) => {
    const contents = read('x.csv', text);
    expect(titles(contents)).toEqual(found);
    expect(problems(contents)).toEqual(told);
  });
});

describe('JSON', () => {
  const shapes: [string, unknown][] = [
    ['a list', [{ title: 'Refunds', body: 'Five days' }]],
    ['a list of HTML', [{ name: 'Refunds', html: '<p>Five days</p>' }]],
    ['a list of questions', [{ question: 'Refunds', answer: 'Five days' }]],
    ['lists by kind', { articles: [{ id: 7, title: 'Refunds', body: 'Five days', section: 'Money' }] }],
    ['results of an API', { results: [{ title: 'Refunds', content: 'Five days' }], count: 1 }],
    ['one item', { title: 'Refunds', text: 'Five days' }],
  ];
  it.each(shapes)('reads %s', (_name, json) => {
    const contents = read('kb.json', JSON.stringify(json));
    expect(contents.problems).toEqual([]);
    expect(contents.articles.map(({ item }) => [item.title, item.text])).toEqual([['Refunds', 'Five days']]);
  });

  it('reads a desk with articles, macros and playbooks, ids and plain text as they are', () => {
    const desk = {
      articles: [{ id: 'a1', title: 'Reset', body: 'Hold plus.\n\nThen wait. ', section: 'Help' }],
      macros: [{ id: 'm1', title: 'Sorry', body: 'Hi {{ticket.requester.first_name}},\nsorry.' }],
      playbooks: [
        {
          id: 'p1',
          title: 'Bug',
          intent: 'tech.bug',
          steps: [{ id: 's1', text: 'Which model?', kind: 'ask' }, 'Check the cable'],
        },
      ],
    };
    const contents = read('desk.json', JSON.stringify(desk));
    expect(contents.articles[0]?.item).toMatchObject({ id: 'file:desk.json#a1', text: desk.articles[0]?.body });
    expect(contents.macros[0]?.item).toMatchObject({ id: 'file:desk.json#m1', text: desk.macros[0]?.body });
    expect(contents.playbooks[0]).toEqual({
      id: 'file:desk.json#p1',
      title: 'Bug',
      intent: 'tech.bug',
      steps: [
        { id: 's1', text: 'Which model?', kind: 'ask' },
        { id: 'step-2', text: 'Check the cable', kind: 'verify' },
      ],
    });
  });

  it('reads a Zendesk macro by its actions and sanitises its HTML', () => {
    const macro = {
      title: 'Refund',
      active: true,
      actions: [
        { field: 'status', value: 'solved' },
        { field: 'comment_value_html', value: '<p onclick="x()">Done.</p><script>alert(1)</script>' },
        { field: 'comment_mode_is_public', value: 'false' },
      ],
    };
    const off = { ...macro, active: false };
    const contents = read('macros.json', JSON.stringify({ macros: [macro, off] }));
    expect(contents.macros.map(({ item }) => item)).toMatchObject([
      { text: 'Done.', html: '<p>Done.</p>', isNote: true },
    ]);
    expect(contents.problems).toEqual([]);
  });

  it('leaves the HTML of macros out when there is nobody to sanitise it', () => {
    const result = readImportFile({ name: 'm.json', text: '{"macros":[{"title":"A","html":"<p>Hi</p>"}]}' });
    expect(result.ok && result.value.macros[0]?.item).toEqual({
      id: expect.any(String),
      source: 'file:m.json',
      title: 'A',
      text: 'Hi',
      isNote: false,
      tags: [],
    });
  });

  it('keeps ids apart when a file names two items alike', () => {
    const contents = read('kb.json', '[{"title":"A","body":"one"},{"title":"A","body":"two"}]');
    expect(new Set(contents.articles.map(({ item }) => item.id)).size).toBe(2);
  });

  const malformed: [string, string, number, string[]][] = [
    ['kb.json', '[{"title":"A","body":"x"},\n{"title":,}]', 0, ['2: this is no JSON']],
    ['kb.json', '"text"', 0, ['1: expected a list of items']],
    ['kb.json', '{"articles": 5}', 0, ['null: “articles” is no list']],
    [
      'kb.json',
      '[1, null, {"title":"A","body":"x"}]',
      1,
      ['null: Item 1: expected an object', 'null: Item 2: expected an object'],
    ],
    [
      'kb.json',
      '[{"title":"A"},{"title":"B","body":{"a":1}},{"title":"C","body":"x"}]',
      1,
      ['null: Item 1: “A” has no text', 'null: Item 2: “B” has no text'],
    ],
    [
      'kb.json',
      '{"playbooks":[{"title":"P","steps":[]},{"steps":["a"]},{"title":"Q","body":"no steps"}]}',
      0,
      [
        'null: playbooks 1: “P” has no steps',
        'null: playbooks 2: the playbook has no title',
        'null: playbooks 3: its line 2',
      ],
    ],
    [
      'kb.jsonl',
      '{"title":"A","body":"x"}\nnonsense\n[]\n{"title":"B","body":"y"}',
      2,
      ['2: this is no JSON', '3: expected an object'],
    ],
    ['kb.json', '{"title":"A","body":"x"}\n{"title":"B","body":"y"}', 2, []],
    ['kb.json', '{"deskside":9}', 0, ['null: the export is of version 9']],
    ['kb.json', '{"deskside":1,"articles":[{"id":"x"}],"macros":7}', 0, ['null: articles 1']],
    ['kb.json', '  ', 0, ['null: the file is empty']],
  ];
  it.each(malformed)('%s %j: imports %i, tells the rest', (name, text, count, told) => {
    const contents = read(name, text);
    expect(contents.articles).toHaveLength(count);
    expect(problems(contents)).toEqual(told.map((start) => expect.stringContaining(start)));
  });
});

describe('Markdown', () => {
  it('reads one article with front matter', () => {
    const contents = read(
      'guide.md',
      '---\r\ntitle: "Reset it"\r\nlabels: [display, reset]\r\ninternal: true\r\n---\r\n\r\n# Other\r\n\r\nHold **plus**, see [help](/x).\r\n\r\n1. Wait\r\n2. Ride\r\n',
    );
    expect(contents.articles[0]?.item).toMatchObject({
      title: 'Reset it',
      labels: ['display', 'reset'],
      isInternal: true,
      text: 'Hold plus, see help.\n1. Wait\n2. Ride',
    });
  });

  it('reads one article a top-level heading and keeps the headings under it', () => {
    const contents = read('all.md', '# One\n\n## Part\n\nFirst.\n\n# Two\n\nSecond.\n\n# Empty\n');
    expect(titles(contents)).toEqual(['One', 'Two']);
    expect(contents.articles[0]?.set.passages.map(({ heading, text }) => [heading, text])).toEqual([
      ['Part', 'First.'],
    ]);
    expect(problems(contents)).toEqual(['11: “Empty” has no text']);
  });

  it('names an article without a heading after its file', () => {
    expect(titles(read('docs/Opening hours.md', 'Nine to five.'))).toEqual(['Opening hours']);
  });

  it('takes no scripts from the HTML in it', () => {
    expect(
      read('x.md', 'Hi <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>there').articles[0]?.item.text,
    ).toBe('Hi\nthere');
  });

  it('reads a playbook, or tells its line', () => {
    expect(read('p.md', '# Late parcel\nIntent: delivery.late\n\n1. Ask: when?\n').playbooks).toMatchObject([
      { title: 'Late parcel', intent: 'delivery.late' },
    ]);
    expect(read('p.md', 'Late\nIntent: nope\n1. Ask: when?').problems).toMatchObject([{ line: 2 }]);
  });
});

describe('HTML', () => {
  it('reads title and text', () => {
    const contents = read(
      'page.htm',
      '<html><head><title>Reset</title></head><body><h1>Reset</h1><p>Hold.</p><script>alert(1)</script></body></html>',
    );
    expect(contents.articles[0]?.item).toMatchObject({ title: 'Reset', text: 'Reset\nHold.' });
    expect(contents.articles[0]?.set.passages.map(({ heading, text }) => [heading, text])).toEqual([['', 'Hold.']]);
  });
});

describe('files that are refused', () => {
  it.each([
    ['a.pdf', 'x', 'unsupported-file'],
    ['noending', 'x', 'unsupported-file'],
    ['a.csv', 'PK\u0003\u0000', 'not-text'],
    ['a.md', 'é'.repeat(maxFileBytes / 2 + 1), 'file-too-large'],
  ])('%s', (name, text, kind) => {
    expect(readImportFile({ name, text })).toMatchObject({ ...fail(kind, ''), error: { kind } });
  });
});

it('never throws and never makes a passage whose offsets are off, whatever the file', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'title,body',
      '"',
      '# A',
      '{"title":"A","body":"b"}',
      '<p>',
      'Intent: x',
      '1. a',
      '---',
      '[',
      '```',
      'a,"b',
    ),
  );
  const file = fc.record({
    name: fc.constantFrom('a.csv', 'a.json', 'a.jsonl', 'a.md', 'a.html'),
    lines: fc.array(line, { maxLength: 12 }),
  });
  fc.assert(
    fc.property(file, ({ name, lines }) => {
      const result = readImportFile({ name, text: lines.join('\n') }, sanitise);
      if (!result.ok) return expect(result.error.kind).toBe('not-text');
      for (const { item, set } of [...result.value.articles, ...result.value.macros]) {
        for (const passage of set.passages) expect(item.text.slice(passage.start, passage.end)).toBe(passage.text);
        expect(set.passages.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 400 },
  );
});
