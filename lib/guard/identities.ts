import { isCnpj, isCpf, isEgyptianId, isLuhn, isNif, isNir, isSpanishId, isSteuerId } from './checksums';
import { after, before, digitsOf, hasCue, isReference, matches, type Span, valuesOf } from './matching';

const ssnCue = /(ssn|social security)/giu;
const nifCue = /(nif|contribuinte|fiscal|tax (id|number))/giu;
const companyCue = /(nipc|empresa|pessoa coletiva)/giu;
const saudiCue = /(iqama|saudi id|national id|id (number|no)|هوية|الهوية|هويتي|إقامة|الإقامة|اقامة|إقامتي)/giu;

const says = '(?: ?(?:number|no\\.?|nr\\.?|nº|n°|nummer|número|numéro|is|ist|est|es|é|:|هو))*[ :]{1,3}';
/** Letters and digits, at least two digits: a document's number. */
const documentNumber = '(?<value>(?=[A-Z0-9]*\\d[A-Z0-9]*\\d)[A-Z0-9]{6,18})';

/** National identity numbers by their checksums and words, and numbers of passports, identity cards and driving licences. */
export function findNationalIds(text: string): Span[] {
  return nationalIds.flatMap((find) => find(text));
}

const nationalIds: ((text: string) => Span[])[] = [
  (text) =>
    matches(
      text,
      `${before}(?!000|666|9)\\d{3}([- ])(?!00)\\d{2}\\1(?!0000)\\d{4}${after}`,
      (_found, start) => !isReference(text, start),
    ),
  (text) => matches(text, `${before}(?!000|666|9)\\d{9}${after}`, (_found, start) => hasCue(text, start, ssnCue)),
  (text) =>
    matches(
      text,
      `${before}(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]${after}`,
    ),
  (text) =>
    matches(
      text,
      `${before}\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}${after}`,
      (found, start) => isSteuerId(digitsOf(found)) && !isReference(text, start),
    ),
  (text) =>
    valuesOf(
      text,
      `${before}(?:steuer-?id(?:entifikationsnummer)?|steuerliche identifikationsnummer)${says}(?<value>\\d{2} ?\\d{3} ?\\d{3} ?\\d{3})${after}`,
    ),
  (text) => matches(text, `${before}(?:\\d{2}\\.?\\d{3}\\.?\\d{3}|[XYZ][- ]?\\d{7})[- ]?[A-Z]${after}`, isSpanishId),
  (text) => matches(text, `${before}[1-478] ?\\d{2} ?\\d{2} ?\\d[\\dAB] ?\\d{3} ?\\d{3} ?\\d{2}${after}`, isNir),
  (text) =>
    matches(
      text,
      `${before}\\d{3} ?\\d{3} ?\\d{3}${after}`,
      (found, start) => isNif(digitsOf(found)) && hasCue(text, start, nifCue) && !hasCue(text, start, companyCue),
    ),
  (text) => matches(text, `${before}\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}${after}`, (found) => isCpf(digitsOf(found))),
  (text) => valuesOf(text, `${before}cpf${says}(?<value>\\d{11})${after}`, isCpf),
  (text) =>
    matches(text, `${before}[12]\\d{9}${after}`, (found, start) => isLuhn(found) && hasCue(text, start, saudiCue)),
  (text) =>
    matches(text, `${before}[23]\\d{13}${after}`, (found, start) => isEgyptianId(found) && !isReference(text, start)),
  (text) =>
    valuesOf(
      text,
      `${before}(?:passport|reisepass|ausweis(?:nummer|nr\\.?)?|personalausweis|passeport|carte d.identité|pasaporte|passaporte|driving licen[cs]e|driver.?s licen[cs]e|führerschein(?:nummer)?|permis de conduire|carta de condução|carné de conducir|رقم الجواز|رقم جواز السفر|جواز السفر|رخصة القيادة)${says}${documentNumber}${after}`,
    ),
];

/** Numbers for the tax office: VAT numbers of the EU and Britain, American EINs, company numbers of FR, ES, PT, BR, SA. */
export function findTaxIds(text: string): Span[] {
  return taxIds.flatMap((find) => find(text));
}

const vatCue =
  /(vat|tax|tva|ust|umsatzsteuer|uid|mwst|iva|btw|fiscal|cif|nif|contribuinte|ضريبي|الضريبي|الضريبة|ضريبة)/giu;

const taxIds: ((text: string) => Span[])[] = [
  (text) =>
    matches(
      text,
      `${before}(?:ATU\\d{8}|(?:BE|BG|CZ|DE|DK|EE|EL|FI|GB|HR|HU|IT|LT|LU|LV|MT|PL|PT|RO|SE|SI|SK) ?\\d(?:[ .]?\\d){7,11}|CY ?\\d{8}[A-Z]|ES ?[A-Z0-9]\\d{7}[A-Z0-9]|FR ?[A-Z0-9]{2} ?\\d{3} ?\\d{3} ?\\d{3}|IE ?\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}|NL ?\\d{9}B\\d{2}|CHE-?\\d{3}\\.\\d{3}\\.\\d{3})${after}`,
      (_found, start) => hasCue(text, start, vatCue),
    ),
  (text) => valuesOf(text, `${before}(?:ein|tax id(?:entification)?|tin|fein)${says}(?<value>\\d{2}-\\d{7})${after}`),
  (text) =>
    valuesOf(
      text,
      `${before}(?:steuernummer|steuernr\\.?|st\\.-nr\\.?)${says}(?<value>\\d{2,3}/\\d{3,4}/\\d{4,5})${after}`,
    ),
  (text) =>
    matches(text, `${before}[ABCDEFGHJKLMNPQRSUVW]-?\\d{7}[0-9A-J]${after}`, (_found, start) =>
      hasCue(text, start, vatCue),
    ),
  (text) =>
    valuesOf(text, `${before}(?:siret|siren|siège)${says}(?<value>\\d{3} ?\\d{3} ?\\d{3}(?: ?\\d{5})?)${after}`),
  (text) =>
    valuesOf(text, `${before}nipc${says}(?<value>\\d{3} ?\\d{3} ?\\d{3})${after}`, (found) => isNif(digitsOf(found))),
  (text) =>
    matches(text, `${before}\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}${after}`, (found) => isCnpj(digitsOf(found))),
  (text) => matches(text, `${before}3\\d{13}3${after}`, (_found, start) => hasCue(text, start, vatCue)),
];

/** Numbers of a device that follow its owner: IMEI (Luhn) and MAC addresses. */
export function findDeviceIds(text: string): Span[] {
  return [
    ...valuesOf(text, `${before}imei${says}(?<value>\\d{15})${after}`, isLuhn),
    ...matches(text, `(?<![\\p{L}\\p{N}:-])[0-9A-F]{2}(?:([:-])[0-9A-F]{2})(?:\\1[0-9A-F]{2}){4}(?![\\p{L}\\p{N}:-])`),
  ];
}
