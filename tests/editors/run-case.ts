import { setTimeout as sleep } from 'node:timers/promises';
import type { InsertionCase } from './cases.ts';
import type { GalleryEntry } from './catalogue.ts';
import { isRefusal, judge, type Seen, undoLimit, type Verdict } from './judge.ts';
import type { Gallery } from './pages/gallery.ts';
import type { Shape } from './pages/shape.ts';

type Methods = {
  [Name in keyof Gallery as Gallery[Name] extends (...args: never[]) => unknown ? Name : never]: Gallery[Name];
};

/** A page of the gallery in some browser. */
export type GalleryPage = {
  /** Calls a method of `window.gallery`. */
  call<Name extends keyof Methods>(
    name: Name,
    ...args: Parameters<Methods[Name]>
  ): Promise<Awaited<ReturnType<Methods[Name]>>>;
  sends(): Promise<number>;
  /** Presses keys as a person does. */
  type(text: string): Promise<void>;
  undo(): Promise<void>;
  close(): Promise<void>;
};

/** Editors hear of a new caret late: Slate looks at it every 100 ms. */
const caretMs = 120;
/** Within it a second copy would have come; a busy page's paste comes after 800 ms. */
const settleMs = { calm: 40, disturbed: 300, late: 1_000 };

async function until(page: GalleryPage, isThere: (shape: Shape) => boolean): Promise<Shape> {
  for (let attempt = 0; ; attempt += 1) {
    const shape = await page.call('shape');
    if (isThere(shape) || attempt === 10) return shape;
    await sleep(25);
  }
}

const textOf = (shape: Shape) => shape.lines.join('\n').trim();

async function undoAll(page: GalleryPage, before: Shape): Promise<Shape> {
  let shape = await page.call('shape');
  for (let step = 0; step < undoLimit && textOf(shape) !== textOf(before); step += 1) {
    const last = textOf(shape);
    await page.undo();
    shape = await until(page, (now) => textOf(now) !== last);
  }
  return shape;
}

/** What an agent would do next: type on, and take it all back. */
async function goOn(page: GalleryPage, before: Shape): Promise<Pick<Seen, 'typed' | 'undone'>> {
  await page.type('§');
  const typed = await until(page, (now) => textOf(now).includes('§'));
  return { typed, undone: await undoAll(page, before) };
}

/** Runs one case on an open page of the gallery. */
export async function runCase(page: GalleryPage, entry: GalleryEntry, given: InsertionCase): Promise<Verdict> {
  const sent = await page.sends();
  await page.call('open', given.draft, given.channel ?? 'email');
  await page.call('leave');
  if (given.place) {
    await page.call('place', given.place);
    await sleep(caretMs);
  }
  if (given.hasLeft) await page.call('leave');
  if (given.isReadOnly) await page.call('setReadOnly');
  const before = await page.call('shape');
  const result = await page.call('insert', given.reply, given.disturbance);
  const { disturbance } = given;
  await sleep(disturbance === 'late' ? settleMs.late : disturbance ? settleMs.disturbed : settleMs.calm);
  const isGone = disturbance === 'gone before';
  // Some copy what they hold into a form field a moment later.
  const hasChanged = (now: Shape) => textOf(now) !== textOf(before);
  const after = isGone ? before : isRefusal(result) ? await page.call('shape') : await until(page, hasChanged);
  // A new node has no history and no caret of the old one's.
  const goesOn = !isRefusal(result) && !disturbance?.startsWith('replaced');
  const rest = goesOn ? await goOn(page, before) : {};
  const seen: Seen = { before, result, after, ...rest, sends: (await page.sends()) - sent };
  return judge(seen, given, entry.holds);
}
