import { createBm25 } from '../bm25';
import { dot, standardise } from '../off-the-shelf';
import { seeded } from '../random';
import { recallAt, reciprocalRankAt } from '../ways';
import type { Chart, StarDialogue } from './read';
import type { EncodingOf } from './state';

/** A reply that the agent picked: what was said before it, the texts as sent, and the labels offered beside it. */
export type Pick = { task: string; label: string; sent: string; customer: string; agent: string; offered: string[] };

/** Replies picked after the customer said something. */
export function readPicks(dialogues: readonly StarDialogue[]): Pick[] {
  return dialogues.flatMap(({ task, events }) => {
    let [customer, agent] = ['', ''];
    const picks: Pick[] = [];
    for (const event of events) {
      if (event.kind === 'customer') customer = event.text;
      if (event.kind !== 'agent') continue;
      const { label, text: sent, offered } = event;
      if (label !== undefined && customer.trim() !== '') picks.push({ task, label, sent, customer, agent, offered });
      agent = sent;
    }
    return picks;
  });
}

type Reply = { task: string; label: string; text: string };
/** Replies to rank; `right`: index of the one picked. */
type PickList = { pick: Pick; replies: Reply[]; right: number };

/** The replies offered, as templates, since only the one picked is known as sent. Lists of one, or without a text, are left out. */
export function listOffered(picks: readonly Pick[], charts: Map<string, Chart>): PickList[] {
  return picks.flatMap((pick) => {
    const texts = charts.get(pick.task)?.texts;
    const replies = [...new Set(pick.offered)].flatMap((label) => {
      const text = texts?.get(label);
      return text === undefined ? [] : [{ task: pick.task, label, text }];
    });
    const right = replies.findIndex(({ label }) => label === pick.label);
    return right < 0 || replies.length < 2 ? [] : [{ pick, replies, right }];
  });
}

/** The reply as sent among `count` in all: the others are drawn from replies sent elsewhere whose text and label differ. */
export function listAmong(picks: readonly Pick[], count: number, seed: number): PickList[] {
  const random = seeded(seed);
  const pool = [...new Map(picks.map((pick) => [pick.sent, pick])).values()];
  return picks.map((pick) => {
    const others = new Map<string, Reply>();
    const eligible = pool.filter(({ sent, label }) => sent !== pick.sent && label !== pick.label);
    while (others.size < Math.min(count - 1, eligible.length)) {
      const { task, label, sent } = eligible[Math.floor(random() * eligible.length)] as Pick;
      others.set(sent, { task, label, text: sent });
    }
    return {
      pick,
      replies: [{ task: pick.task, label: pick.label, text: pick.sent }, ...others.values()],
      right: 0,
    };
  });
}

/** What stood before each reply in past conversations, by task and label: pairs of the customer's and the agent's last turn. */
type Memory = Map<string, { customer: string; agent: string }[]>;
const keyOf = ({ task, label }: { task: string; label: string }) => `${task}/${label}`;
/** Contexts remembered of a reply: bounds the time. */
const remembered = 80;

export function remember(picks: readonly Pick[]): Memory {
  const memory: Memory = new Map();
  for (const pick of picks) {
    const known = memory.get(keyOf(pick)) ?? [];
    if (known.length < remembered) known.push({ customer: pick.customer, agent: pick.agent });
    memory.set(keyOf(pick), known);
  }
  return memory;
}

/** How like the past contexts of a reply this one is: the mean of the three highest sums of cosines, of both last turns. */
function likePast(pick: Pick, reply: Reply, memory: Memory, encodingOf: EncodingOf): number {
  const vectorOf = (text: string) => (text.trim() === '' ? undefined : encodingOf(text).vector);
  const cosine = (a: string, b: string) => {
    const [own, other] = [vectorOf(a), vectorOf(b)];
    return own && other ? dot(own, other) : Number(own === other);
  };
  const near = (memory.get(keyOf(reply)) ?? [])
    .map(({ customer, agent }) => cosine(pick.customer, customer) + cosine(pick.agent, agent))
    .sort((a, b) => b - a)
    .slice(0, 3);
  return near.length === 0 ? 0 : near.reduce((sum, value) => sum + value, 0) / near.length;
}

const pickWays = ['BM25', 'encoder', 'words + vector', 'with past replies'] as const;
type PickWay = (typeof pickWays)[number];

/** Scores of a list's replies by each way, in their order. */
export function scorePicks(list: PickList, memory: Memory, encodingOf: EncodingOf): Record<PickWay, number[]> {
  const { pick, replies } = list;
  const words = createBm25(replies.map(({ text }) => text))(pick.customer);
  const { vector } = encodingOf(pick.customer);
  const cosines = replies.map(({ text }) => dot(vector, encodingOf(text).vector));
  const both = standardise(words).map((value, at) => value + (standardise(cosines)[at] ?? 0));
  const past = standardise(replies.map((reply) => likePast(pick, reply, memory, encodingOf)));
  const spread = standardise(both);
  return {
    BM25: words,
    encoder: cosines,
    'words + vector': both,
    'with past replies': past.map((value, at) => 2 * value + (spread[at] ?? 0)),
  };
}

/** Rank of the right one from 1; of equals, half of the others stand before it on average, rounded up. */
export function rankOf(scores: readonly number[], right: number): number {
  const own = scores[right] ?? Number.NEGATIVE_INFINITY;
  const above = scores.filter((score) => score > own).length;
  const equal = scores.filter((score) => score === own).length - 1;
  return 1 + above + Math.ceil(equal / 2);
}

export type PickRow = { among: string; way: PickWay; n: number; mrr: number; recall1: number; recall3: number };

/** Measures of every way over the lists. */
export function measurePicks(
  among: string,
  lists: readonly PickList[],
  { memory, encodingOf, onList }: { memory: Memory; encodingOf: EncodingOf; onList?: () => void },
): PickRow[] {
  const ranks = new Map<PickWay, number[]>(pickWays.map((way) => [way, []]));
  for (const list of lists) {
    const scores = scorePicks(list, memory, encodingOf);
    for (const way of pickWays) ranks.get(way)?.push(rankOf(scores[way], list.right));
    onList?.();
  }
  return pickWays.map((way) => {
    const own = ranks.get(way) ?? [];
    return {
      among,
      way,
      n: own.length,
      mrr: reciprocalRankAt(Number.POSITIVE_INFINITY)(own),
      recall1: recallAt(1)(own),
      recall3: recallAt(3)(own),
    };
  });
}
