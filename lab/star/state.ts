import { tokenize } from '../../lib/knowledge/tokens';
import type { KeptEncoding } from '../score/encoding-file';
import type { Chart, Item, StarDialogue, StarEvent } from './read';

/** Encoding of a text that was encoded before. */
export type EncodingOf = (text: string) => KeptEncoding;

/** What a conversation says before one decision of the agent. */
export type State = {
  /** Nodes recognised as done, oldest first; a turn that fits none is left out. */
  done: string[];
  /** Kind of the last event; undefined at the start. */
  last: StarEvent['kind'] | undefined;
  /** The last event was an agent's turn in words of their own. */
  isFree: boolean;
  customer: string[];
  /** What the knowledge base gave since the customer's last turn; null: it was not asked. */
  result: Item | null;
  queries: string[];
  /** Turns of the agent since the customer's last. */
  agentTurns: number;
};

/** A decision of the agent: the state before it, the node chosen, and which event of the dialogue it is. */
export type Decision = { dialogue: StarDialogue; state: State; label: string; at: number };

const placeholder = /\{[^{}]*\}/g;
/** Words of a reply template without its blanks. */
export const wordsOf = (text: string): string[] => tokenize(text.replace(placeholder, ' '));
/** From this share of common words on a turn of the agent carries out a node. Set by hand. */
const leastCommon = 0.55;

/** Share of common words of two lists, 0 to 1: their overlap over the mean of their lengths. */
export function commonWords(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b);
  const own = new Set(a);
  const shared = [...own].filter((word) => other.has(word)).length;
  return own.size + other.size === 0 ? 0 : (2 * shared) / (own.size + other.size);
}

/** Recognises the node that a turn of the agent carries out, by words: the share of the node's words that the turn has. */
export function createRecogniser(chart: Chart): (text: string) => string | undefined {
  const nodes = [...chart.texts]
    .filter(([id]) => !chart.conditions.has(id) && !id.startsWith('query'))
    .map(([id, text]) => ({ id, text, words: wordsOf(text) }));
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    const said = tokenize(text);
    const scored = nodes.map(({ id, words, text: own }) => {
      const share =
        new Set(words).size === 0
          ? 0
          : [...new Set(words)].filter((word) => said.includes(word)).length / new Set(words).size;
      return { id, score: own === text ? 2 : (share + commonWords(words, said)) / 2 };
    });
    const best = scored.reduce((top, one) => (one.score > top.score ? one : top), { id: '', score: 0 });
    const found = best.score >= leastCommon ? best.id : undefined;
    known.set(text, found);
    return found;
  };
}

/** Every decision of a dialogue whose node is told: replies picked and queries made. */
export function readDecisions(dialogue: StarDialogue, recognise: (text: string) => string | undefined): Decision[] {
  const decisions: Decision[] = [];
  let state: State = {
    done: [],
    last: undefined,
    isFree: false,
    customer: [],
    result: null,
    queries: [],
    agentTurns: 0,
  };
  for (const [at, event] of dialogue.events.entries()) {
    const label = event.kind === 'agent' || event.kind === 'query' ? event.label : undefined;
    if (label !== undefined) decisions.push({ dialogue, state, label, at });
    state = follow(state, event, recognise);
  }
  return decisions;
}

function follow(state: State, event: StarEvent, recognise: (text: string) => string | undefined): State {
  const { kind } = event;
  const next = { ...state, last: kind, isFree: false };
  if (kind === 'customer') return { ...next, customer: [...state.customer, event.text], result: null, agentTurns: 0 };
  if (kind === 'result') return { ...next, result: event.item };
  const node = kind === 'query' ? event.label : recognise(event.text);
  const done = node === undefined ? state.done : [...state.done, node];
  if (kind === 'query') return { ...next, done, queries: [...state.queries, event.label] };
  return { ...next, done, isFree: node === undefined, agentTurns: state.agentTurns + 1 };
}
