import type { Chart } from './read';
import type { Said } from './said';
import { type State, wordsOf } from './state';

/** A node that the agent may choose. */
export type Candidate = { id: string; text: string; place: number; words: string[]; blanks: string[] };

/** A chart made ready: its candidates, and what leads to each of them. */
export type Walk = {
  chart: Chart;
  candidates: Candidate[];
  /** Conditions and nodes that lead to a node. */
  before: Map<string, string[]>;
};

/** Conditions that hold when things go well, and when they do not, by their text. */
export const positive = /^(yes|available|succe|correct|done)/i;
export const negative = /^(no|unavailable|fail|incorrect|don|info missing)/i;

/** Makes a chart ready; `shared`: acts of any task that charts leave out, with their texts. */
export function prepareWalk(chart: Chart, shared: ReadonlyMap<string, string>): Walk {
  const own = [...chart.texts].filter(([id]) => !chart.conditions.has(id));
  const added = [...shared].filter(([id]) => !chart.texts.has(id));
  const before = new Map<string, string[]>();
  for (const [from, to] of chart.next) before.set(to, [...(before.get(to) ?? []), from]);
  const candidates = [...own, ...added].map(([id, text], place) => ({
    id,
    text,
    place: place < own.length ? place / own.length : -1,
    words: wordsOf(text),
    blanks: [...text.matchAll(/\{([a-z_]+)/g)].map(([, name = '']) => name.replaceAll('_', '')),
  }));
  return { chart, candidates, before };
}

/** Steps along the chart from a node to another; infinite where it does not lead there. */
export function stepsTo({ chart }: Walk, from: string, to: string): number {
  let node: string | undefined = chart.next.get(from);
  for (let steps = 1; node !== undefined && steps < 12; steps += 1) {
    if (node === to) return steps;
    node = chart.next.get(node);
  }
  return Number.POSITIVE_INFINITY;
}

/** The first node after `from` along the chart that was not done yet. */
export function nextUndone({ chart }: Walk, from: string | undefined, done: ReadonlySet<string>): string | undefined {
  let node = from === undefined ? undefined : chart.next.get(from);
  for (let steps = 0; node !== undefined && done.has(node) && steps < 12; steps += 1) node = chart.next.get(node);
  return node;
}

/** Whether a node asks the customer for something. */
export const asksFor = ({ id, text }: Candidate) => text.trim().endsWith('?') || id.split('_').includes('ask');
const isQuery = (id: string) => id.startsWith('query');

/** Whether the chart leads from what was done last to the node: 1 as things stand, −1 if they stood otherwise, 0 not at all. */
export function follows({ chart, before }: Walk, to: string, state: State, said: Said): number {
  const last = state.done.at(-1);
  if (last === undefined) return 0;
  if (chart.next.get(last) === to) return 1;
  const conditions = (before.get(to) ?? []).filter((one) => chart.conditions.has(one));
  let best = 0;
  for (const condition of conditions) {
    const text = chart.texts.get(condition) ?? '';
    const isAnswer = /^(yes|no|don)/i.test(text);
    if (isAnswer && state.last === 'customer' && !isQuery(last)) {
      const fits = negative.test(text) ? said.mood.no > 0 : said.mood.no === 0;
      best = fits ? 1 : best || -1;
    }
    if (!isAnswer && state.last === 'result' && attaches(chart, condition, last)) {
      const fits = negative.test(text) ? said.result < 0 : said.result > 0;
      best = fits ? 1 : best || -1;
    }
  }
  return best;
}

/** Whether a condition is an answer to that query: where there are two queries, what can be had is asked first, success comes last. */
function attaches(chart: Chart, condition: string, query: string): boolean {
  if (!isQuery(query)) return false;
  const hasBoth =
    [...chart.conditions].some((one) => /available/.test(one)) &&
    [...chart.conditions].some((one) => /success|failure/.test(one));
  if (!hasBoth) return !chart.next.has(query);
  return /available/.test(condition) ? query === 'query_check' : query !== 'query_check';
}
