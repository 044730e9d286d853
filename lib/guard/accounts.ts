import { isValidIBAN } from 'ibantools';
import { isCardNumber } from './checksums';
import { after, before, digitsOf, isReference, matches, type Span, valuesOf } from './matching';

/** IBANs of any country that pass their check digits. */
export function findIbans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(new RegExp(`${before}[a-z]{2}\\d{2}(?:[ -]?[a-z0-9]){11,30}`, 'giu'))) {
    // The tail may have swallowed the next words: the longest valid beginning is the number.
    for (let length = match[0].length; length >= 15; length--) {
      const found = match[0].slice(0, length);
      const next = match[0][length] ?? text[match.index + length];
      if (/[\s-]$/.test(found) || (next !== undefined && /[\p{L}\p{N}]/u.test(next))) continue;
      if (!isValidIBAN(found.replace(/[ -]/g, '').toUpperCase())) continue;
      spans.push({ start: match.index, end: match.index + length });
      break;
    }
  }
  return spans;
}

/** Payment cards: a known issuer's range and Luhn. */
export function findCards(text: string): Span[] {
  return matches(
    text,
    `(?<![\\p{L}\\p{N}]|\\d[.,-])\\d(?:[ -]{0,2}\\d){12,18}${after}`,
    (found, start) => isCardNumber(digitsOf(found)) && !(isReference(text, start) && !/\D/.test(found)),
  );
}

const number = '(?<value>\\d(?:[ -]?\\d){4,16})';
const says = '(?: (?:number|no\\.?|is|nr\\.?|nummer|ist))*[ :]{1,3}';

/** Bank accounts that are no IBAN: British sort code and account, American and German numbers by the words before. */
export function findBankAccounts(text: string): Span[] {
  return [
    ...matches(text, `${before}\\d{2}-\\d{2}-\\d{2}[ ,/]{1,3}\\d{8}${after}`),
    ...valuesOf(text, `${before}(?:sort code|routing|aba)${says}${number}${after}`),
    ...valuesOf(
      text,
      `${before}(?:bank account|checking account|account number and sort code)${says}${number}${after}`,
    ),
    ...valuesOf(text, `${before}(?:kontonummer|kontonr\\.?|konto|blz|bankleitzahl)${says}${number}${after}`),
    ...valuesOf(text, `${before}(?:رقم الحساب البنكي|الحساب البنكي|حسابي البنكي)[ :]{1,3}${number}${after}`),
    ...valuesOf(
      text,
      `${before}(?:bic|swift)(?: ?code)?(?: is)?[ :]{1,3}(?<value>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)${after}`,
    ),
  ];
}
