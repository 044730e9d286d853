import { describe, expect, it } from 'vitest';
import english from '../../public/models/signals-en/card.json' with { type: 'json' };
import multilingual from '../../public/models/signals-multilingual/card.json' with { type: 'json' };
import { type CardTables, toTables } from './card-tables';

/** Every number that tables show, however deep. */
function numbersIn(tables: CardTables): string[] {
  const texts = [...tables.lines.map(([, value]) => value), ...tables.rows.flatMap(([, cells]) => cells)];
  const own = texts.flatMap((text) => text.split(', ')).filter((text) => /^-?[\d.]+$/.test(text));
  return [...own, ...tables.deeper.flatMap(([, value]) => numbersIn(toTables(value)))];
}

function numbersOf(value: unknown): string[] {
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

describe('toTables', () => {
  it.each([english, multilingual])('shows every score of the card of $id', ({ scores }) => {
    expect(numbersOf(scores).length).toBeGreaterThan(20);
    expect(numbersIn(toTables(scores)).toSorted()).toEqual(numbersOf(scores).toSorted());
  });

  it('parts lines, a table and what goes deeper', () => {
    const card = { unit: '%', a: { n: 1, f1: 0.5 }, b: { n: 2, by: ['x', 'y'] }, deep: { c: { n: 3 } }, none: null };
    expect(toTables(card)).toEqual({
      lines: [
        ['unit', '%'],
        ['none', '–'],
      ],
      columns: ['n', 'f1', 'by'],
      rows: [
        ['a', ['1', '0.5', '–']],
        ['b', ['2', '–', 'x, y']],
      ],
      deeper: [['deep', { c: { n: 3 } }]],
    });
    expect(toTables([{ name: 'set', rows: 3 }]).rows).toEqual([['1', ['set', '3']]]);
  });
});
