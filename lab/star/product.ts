import type { Encoder } from '../../lib/core/engine';
import type { Playbook } from '../../lib/core/knowledge';
import { defaultSettings } from '../../lib/core/settings';
import { openTurn } from '../../lib/core/ticket';
import { guessStepKind } from '../../lib/knowledge/playbook';
import type { SuggestContext, SuggestDeps } from '../../lib/suggestions/define-suggestion';
import { nextStepOf } from '../../lib/suggestions/next-step/place';
import { readProgress } from '../../lib/suggestions/next-step/progress';
import { toTicket } from '../conversation';
import { openDesk } from '../desk';
import type { Chart } from './read';
import type { Decision } from './state';

/** The chart as a playbook: its nodes that the agent carries out, along the chart from the first, then the others as they stand. */
export function toPlaybook({ task, texts, next, conditions }: Chart): Playbook {
  const acts = [...texts.keys()].filter((id) => !conditions.has(id));
  const along = new Set<string>();
  for (const start of acts)
    for (let node: string | undefined = start; node !== undefined && !along.has(node); node = next.get(node))
      along.add(node);
  const steps = [...along].map((id) => {
    const text = texts.get(id) ?? id;
    return { id, text, kind: guessStepKind(text) };
  });
  return { id: task, title: task.replaceAll('_', ' '), steps };
}

/** What both said before the decision. */
const toTurns = ({ dialogue, at }: Decision) =>
  dialogue.events
    .slice(0, at)
    .flatMap((event) =>
      event.kind === 'customer' || event.kind === 'agent' ? [{ role: event.kind, text: event.text }] : [],
    );

/** Opens what the product needs to follow playbooks, without knowledge to search. */
export const openPlaybooks = (encoder: Encoder): Promise<SuggestDeps> =>
  openDesk({ articles: [], macros: [], playbooks: [] }, encoder);

/**
 * The step that the product would propose, the chart being the playbook: queries leave no words, so it never sees them done.
 * Empty where it holds that all is done.
 */
export async function proposeStep(decision: Decision, playbook: Playbook, deps: SuggestDeps): Promise<string> {
  const ticket = toTicket({ id: String(decision.dialogue.id), channel: 'chat', turns: toTurns(decision) });
  const context: SuggestContext = {
    ticket,
    signals: { key: '', messages: [], current: null, trend: 'flat', resolved: false, tookMs: 0 },
    settings: defaultSettings,
    alternative: 0,
    deps,
    turn: openTurn(ticket.messages),
    queries: [],
    encoded: [],
    conversation: { customer: [], agent: [], text: '' },
    whole: null,
    open: null,
    isResolved: false,
    limit: null,
    rank: async () => [],
    rankEach: async () => [],
    nowMs: 0,
  };
  return nextStepOf(await readProgress(playbook, context))?.id ?? '';
}
