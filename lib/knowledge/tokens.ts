/**
 * Words too common to tell texts apart. Short on purpose, and without words that mean something in another of the
 * languages (German `war`, `die`): frequent words weigh little anyway.
 */
const stopWords = new Set(
  (
    'the and for you your are was were with this that have has had not but can could would will please hi hello dear thanks ' +
    'thank regards from they them our its been there here what which when any some also just ' +
    'der das und ist nicht mit ich sie wir ein eine einen auf für fur dem den des zu im vom von bitte hallo ' +
    'les des une est pas que qui dans pour sur avec vous nous votre bonjour merci ' +
    'los las una por para con del que como pero hola gracias ' +
    'uma não nao com dos das seu sua ola obrigado ' +
    'من في على الى عن هذا هذه ان انا هل ما لا مع او ثم'
  ).split(' '),
);
const short = new Set('a an as at be by do he i if in is it me my no of on or so to up us we'.split(' '));

/** A word of a text in lower case: letters and digits, with the signs inside ids and addresses. */
export const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-_./][\p{L}\p{N}\p{M}]+)*/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const arabic = /\p{Script=Arabic}/u;

/** `{{ticket.id}}` and `{% if %}`: instructions to the helpdesk, no words of the reply. */
const placeholder = /\{\{[^{}]*\}\}|\{%[^{}%]*%\}/g;

/** The text without the helpdesk's placeholders. */
export function removePlaceholders(text: string): string {
  return text.includes('{') ? text.replace(placeholder, ' ') : text;
}

/** Folds case, accents, Arabic letter variants and marks, and plain plurals, so that words written alike match. */
function normalise(raw: string): string {
  if (/^[a-z0-9]+$/.test(raw)) return singular(raw);
  const folded = raw.normalize('NFKD').replace(/[\p{M}ـ]/gu, '');
  return arabic.test(folded) ? normaliseArabic(folded) : singular(folded.replace(/ß/g, 'ss'));
}

/** Harman's S stemmer (1991): plurals only, never wrong by much. */
function singular(term: string): string {
  if (term.length < 4 || !term.endsWith('s')) return term;
  if (term.endsWith('ies') && !/[ae]ies$/.test(term)) return `${term.slice(0, -3)}y`;
  if (term.endsWith('es') && !/[aeo]es$/.test(term)) return term.slice(0, -1);
  return /(?:us|ss|es)$/.test(term) ? term : term.slice(0, -1);
}

/** One letter for the forms of alef, yeh and teh marbuta; without the article and the letters that lean on it. */
function normaliseArabic(term: string): string {
  const letters = term
    .replace(/[ٱآأإ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
  return letters.length >= 5 ? letters.replace(/^(?:[وفبك]?ال|لل)(?=.{3})/, '') : letters;
}

function pairs(term: string): string[] {
  const letters = [...term];
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

function addPart(terms: string[], part: string): void {
  if (stopWords.has(part) || short.has(part)) return;
  if (unspaced.test(part)) {
    terms.push(...pairs(part));
    return;
  }
  if (part.length === 1 && !/\p{N}/u.test(part)) return;
  const term = normalise(part);
  if (!stopWords.has(term)) terms.push(term);
}

/** Terms of one word, as `wordPattern` matches it in lower case. */
export function readWord(match: string): string[] {
  const terms: string[] = [];
  const parts = match.split(/[-_./]/);
  for (const part of parts) addPart(terms, part);
  if (parts.length > 1 && /\p{N}/u.test(match)) terms.push(parts.join(''));
  return terms;
}

/**
 * Search terms of a text in any script, in order, repeats kept: lower case, folded, without common words. An id such as
 * `E-10` also gives `e10`, so that it is found however it is written; scripts without spaces give pairs of letters.
 */
export function tokenize(text: string): string[] {
  return [...removePlaceholders(text).toLowerCase().matchAll(wordPattern)].flatMap(([match]) => readWord(match));
}
