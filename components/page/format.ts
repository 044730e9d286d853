import { formatNumber, type InterfaceLanguage, localeOf, type Strings } from '../../lib/strings';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the largest unit that keeps it at 1 or more (1 kilobyte = 1000 bytes). */
export function formatBytes(language: InterfaceLanguage, bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  const unit = units[power] ?? 'byte';
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}

/** A day as readers of `language` write it; the text itself where it is no date. */
export function formatDay(language: InterfaceLanguage, iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' }).format(date);
}

/** A day with its time; the text itself where it is no date. */
export function formatMoment(language: InterfaceLanguage, iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** Hours and minutes. `at` in epoch milliseconds. */
export function formatTime(language: InterfaceLanguage, at: number): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short' }).format(at);
}

/** What to call a source: the host of a helpdesk, the name of a file, or practice data for our own origin. */
export function nameSource(strings: Strings, source: string): string {
  if (source.startsWith('file:')) return strings.page.source.file(source.slice('file:'.length));
  if (/^[a-z]+-extension:/.test(source) || source === globalThis.location?.origin) return strings.page.source.practice;
  return URL.canParse(source) ? new URL(source).host : source;
}

export { formatNumber };
