import { nextFrame } from './dom';
import { bareContent, bareText } from './editor';

/** What an editor made of an attempt: all of the text is there, something else changed, or nothing did. */
export type Taken = 'all' | 'something' | 'nothing';

/** Letters and digits alone: editors put pictures for emoji, round quotes and draw list signs themselves. */
function core(bare: string): string {
  return bare.replace(/[^\p{L}\p{N}]+/gu, '');
}

function countIn(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** True when `now` holds one of `wanted` once more than `before` did. All are bare text. */
export function holdsMore(now: string, before: string, wanted: readonly string[]): boolean {
  if (now === before) return false;
  const [coreNow, coreBefore] = [core(now), core(before)];
  return wanted.some((text) => {
    const part = core(text);
    if (part === '') return countIn(now, text) > countIn(before, text);
    return countIn(coreNow, part) > countIn(coreBefore, part);
  });
}

/**
 * Watches an editor after an attempt until all of the text is there and stays, or `isOver` says that it waited enough.
 * `current` is asked each time, since pages replace their editors.
 */
export async function watchText(
  current: () => HTMLElement,
  before: string,
  { wanted, isOver }: { wanted: readonly string[]; isOver: (frames: number) => boolean },
): Promise<Taken> {
  const isThere = () => holdsMore(bareContent(current()), before, wanted);
  for (let frame = 0; !isOver(frame); frame += 1) {
    // Editors with a model of their own draw away what they did not make; that is seen a frame later.
    if (isThere()) {
      await nextFrame();
      if (isThere()) return 'all';
    }
    await nextFrame();
  }
  return bareContent(current()) === before ? 'nothing' : 'something';
}

/** What the editor should then hold, in one of these forms. */
export function wantedForms(content: { text: string; html: string }): string[] {
  const fromHtml = new DOMParser().parseFromString(content.html, 'text/html').body.textContent ?? '';
  return [bareText(fromHtml), bareText(content.text)];
}
