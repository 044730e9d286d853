import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/max';
import { cueReach, digitsOf, hasPhoneCue, isReference, type Span } from './matching';

/** Regions whose national formats are tried; international numbers (`+…`) are found whatever the region. */
const phoneRegions: CountryCode[] = [
  'US',
  'GB',
  'DE',
  'FR',
  'ES',
  'PT',
  'BR',
  'MX',
  'SA',
  'AE',
  'EG',
  'IT',
  'NL',
  'IN',
  'AU',
];

/** A number that is called a phone number counts even where no numbering plan knows it, e.g. one in a local format. */
const named = new RegExp(
  '(?<!\\p{L})(?:phone|mobile|cell|tel|telephone|whats ?app|telefon\\w*|handy|rufnummer|m[óo]vil|tel[ée]fono|t[ée]l[ée]phone|telem[óo]vel|telefone|celular|هاتف\\S*|جوال\\S*|الجوال|موبايل|رقمي)' +
    '(?: ?(?:number|no\\.?|nr\\.?|n°|nummer|is|ist|est|es|[ée]|هو|رقم))*[ :.]{1,3}(?<value>\\+?\\(?\\d(?:[ ()./-]{0,2}\\d){6,14})(?![\\p{L}\\p{N}])',
  'dgiu',
);

function findNamed(text: string): Span[] {
  return [...text.matchAll(named)].flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.value ?? [0, 0];
    return end > start ? [{ start, end }] : [];
  });
}

/** What libphonenumber finds, line by line: trying all regions is slow, and most lines hold too few digits. */
function findByPlans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if ((line.match(/\d/g)?.length ?? 0) >= 6)
      for (const region of phoneRegions)
        for (const { startsAt, endsAt } of findPhoneNumbersInText(line, region))
          spans.push({ start: start + startsAt, end: start + endsAt });
    start += line.length + 1;
  }
  return spans;
}

/** Phone numbers in national and international formats, by libphonenumber's plans and by the words before them. */
export function findPhones(text: string): Span[] {
  const spans = findByPlans(text);
  const plausible = spans.filter(({ start, end }) => {
    const found = text.slice(start, end);
    if (found.includes('+') || /^\s*00/.test(found)) return true;
    if (/[\p{L}\p{N}_/#-]$/u.test(text.slice(0, start)) || /^[\p{L}\p{N}_]/u.test(text.slice(end))) return false;
    // Seven or eight digits are a local number only where a phone is spoken of.
    if (digitsOf(found).length < 9 && !/^\(?0/.test(found) && !hasPhoneCue(text, start)) return false;
    if (/^20\d\d-\d+$/.test(found) && !hasPhoneCue(text, start)) return false;
    if (isReference(text, start) || /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$/.test(found)) return false;
    // A bare run of digits that does not begin with a trunk 0 is as likely an order number: a phone word must say so.
    return (
      /^\(?0/.test(found) ||
      /\D/.test(found) ||
      hasPhoneCue(text, start) ||
      /\b(?:number|número|nummer|numéro)\b[^.\d]*$/i.test(text.slice(Math.max(0, start - cueReach), start))
    );
  });
  const international = [...text.matchAll(/(?<![\p{L}\p{N}+])\+\d(?:[ ()./-]{0,2}\d){7,14}(?!\d)/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...plausible, ...international, ...findNamed(text)].filter(
    ({ start, end }) => digitsOf(text.slice(start, end)).length >= 6,
  );
}
