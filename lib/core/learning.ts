import type { Intent } from './signals';
import type { Source } from './suggestion';

/** Kinds of source that learning knows; a message of the ticket itself is none. */
export type LearntKind = Exclude<Source['kind'], 'message'>;

/**
 * What is told of a source that was found for a question. `length`: log2 of its characters over 300; `formality`: −1 casual
 * to 1 formal; `language`: 1 where it is in the customer's language, else 0.
 */
export const factNames = ['length', 'formality', 'language'] as const;
export type FactName = (typeof factNames)[number];
export type Facts = Partial<Record<FactName, number>>;

/** A source as it was offered, without any text. `base`: the log-odds that it was ordered by before anything was learnt. */
export type OfferedSource = { kind: LearntKind; id: string; base: number; facts: Facts };

/** A source that may be offered. The text is looked at, never kept. */
export type Candidate = OfferedSource & { text: string };

/**
 * Where learning puts a candidate: `index` is its place in the list that was given. `boost`: log-odds that choices add to
 * its chance to be accepted, −1 to 1.
 */
export type Placed = { index: number; boost: number };

/** Puts candidates, given best first, in the order that this agent's choices tell, best first; each exactly once. */
export type Prefer = (candidates: readonly Candidate[], about: { intent: Intent | null }) => Placed[];

/** What can be learnt beside single sources: facts, and which kind of source. */
export const traits = [...factNames, 'kind'] as const;
export type Trait = (typeof traits)[number];

/** A source as the agent knows it; `title` is null where the library no longer holds it. */
export type NamedSource = Pick<OfferedSource, 'kind' | 'id'> & { title: string | null };

/**
 * One thing that was learnt. `weight`: log-odds, its sign tells the direction; `choices`: how many choices say so.
 * `source`: this one is preferred (over `over`, the one most often passed by for it), or avoided when the weight is
 * negative. `kind`: sources of `kind` against macros.
 */
export type Preference = { id: string; weight: number; choices: number } & (
  | { about: 'source'; intent: Intent | null; source: NamedSource; over: NamedSource | null }
  | { about: 'kind'; kind: Exclude<LearntKind, 'macro'> }
  | { about: 'trait'; trait: FactName }
);

/** What was learnt, strongest first, and from how many choices; `latestAt` (ISO 8601) is null without any. */
export type LearningState = {
  preferences: Preference[];
  choices: number;
  latestAt: string | null;
  /** Choices of the last hour. */
  lastHour: number;
};

/** What to forget: choices made at or after a time (ISO 8601), one preference by its id, or everything learnt. */
export type Forget = { since: string } | { preference: string } | { all: true };
