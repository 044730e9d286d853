const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago an ISO time was, e.g. "2 days ago". */
export function timeAgo(at: string, language: string): string {
  const seconds = Math.max(0, (Date.now() - Date.parse(at)) / 1000);
  const format = new Intl.RelativeTimeFormat(language);
  for (const [unit, size] of units) {
    if (seconds >= size) return format.format(-Math.floor(seconds / size), unit);
  }
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
}

/** An ISO time in the browser's zone, e.g. "Mon, 1 Jan 2026 at 1:00 PM" as Freshdesk writes it. */
export function fullTime(at: string, language: string): string {
  const date = new Date(at);
  const locale = language === 'ar' ? 'ar' : 'en-GB';
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options).format(date);
  const day = `${part({ weekday: 'short' })}, ${part({ day: 'numeric', month: 'short', year: 'numeric' })}`;
  const clock = new Intl.DateTimeFormat(language === 'ar' ? 'ar' : 'en-US', { hour: 'numeric', minute: '2-digit' });
  return `${day} ${language === 'ar' ? 'في' : 'at'} ${clock.format(date)}`;
}
