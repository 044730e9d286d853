import { defaultSettings } from '../lib/core/settings';
import type { SuggestContext, SuggestDeps, SuggestRequest } from '../lib/suggestions/define-suggestion';
import type { FoundBy } from '../lib/suggestions/order';
import { readContext } from '../lib/suggestions/suggest';
import { type Desk, openDesk, ownId } from './desk';
import { type Labelled, limitTo, type OrderedKind, readLabelled, waysToFind } from './labelled';
import type { Example } from './logistic';
import type { LabModel } from './model';
import { seeded } from './random';
import { openReader } from './reader';

/** Candidates of one kind for one message, in their order, each with its features and whether it answers. */
export type CandidateList = (Example & { id: string })[];
/** The library asked: as it is, either kind of it without the other, one to three sources a kind. */
export type LibrarySize = 'whole' | 'lone' | 'tiny';
/** One labelled message with what was found for it in each way. */
export type JudgedCase = {
  desk: string;
  size: LibrarySize;
  found: Record<FoundBy, Record<OrderedKind, CandidateList>>;
};

const kinds: readonly (readonly OrderedKind[])[] = [['macro'], ['article'], ['macro', 'article']];
const mostInTiny = 3;
const seed = 7;

async function candidates(context: SuggestContext, kind: OrderedKind, { labels }: Labelled): Promise<CandidateList> {
  const { right, also } = labels[kind];
  const answers = new Set([...right, ...also]);
  const ranked = context.queries.length === 0 ? [] : ((await context.rankEach([kind]))[0] ?? []);
  return ranked.map(({ hit, features }) => {
    const id = ownId(hit.ownerId);
    return { id, features, label: answers.has(id) ? 1 : 0 };
  });
}

/** One of a list, by chance. */
const pickOne = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

/** A library of one to three sources a kind, of one kind or of both; where there is an answer it is among them in half. */
function pickTiny({ articles, macros }: Desk, { labels }: Labelled, random: () => number): Desk {
  const chosen = pickOne(kinds, random);
  const holdsAnswer = random() < 0.5;
  const pick = <T extends { item: { id: string } }>(items: T[], kind: OrderedKind): T[] => {
    if (!chosen.includes(kind)) return [];
    const answers = new Set([...labels[kind].right, ...labels[kind].also]);
    const isAnswer = ({ item }: T) => answers.has(ownId(item.id));
    const others = items.filter((one) => !isAnswer(one));
    const count = 1 + Math.floor(random() * mostInTiny);
    const drawn = new Set(Array.from({ length: count }, () => pickOne(others, random)));
    const answer = holdsAnswer ? items.find(isAnswer) : undefined;
    return answer ? [answer, ...[...drawn].slice(1)] : [...drawn];
  };
  return { articles: pick(articles, 'article'), macros: pick(macros, 'macro'), playbooks: [] };
}

/** The deps of a library with articles alone for who asks for articles, with macros alone for who asks for macros. */
const loneKind = (kind: OrderedKind, deps: SuggestDeps): SuggestDeps => ({
  ...deps,
  search: async (query, reading) => (query.kinds?.includes(kind) ? deps.search(query, reading) : []),
});

type Place = Pick<JudgedCase, 'desk' | 'size'>;

async function judge(place: Place, request: SuggestRequest, one: Labelled, deps: SuggestDeps): Promise<JudgedCase> {
  const found = {} as JudgedCase['found'];
  for (const way of waysToFind) {
    const find = async (kind: OrderedKind) => {
      const own = limitTo(way, place.size === 'lone' ? loneKind(kind, deps) : deps);
      return candidates(await readContext(request, own), kind, one);
    };
    found[way] = { macro: await find('macro'), article: await find('article') };
  }
  return { ...place, found };
}

/**
 * Every labelled message of one help centre (labelled.ts), against its whole library, against one kind of it (many teams
 * have macros and no articles), and against a tiny one that is drawn from it: a team that begins has a few macros, and most of
 * what it is asked is not among them. `onDone` is called after each.
 */
export async function readCases(
  data: string,
  name: string,
  { model, onDone }: { model: LabModel; onDone: () => void },
): Promise<JudgedCase[]> {
  const { desk, labelled } = readLabelled(data, name);
  const deps = await openDesk(desk, model.encoder);
  const reader = openReader(model);
  const random = seeded(seed);
  const cases: JudgedCase[] = [];
  for (const one of labelled) {
    const signals = await reader.read(one.ticket, 'all');
    const request = { ticket: one.ticket, signals, settings: defaultSettings, alternative: 0 };
    cases.push(await judge({ desk: name, size: 'whole' }, request, one, deps));
    cases.push(await judge({ desk: name, size: 'lone' }, request, one, deps));
    const tiny = await openDesk(pickTiny(desk, one, random), model.encoder);
    cases.push(await judge({ desk: name, size: 'tiny' }, request, one, tiny));
    onDone();
  }
  return cases;
}
