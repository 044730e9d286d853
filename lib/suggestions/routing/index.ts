import type { Playbook, TicketPriority } from '../../core/knowledge';
import type { RiskFlag } from '../../core/signals';
import type { RoutingReason, RoutingSuggestion } from '../../core/suggestion';
import { calibration } from '../calibration';
import { defineSuggestion, type Outcome, type SuggestContext, unsure } from '../define-suggestion';
import { findPlaybook } from '../next-step/choose';
import { readTeam } from './read-team';

/** Chance from which a signal moves the priority. */
const sureSignal = 0.6;
/** Flags that must not wait in the ordinary queue. */
const pressing: readonly RiskFlag[] = ['security', 'legal', 'vulnerable'];

type Found<T> = { value: T; confidence: number; reason: RoutingReason };

/** How soon the ticket is to be taken up, by what the customer's open turn tells, else by its playbook. */
function readPriority(
  { signals }: SuggestContext,
  playbook: Playbook | undefined,
  sure: number,
): Found<TicketPriority> | undefined {
  const { urgency, flags = [] } = signals.current ?? {};
  const flag = flags.find(({ label, confidence }) => pressing.includes(label) && confidence >= sureSignal);
  if (urgency?.label === 'critical' && urgency.confidence >= sureSignal)
    return {
      value: 'urgent',
      confidence: urgency.confidence,
      reason: { of: 'priority', by: 'urgency', label: 'critical' },
    };
  if (flag)
    return { value: 'high', confidence: flag.confidence, reason: { of: 'priority', by: 'flag', label: flag.label } };
  if (urgency?.label === 'high' && urgency.confidence >= sureSignal)
    return { value: 'high', confidence: urgency.confidence, reason: { of: 'priority', by: 'urgency', label: 'high' } };
  const own = playbook?.routing?.priority;
  return own && playbook
    ? { value: own, confidence: sure, reason: { of: 'priority', by: 'playbook', title: playbook.title } }
    : undefined;
}

/** The macro that is surely right for the open turn; undefined without any. */
async function readMacro(
  context: SuggestContext,
): Promise<(Found<{ id: string; title: string }> & { tags: string[] }) | undefined> {
  if (!context.turn || context.queries.length === 0) return undefined;
  const [best] = await context.rank(['macro']);
  if (!best || best.confidence < calibration.thresholds.reply) return undefined;
  const macro = await context.deps.knowledge.readMacro(best.hit.ownerId);
  if (!macro) return undefined;
  const { id, title, tags } = macro;
  return { value: { id, title }, tags, confidence: best.confidence, reason: { of: 'macro', by: 'macro', title } };
}

async function suggestRouting(context: SuggestContext): Promise<Outcome> {
  if (context.turn && context.isResolved) return { silent: 'resolved' };
  const chosen = await findPlaybook(context);
  const playbook = chosen?.isSure ? chosen.playbook : undefined;
  const sure = chosen?.confidence ?? 0;
  const priority = readPriority(context, playbook, sure);
  const team = playbook && readTeam(playbook);
  const macro = await readMacro(context);
  const ownTags = playbook?.routing?.tags ?? [];
  const tags = [...new Set([...ownTags, ...(macro?.tags ?? [])])].filter((tag) => !context.ticket.tags.includes(tag));
  if (!team && !priority && tags.length === 0) return unsure(context, sure);
  const reasons: RoutingReason[] = [
    ...(team && playbook ? [{ of: 'team', by: 'playbook', title: playbook.title } as const] : []),
    ...(priority ? [priority.reason] : []),
    ...(tags.some((tag) => ownTags.includes(tag)) && playbook
      ? [{ of: 'tags', by: 'playbook', title: playbook.title } as const]
      : []),
    ...(tags.some((tag) => !ownTags.includes(tag)) && macro
      ? [{ of: 'tags', by: 'macro', title: macro.value.title } as const]
      : []),
    ...(macro ? [macro.reason] : []),
  ];
  const confidences = [...(team || ownTags.length > 0 ? [sure] : []), ...(priority ? [priority.confidence] : [])];
  const suggestion: RoutingSuggestion = {
    kind: 'routing',
    id: `routing|${[team, priority?.value, ...tags].join('|')}`,
    confidence: Math.min(1, ...confidences, ...(confidences.length === 0 && macro ? [macro.confidence] : [])),
    sources: playbook
      ? [
          {
            kind: 'playbook',
            id: playbook.id,
            title: playbook.title,
            quote: playbook.title,
            start: 0,
            end: playbook.title.length,
          },
        ]
      : [],
    tags,
    reasons,
  };
  if (team) suggestion.team = team;
  if (priority) suggestion.priority = priority.value;
  if (macro) suggestion.macro = macro.value;
  return { items: [suggestion] };
}

/** Where the ticket belongs: team, priority, tags and the macro to apply, each with its reason. */
export const routing = defineSuggestion({ id: 'routing', needs: [], suggest: suggestRouting });
