import type { AuditRow } from '@/lib/core/audit';
import type { Encoder, Engine } from '@/lib/core/engine';
import type { ModelCard } from '@/lib/core/model-card';
import { ok } from '@/lib/core/result';
import type { Settings } from '@/lib/core/settings';
import type { ConversationSignals } from '@/lib/core/signals';
import type { Suggestion, Suggestions, ToldChoice } from '@/lib/core/suggestion';
import { conversationKey, peopleOf, type Ticket } from '@/lib/core/ticket';
import { redact } from '@/lib/guard/personal-data';
import {
  kindOfChoice,
  placeOf,
  tellAnswer,
  tellChoice,
  tellSuggestion,
  ticketOfKey,
} from '@/lib/insights/audit-entries';
import type { AuditKeeper, Note } from '@/lib/insights/audit-keeper';
import type { LearnerParts } from '@/lib/learning/learner';
import { thresholdOf } from '@/lib/suggestions/threshold';
import { isPractice } from './replay-calls';

type Parts = {
  audit: AuditKeeper;
  cards: readonly ModelCard[];
  encoder: Pick<Encoder, 'state'>;
  settings(): Settings;
};

/** Conversations of which is remembered what was shown; only in memory, since suggestions hold text. */
const mostRemembered = 40;

/** What was shown for one state of a conversation, and what its names are taken out of a text by. */
type Shown = { ticket: Ticket; model: string | undefined; items: Map<string, Suggestion> };

/** Writes what was shown and what the agent did with it into the log, after the answer. The practice page is left out. */
export function createRecorder({ audit, cards, encoder, settings }: Parts) {
  const shown = new Map<string, Shown>();

  function modelOf({ current }: ConversationSignals): string | undefined {
    if (encoder.state().status !== 'ready') return undefined;
    const language = current?.language.code ?? 'und';
    const card = cards.find(({ languages }) => languages.includes(language)) ?? cards[0];
    return card && `${card.id}@${card.version}`;
  }

  function remember(ticket: Ticket, items: readonly Suggestion[], model: string | undefined): void {
    const key = conversationKey(ticket);
    const known = shown.get(key)?.items ?? new Map<string, Suggestion>();
    for (const item of items) known.set(item.id, item);
    shown.delete(key);
    shown.set(key, { ticket, model, items: known });
    if (shown.size > mostRemembered) shown.delete(shown.keys().next().value as string);
  }

  /** What was put in, without personal data; names are taken out by the ticket, so that without it nothing is kept. */
  function textOf({ text }: ToldChoice, known: Shown | undefined): { text?: string } {
    if (!settings().auditText || text === undefined || !known) return {};
    return { text: redact(text, peopleOf(known.ticket)) };
  }

  async function tellDone(choice: ToldChoice): Promise<Note[]> {
    const kind = kindOfChoice(choice);
    const key = choice.conversation ?? '';
    const known = shown.get(key);
    const ticket = known?.ticket ?? ticketOfKey(key);
    if (!kind || !ticket) return [];
    const suggestion = known?.items.get(choice.suggestionId);
    const told = suggestion
      ? await tellSuggestion(suggestion, { thresholdOf, model: known?.model }, audit.refer)
      : await tellChoice(choice, audit.refer);
    return [{ kind, ...(await placeOf(ticket, key, audit.refer)), ...told, ...textOf(choice, known) }];
  }

  return {
    shown(ticket: Ticket, suggestions: Suggestions, signals: ConversationSignals): void {
      if (!audit.isOn() || isPractice(ticket.origin)) return;
      const model = modelOf(signals);
      remember(ticket, suggestions.items, model);
      const { refer } = audit;
      const tell = async () =>
        tellAnswer(suggestions, await placeOf(ticket, suggestions.key, refer), { thresholdOf, model, refer });
      audit.note(tell());
    },
    chose(choice: ToldChoice): void {
      if (!audit.isOn() || isPractice(choice.conversation ?? '')) return;
      audit.note(tellDone(choice));
    },
  };
}

/** The ids of a page's sources by what the library calls them. */
async function titlesOf(rows: readonly AuditRow[], titleOf: LearnerParts['titleOf']): Promise<Record<string, string>> {
  const names = [...new Set(rows.flatMap(({ sources = [] }) => sources))];
  const kinds = ['macro', 'article', 'playbook'] as const;
  const titles = await Promise.all(
    names.map(async (name) => {
      const kind = kinds.find((one) => name.startsWith(`${one}:`));
      return kind ? titleOf({ kind, id: name.slice(kind.length + 1) }) : null;
    }),
  );
  return Object.fromEntries(names.flatMap((name, at) => (titles[at] ? [[name, titles[at]]] : [])));
}

/** The engine's calls about the log. */
export function createAuditCalls({
  audit,
  titleOf,
}: {
  audit: AuditKeeper;
  titleOf: LearnerParts['titleOf'];
}): Pick<Engine, 'readAudit' | 'verifyAudit' | 'exportAudit'> {
  return {
    async readAudit({ filter, ...page }) {
      await audit.flush().catch(() => {});
      const [{ items, total }, head] = await Promise.all([audit.list(filter, page), audit.readHead()]);
      return ok({ items, total, head, titles: await titlesOf(items, titleOf) });
    },
    verifyAudit: async ({ action, noted }) => ok(audit.check(action, noted)),
    async exportAudit({ format, cursor }) {
      const part = await audit.exportPart(format, cursor);
      // After it, so that the row is in the next file and the file's end is the log's own.
      if (part.ok && part.value.next === null) audit.note({ kind: 'data-exported', subject: `log.${format}` });
      return part;
    },
  };
}
