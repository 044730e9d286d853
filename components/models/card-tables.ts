import type { CardValue } from '../../lib/core/model-card';

type CardObject = { [name: string]: CardValue };
/** One level of a card: lines of a name and a value, a table with a row a name, and what goes deeper. */
export type CardTables = {
  lines: [name: string, value: string][];
  columns: string[];
  rows: [name: string, cells: string[]][];
  deeper: [name: string, value: CardObject][];
};

const isObject = (value: CardValue): value is CardObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: CardValue): boolean =>
  Array.isArray(value) ? value.every((one) => typeof one !== 'object' || one === null) : !isObject(value);

function toText(value: CardValue | undefined): string {
  if (value === undefined || value === null) return '–';
  return Array.isArray(value) ? value.map(toText).join(', ') : String(value);
}

/** Lays one object or list of a card out as tables; nothing of it is left out. */
export function toTables(value: CardObject | CardValue[]): CardTables {
  const entries: [string, CardValue][] = Array.isArray(value)
    ? value.map((one, index) => [String(index + 1), one])
    : Object.entries(value);
  const lines = entries.filter(([, one]) => isPlain(one)).map(([name, one]): [string, string] => [name, toText(one)]);
  const objects = entries.flatMap(([name, one]): [string, CardObject][] => {
    if (isPlain(one)) return [];
    return [[name, isObject(one) ? one : Object.fromEntries((one as CardValue[]).map((part, at) => [at + 1, part]))]];
  });
  const isFlat = ([, one]: [string, CardObject]) => Object.values(one).every(isPlain);
  const flat = objects.filter(isFlat);
  const columns = [...new Set(flat.flatMap(([, one]) => Object.keys(one)))];
  return {
    lines,
    columns,
    rows: flat.map(([name, one]) => [name, columns.map((column) => toText(one[column]))]),
    deeper: objects.filter((one) => !isFlat(one)),
  };
}
