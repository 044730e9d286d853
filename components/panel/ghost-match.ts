/** What the agent has typed so far: the whole draft, and of the caret's own line what stands before and behind the caret. */
export type Typed = { draft: string; before: string; after: string };

const fillers = /[\u200b\u2060\ufeff]/g;
/** White space of all kinds, and editors' invisible fillers. */
const spaces = /[\s\u00a0\u200b\u2060\ufeff]+/g;

/** Text as typed: editors write some spaces as U+00A0 and hold empty lines open with fillers. */
export function plainLine(text: string): string {
  return text
    .replace(fillers, '')
    .replace(/[\u00a0\t]/g, ' ')
    .replace(/\n$/, '');
}

/** True when there is nothing but white space and fillers. */
export function isBlank(text: string): boolean {
  return text.replace(spaces, '') === '';
}

/** How many characters of `text` hold the same letters as `bare`, or -1 when it begins otherwise. */
function lengthOfBare(text: string, bare: string): number {
  let at = 0;
  for (const sign of bare) {
    while (/[\s\u00a0]/.test(text[at] ?? '')) at += 1;
    if (!text.startsWith(sign, at)) return -1;
    at += sign.length;
  }
  return at;
}

/** White space of `text` at `at` that the agent has typed too: line breaks where the caret begins a line, else the line's own spaces. */
function typedSpace(text: string, at: number, line: string): number {
  if (line === '') return /^ *\n+/.exec(text.slice(at))?.[0].length ?? -1;
  const typed = /\s*$/.exec(line)?.[0] ?? '';
  return text.startsWith(typed, at) ? typed.length : -1;
}

/**
 * How many characters of the suggestion the agent has typed, when the draft is its beginning and the caret stands at the
 * draft's end; null when they are writing something else. Lines above the caret's may be parted in other ways.
 */
export function typedLength(suggestion: string, { draft, before, after }: Typed): number | null {
  if (!isBlank(after)) return null;
  const bare = draft.replace(spaces, '');
  const line = plainLine(before);
  if (bare === '') return line === '' ? 0 : null;
  const letters = lengthOfBare(suggestion, bare);
  if (letters < 0) return null;
  const space = typedSpace(suggestion, letters, line);
  if (space < 0) return null;
  const length = letters + space;
  const ownLine = suggestion.slice(suggestion.lastIndexOf('\n', length - 1) + 1, length);
  return length < suggestion.length && ownLine === line ? length : null;
}

/** The next word of `rest` with the white space before it and the signs behind it. */
export function nextWord(rest: string, language: string): string {
  let word = '';
  let hasWord = false;
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(rest)) {
    if (hasWord && (isWordLike || /\s/.test(segment))) break;
    word += segment;
    hasWord ||= isWordLike === true;
  }
  return word;
}
