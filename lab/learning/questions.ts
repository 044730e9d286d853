import type { Candidate, OfferedSource } from '../../lib/core/learning';
import { defaultSettings } from '../../lib/core/settings';
import type { Intent } from '../../lib/core/signals';
import { readContext } from '../../lib/suggestions/suggest';
import { cosine } from '../../lib/suggestions/vector-memory';
import { type Desk, openDesk, ownId } from '../desk';
import type { DeskConversation } from '../desk-conversations';
import type { LabModel } from '../model';
import { createProgress } from '../progress';
import { openReader } from '../reader';
import type { Acceptable } from './agents';

/** A conversation as learning meets it: what the product found, best first, and what would do. */
export type Question = {
  id: string;
  intent: Intent | null;
  candidates: OfferedSource[];
  acceptable: Acceptable[];
  /** By `kind:id` of what would do: the found source that an own reply in its words resembles most, and how much. */
  resembled: Record<string, { place: number; similarity: number }>;
};

export const keyOf = ({ kind, id }: Pick<OfferedSource, 'kind' | 'id'>): string => `${kind}:${id}`;

/** The text as an agent would say it in a hurry: every third sentence is left out. */
function inOwnWords(text: string): string {
  const kept = text.split(/(?<=[.!?])\s+/).filter((_sentence, index) => index % 3 !== 1);
  return kept.join(' ').replaceAll(/\{\{[^}]*\}\}/g, '');
}

function acceptableOf(conversation: DeskConversation, desk: Desk): Acceptable[] {
  const { articles, macros, alsoArticles, alsoMacros } = conversation;
  const texts = {
    article: new Map(desk.articles.map(({ item }) => [ownId(item.id), item.text])),
    macro: new Map(desk.macros.map(({ item }) => [ownId(item.id), item.text])),
  };
  const named = (kind: 'article' | 'macro', ids: string[]) => ids.map((id) => ({ kind, id }));
  const all = [
    ...named('macro', macros),
    ...named('article', articles),
    ...named('macro', alsoMacros),
    ...named('article', alsoArticles),
  ];
  return all.map(({ kind, id }, place) => ({ kind, id, text: texts[kind].get(id) ?? '', place }));
}

async function readResembled(acceptable: Acceptable[], candidates: Candidate[], { encoder }: LabModel) {
  const own = await encoder.encode(acceptable.map(({ text }) => inOwnWords(text)));
  const found = await encoder.encode(candidates.map(({ text }) => text));
  const resembled: Question['resembled'] = {};
  acceptable.forEach((one, index) => {
    const reply = own[index];
    if (!reply) return;
    const likeness = found.map(({ vector }) => cosine(reply.vector, vector));
    const similarity = Math.max(...likeness);
    resembled[keyOf(one)] = { place: likeness.indexOf(similarity), similarity };
  });
  return resembled;
}

/** What the product finds, without any choices, for every conversation that the desk answers. */
export async function readQuestions(
  desk: Desk,
  conversations: DeskConversation[],
  model: LabModel,
): Promise<Question[]> {
  const deps = await openDesk(desk, model.encoder);
  const reader = openReader(model);
  const progress = createProgress(conversations.length);
  const questions: Question[] = [];
  for (const conversation of conversations) {
    progress.step();
    const acceptable = acceptableOf(conversation, desk);
    if (acceptable.length === 0) continue;
    const { ticket } = conversation;
    const signals = await reader.read(ticket, 'latest');
    let candidates: Candidate[] = [];
    let intent: Intent | null = null;
    const prefer: NonNullable<typeof deps.prefer> = (found, about) => {
      candidates = found.map((one) => ({ ...one, id: ownId(one.id) }));
      intent = about.intent;
      return found.map((_one, index) => ({ index, boost: 0 }));
    };
    const context = await readContext(
      { ticket, signals, settings: defaultSettings, alternative: 0 },
      { ...deps, prefer },
    );
    if (context.queries.length > 0) await context.rank(['macro', 'article']);
    const resembled = candidates.length > 0 ? await readResembled(acceptable, candidates, model) : {};
    const found = candidates.map(({ text: _text, ...source }) => source);
    questions.push({ id: ticket.id, intent, candidates: found, acceptable, resembled });
  }
  progress.end();
  return questions;
}
