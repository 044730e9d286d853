import type { Encoder } from '../lib/core/engine';
import { defaultSettings } from '../lib/core/settings';
import type { Ticket } from '../lib/core/ticket';
import { createSignalReader } from '../lib/signals/read-signals';
import type { SuggestContext, SuggestDeps } from '../lib/suggestions/define-suggestion';
import type { FoundBy, OrderFeatures } from '../lib/suggestions/order';
import { orderHits } from '../lib/suggestions/order';
import { readContext } from '../lib/suggestions/suggest';
import { toTicket } from './conversation';
import { openDesk, ownId, readDesk } from './desk';
import { readConversations } from './desk-conversations';
import { isFolder } from './desk-folder';
import { type JsonObject, readRows, readString } from './jsonl';
import type { LabModel } from './model';

/** A source found for a message: what it is ordered by, the same as they are, and how far it answers. */
export type OrderHit = {
  order: OrderFeatures;
  raw: Record<string, number | null>;
  /** 1: answers, 0.5: would do too, 0: neither. */
  wanted: number;
};
/** Ways to find, from the most to the least that the model gives. */
export const waysToFind = ['matched', 'meaning', 'words'] as const satisfies readonly FoundBy[];
export const orderedKinds = ['article', 'macro'] as const;
export type OrderedKind = (typeof orderedKinds)[number];

/** One labelled message: whether each kind holds an answer, and what was found in each way. */
export type OrderCase = {
  desk: string;
  answers: Record<OrderedKind, boolean>;
  found: Record<FoundBy, Record<OrderedKind, OrderHit[]>>;
};

type Labels = { right: string[]; also: string[] };
/** `playbook`: the one that applies, null where none does. */
export type Labelled = { ticket: Ticket; labels: Record<OrderedKind, Labels>; playbook: string | null };

const list = (row: JsonObject, name: string): string[] => {
  const value = row[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** `<data>/desks/<name>.json` with `<data>/cases/<name>.jsonl`, or the tuning part of the folder `<data>/desks/<name>`. */
export function readLabelled(data: string, name: string): { path: string; labelled: Labelled[] } {
  const folder = `${data}/desks/${name}`;
  if (isFolder(folder)) {
    const all = readConversations(folder, readDesk(folder)).filter(({ part }) => part === 'tune');
    const labelled = all.map(({ ticket, playbook, articles, alsoArticles, macros, alsoMacros }) => ({
      ticket,
      playbook,
      labels: { article: { right: articles, also: alsoArticles }, macro: { right: macros, also: alsoMacros } },
    }));
    return { path: folder, labelled };
  }
  const labelled = readRows(`${data}/cases/${name}.jsonl`).map((row) => ({
    ticket: toTicket({ id: row.id, turns: [{ role: 'customer', text: readString(row, 'text') }] }),
    playbook: typeof row.playbook === 'string' ? row.playbook : null,
    labels: {
      article: { right: list(row, 'articles'), also: [] },
      macro: { right: list(row, 'macros'), also: [] },
    },
  }));
  return { path: `${folder}.json`, labelled };
}

/** The deps with what a way to find has not: token vectors, or any model. */
function limitTo(way: FoundBy, deps: SuggestDeps): SuggestDeps {
  if (way === 'matched') return deps;
  const encode: Encoder['encode'] =
    way === 'words'
      ? () => Promise.reject(new Error('switched off'))
      : async (texts, options) =>
          (await deps.encoder.encode(texts, options)).map((encoding) => ({ ...encoding, tokens: null }));
  return { ...deps, encoder: { ...deps.encoder, encode } };
}

async function readHits(context: SuggestContext, kind: OrderedKind, { right, also }: Labels): Promise<OrderHit[]> {
  if (context.queries.length === 0) return [];
  const hitsOf = async (one: OrderedKind) => ((await context.rankEach([one]))[0] ?? []).map(({ hit }) => hit);
  const [hits, others] = await Promise.all([hitsOf(kind), hitsOf(kind === 'article' ? 'macro' : 'article')]);
  const { features, support } = orderHits({ hits, others }, context.deps.text);
  return hits.map(({ ownerId, cosine, match, lead, words }, at) => {
    const id = ownId(ownerId);
    return {
      order: features[at] as OrderFeatures,
      raw: { cosine, match, lead, words, support: support[at] ?? 0 },
      wanted: right.includes(id) ? 1 : also.includes(id) ? 0.5 : 0,
    };
  });
}

/**
 * Every labelled message of one desk: `<data>/desks/<name>.json` with `<data>/cases/<name>.jsonl`, or the tuning conversations
 * of the folder `<data>/desks/<name>`. What is held out is never read. `onDone` is called after each.
 */
export async function readOrderCases(
  data: string,
  name: string,
  { model, onDone }: { model: LabModel; onDone: () => void },
): Promise<OrderCase[]> {
  const { path, labelled } = readLabelled(data, name);
  const deps = await openDesk(readDesk(path), model.encoder);
  const reader = createSignalReader(model);
  const cases: OrderCase[] = [];
  for (const { ticket, labels } of labelled) {
    const signals = await reader.read(ticket, 'all');
    const request = { ticket, signals, settings: defaultSettings, alternative: 0 };
    const found = {} as OrderCase['found'];
    for (const way of waysToFind) {
      const context = await readContext(request, limitTo(way, deps));
      const [article, macro] = [
        await readHits(context, 'article', labels.article),
        await readHits(context, 'macro', labels.macro),
      ];
      found[way] = { article, macro };
    }
    const has = ({ right, also }: Labels) => right.length + also.length > 0;
    cases.push({ desk: name, answers: { article: has(labels.article), macro: has(labels.macro) }, found });
    onDone();
  }
  return cases;
}
