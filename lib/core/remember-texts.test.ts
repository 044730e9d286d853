import { expect, it } from 'vitest';
import { rememberTexts } from './remember-texts';

it('reads a text once, and again when enough others came after it', () => {
  const read: string[] = [];
  const lengthOf = rememberTexts((text) => {
    read.push(text);
    return text.length;
  }, 2);
  expect(['a', 'bb', 'a', 'bb'].map(lengthOf)).toEqual([1, 2, 1, 2]);
  expect(read).toEqual(['a', 'bb']);
  expect(['ccc', 'bb', 'a'].map(lengthOf)).toEqual([3, 2, 1]);
  expect(read).toEqual(['a', 'bb', 'ccc', 'a']);
});
