import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntentBook, IntentEdit } from '../core/team-intents';
import { applyEdit, redoEdit, undoEdit } from './edit-intents';

const empty: IntentBook = { intents: [], done: [], undone: [] };
let ids = 0;
const newId = () => `id-${++ids}`;

function edited(...edits: IntentEdit[]): IntentBook {
  return edits.reduce((book, edit) => {
    const made = applyEdit(book, edit, newId);
    if (!made.ok) throw new Error(made.error.message);
    return made.value;
  }, empty);
}
const add = (intent: string, ...texts: string[]): IntentEdit => ({
  kind: 'add',
  examples: texts.map((text) => ({ intent, text })),
});
const namesOf = ({ intents }: IntentBook) => intents.map(({ name, examples }) => [name, ...examples]);
const idOf = ({ intents }: IntentBook, name: string) => intents.find((one) => one.name === name)?.id ?? '';

describe('edits of the intents', () => {
  it('add examples to the intent of that name, each once', () => {
    const book = edited(add('Refunds', ' money  back ', 'money back'), add('refunds', 'money back', 'pay me'));
    expect(namesOf(book)).toEqual([['Refunds', 'money back', 'pay me']]);
  });

  it('merge, rename, replace and remove', () => {
    const book = edited(add('B', 'b1', 'same'), add('A', 'a1', 'same'));
    const merged = applyEdit(book, { kind: 'merge', from: idOf(book, 'B'), into: idOf(book, 'A') }, newId);
    expect(merged.ok && namesOf(merged.value)).toEqual([['A', 'a1', 'same', 'b1']]);
    const renamed = applyEdit(book, { kind: 'rename', id: idOf(book, 'B'), name: ' C ' }, newId);
    expect(renamed.ok && namesOf(renamed.value)[1]?.[0]).toBe('C');
    const removed = applyEdit(book, { kind: 'remove', id: idOf(book, 'B') }, newId);
    expect(removed.ok && namesOf(removed.value)).toEqual([['A', 'a1', 'same']]);
  });

  it.each<[string, (book: IntentBook) => IntentEdit, string]>([
    ['a name that another has', (book) => ({ kind: 'rename', id: idOf(book, 'A'), name: 'b' }), 'name-taken'],
    ['no name', (book) => ({ kind: 'rename', id: idOf(book, 'A'), name: ' ' }), 'no-name'],
    ['an intent that is gone', () => ({ kind: 'remove', id: 'gone' }), 'no-intent'],
    ['a merge into itself', (book) => ({ kind: 'merge', from: idOf(book, 'A'), into: idOf(book, 'A') }), 'no-intent'],
  ])('refuse %s', (_what, edit, kind) => {
    const book = edited(add('A', 'a'), add('B', 'b'));
    expect(applyEdit(book, edit(book), newId)).toMatchObject({ ok: false, error: { kind } });
  });

  it('are all undone to nothing and redone to the same, whatever they were', () => {
    const name = fc.constantFrom('A', 'B', 'C');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), name, text: fc.constantFrom('x', 'y', 'z') }),
      fc.record({ kind: fc.constantFrom('remove' as const, 'examples' as const), name, text: fc.constant('w') }),
      fc.record({ kind: fc.constantFrom('merge' as const, 'rename' as const), name, text: name }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        let book = empty;
        for (const { kind, name: own, text } of steps) {
          const id = idOf(book, own);
          const edit: IntentEdit =
            kind === 'add'
              ? add(own, text)
              : kind === 'remove'
                ? { kind, id }
                : kind === 'examples'
                  ? { kind, id, examples: [text] }
                  : kind === 'merge'
                    ? { kind, from: id, into: idOf(book, text) }
                    : { kind, id, name: text };
          const made = applyEdit(book, edit, newId);
          if (made.ok) book = made.value;
        }
        let back = book;
        for (const _ of book.done) back = undoEdit(back);
        expect(back.intents).toEqual([]);
        for (const _ of back.undone) back = redoEdit(back);
        expect(back).toEqual(book);
      }),
    );
  });
});
