/** Offsets in UTF-16 code units, end exclusive. */
export type Span = { start: number; end: number };

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations that do not end a sentence, in the languages helpdesks are written in. */
const abbreviation =
  /(?:^|[\s(„“"'])(?:e\.g|i\.e|cf|vs|mr|mrs|ms|dr|prof|sr|jr|st|approx|ca|z\.\s?b|d\.\s?h|u\.\s?a|bzw|ggf|inkl|evtl|zzgl|str|tel|p\.\s?ex|mme|mlle|env|sra|dra|srta|exmo)\.$/i;
/** Abbreviations only before a number: `No. 5`, but `the answer is no. Then …` ends. */
const beforeNumber = /(?:^|[\s(])(?:no|nos|nr|art|fig|abs|ext|núm|núms|pág|p|pp|vol|ver|rev|ch|sec|§)\.$/i;
const initial = /(?:^|[\s(])\p{Lu}\.$/u;
const listMarker = /^(?:(?:\d{1,3}|[a-z])[.)]|[•*–-])$/i;

/** True when what looks like two sentences is one. `before` and `after` are trimmed. */
function isOneSentence(before: string, after: string): boolean {
  if (listMarker.test(before) || abbreviation.test(before)) return true;
  if (/^[\p{Ll}%)\]»”,;:.!?…]/u.test(after)) return true;
  if (/^\d/.test(after)) return beforeNumber.test(before) || /\d[.,]$/.test(before);
  if (/(?:^|[\s(])\p{L}\.$/u.test(before) && /^\p{L}\.(?:\s|$)/u.test(after)) return true;
  return initial.test(before) && /^\p{Lu}/u.test(after);
}

/** A line break ends a sentence unless the text plainly goes on: no closing mark before it, a small letter after it. */
function goesOn(before: string, after: string): boolean {
  return !/[.!?:;…؟。]$/.test(before) && /^\p{Ll}/u.test(after);
}

/**
 * Sentences of a text, in order, without the white space around them; together they cover everything but white space.
 * Abbreviations, initials, list markers, ids and prices do not end a sentence.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    for (const { segment, index } of segmenter.segment(line)) {
      const trimmed = segment.trim();
      if (trimmed === '') continue;
      const start = lineStart + index + segment.indexOf(trimmed);
      addSpan(text, spans, { start, end: start + trimmed.length, isNewLine: index === 0 || isFirst(spans, lineStart) });
    }
    lineStart += line.length + 1;
  }
  return spans;
}

function isFirst(spans: Span[], lineStart: number): boolean {
  const last = spans.at(-1);
  return last === undefined || last.end <= lineStart;
}

function addSpan(text: string, spans: Span[], next: Span & { isNewLine: boolean }): void {
  const last = spans.at(-1);
  const after = text.slice(next.start, next.end);
  const before = last ? text.slice(last.start, last.end) : '';
  const joins = last && (next.isNewLine ? goesOn(before, after) : isOneSentence(before, after));
  if (joins) last.end = next.end;
  else spans.push({ start: next.start, end: next.end });
}
