import { defaultSettings } from '../lib/core/settings';
import type { SuggestContext } from '../lib/suggestions/define-suggestion';
import type { FoundBy, OrderFeatures } from '../lib/suggestions/order';
import { orderHits } from '../lib/suggestions/order';
import { readContext } from '../lib/suggestions/suggest';
import { openDesk, ownId } from './desk';
import { type Labels, limitTo, type OrderedKind, readLabelled, waysToFind } from './labelled';
import type { LabModel } from './model';
import { openReader } from './reader';

/** A source found for a message: what it is ordered by, the same as they are, and how far it answers. */
export type OrderHit = {
  order: OrderFeatures;
  raw: Record<string, number | null>;
  /** 1: answers, 0.5: would do too, 0: neither. */
  wanted: number;
};

/** One labelled message: whether each kind holds an answer, and what was found in each way. */
export type OrderCase = {
  desk: string;
  answers: Record<OrderedKind, boolean>;
  found: Record<FoundBy, Record<OrderedKind, OrderHit[]>>;
};

async function readHits(context: SuggestContext, kind: OrderedKind, { right, also }: Labels): Promise<OrderHit[]> {
  if (context.queries.length === 0) return [];
  const hitsOf = async (one: OrderedKind) => ((await context.rankEach([one]))[0] ?? []).map(({ hit }) => hit);
  const [hits, others] = await Promise.all([hitsOf(kind), hitsOf(kind === 'article' ? 'macro' : 'article')]);
  const { features, support } = orderHits({ hits, others }, context.deps.text);
  return hits.map(({ ownerId, cosine, match, lead, reverse, words }, at) => {
    const id = ownId(ownerId);
    return {
      order: features[at] as OrderFeatures,
      raw: { cosine, match, lead, reverse, words, support: support[at] ?? 0 },
      wanted: right.includes(id) ? 1 : also.includes(id) ? 0.5 : 0,
    };
  });
}

/** Every labelled message of one help centre (labelled.ts). `onDone` is called after each. */
export async function readOrderCases(
  data: string,
  name: string,
  { model, onDone }: { model: LabModel; onDone: () => void },
): Promise<OrderCase[]> {
  const { desk, labelled } = readLabelled(data, name);
  const deps = await openDesk(desk, model.encoder);
  const reader = openReader(model);
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
