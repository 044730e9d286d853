import { tokenize } from '../tokens';
import { idfOf, type QueryTerm, type Variant } from './bm25';
import type { Lexicon } from './lexicon';
import { stem } from './stems';

/** What the words of a query are looked up in. */
export type Dictionary = {
  lexicon: Lexicon;
  /** Languages that stems were made by. */
  languages: Iterable<string>;
  /** Number of passages, and of those that hold a term. */
  passages: number;
  frequency(term: number): number;
};

/** A query's words. `asked` are all that tell something; `searched` those of them that are looked up. */
export type QueryTerms = { asked: QueryTerm[]; searched: QueryTerm[]; phrases: string[][] };

/** A long message has no more telling words than this. */
const maxSearched = 32;
/** Words with typing errors that are looked up: each one reads the whole lexicon. */
const maxTypos = 6;
const minTypoLetters = 5;
const minPrefixLetters = 3;
/** Terms that a guess may stand for, the most frequent first. */
const maxGuesses = 8;
/** A guess counts less than the word itself; as in the search by words before this one (MiniSearch's 0.45 and 0.375). */
const typoShare = 0.45;
const prefixShare = 0.375;
/** The start of a frequent word is the start of too many others: share of the passages that hold it. */
const frequentShare = 0.02;
/** Quotation marks in a longer text are a customer's, and no request for the exact words. */
const maxPhraseQuery = 12;

/** Terms of every language's stem of the form that stand in the index. */
function exactTerms(form: string, { lexicon, languages, frequency }: Dictionary): number[] {
  const terms = new Set<number>();
  for (const language of languages) {
    const term = lexicon.findTerm(stem(form, language));
    if (term !== undefined && frequency(term) > 0) terms.add(term);
  }
  return [...terms];
}

function toVariants(terms: number[], share: number, { passages, frequency }: Dictionary): Variant[] {
  return terms.map((term) => ({ term, share, idf: idfOf(frequency(term), passages) }));
}

/** The most frequent of the guessed terms. */
function guess(terms: number[], share: number, dictionary: Dictionary): Variant[] {
  const frequencies = terms.map((term) => ({ term, found: dictionary.frequency(term) }));
  const best = frequencies.filter(({ found }) => found > 0).sort((a, b) => b.found - a.found || a.term - b.term);
  return toVariants(
    best.slice(0, maxGuesses).map(({ term }) => term),
    share,
    dictionary,
  );
}

function toTerm(form: string, dictionary: Dictionary): QueryTerm | null {
  const variants = toVariants(exactTerms(form, dictionary), 1, dictionary);
  if (variants.length === 0 && /\p{N}/u.test(form)) return null;
  const weight = variants.length > 0 ? Math.min(...variants.map(({ idf }) => idf)) : idfOf(0, dictionary.passages);
  return { form, weight, variants };
}

/** Forms of one word count once. */
function distinct(terms: QueryTerm[]): QueryTerm[] {
  const seen = new Set<string>();
  return terms.filter(({ form, variants }) => {
    const key = variants.length > 0 ? variants.map(({ term }) => term).join(' ') : form;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The most telling words; the order of the query is kept. */
function choose(asked: QueryTerm[]): QueryTerm[] {
  if (asked.length <= maxSearched) return asked;
  const chosen = new Set([...asked].sort((a, b) => b.weight - a.weight).slice(0, maxSearched));
  return asked.filter((term) => chosen.has(term));
}

function complete(term: QueryTerm, dictionary: Dictionary): Variant[] {
  const { form, variants } = term;
  if (form.length < minPrefixLetters) return variants;
  const most = Math.max(0, ...variants.map((variant) => dictionary.frequency(variant.term)));
  if (most > Math.max(10, frequentShare * dictionary.passages)) return variants;
  const known = new Set(variants.map((variant) => variant.term));
  const longer = dictionary.lexicon.startingWith(form).filter((one) => !known.has(one));
  return [...variants, ...guess(longer, prefixShare, dictionary)];
}

/** Words in quotation marks, as sequences of two terms or more. */
function readPhrases(text: string, asked: QueryTerm[]): string[][] {
  if (asked.length > maxPhraseQuery) return [];
  const quoted = [...text.matchAll(/["“”„«]([^"“”„«»]{3,200})["“”»]/g)].map(([, words = '']) => tokenize(words));
  return quoted.filter((terms) => terms.length >= 2);
}

/**
 * The words of a query, distinct, in order: with their stems, the last one completed where the text ends in it, unknown ones
 * with the known ones an edit away. Unknown ids and numbers are left out.
 */
export function readQueryTerms(text: string, dictionary: Dictionary): QueryTerms {
  const forms = [...new Set(tokenize(text))];
  const asked = distinct(forms.flatMap((form) => toTerm(form, dictionary) ?? []));
  const isUnfinished = /[\p{L}\p{N}]$/u.test(text);
  const last = isUnfinished ? forms.at(-1) : undefined;
  let typos = 0;
  const searched = choose(asked).map((term) => {
    const variants = term.form === last ? complete(term, dictionary) : term.variants;
    if (variants.length > 0) return { ...term, variants };
    if (term.form.length < minTypoLetters || typos >= maxTypos) return term;
    typos += 1;
    return { ...term, variants: guess(dictionary.lexicon.withinOneEdit(term.form), typoShare, dictionary) };
  });
  const looked = new Map(searched.map((term) => [term.form, term]));
  return { asked: asked.map((term) => looked.get(term.form) ?? term), searched, phrases: readPhrases(text, asked) };
}
