import { type InterfaceLanguage, localeOf } from './language';

/** What stands between a name and what is said of it: `Macro: …`, in French after a narrow space that does not break. */
export function colon(language: InterfaceLanguage): string {
  return language === 'fr' ? '\u202f: ' : ': ';
}

/** Names in a row, as readers of `language` write them: `A, B and C`. */
export function formatList(language: InterfaceLanguage, names: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language)).format(names);
}
