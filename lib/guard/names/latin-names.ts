import type { Span } from '../matching';
import {
  closings,
  companyAfter,
  companyBefore,
  companyInside,
  greetings,
  handing,
  introductions,
  neverNames,
  particles,
  people,
  titles,
  weakIntroductions,
} from './cues';
import { fold } from './fold';
import { isCommon, isOrdinary, kindOfName } from './name-list';

const capital = "(?:\\p{Lu}[\\p{L}\\p{M}]*(?:['’-][\\p{L}\\p{M}]+)*)";
const particle =
  '(?:de la|de las|de los|dela|delos|van der|van den|van de|von der|de|del|della|da|das|do|dos|di|du|von|van|zu|zur|le|la|al|el|bin|ibn|ben|af|av|ter|ten)';
const piece = `(?:${capital}|\\p{Lu}\\.)`;
const sequence = `${piece}(?:[ \\t]+(?:${particle}[ \\t]+){0,2}${piece}){0,4}`;
const sticky = new RegExp(`(?:${particle}[ \\t]+){0,2}${sequence}`, 'uy');
const anywhere = new RegExp(`(?<![\\p{L}\\p{N}_@/.+-])${sequence}`, 'gu');
const single = new RegExp(piece, 'gu');

type Word = Span & { text: string };

function wordsAt(text: string, at: number): Word[] {
  sticky.lastIndex = at;
  const found = sticky.exec(text)?.[0] ?? '';
  return splitWords(found, at);
}

function splitWords(found: string, at: number): Word[] {
  return [...found.matchAll(single)].map((match) => ({
    text: match[0].replace(/['’]s$/, ''),
    start: at + match.index,
    end: at + match.index + match[0].replace(/['’]s$/, '').length,
  }));
}

const isNever = (word: string) => neverNames.has(fold(word).split('-')[0] ?? '');
/** Abbreviations are in capitals; a name in capitals counts where the list knows it. */
const isAbbreviation = (word: string) =>
  word.length > 1 &&
  word === word.toUpperCase() &&
  !word.endsWith('.') &&
  (word.length < 5 || kindOfName(word) === undefined);
const canFollow = ({ text }: Word) => !isNever(text) && !isCommon(text) && !isAbbreviation(text);

/** From the first word on as far as words can be of the name; undefined where the first cannot. */
function takeName(words: Word[], canBegin: (word: Word) => boolean): Span | undefined {
  const [first, ...rest] = words;
  if (!first || isNever(first.text) || !canBegin(first)) return undefined;
  const stop = rest.findIndex((word, at) => {
    const next = rest[at + 1];
    return !(canFollow(word) || (particles.has(fold(word.text)) && next !== undefined && canFollow(next)));
  });
  const last = (stop < 0 ? rest : rest.slice(0, stop)).at(-1) ?? first;
  const isInitial = last === first && first.text.replace('.', '').length < 2;
  return isInitial ? undefined : { start: first.start, end: last.end };
}

const isFirst = ({ text }: Word) => kindOfName(text) === 'first';
const isListed = (word: Word) => isFirst(word) || kindOfName(word.text) === 'last';
const isUnknown = (word: Word) => canFollow(word) && !isOrdinary(word.text);
/** Two words of which the first can be a name and the second is no word of any language. */
const isPair = ([first, second]: Word[]) =>
  first !== undefined && second !== undefined && canFollow(first) && (isUnknown(second) || isListed(second));

/** Two words or more, the first of them no ordinary one: under a message that is who wrote it, be the others words as well. */
const isSignature = (words: Word[]) =>
  words.length > 1 && words.every(canFollow) && words.slice(0, 1).some((word) => isUnknown(word) || isListed(word));

const pattern = (source: string, flags = 'giu') => new RegExp(`(?<![\\p{L}\\p{N}])${source}`, flags);
const afterTitle = pattern(`(?:${titles}\\.?[ \\t]+)+(?=(?:${particle}[ \\t]+){0,2}\\p{Lu})`, 'gu');
const afterIntroduction = pattern(`${introductions}[ \\t]*,?[ \\t]*(?:${titles}\\.?[ \\t]+)?`);
const afterWeak = pattern(`${weakIntroductions}[ \\t]+`);
const afterPeople = pattern(`${people}[ \\t]*(?:,|:|is|ist|est|es|é|was|war)?[ \\t]+`);
const afterHanding = pattern(`${handing}[ \\t]+`);
const afterGreeting = new RegExp(
  `(?<=^|\\n|[.!?>][ \\t])[ \\t]*${greetings}[ \\t]*,?[ \\t]+(?:${titles}\\.?[ \\t]+)?`,
  'giu',
);
const afterClosing = new RegExp(
  `(?<=^|\\n|[.!?…][ \\t]|,[ \\t])${closings}(?:[ \\t]*[,.!–—-]+[ \\t]*|[^\\n]{0,30}\\n+)[ \\t]*(?:${titles}\\.?[ \\t]+)?(?=\\p{Lu})`,
  'giu',
);
const afterDash = /(?<=^|\n|[.!?] )[ \t]*(?:[–—]|-{1,2})[ \t]?(?=\p{Lu})/gu;
const beforeHere = new RegExp(`(?<=^|\\n|[,.!] )(?=${sequence} (?:here|hier|ici|aquí|aqui)(?![\\p{L}]))`, 'gu');
/** A line that somebody's name begins, as in a chat. */
const beforeColon = new RegExp(`(?<=^|\\n)(?=${sequence}:[ \\n])`, 'gu');
/** What a message ends with. */
const lastLine = new RegExp(`(?<=[.!?,)…][ \\t]*\\n+)(?=${sequence}\\s*$)`, 'gu');
const ownLine = new RegExp(`(?<=[.!?,)…][ \\t]*\\n+)(?:${titles}\\.?[ \\t]+)?(?=${sequence}[ \\t]*(?:\\n|$))`, 'gu');

function namesAfter(text: string, cue: RegExp, accepts: (words: Word[]) => Span | undefined): Span[] {
  return [...text.matchAll(cue)].flatMap((match) => {
    const start = match.index + match[0].length;
    const name = accepts(wordsAt(text, start));
    // A particle that the name begins with (von Hagen) is part of it.
    return name ? [{ start, end: name.end }] : [];
  });
}

/** A line or greeting of nothing but the name: what follows it must end the line or the phrase. */
function endsPhrase(text: string, { end }: Span): boolean {
  return /^[ \t]*(?:[,.:;!?)|–—-]|\n|$)/.test(text.slice(end, end + 8));
}

function byContext(text: string): Span[] {
  const anything = (words: Word[]) => takeName(words, (word) => !isAbbreviation(word.text));
  const isName = (words: Word[], isOne: (word: Word) => boolean) => words.slice(0, 1).some(isOne) || isPair(words);
  const unordinary = (words: Word[]) => takeName(words, canFollow);
  return [
    ...namesAfter(text, afterTitle, anything),
    ...namesAfter(text, afterIntroduction, unordinary),
    ...namesAfter(text, afterPeople, (words) => takeName(words, isUnknown)),
    ...namesAfter(text, afterWeak, (words) => (isName(words, isListed) ? takeName(words, canFollow) : undefined)),
    ...namesAfter(text, afterHanding, (words) => (isName(words, isFirst) ? takeName(words, canFollow) : undefined)),
    ...namesAfter(text, afterGreeting, unordinary).filter((span) => endsPhrase(text, span)),
    ...namesAfter(text, afterClosing, unordinary).filter((span) => endsPhrase(text, span)),
    ...namesAfter(text, afterDash, unordinary).filter((span) => endsPhrase(text, span)),
    ...namesAfter(text, beforeHere, unordinary),
    ...namesAfter(text, beforeColon, (words) => (isPair(words) ? unordinary(words) : undefined)),
    ...namesAfter(text, lastLine, (words) => (isSignature(words) ? unordinary(words) : undefined)),
    ...namesAfter(text, ownLine, (words) =>
      isPair(words) || (words.length === 1 && words.every(isUnknown)) ? unordinary(words) : undefined,
    ),
  ];
}

/** Names that the list knows, with the words that belong to them. */
function byList(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(anywhere)) {
    const words = splitWords(match[0], match.index);
    for (let at = 0; at < words.length; at += 1) {
      const [word, next] = [words[at] as Word, words[at + 1]];
      if (!canFollow(word)) continue;
      const isBeforeLast = next !== undefined && canFollow(next) && kindOfName(next.text) === 'last';
      if (!isFirst(word) && !isBeforeLast) continue;
      const name = takeName(words.slice(at), canFollow);
      if (!name) continue;
      spans.push(name);
      at = words.findIndex(({ end }) => end === name.end);
    }
  }
  return spans;
}

/** Names by what a person says of themselves in lower case, e.g. in a chat. */
const inLowerCase =
  /(?<![\p{L}])(?:(?:hi|hey|hello|hola|oi|hallo|salut),? )?(?:my name is|it['’]?s|this is|ich hei(?:ß|ss)e|je m['’]appelle|me llamo|me chamo|soy|sou [oa]) (?<value>\p{Ll}{3,})(?=[ ,.!]|$)/dgiu;

function byLowerCase(text: string): Span[] {
  return [...text.matchAll(inLowerCase)].flatMap(({ indices, groups }) => {
    const [start, end] = indices?.groups?.value ?? [0, 0];
    const isName = kindOfName(groups?.value ?? '') === 'first';
    return isName ? [{ start, end }] : [];
  });
}

function isCompany(text: string, { start, end }: Span): boolean {
  if (companyInside.test(text.slice(start, end))) return true;
  return companyAfter.test(text.slice(end, end + 24)) || companyBefore.test(text.slice(Math.max(0, start - 24), start));
}

/** Names in Latin letters: by titles, introductions, greetings, closings and people before them, and by the list. */
export function findLatinNames(text: string): Span[] {
  return [...byContext(text), ...byList(text), ...byLowerCase(text)].filter((span) => !isCompany(text, span));
}
