import { type InterfaceLanguage, interfaceLanguages } from '../core/settings';

/** Each language under its own name, for a list of choices. */
export const languageNames: Record<InterfaceLanguage, string> = {
  en: 'English',
  ar: 'العربية',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
};

/** What the browser asks for, best first (BCP 47). */
const wanted = (): readonly string[] => globalThis.navigator?.languages ?? [];
const baseOf = (tag: string) => tag.toLowerCase().split('-')[0];

/** The language to show: the agent's setting, else the first of `preferred` (BCP 47) that we have, else English. */
export function resolveLanguage(
  setting: 'auto' | InterfaceLanguage,
  preferred: readonly string[] = wanted(),
): InterfaceLanguage {
  if (setting !== 'auto') return setting;
  for (const tag of preferred) {
    const known = interfaceLanguages.find((language) => language === baseOf(tag));
    if (known) return known;
  }
  return 'en';
}

/** Writing direction of an interface language. */
export function direction(language: InterfaceLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/**
 * The locale (BCP 47) in which numbers, dates and plurals of `language` are written: that of the reader's region where
 * `preferred` names one, since 12.000 is twelve thousand in Madrid and twelve in Mexico. Arabic keeps one locale with
 * Latin digits, as ticket and order numbers beside it are Latin, and some of its regions would change the calendar.
 */
export function localeOf(language: InterfaceLanguage, preferred: readonly string[] = wanted()): string {
  if (language === 'ar') return 'ar-u-nu-latn';
  return preferred.find((tag) => /^[a-z]{2}-([a-z]{2}|\d{3})$/i.test(tag) && baseOf(tag) === language) ?? language;
}

/** The form for `count` by the plural rules of `language`, with the number in front in that language's digits where `#` stands. */
export function plural(
  language: InterfaceLanguage,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  const form = forms[new Intl.PluralRules(localeOf(language)).select(count)] ?? forms.other;
  return form.replace('#', formatNumber(language, count));
}

/** A number as readers of `language` write it. */
export function formatNumber(language: InterfaceLanguage, value: number): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}

/** A share between 0 and 1 as a whole percentage. */
export function formatPercent(language: InterfaceLanguage, share: number): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export { type InterfaceLanguage, interfaceLanguages };
