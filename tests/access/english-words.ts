import { getStrings, type InterfaceLanguage } from '../../lib/strings/index.ts';
import { getTeachStrings } from '../../lib/strings/teach.strings.ts';

/** Texts of `english` for which `other` has another one, by their places in the two. */
function collect(english: unknown, other: unknown, found: Set<string>): void {
  if (typeof english === 'string') {
    if (typeof other === 'string' && other !== english) found.add(english);
    return;
  }
  if (typeof english !== 'object' || english === null) return;
  for (const [key, value] of Object.entries(english)) collect(value, (other as Record<string, unknown>)?.[key], found);
}

/** English texts of the interface that this language says in other words; those with numbers or names in them are left out. */
export function englishWords(language: InterfaceLanguage): ReadonlySet<string> {
  const found = new Set<string>();
  collect(getStrings('en'), getStrings(language), found);
  collect(getTeachStrings('en'), getTeachStrings(language), found);
  return found;
}
