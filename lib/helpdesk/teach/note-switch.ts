import type { NoteSwitch } from '../../core/helpdesk-description';
import { fail, ok, type Result } from '../../core/result';
import { marksOf } from './marks';

/** A selector that tells something of the page's present state, how far to trust it, and how far from the editor it lies. */
type Sign = { selector: string; trust: number; steps: number };

/** Classes of states that a switch between reply and note may have; those of focus and pointer come by themselves. */
const stateClass =
  /^(is-|-|ui-|tab-)?(active|selected|current|on|off|open(ed)?|checked|enabled|pressed|private|internal|note|public)$/i;
const fleeting = /focus|hover|blur|touched|dirty|empty|placeholder|loading|ripple/i;
const stateAttributes = [
  'aria-pressed',
  'aria-checked',
  'aria-selected',
  'aria-current',
  'data-state',
  'data-active',
  'data-mode',
];
/** Words of the page: in its language, so trusted least, but often the only thing that changes. */
const wordAttributes = ['aria-label', 'placeholder', 'data-placeholder', 'aria-placeholder', 'title'];
const noteWords = /note|internal|private|comment/i;
const replyWords = /public|reply|customer|send|mail/i;
const nearTrust = 6;
const wordTrust = 2;

function attributeSigns(element: Element, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null || value.length > 80 ? [] : [`[${name}="${CSS.escape(value)}"]`];
  });
}

/** What is so about an element now and may be otherwise a press later. */
function statesOf(element: Element): { selector: string; trust: number }[] {
  const isBox = element.matches('input:is([type="checkbox"], [type="radio"]), option');
  const checked = isBox ? [element.matches(':checked') ? ':checked' : ':not(:checked)'] : [];
  const classes = [...element.classList].filter((name) => stateClass.test(name)).map((name) => `.${CSS.escape(name)}`);
  const sure = [...checked, ...attributeSigns(element, stateAttributes), ...classes];
  return [
    ...sure.map((selector) => ({ selector, trust: nearTrust })),
    ...attributeSigns(element, wordAttributes).map((selector) => ({ selector, trust: wordTrust })),
  ];
}

/** What an element is known by: marks of its own, and its place in its parent, which tells buttons of one class apart. */
function namesOf(element: Element): { selector: string; trust: number }[] {
  const own = marksOf(element).filter(({ selector, trust }) => trust > 1 && !fleeting.test(selector));
  const value = element.getAttribute('value');
  const named = value !== null && element.matches('option, input:is([type="checkbox"], [type="radio"])');
  if (named) own.unshift({ selector: `${element.localName}[value="${CSS.escape(value)}"]`, trust: 7 });
  const { parentElement, localName } = element;
  const same = [...(parentElement?.children ?? [])].filter((other) => other.localName === localName);
  const place = `${localName}:nth-of-type(${same.indexOf(element) + 1})`;
  const [holder] = parentElement ? marksOf(parentElement) : [];
  return [...own.slice(0, 4), { selector: holder ? `${holder.selector} > ${place}` : place, trust: 1 }];
}

function signsOf(element: Element): { selector: string; trust: number }[] {
  const names = namesOf(element);
  const marks = marksOf(element).filter(({ selector }) => !fleeting.test(selector));
  const states = statesOf(element);
  return [
    ...marks,
    ...names.flatMap((name) =>
      states.map((state) => ({ selector: name.selector + state.selector, trust: name.trust + state.trust })),
    ),
  ];
}

/** How many steps out of the editor lead to what holds the element too. */
function stepsTo(element: Element, chain: ReadonlyMap<Element, number>): number {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const steps = chain.get(at);
    if (steps !== undefined) return steps;
  }
  return chain.size;
}

function chainOf(editor: Element): Map<Element, number> {
  const chain = new Map<Element, number>();
  for (let at: Element | null = editor; at; at = at.parentElement) chain.set(at, chain.size);
  return chain;
}

/** Every sign on the page now, once each, as near to the editor as it stands. */
function readSigns(page: Document, chain: ReadonlyMap<Element, number>): Map<string, Sign> {
  const signs = new Map<string, Sign>();
  for (const element of page.body.querySelectorAll('*')) {
    const steps = stepsTo(element, chain);
    for (const { selector, trust } of signsOf(element)) {
      const known = signs.get(selector);
      if (!known || known.steps > steps) signs.set(selector, { selector, trust, steps });
    }
  }
  return signs;
}

/** The sign of `signs` that the other state of the page lacks: the nearest to the editor, then the most telling. */
function ownSign(signs: ReadonlyMap<string, Sign>, other: ReadonlyMap<string, Sign>, words: RegExp): Sign | undefined {
  const worth = ({ selector, trust }: Sign) => trust + (words.test(selector) ? nearTrust : 0);
  const [best] = [...signs.values()]
    .filter(({ selector }) => !other.has(selector))
    .toSorted((a, b) => a.steps - b.steps || worth(b) - worth(a));
  return best;
}

/**
 * Notes how the page looks while its editor writes to the customer. The answer is asked once the agent has switched it
 * to a note, and compares: what is there in one of the two states alone tells them apart. Nothing is pressed.
 * @returns from the answer: `no-switch` where the two states look alike.
 */
export function watchNoteSwitch(editor: Element, page: Document): () => Result<NoteSwitch> {
  const chain = chainOf(editor);
  const asReply = readSigns(page, chain);
  return () => {
    // Frameworks put another node in the editor's place: what is left of all that held it tells how near things are.
    const [nearest] = [...chain.keys()].filter((element) => element.isConnected);
    const asNote = readSigns(page, nearest ? chainOf(nearest) : new Map());
    const reply = ownSign(asReply, asNote, replyWords);
    const note = ownSign(asNote, asReply, noteWords);
    if (!reply && !note) {
      return fail('no-switch', 'Nothing on the page has changed. Switch the box to a note first, then press this.');
    }
    return ok({
      ...(reply ? { publicWhile: reply.selector } : {}),
      ...(note ? { noteWhile: note.selector } : {}),
    });
  };
}
