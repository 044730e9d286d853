import { describe, expect, it } from 'vitest';
import { measureGrowth } from './growth';

/** A vector for each message: its intent's own axis, and of the axis of `other` as much as `lean` says. */
const vectorOf = (lean: number) => async (text: string) => {
  const vector = new Float32Array(8);
  const [name = '', number = '0'] = text.split(' ');
  const own = 'abcd'.indexOf(name);
  if (own < 0) return vector;
  vector[own] = 1 - lean;
  vector[3] = (vector[3] ?? 0) + lean;
  vector[4 + (Number(number) % 4)] = 0.2;
  return vector;
};
const rows = ['a', 'b', 'c', 'd'].flatMap((intent) =>
  Array.from({ length: 12 }, (_, at) => ({ intent, text: `${intent} ${at}` })),
);

describe('measureGrowth', () => {
  it('finds no loss where intents lie apart', async () => {
    const [growth] = await measureGrowth(rows, { old: 3, added: 1, shots: 6, seed: 1 }, vectorOf(0));
    expect(growth).toMatchObject({ before: 1, after: 1 });
    expect(growth?.worst.drop).toBe(0);
  });

  it('finds the loss where the added intent takes messages of the old ones', async () => {
    const asTheOther = async (text: string) => vectorOf(0)(text.replace(/^[ab] (\d*[02468])$/, 'd $1'));
    const found = await measureGrowth(rows, { old: 3, added: 1, shots: 6, seed: 1 }, asTheOther);
    expect(found[0]?.worst.drop ?? 0).toBeGreaterThan(0);
  });
});
