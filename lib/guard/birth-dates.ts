import { isDate } from './checksums';
import { after, before, hasFarCue, matches, type Span } from './matching';

const birthCue =
  /(date of birth|birth ?(day|date)|\bd\.?o\.?b\b|\bborn\b|geburtsdatum|geboren|geburtstag|auf die welt gekommen|\bgeb\.|naissance|(?<!\p{L})née?(?!\p{L})|nacimiento|nacid[oa]|nací|nascimento|nascid[oa]|nasci|الميلاد|ميلاد|ميلادي|ميلاده|ميلادها|مواليد|ولدت)/iu;
/** The right date may stand a sentence behind the wrong one. */
const birthReach = 100;
const monthNames =
  '(?:jan|feb|f[eé]v|mar|m[äa]r|apr|a[bv]r|ma[iyj]|jun|jui|jul|ago|ao[uû]|aug|sep|set|o[ckt]t|out|nov|de[csz]|d[eé]c|d[ei][cz]|ene|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)\\p{L}*\\.?';
const year = '(?:19|20)\\d{2}';
const datePattern = [
  `\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}`,
  `\\d{1,2}[-/.] ?\\d{1,2}[-/.] ?(?:\\d{4}|\\d{2})`,
  `\\d{1,2}(?:st|nd|rd|th|er|\\.|º)?(?: of| de| d[eo])? ${monthNames}(?: de| d[eo]|,)? ${year}`,
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

/** Dates that the words before call a date of birth; any other date is none of a person's data. */
export function findBirthDates(text: string): Span[] {
  return matches(
    text,
    `${before}(?:${datePattern})${after}`,
    (found, start) => hasFarCue(text, start, { cue: birthCue, reach: birthReach }) && isRealDate(found),
  );
}
