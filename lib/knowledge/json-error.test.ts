import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findJsonErrorLine } from './json-error';

it.each([
  ['{"a":1,\n"b":,\n"c":2}', 2],
  ['[1,\n2,\n]', 3],
  ['[1\n2]', 2],
  ['{"a":\n"broken\nstring"}', 2],
  ['{\n"a":1\n', 2],
  ["{\n'a':1}", 2],
  ['{}\n\n{}', 3],
  ['nonsense', 1],
  ['[\n{"a": "\\x"}]', 2],
  ['', 1],
])('finds the line of the error in %j', (text, line) => {
  expect(findJsonErrorLine(text)).toBe(line);
});

it('finds no error in JSON, so that it ends at the last line', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const text = JSON.stringify(JSON.parse(json), null, 1);
      expect(findJsonErrorLine(`${text}\n`)).toBe(text.split('\n').length);
    }),
  );
});
