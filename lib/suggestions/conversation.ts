import type { PackedTokens, Reading } from '../core/engine';
import type { Ticket } from '../core/ticket';
import type { TextTools } from './define-suggestion';
import { customerTurns, ownLines, type Queries } from './query';

/**
 * What a conversation is searched by as a whole: the customer's turns, the open one last, and what the agent wrote and
 * noted lately, whose words are nearer to those of articles. `text`: all of it, for the search by words.
 */
export type Conversation = { customer: string[]; agent: string[]; text: string };

/** Turns of the customer before the open one, and messages of agents, that are read: each costs a pass once. */
const maxEarlier = 3;
const maxFromAgent = 2;
const maxChars = 1200;
/** What the agent's part counts beside the customer's, in vector and tokens alike; chosen on the tuning conversations of Stagefinch. */
const agentShare = 0.6;
/** Tokens of the question that are matched: the time of the second stage grows with them. */
const maxTokens = 256;

/** Reads the conversation for a search; no customer where the open turn asks for nothing. */
export function readConversation(ticket: Ticket, queries: Queries, tools: TextTools): Conversation {
  const [current] = queries.encoded;
  const [query] = queries.texts;
  if (current === undefined || query === undefined) return { customer: [], agent: [], text: '' };
  const isTelling = (text: string) => tools.tokenize(text).length > 0;
  const earlier = customerTurns(ticket)
    .slice(0, -1)
    .slice(-maxEarlier)
    .map(({ text }) => ownLines(text).slice(0, maxChars))
    .filter((text) => isTelling(text) && !current.includes(text));
  const agent = ticket.messages
    .filter(({ role, text }) => (role === 'agent' || role === 'note') && isTelling(text))
    .slice(-maxFromAgent)
    .map(({ text }) => text.slice(0, maxChars));
  return { customer: [...earlier, current], agent, text: [...earlier, ...agent, query].join('\n') };
}

function addTo(sum: Float32Array, vector: Float32Array, weight: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] as number) + weight * (vector[at] ?? 0);
}

/** Unit vector of a sum; zeros stay. */
function normalise(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}

function meanVector(readings: readonly Reading[], dims: number): Float32Array {
  const sum = new Float32Array(dims);
  for (const { vector } of readings) addTo(sum, vector, 1);
  return normalise(sum);
}

type Part = { tokens: PackedTokens; weight: number };

/** One list of tokens, each with its part's weight; what is above `maxTokens` is left out, the last part's last. */
function joinTokens(parts: readonly Part[]): PackedTokens | null {
  const [first] = parts;
  if (!first) return null;
  const { dims } = first.tokens;
  const scale = Math.max(...parts.map(({ tokens }) => tokens.scale));
  const values: Int8Array[] = [];
  const weights: number[] = [];
  for (const { tokens, weight } of [...parts].reverse()) {
    const count = Math.min(tokens.count, maxTokens - weights.length);
    if (tokens.dims !== dims || count <= 0) continue;
    const own = tokens.values.subarray(0, count * dims);
    values.push(tokens.scale === scale ? own : own.map((value) => Math.round((value * tokens.scale) / scale)));
    for (let token = 0; token < count; token += 1) weights.push(weight);
  }
  const joined = new Int8Array(weights.length * dims);
  let at = 0;
  for (const part of values) {
    joined.set(part, at);
    at += part.length;
  }
  return { dims, count: weights.length, values: joined, scale, weights: Float32Array.from(weights) };
}

/** Parts of one side, each token with an equal part of the side's `share`. */
function toParts(readings: readonly Reading[], share: number): Part[] {
  const had = readings.flatMap(({ tokens }) => (tokens && tokens.count > 0 ? [tokens] : []));
  const count = had.reduce((sum, tokens) => sum + tokens.count, 0);
  return had.map((tokens) => ({ tokens, weight: share / count }));
}

/**
 * One reading for the whole conversation, so that it costs one search: cosines and matches with it are those with its parts,
 * weighed and added. Tokens are those of the customer, the agent's beside them; null where the customer's have none.
 */
export function blendReadings(customer: readonly Reading[], agent: readonly Reading[]): Reading | null {
  const dims = customer[0]?.vector.length;
  if (dims === undefined) return null;
  const vector = meanVector(customer, dims);
  if (agent.length > 0) addTo(vector, meanVector(agent, dims), agentShare);
  const own = toParts(customer, 1);
  const tokens = own.length > 0 ? joinTokens([...toParts(agent, agentShare), ...own]) : null;
  return { vector: normalise(vector), tokens };
}
