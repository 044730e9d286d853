/** Languages of the interface; `en` first, every language carries the same keys. */
export const interfaceLanguages = ['en', 'ar'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Each language under its own name, for a list of choices. */
export const languageNames: Record<InterfaceLanguage, string> = { en: 'English', ar: 'العربية' };

/** The language to show: the agent's setting, else the first of `preferred` (BCP 47) that we have, else English. */
export function resolveLanguage(
  setting: 'auto' | InterfaceLanguage,
  preferred: readonly string[] = globalThis.navigator?.languages ?? [],
): InterfaceLanguage {
  if (setting !== 'auto') return setting;
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0];
    const known = interfaceLanguages.find((language) => language === base);
    if (known) return known;
  }
  return 'en';
}

/** Writing direction of an interface language. */
export function direction(language: InterfaceLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The form for `count` by the plural rules of `language`, with the number in front in that language's digits where `#` stands. */
export function plural(
  language: InterfaceLanguage,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace('#', formatNumber(language, count));
}

/** A number as readers of `language` write it. Latin digits in Arabic too: ticket and order numbers beside it are Latin. */
export function formatNumber(language: InterfaceLanguage, value: number): string {
  return new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language).format(value);
}

/** A share between 0 and 1 as a whole percentage. */
export function formatPercent(language: InterfaceLanguage, share: number): string {
  return new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language, {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}
