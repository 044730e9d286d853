import { isValidIBAN } from 'ibantools';
import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/max';
import { isCardNumber, isDate, isEgyptianId, isIpv6, isLuhn, isNif, isNir, isSpanishId, isSteuerId } from './checksums';

/** Kinds of personal data that are found; names and postal addresses need a model and are not found yet. */
export const personalDataKinds = [
  'email',
  'phone',
  'credit_card',
  'iban',
  'national_id',
  'ip',
  'date_of_birth',
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** A stretch of text, UTF-16 code units, end exclusive. */
export type Span = { start: number; end: number };
type Detector = { kind: PersonalDataKind; find(text: string): Span[] };

/** Whole-word edges that work for every script. */
const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';

/** Spans of `pattern` (a source without flags) that pass `accepts`. */
function matches(
  text: string,
  pattern: string,
  accepts: (found: string, start: number) => boolean = () => true,
): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(new RegExp(pattern, 'giu')))
    if (accepts(match[0], match.index)) spans.push({ start: match.index, end: match.index + match[0].length });
  return spans;
}

/** How far before a number a word may stand to say what the number is, UTF-16 code units. */
const cueReach = 32;
const referenceCue =
  /(?<!\p{L})(order|ticket|invoice|ref(erence)?|tracking|serial|account|customer|case|booking|policy|item|article|sku|parcel|shipment|confirmation|transaction|imei|product|bestell\w*|rechnung\w*|sendung\w*|kunden\w*|pedido|factura|fatura|commande|facture|suivi|encomenda|طلب|الطلب|طلبي|فاتورة|الفاتورة|شحنة|تذكرة)(?!\p{L})|#\s*$/giu;
const phoneCue =
  /(?<!\p{L})(phone|call|mobile|cell|tel|telephone|whats ?app|text|sms|reach|ring|contact|fax|telefon\w*|handy|mobil|rückruf|anrufen|móvil|teléfono|llam\w*|téléphone|portable|appel\w*|telemóvel|telefone|ligar|هاتف|هاتفي|جوال|جوالي|الجوال|موبايل|اتصل|واتساب)(?!\p{L})/giu;

/** End of the last match of a cue in the words before `start`, −1 when there is none. */
function lastCue(text: string, start: number, cue: RegExp): number {
  const words =
    text
      .slice(Math.max(0, start - cueReach), start)
      .split(/[.!?\n]\s/)
      .at(-1) ?? '';
  return [...words.matchAll(cue)].at(-1)?.index ?? -1;
}

/** True when the words before call the number an order, ticket or the like, and no phone word stands nearer. */
function isReference(text: string, start: number): boolean {
  const reference = lastCue(text, start, referenceCue);
  return reference >= 0 && reference > lastCue(text, start, phoneCue);
}

function hasCue(text: string, start: number, cue: RegExp): boolean {
  return lastCue(text, start, cue) >= 0;
}

/** Regions whose national formats are tried; international numbers (`+…`) are found whatever the region. */
const phoneRegions: CountryCode[] = ['US', 'GB', 'DE', 'FR', 'ES', 'PT', 'SA', 'AE', 'EG', 'IT', 'NL', 'IN', 'AU'];

function findPhones(text: string): Span[] {
  if ((text.match(/\d/g)?.length ?? 0) < 7) return [];
  const spans = phoneRegions.flatMap((region) =>
    findPhoneNumbersInText(text, region).map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })),
  );
  return spans.filter(({ start, end }) => {
    const found = text.slice(start, end);
    if (found.includes('+') || /^\s*00/.test(found)) return true;
    if (/[\p{L}\p{N}_/#-]$/u.test(text.slice(0, start)) || /^[\p{L}\p{N}_]/u.test(text.slice(end))) return false;
    if (isReference(text, start) || /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$/.test(found)) return false;
    // A bare run of digits that does not begin with a trunk 0 is as likely an order number: a phone word must say so.
    return (
      /^0/.test(found) ||
      /\D/.test(found) ||
      hasCue(text, start, phoneCue) ||
      /\bnumber\b[^.\d]*$/i.test(text.slice(Math.max(0, start - cueReach), start))
    );
  });
}

function findIbans(text: string): Span[] {
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

const ssnCue = /(ssn|social security)/giu;
const nifCue = /(nif|contribuinte|fiscal|tax (id|number))/giu;
const saudiCue = /(iqama|saudi id|national id|id (number|no)|هوية|الهوية|هويتي|إقامة|الإقامة|اقامة|إقامتي)/giu;
const digitsOf = (found: string): string => found.replace(/\D/g, '');

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
  (text) => matches(text, `${before}(?:\\d{2}\\.?\\d{3}\\.?\\d{3}|[XYZ][- ]?\\d{7})[- ]?[A-Z]${after}`, isSpanishId),
  (text) => matches(text, `${before}[1-478] ?\\d{2} ?\\d{2} ?\\d[\\dAB] ?\\d{3} ?\\d{3} ?\\d{2}${after}`, isNir),
  (text) =>
    matches(
      text,
      `${before}\\d{3} ?\\d{3} ?\\d{3}${after}`,
      (found, start) => isNif(digitsOf(found)) && hasCue(text, start, nifCue),
    ),
  (text) =>
    matches(text, `${before}[12]\\d{9}${after}`, (found, start) => isLuhn(found) && hasCue(text, start, saudiCue)),
  (text) =>
    matches(text, `${before}[23]\\d{13}${after}`, (found, start) => isEgyptianId(found) && !isReference(text, start)),
];

function findIps(text: string): Span[] {
  const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
  const isVersion = (start: number) =>
    /(v|ver\.?|version|firmware|build|release)\s*$/i.test(text.slice(Math.max(0, start - 12), start));
  return [
    ...matches(
      text,
      `(?<![\\p{L}\\p{N}.])${octet}(?:\\.${octet}){3}(?![\\p{L}\\p{N}]|\\.\\d)`,
      (_found, start) => !isVersion(start),
    ),
    ...matches(
      text,
      `(?<![\\p{L}\\p{N}:])(?=[0-9a-f:]*\\d)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\\p{L}\\p{N}:])`,
      (found) => isIpv6(found),
    ),
  ];
}

const birthCue =
  /(date of birth|birth ?(day|date)|\bd\.?o\.?b\b|\bborn\b|geburtsdatum|geboren|\bgeb\.|naissance|\bnée?\b|nacimiento|nacid[oa]|nací|nascimento|nascid[oa]|nasci|الميلاد|ميلادي|مواليد|ولدت)/giu;
const monthNames =
  '(?:jan|feb|f[eé]v|mar|m[äa]r|apr|a[bv]r|ma[iyj]|jun|jui|jul|ago|ao[uû]|aug|sep|set|o[ckt]t|out|nov|de[csz]|d[eé]c|d[ei][cz]|ene|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)\\p{L}*\\.?';
const year = '(?:19|20)\\d{2}';
const datePattern = [
  `\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}`,
  `\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})`,
  `\\d{1,2}(?:st|nd|rd|th|\\.|º)?(?: of| de| d[eo])? ${monthNames}(?: de| d[eo]|,)? ${year}`,
  `${monthNames} \\d{1,2}(?:st|nd|rd|th)?,? ${year}`,
].join('|');

function isRealDate(found: string): boolean {
  const parts = found.split(/[-/.]/).map(Number);
  if (parts.length !== 3 || parts.some(Number.isNaN)) return true;
  const [a, b, c] = parts as [number, number, number];
  if (a > 31) return isDate(a, b, c);
  const full = c < 100 ? 1900 + c : c;
  return isDate(full, b, a) || isDate(full, a, b);
}

/** All detectors, those that are surest first: where two overlap the earlier one wins. */
export const detectors: readonly Detector[] = [
  {
    kind: 'email',
    find: (text) =>
      matches(
        text,
        `(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+'-]{0,63})@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.)+\\p{L}{2,24}(?![\\p{L}\\p{N}])`,
      ),
  },
  { kind: 'iban', find: findIbans },
  { kind: 'national_id', find: (text) => nationalIds.flatMap((find) => find(text)) },
  {
    kind: 'credit_card',
    find: (text) =>
      matches(
        text,
        `(?<![\\p{L}\\p{N}]|\\d[.,-])\\d(?:[ -]{0,2}\\d){12,18}${after}`,
        (found, start) => isCardNumber(digitsOf(found)) && !(isReference(text, start) && !/\D/.test(found)),
      ),
  },
  { kind: 'ip', find: findIps },
  {
    kind: 'date_of_birth',
    find: (text) =>
      matches(
        text,
        `${before}(?:${datePattern})${after}`,
        (found, start) => hasCue(text, start, birthCue) && isRealDate(found),
      ),
  },
  { kind: 'phone', find: findPhones },
];
