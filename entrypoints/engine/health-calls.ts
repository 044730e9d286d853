import type { Engine } from '@/lib/core/engine';
import type { HealthState } from '@/lib/core/health';
import { ok, type Result } from '@/lib/core/result';
import type { Settings } from '@/lib/core/settings';
import type { Suggestions } from '@/lib/core/suggestion';
import { openTurn, peopleOf, type Ticket } from '@/lib/core/ticket';
import { redact } from '@/lib/guard/personal-data';
import type { GapKeeper } from '@/lib/knowledge/health/gaps';
import type { HealthKeeper } from '@/lib/knowledge/health/health-keeper';
import type { Library } from '@/lib/knowledge/library';

/** The library's state of health and the questions it has no answer for. */
export type HealthParts = { health: HealthKeeper; gaps: GapKeeper };
type Parts = HealthParts & { library: Library; settings(): Settings };
type HealthCalls = Pick<Engine, 'readHealth' | 'checkHealth' | 'dismissGap' | 'addTag'>;

/** The engine's calls about the state of the library. */
export function createHealthCalls({ health, gaps, library, settings }: Parts): HealthCalls {
  const state = async (): Promise<Result<HealthState>> =>
    ok({ ...health.state(), gaps: settings().rememberTickets ? await gaps.list() : null });
  return {
    readHealth: state,
    checkHealth({ action }) {
      if (action === 'start') health.start();
      else health.cancel();
      return state();
    },
    async dismissGap({ id }) {
      await gaps.dismiss(id);
      return state();
    },
    async addTag({ kind, id, tag }) {
      const added = await library.addTag({ kind, id }, tag);
      if (!added.ok) return added;
      health.dropTag(id, tag);
      return state();
    },
  };
}

/** Reasons for which more knowledge would have helped. */
const lacking = ['no-knowledge', 'low-confidence'];
/** Shorter messages ask nothing that an article could answer. */
const minWords = 4;

/** Counts the open question, free of personal data, where the agent allows it and neither a reply nor an article was found. */
export async function noteGap(
  { gaps, settings }: Pick<Parts, 'gaps' | 'settings'>,
  ticket: Ticket,
  { items, silent }: Suggestions,
): Promise<void> {
  if (!settings().rememberTickets || items.some(({ kind }) => kind === 'reply' || kind === 'article')) return;
  const isLacking = (kind: string) => silent.some((one) => one.kind === kind && lacking.includes(one.why));
  if (!isLacking('reply') && !isLacking('article')) return;
  const text = redact(openTurn(ticket.messages)?.text ?? '', peopleOf(ticket)).trim();
  if (text.split(/\s+/).length >= minWords) await gaps.note({ text, origin: ticket.origin, ticketId: ticket.id });
}
