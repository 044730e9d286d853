/** Names of the months in a language, folded, in the two lengths that interfaces use. */
const monthNames = new Map<string, Map<string, number>>();

/** Without case, accents and full stops: `Déc.` and `dec` are one. */
function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\./g, '')
    .toLowerCase();
}

function monthsOf(language: string): Map<string, number> {
  const known = monthNames.get(language);
  if (known) return known;
  const months = new Map<string, number>();
  for (const locale of [language, 'en']) {
    for (const style of ['short', 'long'] as const) {
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2026, month, 1));
        const name = fold(parts.find(({ type }) => type === 'month')?.value ?? '');
        // The one language's "mar" must not overrule the other's: the first told stays.
        if (/\p{L}/u.test(name) && !months.has(name)) months.set(name, month);
      }
    }
  }
  monthNames.set(language, months);
  return months;
}

const isLanguage = (language: string) => /^[a-z]{2,3}(-[\w-]+)?$/i.test(language);

/** Digits of other scripts as ours, without the invisible marks that bidirectional text carries. */
function plain(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

type Clock = { hours: number; minutes: number };

function clockOf(text: string): Clock | undefined {
  const match = /(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})?\s*(a\.?m\b|p\.?m\b|ص|م)?/i.exec(text);
  if (!match) return undefined;
  const [, hour = '', minute = '', half = ''] = match;
  const hours = Number(hour);
  if (half === '') return { hours, minutes: Number(minute) };
  return { hours: (hours % 12) + (/^p|^م/i.test(half) ? 12 : 0), minutes: Number(minute) };
}

/** The month named after the day or, in the American order, before it; before it may also stand a weekday like "mar.". */
function monthNear(dayAt: number, date: string, months: Map<string, number>): number | undefined {
  const named = [...date.matchAll(/[\p{L}\p{M}.]+/gu)].flatMap((word) => {
    const month = months.get(fold(word[0]));
    return month === undefined ? [] : [{ month, at: word.index }];
  });
  return (named.find(({ at }) => at > dayAt) ?? named.findLast(({ at }) => at < dayAt))?.month;
}

/**
 * ISO time of a date as the interface shows it, e.g. "Mon, 1 Jan 2026 at 1:00 PM", with the month as a word of the
 * page's language or of English. Undefined when a part is missing or day and month could be mistaken (02/11/2026).
 * The interface writes times in the zone of the agent's profile; here it counts as the browser's.
 */
export function readShownTime(shown: string, language: string): string | undefined {
  const text = plain(shown);
  const clock = clockOf(text);
  const date = text.replace(/\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?/, ' ');
  const year = /(?<!\d)20\d{2}(?!\d)/.exec(date)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(date);
  if (!clock || !year || !day) return undefined;
  const month = monthNear(day.index, date, monthsOf(isLanguage(language) ? language : 'en'));
  if (month === undefined) return undefined;
  const time = new Date(Number(year), month, Number(day[0]), clock.hours, clock.minutes);
  const isReal = time.getMonth() === month && clock.hours < 24 && clock.minutes < 60;
  return isReal ? time.toISOString() : undefined;
}
