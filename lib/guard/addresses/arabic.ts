import type { Span } from '../matching';

const street =
  '(?:شارع|حي|كورنيش|ميدان|زقاق|جادة|(?<!عن )طريق(?= ال)|المنطقة(?= الصناعية)|(?:عمارة|شقة|برج|مبنى|فيلا|مجمع)(?= (?:رقم )?\\d| ال)|ص\\.ب\\.?)';
/** Words that end the name of a street. */
const ends =
  '(?!(?:و|أو|من|في|على|إلى|الى|عن|مع|منذ|قبل|بعد|رقم الطلب|لكن|هل|ولم|ثم|والخريطة|وأنتظر)(?![\\u0600-\\u06ff]))';
const word = '[\\u0621-\\u064a]+';
const part = `${street} (?:${ends}${word}|\\d{1,4})(?: ${ends}${word}){0,2}(?: \\d{1,4})?`;
const rest = `(?:[ ]?[،,-][ ]?|\\n)(?:${part}|${ends}${word}(?: ${ends}${word}){0,1}(?= *(?:\\d{5}|[،,.\\n]|$)| (?:حتى|من|في|قبل|بعد|حيث|و)))(?: \\d{5}(?!\\d))?`;
const address = new RegExp(`(?<![\\u0621-\\u064a\\d])(?:\\d{1,4} )?${part}(?: \\d{5}(?!\\d))?(?:${rest}){0,4}`, 'gu');

/** Arabic addresses: from the street or quarter on, part by part. */
export function findArabicAddresses(text: string): Span[] {
  return [...text.matchAll(address)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
