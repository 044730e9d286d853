import { expect, it } from 'vitest';
import type { Hit, Passage } from '../core/knowledge';
import { createSamePassages } from './same-passages';

const passage: Passage = { id: 'a:0', ownerId: 'a', ownerKind: 'article', heading: '', start: 0, end: 4, text: 'Text' };
const hit = (own: Partial<Passage> = {}, title = 'Title') =>
  ({ ownerId: 'a', title, score: 1, passage: { ...passage, ...own } }) as Hit;

it('gives a passage that is found again as the same object', () => {
  const toSame = createSamePassages();
  const [[first], [second]] = [toSame([hit()]), toSame([hit()])];
  expect(first?.passage).toEqual(passage);
  expect(second?.passage).toBe(first?.passage);
});

it.each([
  ['says something else', hit({ text: 'Else' })],
  ['stands under another heading', hit({ heading: 'Refunds' })],
  ['stands elsewhere', hit({ start: 1, end: 5 })],
  ['has another title', hit({}, 'Other')],
])('gives a passage that %s as it is now', (_how, changed) => {
  const toSame = createSamePassages();
  toSame([hit()]);
  const [now] = toSame([changed]);
  expect(now).toEqual(changed);
  expect(toSame([changed])[0]?.passage).toBe(now?.passage);
});
