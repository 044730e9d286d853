import { fail, ok, type Result } from '../core/result';
import type { IntentBook, IntentChange, IntentEdit, LabelledText, TeamIntent } from '../core/team-intents';

/** Changes that can be undone. */
const remembered = 50;

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
const byName = (a: TeamIntent, b: TeamIntent) => a.name.localeCompare(b.name);

/** Examples without blank ones and without those that are there already, white space made plain. */
function tidy(examples: readonly string[]): string[] {
  return [...new Set(examples.map((text) => text.replace(/\s+/g, ' ').trim()))].filter((text) => text !== '');
}

/** The book with the touched intents `from` replaced by those of `to`. */
function swap(intents: readonly TeamIntent[], from: readonly TeamIntent[], to: readonly TeamIntent[]): TeamIntent[] {
  const gone = new Set(from.map(({ id }) => id));
  return [...intents.filter(({ id }) => !gone.has(id)), ...to].sort(byName);
}

type Touched = Result<{ before: TeamIntent[]; after: TeamIntent[] }>;

function addExamples(intents: readonly TeamIntent[], rows: readonly LabelledText[], newId: () => string): Touched {
  const [before, after]: [TeamIntent[], TeamIntent[]] = [[], []];
  for (const { intent, text } of rows) {
    const name = intent.replace(/\s+/g, ' ').trim();
    if (name === '') return fail('no-name', 'An intent needs a name');
    let target = after.find((one) => sameName(one.name, name));
    if (!target) {
      const known = intents.find((one) => sameName(one.name, name));
      if (known) before.push(known);
      target = known ? { ...known } : { id: newId(), name, examples: [] };
      after.push(target);
    }
    target.examples = tidy([...target.examples, text]);
  }
  return ok({ before, after });
}

function touch(intents: readonly TeamIntent[], edit: IntentEdit, newId: () => string): Touched {
  const find = (id: string) => intents.find((one) => one.id === id);
  if (edit.kind === 'add') return addExamples(intents, edit.examples, newId);
  const own = find(edit.kind === 'merge' ? edit.from : edit.id);
  const gone = fail('no-intent', 'This intent is no longer there');
  if (!own) return gone;
  if (edit.kind === 'remove') return ok({ before: [own], after: [] });
  if (edit.kind === 'examples') return ok({ before: [own], after: [{ ...own, examples: tidy(edit.examples) }] });
  if (edit.kind === 'merge') {
    const into = find(edit.into);
    if (!into || into === own) return gone;
    return ok({ before: [own, into], after: [{ ...into, examples: tidy([...into.examples, ...own.examples]) }] });
  }
  const name = edit.name.replace(/\s+/g, ' ').trim();
  if (name === '') return fail('no-name', 'An intent needs a name');
  if (intents.some((one) => one !== own && sameName(one.name, name)))
    return fail('name-taken', 'There is an intent of this name: merge the two instead');
  return ok({ before: [own], after: [{ ...own, name }] });
}

/** The book after one change, which can be undone. Fails with `no-name`, `name-taken`, `no-intent`. */
export function applyEdit(book: IntentBook, edit: IntentEdit, newId: () => string): Result<IntentBook> {
  const touched = touch(book.intents, edit, newId);
  if (!touched.ok) return touched;
  const { before, after } = touched.value;
  if (JSON.stringify(before) === JSON.stringify(after)) return ok(book);
  const done = [...book.done, { kind: edit.kind, before, after }].slice(-remembered);
  return ok({ intents: swap(book.intents, before, after), done, undone: [] });
}

/** The book before its latest change; itself when there is none. */
export function undoEdit({ intents, done, undone }: IntentBook): IntentBook {
  const change: IntentChange | undefined = done.at(-1);
  if (!change) return { intents, done, undone };
  return {
    intents: swap(intents, change.after, change.before),
    done: done.slice(0, -1),
    undone: [...undone, change],
  };
}

/** The book with the change that was undone last; itself when there is none. */
export function redoEdit({ intents, done, undone }: IntentBook): IntentBook {
  const change: IntentChange | undefined = undone.at(-1);
  if (!change) return { intents, done, undone };
  return {
    intents: swap(intents, change.before, change.after),
    done: [...done, change],
    undone: undone.slice(0, -1),
  };
}
