/**
 * What a sentence claims that must not be made up: numbers with their unit, links and addresses, names, negations. Read
 * from the surface, so that it can be held against the words of a source.
 */
export type Claims = { numbers: string[]; links: string[]; names: string[]; negations: string[] };

const link =
  /(?:https?:\/\/|www\.)[^\s<>"'(){}]*[^\s<>"'(){}.,;:!?]|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const currency =
  '[€$£¥₹]|(?:EUR|USD|GBP|CHF|SAR|AED|EGP|BRL|euros?|dollars?|pounds?|reais|ريال|درهم|جنيه|يورو)(?!\\p{L})';
const number = new RegExp(`(${currency})?[ \u00a0]?(\\d+(?:[.,:/-]\\d+)*)[ \u00a0]?(%|${currency})?`, 'giu');

/** Words that deny, by language; `not` stands for all forms of it. */
const denials: Record<string, { not: RegExp; others: RegExp }> = {
  en: {
    not: /\b(?:\p{L}+n['’]t|not|cannot)\b/giu,
    others: /\b(?:no|never|none|nothing|nobody|neither|nor|without|unable|unless|except)\b/giu,
  },
  de: { not: /\bnicht\b/giu, others: /\b(?:kein\p{L}*|nie|niemals|nichts|niemand|ohne|weder|außer)\b/giu },
  es: {
    not: /\bno\b/giu,
    others: /\b(?:nunca|jamás|nada|nadie|ni|sin|ning[uú]n\p{L}*|tampoco|excepto|salvo)(?!\p{L})/giu,
  },
  fr: { not: /\b(?:pas)\b/giu, others: /\b(?:jamais|rien|personne|aucune?|sans|ni|sauf)\b/giu },
  pt: {
    not: /(?<!\p{L})não(?!\p{L})/giu,
    others: /\b(?:nunca|jamais|nada|ninguém|nem|sem|nenhum\p{L}*|exceto)(?!\p{L})/giu,
  },
  ar: {
    not: /(?<!\p{L})[وف]?(?:لا|لم|لن|ليس|ليست)(?!\p{L})/gu,
    others: /(?<!\p{L})(?:بدون|دون|غير|إلا|أبدا|أبداً)(?!\p{L})/gu,
  },
};

/** Phrases of courtesy whose negation denies nothing. */
const courtesies =
  /\b(?:do not|don['’]t|never) hesitate\b|\bzögern Sie nicht\b|\bzögere nicht\b|(?<!\p{L})no dud(?:e|es) en\b|\bn['’]hésitez pas\b|(?<!\p{L})não hesite(?!\p{L})|(?<!\p{L})لا تتردد(?:وا|ي)?(?!\p{L})/giu;

/** German writes every noun with a capital; these and the polite pronouns name nothing. */
const germanWords =
  /^(?:sie|ihnen|ihre?[mnrs]?|dank|nachricht|anfrage|rückmeldung|verständnis|geduld|verfügung|tag|fragen?|hilfe|grüßen?|leid|entschuldigung|unannehmlichkeiten|umstände|mühe|verzögerung|service|bewertung|stand|vorgang)$/u;

/** Digits of every script as ASCII ones. */
function withAsciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code < 0x06f0 ? 0x0660 : 0x06f0));
  });
}

const unique = (values: string[]): string[] => [...new Set(values)].sort();

function readNumbers(text: string): string[] {
  return unique(
    [...text.matchAll(number)].map(([, before, digits = '', after]) => digits + (before ?? after ?? '').toLowerCase()),
  );
}

/**
 * Words that name something: written with capitals inside a sentence, all in capitals or with capitals within anywhere,
 * letters mixed with digits, and Latin words in an Arabic text.
 */
function readNames(text: string, language: string): string[] {
  const isArabic = /\p{Script=Arabic}/u.test(text);
  const names: string[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)) {
    const [word] = match;
    const isFirst = /(?:^|[.!?:;…؟\n])[\s"“”„«»'‘’()[\]*•–—-]*$/u.test(text.slice(0, match.index));
    const isLatin = isArabic && /^\p{Script=Latin}{2,}/u.test(word);
    const isCapital = /^\p{Lu}\p{L}/u.test(word) && !isFirst && !/^I['’]/.test(word);
    const isOdd = /^\p{L}+\p{Lu}/u.test(word) || (/\p{L}/u.test(word) && /\d/.test(word));
    if (isLatin || isCapital || isOdd) names.push(word.toLowerCase());
  }
  return unique(language === 'de' ? names.filter((name) => !germanWords.test(name)) : names);
}

function readNegations(text: string, language: string): string[] {
  const words = denials[language];
  if (!words) return [];
  const plain = text.replace(courtesies, ' ');
  const nots = [...plain.matchAll(words.not)].map(() => 'not');
  return [...nots, ...[...plain.matchAll(words.others)].map(([word]) => word.toLowerCase())].sort();
}

/** The claims of a text in a language (ISO 639-1); negations are read in ar, de, en, es, fr and pt. */
export function readClaims(text: string, language: string): Claims {
  const ascii = withAsciiDigits(text);
  const plain = ascii.replace(link, ' ');
  return {
    numbers: readNumbers(plain),
    links: unique((ascii.match(link) ?? []).map((one) => one.toLowerCase())),
    names: readNames(plain, language),
    negations: readNegations(plain, language),
  };
}

/** True when a text claims nothing at all. */
export function claimsNothing(text: string, language: string): boolean {
  return Object.values(readClaims(text, language)).every((claims) => claims.length === 0);
}

/** True when two texts claim the same. */
export function claimsAlike(left: string, right: string, language: string): boolean {
  return JSON.stringify(readClaims(left, language)) === JSON.stringify(readClaims(right, language));
}

/** What a sentence may claim: see `findUnsupported`. */
type Support = {
  /** The words of the source, or null for a sentence of ours. */
  quote: string | null;
  /** Links of the source besides those in its words. */
  links?: readonly string[];
  /** What may be taken from the ticket and the settings, word for word: names and numbers, but never links. */
  facts: readonly string[];
  /** ISO 639-1. */
  language: string;
};

/** What a sentence claims without having it from its source, in words for people; empty when all of it is there. */
export function findUnsupported(sentence: string, { quote, links = [], facts, language }: Support): string[] {
  const told = facts.filter((fact) => fact.length > 1).sort((a, b) => b.length - a.length);
  const own = readClaims(
    told.reduce((rest, fact) => rest.replaceAll(fact, ' '), sentence),
    language,
  );
  const source = readClaims(quote ?? '', language);
  const known = new Set(
    withAsciiDigits(quote ?? '')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu),
  );
  const addresses = new Set([...source.links, ...links.map((one) => one.toLowerCase())]);
  const isDenied = quote !== null && JSON.stringify(own.negations) !== JSON.stringify(source.negations);
  return [
    ...own.numbers.filter((one) => !source.numbers.includes(one)).map((one) => `number ${one}`),
    ...readClaims(sentence, language)
      .links.filter((one) => !addresses.has(one))
      .map((one) => `link ${one}`),
    ...own.names.filter((one) => !known.has(one)).map((one) => `name ${one}`),
    ...(isDenied ? [`negation ${own.negations.join(' ')}`] : []),
  ];
}
