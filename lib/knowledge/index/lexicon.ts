/** Words in every form that was read, each with the number of the term (its stem) that it is found by. */
export type Lexicon = {
  /** Number of terms; they are numbered from 0 on and never taken out. */
  termCount(): number;
  findTerm(text: string): number | undefined;
  /** The number of the term of that text, a new one when it is not there. */
  addTerm(text: string): number;
  /** Notes a form of a term. */
  addForm(form: string, term: number): void;
  /** Terms that have a form that begins so; `start` has 3 letters or more. */
  startingWith(start: string): number[];
  /** Terms that have a form one edit away: a letter more, less, or another, or two neighbours swapped (Damerau 1964). */
  withinOneEdit(word: string): number[];
  /** Terms from number `from.terms` on and forms from number `from.forms` on. */
  read(from: LexiconSize): LexiconPart;
  size(): LexiconSize;
  /** Adds what `read` answered, to a lexicon that holds what came before. */
  restore(part: LexiconPart): void;
};

export type LexiconSize = { terms: number; forms: number };
/** `targets[i]`: number of the term that `forms[i]` is found by; a form that is its term's own text is empty. */
export type LexiconPart = { terms: string[]; forms: string[]; targets: Uint32Array };

/** One bit a letter; other signs share the six that are left. */
function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - 97;
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (word.charCodeAt(at) % 6));
  }
  return mask;
}

function bitCount(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The first three letters, a byte each. */
function headOf(word: string): number {
  return (word.charCodeAt(0) & 255) | ((word.charCodeAt(1) & 255) << 8) | ((word.charCodeAt(2) & 255) << 16);
}

/** Two neighbouring letters as a number of 16 bits, which other pairs may share. */
function pairAt(word: string, at: number): number {
  return (Math.imul(word.charCodeAt(at), 0x9e3b) ^ word.charCodeAt(at + 1)) & 0xffff;
}

/** From this length on one edit leaves the first two letters or the last two as they are. */
const pairedLength = 5;

/** Numbers of forms by a pair of their letters, each linked to the one before of the same pair. */
class FormChains {
  /** The last form of each pair and the one before each form, plus one; 0: none. */
  readonly #last = new Int32Array(0x10000);
  #before = new Int32Array(1024);

  add(pair: number, form: number): void {
    if (form === this.#before.length) this.#before = grown(this.#before, new Int32Array(form * 2));
    this.#before[form] = this.#last[pair] as number;
    this.#last[pair] = form + 1;
  }

  /** The last form of the pair, -1 where there is none. */
  last(pair: number): number {
    return (this.#last[pair] as number) - 1;
  }

  /** The form of the same pair before that one, -1 where there is none. */
  before(form: number): number {
    return (this.#before[form] as number) - 1;
  }
}

function grown<T extends Uint32Array | Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Whether one edit makes `a` of `b`. Two equal words are none away. */
export function isOneEdit(a: string, b: string): boolean {
  if (a.length > b.length) return isOneEdit(b, a);
  if (b.length - a.length > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  if (at === a.length) return false;
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** An empty lexicon. */
export function createLexicon(): Lexicon {
  return new WordLexicon();
}

class WordLexicon implements Lexicon {
  readonly #terms: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #forms: string[] = [];
  readonly #known = new Map<string, number>();
  readonly #byFirst = new FormChains();
  readonly #byLast = new FormChains();
  #targets = new Uint32Array(1024);
  /** What is compared before the text: bits of the letters, first letters, length. */
  #masks = new Int32Array(1024);
  #heads = new Int32Array(1024);
  #lengths = new Uint8Array(1024);

  termCount(): number {
    return this.#terms.length;
  }

  findTerm(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  addTerm(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#terms.length);
    return this.#terms.push(text) - 1;
  }

  addForm(form: string, term: number): void {
    if (this.#known.get(form) === term) return;
    const key = this.#known.has(form) ? `${form} ${term}` : form;
    if (this.#known.has(key)) return;
    this.#known.set(key, term);
    this.#push(form, term);
  }

  startingWith(start: string): number[] {
    const head = headOf(start);
    const found = new Set<number>();
    for (let at = this.#byFirst.last(pairAt(start, 0)); at >= 0; at = this.#byFirst.before(at)) {
      if (this.#heads[at] !== head || (this.#lengths[at] as number) < Math.min(255, start.length)) continue;
      if ((this.#forms[at] as string).startsWith(start)) found.add(this.#targets[at] as number);
    }
    return [...found];
  }

  withinOneEdit(word: string): number[] {
    const found = new Set<number>();
    const mask = letterMask(word);
    const check = (at: number) => {
      if (this.#isNear(at, word, mask)) found.add(this.#targets[at] as number);
    };
    if (word.length < pairedLength) for (let at = 0; at < this.#forms.length; at += 1) check(at);
    else {
      const [first, last] = [pairAt(word, 0), pairAt(word, word.length - 2)];
      for (let at = this.#byFirst.last(first); at >= 0; at = this.#byFirst.before(at)) check(at);
      for (let at = this.#byLast.last(last); at >= 0; at = this.#byLast.before(at)) check(at);
    }
    return [...found];
  }

  /** Whether the form is one edit away from a word of that mask. */
  #isNear(at: number, word: string, mask: number): boolean {
    const more = (this.#lengths[at] as number) - Math.min(255, word.length);
    if (more < -1 || more > 1 || bitCount((this.#masks[at] as number) ^ mask) > 2) return false;
    return isOneEdit(this.#forms[at] as string, word);
  }

  size(): LexiconSize {
    return { terms: this.#terms.length, forms: this.#forms.length };
  }

  read(from: LexiconSize): LexiconPart {
    return {
      terms: this.#terms.slice(from.terms),
      forms: this.#forms.slice(from.forms).map((form, at) => (form === this.#textOf(from.forms + at) ? '' : form)),
      targets: this.#targets.slice(from.forms, this.#forms.length),
    };
  }

  restore({ terms, forms, targets }: LexiconPart): void {
    for (const term of terms) this.addTerm(term);
    forms.forEach((form, at) => {
      const term = targets[at] as number;
      this.addForm(form || (this.#terms[term] ?? ''), term);
    });
  }

  /** Text of the term that a form is found by. */
  #textOf(form: number): string | undefined {
    return this.#terms[this.#targets[form] as number];
  }

  #push(form: string, term: number): void {
    const at = this.#forms.push(form) - 1;
    if (at === this.#lengths.length) this.#grow();
    this.#byFirst.add(pairAt(form, 0), at);
    this.#byLast.add(pairAt(form, form.length - 2), at);
    this.#targets[at] = term;
    this.#masks[at] = letterMask(form);
    this.#heads[at] = headOf(form);
    this.#lengths[at] = Math.min(255, form.length);
  }

  #grow(): void {
    const room = this.#lengths.length * 2;
    this.#targets = grown(this.#targets, new Uint32Array(room));
    this.#masks = grown(this.#masks, new Int32Array(room));
    this.#heads = grown(this.#heads, new Int32Array(room));
    this.#lengths = grown(this.#lengths, new Uint8Array(room));
  }
}
