import { defaultSettings } from '../lib/core/settings';
import { toTurns } from '../lib/core/ticket';
import { readContext } from '../lib/suggestions/suggest';
import { answerContext } from './commands/suggest';
import { type Desk, openDesk, ownId } from './desk';
import type { DeskConversation } from './desk-conversations';
import type { LabModel } from './model';
import { openShelf, type ShelfSearch, shelfWays } from './off-the-shelf';
import { openReader } from './reader';

/** Rankings of articles for one conversation by something else than the product, by its name. */
export type OtherRankings = Record<string, string[]>;

/** What the product and the others gave for one conversation. Ids are the desk's own, best first. */
export type DeskResult = {
  conversation: DeskConversation;
  articles: string[];
  macros: string[];
  others: OtherRankings;
  answer: Awaited<ReturnType<typeof answerContext>>;
};

/** What a search that knows no conversation is asked with: the last message, and all that the customer wrote. */
function plainQueries({ ticket }: DeskConversation): Record<string, string> {
  const said = toTurns(ticket.messages).filter(({ role }) => role === 'customer');
  const all = said.map(({ text }) => text).join('\n');
  return { 'last turn': (said.at(-1)?.text ?? '').slice(-1000), 'all turns': all.slice(-1000) };
}

async function rankOthers(one: DeskConversation, shelf: ShelfSearch): Promise<OtherRankings> {
  const rankings: OtherRankings = {};
  for (const [asked, query] of Object.entries(plainQueries(one))) {
    const found = await shelf(query);
    for (const way of shelfWays) if (found[way]) rankings[`${way}, ${asked}`] = found[way].map(ownId);
  }
  return rankings;
}

/** Runs the product, and what is off the shelf, over the conversations of a desk; `onDone` is called after each. */
export async function runDesk(
  { desk, conversations }: { desk: Desk; conversations: readonly DeskConversation[] },
  { model, minilm }: { model: LabModel; minilm?: LabModel['encoder'] | undefined },
  onDone: () => void,
): Promise<DeskResult[]> {
  const shelf = await openShelf(
    desk.articles.map(({ set }) => set),
    minilm,
  );
  const deps = await openDesk(desk, model.encoder);
  const reader = openReader(model);
  const results: DeskResult[] = [];
  for (const conversation of conversations) {
    const { ticket } = conversation;
    const signals = await reader.read(ticket, 'all');
    const context = await readContext({ ticket, signals, settings: defaultSettings, alternative: 0 }, deps);
    const rank = async (kind: 'article' | 'macro') =>
      context.queries.length === 0 ? [] : (await context.rank([kind])).map(({ hit }) => ownId(hit.ownerId));
    results.push({
      conversation,
      articles: await rank('article'),
      macros: await rank('macro'),
      others: await rankOthers(conversation, shelf),
      answer: await answerContext(context),
    });
    onDone();
  }
  return results;
}
