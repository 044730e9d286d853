import type { Tone } from '../../core/settings';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { pt } from './pt';

/** What a customer may feel that deserves a line of its own. */
export type Feeling = 'upset' | 'letDown' | 'worried' | 'confused';
/** Facts that desks ask for and that can be told from their form. */
export const factKinds = ['order', 'booking', 'invoice', 'tracking', 'serial', 'account'] as const;
export type FactKind = (typeof factKinds)[number];

/** Wordings of one thing, one of which is taken; `formal` for the formal tone. */
export type Variants = { plain: readonly string[]; formal: readonly string[] };

/** The phrases of one language in which replies are written. None of them claims a fact; `%` stands for what is put in. */
export type Wording = {
  empathy: Record<Feeling, Variants>;
  facts: Record<FactKind, string>;
  /** `%`: the missing fact. */
  ask: Variants;
  /** What follows once the asked fact is there. */
  onceKnown: Variants;
  /** After instructions from an article. */
  ifNot: Variants;
  /** First line of a longer or warmer reply. */
  opening: Variants;
  /** Last line of a longer or warmer reply. */
  offer: Variants;
  closing: Variants;
  rating: Variants;
  /** `%`: the question the agent had asked. */
  followUpAsked: Variants;
  followUp: Variants;
  /** `%`: what was promised, quoted. */
  update: Variants;
  updateEnd: Variants;
  /** Tells the customer of the help by a machine. */
  notice: string;
  /** `%` in `turn`: its number. */
  summary: { heading: string; problem: string; answer: string; outcome: string; turn: string };
};

const wordings: Record<string, Wording> = { ar, de, en, es, fr, pt };

/** All languages in which we have phrases. */
export const allWordings: readonly Wording[] = Object.values(wordings);

/** The phrases of a language (ISO 639-1); undefined where we have none, and nothing of ours is then written. */
export function wordingOf(language: string): Wording | undefined {
  return Object.hasOwn(wordings, language) ? wordings[language] : undefined;
}

/** FNV-1a, 32 bits: https://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

/** One wording by tone, the same for the same `seed`. */
export function pickWording({ plain, formal }: Variants, tone: Tone, seed: string): string {
  const forms = tone === 'formal' ? formal : plain;
  return forms[hash(seed) % forms.length] ?? '';
}
