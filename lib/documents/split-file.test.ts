import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type FilePart, NotSplittable, splitFile } from './split-file';

async function* chunksOf(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function split(name: string, text: string, { chunk = 7, chars = 20 } = {}): Promise<FilePart[]> {
  const parts: FilePart[] = [];
  for await (const part of splitFile(name, chunksOf(text, chunk), chars)) parts.push(part);
  return parts;
}

describe('splitFile', () => {
  it('cuts a table between its rows, whatever the cells hold, and tells the lines', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ') });
    const rows = fc.array(fc.tuple(fc.integer().map(String), cell), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (table, chunk) => {
        const text = Papa.unparse([['id', 'body'], ...table], { newline: '\n', quotes: true });
        const parts = await split('a.csv', text, { chunk, chars: 30 });
        const read = parts.flatMap((part) => Papa.parse<string[]>(part.text.replace(/\n$/, '')).data.slice(1));
        expect(read).toEqual(table);
        expect(parts.map(({ isLast }) => isLast)).toEqual(parts.map((_part, at) => at === parts.length - 1));
        const lines = text.split('\n');
        for (const { text: own, offset } of parts) expect(lines[offset + 1]).toBe(own.split('\n')[1]);
      }),
    );
  });

  it('does not let a broken quote swallow the rest of a table', async () => {
    const text = `id,body\n1,"never closed\n${'2,fine\n'.repeat(900_000)}`;
    const parts = await split('a.csv', text, { chunk: 100_000, chars: 1_000_000 });
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every((part) => part.text.startsWith('id,body\n') && part.text.length < 4_200_000)).toBe(true);
  });

  it('cuts JSON lines at lines', async () => {
    const lines = Array.from({ length: 9 }, (_none, id) => JSON.stringify({ id, text: 'a\nb' }));
    for (const name of ['a.jsonl', 'a.json']) {
      const parts = await split(name, lines.join('\n'), { chunk: 40 });
      expect(parts.flatMap(({ text }) => text.split('\n').filter((line) => line !== ''))).toEqual(lines);
      expect(parts.length).toBeGreaterThan(2);
      for (const { text, offset } of parts) expect(lines[offset]).toBe(text.split('\n')[0]);
    }
  });

  it('cuts a JSON list, or the lists of an object, between their records', async () => {
    const records = fc.array(
      fc.jsonValue().map((value) => ({ value })),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(records, records, fc.integer({ min: 1, max: 50 }), async (one, two, chunk) => {
        const list = await split('a.json', JSON.stringify(one, null, 1), { chunk });
        expect(list.flatMap(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(one)));
        list.reduce((count, { text, offset }) => {
          expect(offset).toBe(count);
          return count + JSON.parse(text).length;
        }, 0);
        const lists = await split('a.json', JSON.stringify({ n: 1, articles: one, macros: two }), { chunk });
        const read = lists.map(({ text }) => JSON.parse(text));
        expect(read.flatMap(({ articles = [] }) => articles)).toEqual(JSON.parse(JSON.stringify(one)));
        expect(read.flatMap(({ macros = [] }) => macros)).toEqual(JSON.parse(JSON.stringify(two)));
      }),
    );
  });

  it('keeps what stands before a JSON file that is cut off, and hands on the rest as it is', async () => {
    const parts = await split('a.json', '[{"id":1,"text":"one"},{"id":2,"text":"tw');
    expect(JSON.parse(parts[0]?.text ?? '')).toEqual([{ id: 1, text: 'one' }]);
    expect(() => JSON.parse(parts.at(-1)?.text ?? '')).toThrow();
  });

  it('leaves an export of Deskside whole', async () => {
    await expect(split('a.json', '{"deskside":1,"articles":[{"id":1}]}')).rejects.toThrow(NotSplittable);
  });
});
