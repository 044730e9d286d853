import { readWord, removePlaceholders, wordPattern } from '../tokens';
import type { Lexicon } from './lexicon';
import { stem } from './stems';

/** Reads texts into numbers of terms. */
export type Analyser = {
  /** Numbers of the text's terms in order, repeats kept, unknown ones added; the array is written over by the next call. */
  read(text: string, language: string): { terms: Uint32Array; count: number };
};

/** Words kept with their terms; the most frequent ones of any desk are among the first. */
const maxRemembered = 400_000;

const letter = 1;
const mark = 2;
const joint = 3;

/** What each UTF-16 unit is to a word; made once, 65,536 bytes. */
let kinds: Uint8Array | undefined;

function readKinds(): Uint8Array {
  if (kinds) return kinds;
  const made = new Uint8Array(65_536);
  for (let code = 0; code < made.length; code += 1) {
    const char = String.fromCharCode(code);
    if (/[\p{L}\p{N}]/u.test(char)) made[code] = letter;
    else if (/\p{M}/u.test(char)) made[code] = mark;
    else if (/[-_./]/.test(char)) made[code] = joint;
  }
  kinds = made;
  return made;
}

/** End of the word that begins at `start`, as `wordPattern` finds it in a text without letters beyond 16 bits. */
function endOfWord(text: string, start: number, kinds: Uint8Array): number {
  let end = start + 1;
  for (;;) {
    const kind = kinds[text.charCodeAt(end)] ?? 0;
    if (kind === letter || kind === mark) end += 1;
    else if (kind === joint) {
      const next = kinds[text.charCodeAt(end + 1)] ?? 0;
      if (next !== letter && next !== mark) return end;
      end += 2;
    } else return end;
  }
}

/** A memory of words of one language, found by their letters without making a string of each. */
class WordMemory {
  #slots = new Int32Array(4096);
  #words: string[] = [];
  #terms: number[][] = [];
  readonly #make: (word: string) => number[];

  constructor(make: (word: string) => number[]) {
    this.#make = make;
  }

  /** Terms of `text.slice(start, end)`. */
  find(text: string, start: number, end: number): number[] {
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x5bd1e995);
    hash ^= hash >>> 15;
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const found = (this.#slots[slot] as number) - 1;
      if (found < 0) return this.#add(slot, text.slice(start, end));
      if (isSame(this.#words[found] as string, text, start, end)) return this.#terms[found] as number[];
    }
  }

  #add(slot: number, word: string): number[] {
    const terms = this.#make(word);
    if (this.#words.length >= maxRemembered) return terms;
    this.#words.push(word);
    this.#terms.push(terms);
    this.#slots[slot] = this.#words.length;
    if (this.#words.length * 2 > this.#slots.length) this.#grow();
    return terms;
  }

  #grow(): void {
    const words = this.#words;
    this.#slots = new Int32Array(this.#slots.length * 4);
    const last = this.#slots.length - 1;
    words.forEach((word, index) => {
      let hash = word.length;
      for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x5bd1e995);
      hash ^= hash >>> 15;
      let slot = hash & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = index + 1;
    });
  }
}

function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at += 1) if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}

/** Reads texts with the lexicon's numbers: as `tokenize`, then the stem of the language. */
export function createAnalyser(lexicon: Lexicon): Analyser {
  const memories = new Map<string, WordMemory>();
  let terms = new Uint32Array(1024);
  let count = 0;

  function memoryOf(language: string): WordMemory {
    const known = memories.get(language);
    if (known) return known;
    const memory = new WordMemory((word) =>
      readWord(word).map((form) => {
        const term = lexicon.addTerm(stem(form, language));
        lexicon.addForm(form, term);
        return term;
      }),
    );
    memories.set(language, memory);
    return memory;
  }

  function push(more: number[]): void {
    if (count + more.length > terms.length) {
      const grown = new Uint32Array((count + more.length) * 2);
      grown.set(terms);
      terms = grown;
    }
    for (let at = 0; at < more.length; at += 1) terms[count + at] = more[at] as number;
    count += more.length;
  }

  return {
    read(text, language) {
      const memory = memoryOf(language);
      const lower = removePlaceholders(text).toLowerCase();
      count = 0;
      if (/[\ud800-\udfff]/.test(lower)) {
        for (const [word] of lower.matchAll(wordPattern)) push(memory.find(word, 0, word.length));
        return { terms, count };
      }
      const table = readKinds();
      for (let at = 0; at < lower.length; at += 1) {
        if (table[lower.charCodeAt(at)] !== letter) continue;
        const end = endOfWord(lower, at, table);
        push(memory.find(lower, at, end));
        at = end - 1;
      }
      return { terms, count };
    },
  };
}
