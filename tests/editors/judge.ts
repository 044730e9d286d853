import type { InsertionCase } from './cases.ts';
import type { GalleryEntry } from './catalogue.ts';
import type { InsertionResult } from './pages/insertion.ts';
import type { Shape } from './pages/shape.ts';

/** How a case ended. `why` says what is wrong, or by which way text went in or not. */
export type Verdict = { verdict: 'exact' | 'refused' | 'WRONG'; why: string };

/** What was seen: the draft before, and what the editor's own model held after each step. */
export type Seen = {
  before: Shape;
  result: InsertionResult;
  after: Shape;
  /** After one more typed `§`, where the caret should be. */
  typed?: Shape;
  /** After undoing as often as it takes, at most {@link undoLimit} times. */
  undone?: Shape;
  sends: number;
};

/** Steps an agent may need: the typed sign, the text, and the editor's own splitting. */
export const undoLimit = 4;

const joined = (lines: readonly string[]) => lines.map((line) => line.trim()).join('\n');
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The draft's text before and behind the place where the reply belongs. */
function parts({ before }: Pick<Seen, 'before'>, { place, draft }: InsertionCase): [string, string] {
  const text = joined(before.lines);
  const signature = text.indexOf('--\n');
  const end = draft.includes('<p>--</p>') ? Math.max(0, signature) : text.length;
  if (!place) return [text.slice(0, end), text.slice(end)];
  const at = text.indexOf(place.after) + place.after.length + (place.select ?? 0);
  return [text.slice(0, at), text.slice(at)];
}

/**
 * The text there must be. At its ends the reply may stand in the draft's line or in one of its own; its own lines must
 * stay apart, and a blank line may be an editor's space between paragraphs. Behind a reply in lines of its own the caret
 * (`mark`) may stand at the start of the next.
 */
function pattern([head, tail]: [string, string], reply: string, mark: string): RegExp {
  const open = head.endsWith('\n') ? '\\n*' : head === '' ? '\\n*' : '\\n?';
  const lines = reply.split(/\n{2,}/).map((part) => part.split('\n').map(escaped).join('\\n'));
  const close = tail.startsWith('--') ? '\\n{1,2}' : '\\n?';
  const start = escaped(head.trimEnd()) + (head.endsWith(' ') ? '( |\\n)' : open);
  const isBroken = tail.startsWith(' ') ? '( |\\n)' : close;
  return new RegExp(
    `^${start}${lines.join('\\n{1,2}')}${mark === '' ? '' : `\\n?${mark}`}${isBroken}${escaped(tail.trimStart())}\\n?$`,
  );
}

/** The reply as an editor shows it: text editors and chats get its plain text, others its HTML. */
function shown({ reply, channel }: InsertionCase, holds: GalleryEntry['holds']): { text: string; isMarkedUp: boolean } {
  if (holds === 'text' || channel || reply.html === '') return { text: reply.text, isMarkedUp: false };
  const lines = reply.html.replace(/<\/(p|li)>/g, '\n').replace(/<[^>]+>/g, '');
  const text = lines.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  return { text: text.trimEnd(), isMarkedUp: true };
}

function wrongMarks({ after }: Seen, { html }: InsertionCase['reply']): string | undefined {
  const has = (list: readonly string[], text: string) => list.filter((one) => one === text).length === 1;
  const items = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].flatMap(([, inner = '']) =>
      [...inner.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => item),
    );
  if (items('ul').some((item) => !has(after.bullets, item))) return 'the list with bullets is not one';
  if (items('ol').some((item) => !has(after.numbers, item))) return 'the list with numbers is not one';
  const link = /<a href="([^"]*)">(.*?)<\/a>/.exec(html);
  const href = link?.[1]?.replaceAll('&amp;', '&');
  if (link && !after.links.some(([text, to]) => text === link[2] && to === href)) return 'the link is not one';
  const bold = /<strong>(.*?)<\/strong>/.exec(html)?.[1];
  return bold && !has(after.bold, bold) ? 'the bold word is not bold' : undefined;
}

function wrong(seen: Seen, given: InsertionCase, holds: GalleryEntry['holds']): string | undefined {
  const around = parts(seen, given);
  const { text, isMarkedUp } = shown(given, holds);
  const after = joined(seen.after.lines);
  if (!pattern(around, text, '').test(after)) return `holds ${JSON.stringify(after)}`;
  const marks = isMarkedUp ? wrongMarks(seen, given.reply) : undefined;
  if (marks) return marks;
  if (seen.before.bold.some((word) => !seen.after.bold.includes(word))) return 'the draft lost its bold word';
  const typed = seen.typed && joined(seen.typed.lines);
  if (typed !== undefined && !pattern(around, text, '§').test(typed)) {
    return `the caret is elsewhere: ${JSON.stringify(typed)}`;
  }
  const undone = seen.undone && joined(seen.undone.lines).trim();
  if (undone !== undefined && undone !== joined(seen.before.lines).trim())
    return `undo leaves ${JSON.stringify(undone)}`;
  return undefined;
}

/** True when the text was not put in and the extension said so: on the clipboard, or a reason. */
export function isRefusal(result: InsertionResult): boolean {
  return !result.ok || result.value.route === 'clipboard';
}

/** Judges what was seen. A refusal must leave the draft alone; anything sent is wrong. */
export function judge(seen: Seen, given: InsertionCase, holds: GalleryEntry['holds']): Verdict {
  if (seen.sends > 0) return { verdict: 'WRONG', why: `sent ${seen.sends} times` };
  const { result } = seen;
  if (!result.ok && result.error.kind === 'thrown') return { verdict: 'WRONG', why: result.error.message };
  if (isRefusal(result)) {
    const isKept = joined(seen.after.lines) === joined(seen.before.lines);
    const why = result.ok ? result.value.route : result.error.kind;
    if (!given.refusal) return { verdict: 'WRONG', why: `refused: ${why}` };
    return isKept ? { verdict: 'refused', why } : { verdict: 'WRONG', why: `${why}, and the draft changed` };
  }
  if (given.refusal === 'must') return { verdict: 'WRONG', why: 'nothing could take the text' };
  const why = wrong(seen, given, holds);
  return why ? { verdict: 'WRONG', why } : { verdict: 'exact', why: result.ok ? result.value.route : '' };
}
