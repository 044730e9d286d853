export type Direction = 'ltr' | 'rtl';
/** A stretch of a text, UTF-16 code units, end exclusive. */
type Run = { start: number; end: number };

const rtlScripts = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const rtlLetter = new RegExp(`(?=\\p{L})[${rtlScripts}]`, 'u');
const strong = /\p{L}/u;

/**
 * The direction of the first letter (Unicode's rules P2 and P3), where there are others not of a link, an address or an
 * identifier with digits, which say nothing of the language; null where there is no letter.
 */
export function textDirection(text: string): Direction | null {
  const words = text.split(/\s+/).filter((word) => strong.test(word) && !/[\p{N}@]|:\/\/|^www\./u.test(word));
  const letter = strong.exec(words[0] ?? text)?.[0];
  return letter === undefined ? null : rtlLetter.test(letter) ? 'rtl' : 'ltr';
}

/** Addresses, which hold letters of any script, and numbers written in groups: of phones, cards, accounts, days and times. */
const whole =
  /(?:https?:\/\/|www\.)[^\s<>"«»“”،؛]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[A-Z]{2}\d{2}(?: [A-Z\d]{4}){3,}(?: [A-Z\d]{1,3})?\b|(?<=^|[\s([«"])\+?\(?\d[\d./:-]*\)?(?: \(?\d[\d./:-]*\)?)+/gu;
const lead = /^[([{«"'“‘<*_،؛]+/u;
const tail = /[)\]}»"'”’>*_.,:;?!…،؛؟]+$/u;
const sign = /^°[CF]?$|^%$|^[A-Za-z]{1,4}\.?$|^\p{Sc}$/u;
const isNumber = (text: string) => /^[\p{Sc}+-]?\d[\d.,]*%?$/u.test(text);
const isWord = (text: string) => /^\p{L}[\p{L}'’.-]*$/u.test(text) && !rtlLetter.test(text);

/** Where a link ends: signs behind it belong to the sentence, and a bracket to the one before it. */
function trimAddress(text: string): string {
  const bare = text.replace(/[.,:;?!…'’،؛؟]+$/u, '');
  return bare.endsWith(')') && !bare.includes('(') ? trimAddress(bare.slice(0, -1)) : bare;
}

/** Words of one name, a name with its number, a number with its unit. */
function belongTogether(before: string, after: string): boolean {
  if (isNumber(before)) return sign.test(after);
  if (isWord(before)) return isWord(after) || isNumber(after) || /^\p{L}+\d+$/u.test(after);
  return sign.test(before) ? isNumber(after) : /^\p{L}+\d+$/u.test(before) && isWord(after);
}

function wholeRuns(text: string): Run[] {
  return [...text.matchAll(whole)].map(({ 0: found, index }) => {
    const isAddress = /^(?:https?:|www\.)/.test(found) || found.includes('@');
    const words = isAddress ? trimAddress(found) : found.replace(/[./:-]+$/, '');
    return { start: index, end: index + words.length };
  });
}

/** Words and numbers of the other direction, those that belong together as one. */
function wordRuns(text: string, taken: readonly Run[]): Run[] {
  const runs: Run[] = [];
  let isOpen = false;
  for (const { 0: token, index } of text.matchAll(/\S+/gu)) {
    const start = index + (lead.exec(token)?.[0].length ?? 0);
    const end = index + token.length - (tail.exec(token)?.[0].length ?? 0);
    const words = text.slice(start, end);
    const isTaken = taken.some((run) => run.start < end && run.end > start);
    if (isTaken || words === '' || rtlLetter.test(words) || !/[\p{L}\p{N}$€£%]/u.test(words)) {
      isOpen = false;
      continue;
    }
    const last = runs.at(-1);
    const isNext = isOpen && last && start === index && text.slice(last.end, start).trim() === '';
    const word = last && text.slice(last.start, last.end).split(' ').at(-1);
    if (isNext && word !== undefined && belongTogether(word, words)) last.end = end;
    else runs.push({ start, end });
    isOpen = end === index + token.length;
  }
  // Letters alone stand right by themselves, and so does a sign alone.
  return runs.filter(
    (run) =>
      /\d|^[^\p{L}]|[^\p{L}]$/u.test(text.slice(run.start, run.end)) &&
      /[\p{L}\p{N}]/u.test(text.slice(run.start, run.end)),
  );
}

const rtlWords = new RegExp(`(?=\\p{L})[${rtlScripts}](?:[${rtlScripts}\\p{M}\\s،؛ـ]*[${rtlScripts}\\p{M}])?`, 'gu');

/**
 * The stretches of a text that its own direction would tear apart or place wrongly: in right-to-left text numbers in
 * groups, links, addresses, identifiers and amounts; in left-to-right text what is written from the right, since digits
 * behind it would change places with it. In order, without overlaps.
 */
export function foreignRuns(text: string, base: Direction): Run[] {
  if (base === 'ltr')
    return [...text.matchAll(rtlWords)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  const taken = wholeRuns(text);
  return [...taken, ...wordRuns(text, taken)].sort((left, right) => left.start - right.start);
}
