import { fold } from './fold';
import data from './name-list.json' with { type: 'json' };

/** `word`: a name that is an ordinary word or a place as well. */
type NameKind = 'first' | 'last' | 'word';
type Lists = { names: Map<string, NameKind>; common: Set<string> };

function readLists(script: keyof typeof data): Lists {
  const { first, last, words, common } = data[script];
  const names = new Map<string, NameKind>();
  for (const name of last.split(' ')) names.set(name.replaceAll('_', ' '), 'last');
  for (const name of first.split(' ')) names.set(name.replaceAll('_', ' '), 'first');
  for (const name of words.split(' ')) names.set(name.replaceAll('_', ' '), 'word');
  return { names, common: new Set(common.split(' ')) };
}

let lists: Record<keyof typeof data, Lists> | undefined;

/** Read with the first question, since most pages of the extension never ask. */
function getLists(script: keyof typeof data): Lists {
  lists ??= { latin: readLists('latin'), arabic: readLists('arabic') };
  return lists[script];
}

/** What the list says of a word; a double name is known by either part. */
export function kindOfName(word: string, script: keyof typeof data = 'latin'): NameKind | undefined {
  const { names } = getLists(script);
  const folded = fold(word).replace(/'s$/, '');
  const [head = ''] = folded.split(/[-']/);
  return names.get(folded) ?? (head.length > 2 ? names.get(head) : undefined);
}

/** True for an ordinary word of one of the six languages that is nobody's name. */
export function isCommon(word: string, script: keyof typeof data = 'latin'): boolean {
  const { common } = getLists(script);
  const folded = fold(word);
  const [head = ''] = folded.split('-');
  // Of a double word the first part tells, unless it is a particle (Al-Sayed).
  return common.has(folded) || (head.length > 2 && head !== folded && common.has(head));
}

/** True for an ordinary word, be it a name as well: the words around it must say that a person is meant. */
export function isOrdinary(word: string, script: keyof typeof data = 'latin'): boolean {
  return isCommon(word, script) || kindOfName(word, script) === 'word';
}
