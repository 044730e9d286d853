import type { Span } from '../matching';
import { isCommon, kindOfName } from './name-list';

const letters = '[\\u0621-\\u064a\\u064b-\\u0652]+';
const titles =
  '(?:السيد|السيدة|الأستاذة?|الاستاذة?|بالأستاذة?|الآنسة|الدكتورة?|المهندسة?|الشيخ|الحاجة?|بالسيدة?|للسيدة?|للأستاذة?|والسيدة?|الأخ|الأخت|للأخ|للأخت|أستاذة?|دكتورة?|باشمهندسة?|د\\.|أ\\.|م\\.)';
const introductions =
  '(?:اسمي|إسمي|اسمه|اسمها|أنا اسمي|معك|معكم|معاك|باسم|بإسم|نيابة عن|صاحبة? الحساب:?|اسم صاحبة? الحساب:?|الاسم:?|المستلمة?:|المستفيدة?(?: الجديدة?)?:|المرسلة?:|كل من|من:|إلى:|جهة الاتصال(?: الآن)?(?: هي| هو)?)';
const people =
  '(?:العميلة?|الزبونة?|الموظفة?|موظفتكم|موظفكم|زميلكم|زميلتكم|زميلي|جاري|جارتي|ابني|ابنتي|بنتي|والدي|والدتي|أبي|أمي|زوجي|زوجتي|أخي|أختي|صديقي|صديقتي|المديرة?|مديري|مديرتي|أرسلوه? إلى|إلى زوجتي|إلى زوجي|أرسلوا العقد إلى)';
const speaking = '(?:تكلمت مع|تحدثت مع|تواصلت مع|كلمت|كلمني|أخبرني|أخبرتني|وعدني|وعدتني|ساعدني|ساعدتني)';
const greetings = '(?:مرحبا|أهلا|اهلا|هلا|صباح الخير|مساء الخير|السلام عليكم|عزيزي|عزيزتي|تحية طيبة|شكرا|شكرا لك)';
const closings =
  '(?:مع (?:التحية|الشكر|خالص التحية|أطيب التحيات|فائق الاحترام|تحياتي)|تحياتي|تحيات|شكرا مقدما|شكرا لكم|شكرا|وشكرا|وتفضلوا بقبول فائق الاحترام|المخلصة?|أخوكم|أختكم)';
const never =
  /^(?:المحترمة?|المحترمين|الكريمة?|الأعزاء|فريق|الفريق|خدمة|فائق|خالص|جزيل|أطيب|الاحترام|التقدير|بذلك|الدعم|دعم|قسم|عميلة?|جميعا|بكم|بك|لكم|لك|لقد|على|من|في|إلى|عن|مع|و|أو|ثم|هل|لم|لا|ما|هذا|هذه|مرة|أيضا|جدا|سابقا|شركة|مؤسسة|متجر)$/;

const edge = '(?<![\\u0621-\\u064a])';
const word = new RegExp(letters, 'uy');

type Word = Span & { text: string };

function wordAt(text: string, at: number): Word | undefined {
  word.lastIndex = at;
  const found = word.exec(text);
  return found ? { text: found[0], start: at, end: at + found[0].length } : undefined;
}

function nextWord(text: string, { end }: Word): Word | undefined {
  return text[end] === ' ' ? wordAt(text, end + 1) : undefined;
}

/** What joins two parts of a name to one. */
const binders = /^(?:عبد|بن|ابن|بنت|أبو|ابو|أم|آل|ال)$/;
const isFamilyName = (found: string): boolean =>
  found !== 'على' &&
  (kindOfName(found, 'arabic') !== undefined ||
    (/^ال.{3,}$/.test(found) && !isCommon(found, 'arabic')) ||
    /^با(?!ل)[\u0621-\u064a]{3,}$/.test(found));

/** The name that begins with this word: parts follow as long as they are of a name. */
function takeName(text: string, first: Word): Span {
  let last = first;
  for (let count = 0; count < 5; count += 1) {
    const next = nextWord(text, last);
    if (!next || never.test(next.text)) break;
    const isBound = binders.test(last.text);
    if (!(isBound || binders.test(next.text) || isFamilyName(next.text))) break;
    last = next;
  }
  return { start: first.start, end: last.end };
}

const mayBegin = ({ text }: Word) => !never.test(text) && !isInflected(text);

function namesAfter(text: string, cue: string, accepts: (first: Word, name: Span) => boolean): Span[] {
  return [...text.matchAll(new RegExp(cue, 'gu'))].flatMap((match) => {
    const first = wordAt(text, match.index + match[0].length);
    if (!first || !mayBegin(first)) return [];
    const name = takeName(text, first);
    return accepts(first, name) ? [name] : [];
  });
}

/** Words that a name has at most where no list knows all of it. */
const mostWords = 4;

/** Two words or more up to where the phrase ends, none of them an ordinary one: names from abroad, which no list has. */
function phrasesAfter(text: string, cue: string, ends: (text: string, name: Span) => boolean = endsPhrase): Span[] {
  return [...text.matchAll(new RegExp(cue, 'gu'))].flatMap((match) => {
    const words: Word[] = [];
    let next = wordAt(text, match.index + match[0].length);
    while (next && words.length < mostWords && mayBegin(next) && !isCommon(next.text, 'arabic')) {
      words.push(next);
      next = nextWord(text, next);
    }
    const [first, last] = [words[0], words.at(-1)];
    const name = first && last && { start: first.start, end: last.end };
    return name && words.length > 1 && ends(text, name) ? [name] : [];
  });
}

/** Small words are joined to what follows; with them in front, and as an adverb, a word is no name. */
const isInflected = (found: string) =>
  /^(?:بال|لل|وال|فال|كال)/.test(found) || (/ا$/.test(found) && isCommon(found.slice(0, -1), 'arabic'));
const endsPhrase = (text: string, { end }: Span) =>
  /^[ ]*(?:المحترمة?)?[ ]*(?:[،,.:؛!؟)]|\n|$)/u.test(text.slice(end, end + 12));
const endsLine = (text: string, { end }: Span) => /^[ ]*(?:\n|$)/.test(text.slice(end, end + 4));
const afterClosing = `(?:^|\\n|[.!؟] )${closings}(?:[ ]*[،,.!]?[ ]+|[^\\n]{0,24}\\n+)(?:${titles} )?`;
const isKnown = ({ text }: Word) => text !== 'على' && (kindOfName(text, 'arabic') !== undefined || binders.test(text));
const isPlausible = ({ text }: Word) => !isCommon(text, 'arabic') && text.length > 2;

/** Joined small words, verbs and endings for his, our and their: a listed name is found without this rule. */
const notBeforeFamily = /^(?:[بلني]|عال|فال|كال)|(?:ها|كم|هم|نا|تو|وا)$/;

/** An indefinite word before one that ends as family names do, which no adjective can follow: a name that no list knows. */
function byFamilyName(text: string): Span[] {
  return [
    ...text.matchAll(new RegExp(`${edge}و?(?=${letters} ال[\\u0621-\\u064a]{3,}ي(?![\\u0621-\\u064a]))`, 'gu')),
  ].flatMap((match) => {
    const first = wordAt(text, match.index + match[0].length);
    const second = first && nextWord(text, first);
    if (!first || !second || /^ال/.test(first.text) || never.test(first.text) || isInflected(first.text)) return [];
    const isName = isPlausible(first) && !isCommon(second.text, 'arabic') && !notBeforeFamily.test(first.text);
    return isName ? [takeName(text, first)] : [];
  });
}

/** Abu, Umm and Abd with the name that follows. */
function byBinder(text: string): Span[] {
  return [...text.matchAll(new RegExp(`${edge}(?:أبو|أم|عبد ?ال)(?= ?[\\u0621-\\u064a])`, 'gu'))].flatMap((match) => {
    const first = wordAt(text, match.index);
    const second = first && nextWord(text, first);
    if (!first) return [];
    const isAbd = /^عبد ?ال./.test(text.slice(match.index, match.index + 7));
    const isParent =
      second !== undefined && kindOfName(second.text, 'arabic') !== undefined && !isCommon(second.text, 'arabic');
    return isAbd || isParent ? [takeName(text, first)] : [];
  });
}

function byList(text: string): Span[] {
  return [...text.matchAll(new RegExp(`${edge}${letters}`, 'gu'))].flatMap((match) => {
    const at = /^و/.test(match[0]) && kindOfName(match[0], 'arabic') === undefined ? 1 : 0;
    const first = wordAt(text, match.index + at);
    if (
      !first ||
      first.text === 'على' ||
      isCommon(first.text, 'arabic') ||
      kindOfName(first.text, 'arabic') === undefined
    )
      return [];
    const kind = kindOfName(first.text, 'arabic');
    const name = takeName(text, first);
    const second = nextWord(text, first);
    // A word that is a name as well needs a family name behind it that says so.
    if (
      kind === 'word' &&
      !(
        second &&
        (binders.test(second.text) || kindOfName(second.text, 'arabic') !== undefined || /^ال.{3,}ي$/.test(second.text))
      )
    )
      return [];
    return name.end > first.end && kind !== 'last' ? [name] : [];
  });
}

/** Names in Arabic letters, which have no capitals: by the words before them, and by two names of the list in a row. */
export function findArabicNames(text: string): Span[] {
  if (!/[\u0621-\u064a]/.test(text)) return [];
  return [
    ...namesAfter(text, `${edge}${titles} (?:د\\. )?`, () => true),
    ...namesAfter(text, `${edge}${introductions} (?:السيدة? )?`, (first) => isPlausible(first) || isKnown(first)),
    ...namesAfter(
      text,
      `${edge}${people},? `,
      (first, name) => isKnown(first) || (isPlausible(first) && (endsPhrase(text, name) || name.end > first.end)),
    ),
    ...namesAfter(text, `${edge}${speaking} `, (first) => isKnown(first) || isPlausible(first)),
    ...namesAfter(
      text,
      `${edge}أنا `,
      (first, name) => isKnown(first) && (endsPhrase(text, name) || name.end > first.end),
    ),
    ...namesAfter(
      text,
      `${edge}أنا `,
      (first, name) => isPlausible(first) && /^ (?:ول|من )/.test(text.slice(name.end, name.end + 4)),
    ),
    ...namesAfter(
      text,
      `(?:^|\\n|[.!؟] )${greetings}[،,]? (?:يا )?(?:${titles} )?`,
      (first, name) => (isPlausible(first) || isKnown(first)) && endsPhrase(text, name),
    ),
    ...namesAfter(
      text,
      afterClosing,
      (first, name) => (isPlausible(first) || isKnown(first)) && endsPhrase(text, name),
    ),
    ...namesAfter(
      text,
      `[.!؟،]\\n+(?:${titles} )?`,
      (first, name) => (isPlausible(first) || isKnown(first)) && endsLine(text, name),
    ),
    ...phrasesAfter(text, `${edge}(?:اسمي|إسمي|أنا اسمي|باسم|بإسم) `),
    ...phrasesAfter(text, afterClosing, endsLine),
    ...phrasesAfter(text, '[.!؟،]\\n+', (whole, name) => /^\s*$/.test(whole.slice(name.end))),
    ...byList(text),
    ...byFamilyName(text),
    ...byBinder(text),
  ];
}
