import { tokenize } from '../tokens';
import type { OwnerTexts } from './passage-cache';

/** Whether the terms stand one after the other in the passage, its heading or its title; common words between do not count. */
export function holdsPhrases({ owner, passages }: OwnerTexts, place: number, phrases: string[][]): boolean {
  const passage = passages[place];
  if (!passage) return false;
  const texts = [owner.title, passage.heading, passage.text].map(tokenize);
  return phrases.every((phrase) => texts.some((terms) => holdsSequence(terms, phrase)));
}

function holdsSequence(terms: string[], phrase: string[]): boolean {
  for (let at = terms.indexOf(phrase[0] as string); at >= 0; at = terms.indexOf(phrase[0] as string, at + 1))
    if (phrase.every((term, offset) => terms[at + offset] === term)) return true;
  return false;
}
