import { setTimeout as sleep } from 'node:timers/promises';
import type { GhostPage } from './ghost-page.ts';
import type { Gallery } from './pages/gallery.ts';
import type { Offer, Spot } from './pages/ghost.ts';

/**
 * One thing that ghost text must do; `run` throws an error that says what is wrong. `isPossible`: whether this browser
 * can be made to do it; absent where all can.
 */
export type GhostCase = {
  name: string;
  run(page: GhostPage): Promise<void>;
  isPossible?(page: GhostPage): boolean;
};

declare const window: Window & { gallery: Gallery };

const english: Offer = { text: 'Hello Ana,\n\nit is on its way.', language: 'en' };
const arabic: Offer = { text: 'مرحبا آنا،\n\nسنرسل البطارية غدًا.', language: 'ar' };
const nearPx = 3;
const waitMs = 2_000;

const textNow = (page: GhostPage) => page.evaluate(() => window.gallery.ghost.text());
const linesNow = (page: GhostPage) =>
  page.evaluate(() => window.gallery.shape().lines.filter((line) => line.trim() !== ''));
const joined = (lines: readonly string[]) => lines.map((line) => line.trim()).join('\n');

/** Asks until the answer is right; throws with the last one. */
async function expectSoon<Value>(
  what: string,
  read: () => Promise<Value>,
  isRight: (value: Value) => boolean,
): Promise<void> {
  const end = Date.now() + waitMs;
  for (;;) {
    const value = await read();
    if (isRight(value)) return;
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(value)}`);
    await sleep(25);
  }
}

const shows = (page: GhostPage, text: string | null) =>
  expectSoon(
    'ghost text',
    () => textNow(page),
    (now) => now === text,
  );

const holds = (page: GhostPage, text: string) =>
  expectSoon(
    'the editor holds',
    () => linesNow(page),
    (now) => joined(now) === text.replace(/\n+/g, '\n').trim(),
  );

/** A fresh blank editor with the caret in it and ghost text over it. */
async function offer(page: GhostPage, given: Offer): Promise<void> {
  const isTaking = () => page.evaluate(() => window.gallery.ghost.isTaking());
  await expectSoon('still putting text in', isTaking, (is) => !is);
  await page.evaluate(async () => {
    window.gallery.ghost.offer(null);
    await window.gallery.open('');
    const composer = document.querySelector<HTMLElement>('#composer');
    // Room below, so that it can be scrolled up.
    composer?.style.setProperty('padding-block-end', '120vh');
    composer?.scrollIntoView({ block: 'start' });
    window.scrollBy(0, -120);
  });
  // Framed editors may not be ready for the first click.
  const enter = async () => {
    const { x, y } = await page.evaluate(() => window.gallery.ghost.firstLine());
    await page.click(x, y);
    await sleep(120);
    return page.evaluate(() => {
      const editable = window.gallery.editable();
      return editable.ownerDocument.hasFocus() && editable.ownerDocument.activeElement === editable;
    });
  };
  await expectSoon('the editor does not get the focus', enter, (hasFocus) => hasFocus);
  await page.evaluate((reply) => window.gallery.ghost.offer(reply), given);
  await shows(page, given.text);
}

async function type(page: GhostPage, text: string): Promise<void> {
  for (const sign of text) await page.type(sign);
}

const distance = (one: Spot, other: Spot, isRtl: boolean) =>
  Math.max(Math.abs(isRtl ? one.right - other.left : one.left - other.right), Math.abs(one.middle - other.middle));

/** The ghost's first letter stands where the editor's last one ends. */
async function standsAtCaret(page: GhostPage, isRtl = false): Promise<void> {
  const read = () => page.evaluate(() => ({ first: window.gallery.ghost.first(), last: window.gallery.ghost.last() }));
  await expectSoon(
    'off the caret',
    read,
    ({ first, last }) => first !== null && last !== null && distance(first, last, isRtl) <= nearPx,
  );
}

async function shownAtCaret(page: GhostPage): Promise<void> {
  await offer(page, english);
  const ghost = await page.evaluate(() => window.gallery.ghost.first());
  const topBefore = await page.evaluate(() => window.gallery.ghost.top());
  await type(page, 'H');
  await shows(page, english.text.slice(1));
  const typed = await page.evaluate(() => window.gallery.ghost.last());
  if (!ghost || !typed) throw new Error('nothing to measure');
  // Browsers scroll to what is typed.
  const moved = (await page.evaluate(() => window.gallery.ghost.top())) - topBefore;
  const off = Math.max(Math.abs(ghost.right - typed.right), Math.abs(ghost.middle + moved - typed.middle));
  if (off > nearPx) throw new Error(`blank: ${off.toFixed(1)} px off ${JSON.stringify({ ghost, typed })}`);
  await standsAtCaret(page);
}

async function tabTakesAll(page: GhostPage): Promise<void> {
  await offer(page, english);
  await page.press('Tab');
  await holds(page, english.text);
  await shows(page, null);
  await offer(page, english);
  await type(page, 'Hello A');
  await shows(page, 'na,\n\nit is on its way.');
  await page.press('Tab');
  await holds(page, english.text);
}

async function nextWord(page: GhostPage): Promise<void> {
  await offer(page, english);
  const steps = ['Hello', 'Hello Ana,', 'Hello Ana,\n\nit', 'Hello Ana,\n\nit is'];
  for (const done of steps) {
    await page.press('Control+ArrowRight');
    await holds(page, done);
    await shows(page, english.text.slice(done.length));
    await standsAtCaret(page);
  }
}

async function typingAlong(page: GhostPage): Promise<void> {
  await offer(page, english);
  await type(page, 'Hello');
  await shows(page, ' Ana,\n\nit is on its way.');
  await standsAtCaret(page);
  await type(page, ' A');
  await shows(page, 'na,\n\nit is on its way.');
  await standsAtCaret(page);
  const heard = await page.evaluate(() => window.gallery.ghost.heard());
  if (heard.length !== 1) throw new Error(`said ${heard.length} times`);
}

async function dismissed(page: GhostPage): Promise<void> {
  await offer(page, english);
  await type(page, 'Hex');
  await shows(page, null);
  await page.press('Backspace');
  await sleep(100);
  await shows(page, null);
  await offer(page, english);
  await type(page, 'Hel');
  await shows(page, english.text.slice(3));
  await page.press('ArrowLeft');
  await shows(page, null);
  await page.press('Control+ArrowRight');
  await holds(page, 'Hel');
}

async function escapeMutes(page: GhostPage): Promise<void> {
  await offer(page, english);
  await page.evaluate(() => window.gallery.ghost.keys.splice(0));
  await page.press('Escape');
  await shows(page, null);
  await type(page, 'H');
  await holds(page, 'H');
  await page.press('Backspace');
  await sleep(100);
  await shows(page, null);
  const keys = await page.evaluate(() => window.gallery.ghost.keys);
  if (keys.some((key) => key.includes('Escape'))) throw new Error('the page heard of Escape');
}

async function scrolled(page: GhostPage): Promise<void> {
  await offer(page, english);
  await type(page, 'Hello');
  const topBefore = await page.evaluate(() => window.gallery.ghost.top());
  await page.evaluate(() => {
    document.body.style.minHeight = '300vh';
    window.gallery.ghost.scrollBy(70);
  });
  const topNow = await page.evaluate(() => window.gallery.ghost.top());
  if (Math.abs(topBefore - topNow) < 40) throw new Error('the page did not scroll');
  await standsAtCaret(page);
  await page.evaluate(() => {
    document.body.style.paddingBlockStart = '33px';
  });
  await standsAtCaret(page);
  await page.evaluate(() => document.body.removeAttribute('style'));
  await standsAtCaret(page);
}

async function resized(page: GhostPage): Promise<void> {
  await offer(page, english);
  await type(page, 'Hello');
  try {
    await page.resize({ width: 560, height: 720 });
    await standsAtCaret(page);
  } finally {
    await page.resize(null);
  }
  await standsAtCaret(page);
}

/** As the browser's own zoom does it (half as many pixels, each twice as large), and as a page's style does. */
async function zoomed(page: GhostPage): Promise<void> {
  await offer(page, english);
  await type(page, 'Hello');
  try {
    await page.resize({ width: 640, height: 450, scale: 2 });
    await page.evaluate(() => window.gallery.editable().scrollIntoView({ block: 'center' }));
    await standsAtCaret(page);
    await page.resize(null);
    await page.evaluate(() => document.body.style.setProperty('zoom', '2'));
    await page.evaluate(() => document.querySelector('#composer')?.scrollIntoView({ block: 'start' }));
    await standsAtCaret(page);
  } finally {
    await page.resize(null).catch(() => {});
    await page.evaluate(() => document.body.removeAttribute('style'));
  }
}

async function rightToLeft(page: GhostPage): Promise<void> {
  await offer(page, arabic);
  await page.evaluate(() => window.gallery.ghost.turn('rtl'));
  try {
    await type(page, 'مرحبا');
    await shows(page, arabic.text.slice(5));
    await standsAtCaret(page, true);
    await page.press('Control+ArrowLeft');
    await holds(page, 'مرحبا آنا،');
    await standsAtCaret(page, true);
  } finally {
    await page.evaluate(() => window.gallery.ghost.turn('ltr'));
  }
}

async function composition(page: GhostPage): Promise<void> {
  await offer(page, english);
  await page.compose?.('He', 'Hello');
  await holds(page, 'Hello');
  await shows(page, ' Ana,\n\nit is on its way.');
  await standsAtCaret(page);
}

async function untouched(page: GhostPage): Promise<void> {
  await offer(page, english);
  await page.evaluate(() => window.gallery.ghost.offer(null));
  await shows(page, null);
  await sleep(150);
  await page.evaluate(() => window.gallery.ghost.watchChanges());
  await page.evaluate((reply) => window.gallery.ghost.offer(reply), english);
  await shows(page, english.text);
  await page.evaluate(() => window.gallery.ghost.scrollBy(20));
  await sleep(100);
  await page.press('Escape');
  await shows(page, null);
  const changes = await page.evaluate(() => window.gallery.ghost.watchChanges());
  if (changes.length > 0) throw new Error(`${changes.length} changes: ${changes.slice(0, 3).join('; ')}`);
}

/** What is asked of ghost text in every editor. */
export const ghostCases: readonly GhostCase[] = [
  { name: 'shown at the caret', run: shownAtCaret },
  { name: 'Tab takes all', run: tabTakesAll },
  { name: 'next word', run: nextWord },
  { name: 'typing along', run: typingAlong },
  { name: 'dismissed', run: dismissed },
  { name: 'Esc mutes', run: escapeMutes },
  { name: 'scrolled', run: scrolled },
  { name: 'resized', run: resized },
  { name: 'zoomed to 200 %', run: zoomed },
  { name: 'right to left', run: rightToLeft },
  { name: 'composition', run: composition, isPossible: (page) => page.compose !== undefined },
  { name: 'DOM untouched', run: untouched },
];
