import type { Engine } from '@/lib/core/engine';
import type { AgingKind, PrivacyStore, RedactedPart } from '@/lib/core/privacy';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Settings } from '@/lib/core/settings';
import { openTurn, peopleOf, type Ticket } from '@/lib/core/ticket';
import { findInAll, type PersonalData } from '@/lib/guard/personal-data';
import type { AuditKeeper } from '@/lib/insights/audit-keeper';
import type { IntentKeeper } from '@/lib/intents/intent-keeper';
import { gapTicketKey } from '@/lib/knowledge/health/gaps';
import type { Library } from '@/lib/knowledge/library';
import type { Learner } from '@/lib/learning/learner';
import { countLinked, createMatcher, findLinked, type Linked, readWanted } from '@/lib/privacy/linked';
import { tidy } from '@/lib/privacy/tidy';
import { longestKept, readKeptTexts } from '@/lib/suggestions/similar-ticket/past-ticket';

type Parts = {
  privacy: PrivacyStore;
  library: Library;
  learner: Learner;
  intents: IntentKeeper;
  audit: Pick<AuditKeeper, 'countLinked' | 'forget'>;
  settings(): Settings;
  /** Whether something may be deleted for its age now; always where it is not said. */
  believesClock?(): Promise<boolean>;
};
type PrivacyCalls = Pick<Engine, 'previewRedaction' | 'readPrivacy' | 'tidyUp' | 'findLinked' | 'removeLinked'>;

/** The part of a ticket's text that is kept, with what is taken out of it. */
function cutPart(part: RedactedPart['part'], text: string, found: readonly PersonalData[]): RedactedPart {
  const kept = text.slice(0, longestKept);
  const removed = found.filter(({ start }) => start < kept.length);
  return { part, text: kept, removed: removed.map((one) => ({ ...one, end: Math.min(one.end, kept.length) })) };
}

function previewOf(ticket: Ticket) {
  const texts = readKeptTexts(ticket);
  const question = texts?.question ?? openTurn(ticket.messages)?.text ?? '';
  const all: [RedactedPart['part'], string][] = texts
    ? [
        ['subject', texts.subject],
        ['question', question],
        ['reply', texts.reply],
      ]
    : [['question', question]];
  const told = all.filter(([, text]) => text.trim() !== '');
  const found = findInAll(
    told.map(([, text]) => text),
    peopleOf(ticket),
  );
  const parts = told.map(([part, text], at) => cutPart(part, text, found[at] ?? []));
  return { parts, isAnswered: texts !== undefined };
}

const throwFailure = (result: Result<unknown>) => {
  if (!result.ok) throw new Error(result.error.message);
};

/** The engine's calls about what is kept of customers: looked at, tidied, deleted. */
export function createPrivacyCalls(parts: Parts): PrivacyCalls {
  const { privacy, library, learner, intents, audit, settings, believesClock } = parts;
  const state = async () => ok({ ...(await privacy.count()), tidied: await privacy.readTidying() });

  async function search(text: string): Promise<Result<Linked>> {
    const wanted = readWanted(text);
    if (wanted.ticketIds.length + wanted.words.length === 0)
      return fail('nobody', 'Type a ticket number, or a name or address of three letters or more.');
    const rows = await privacy.readLinkable();
    const sources = await library.listSources();
    const origins = [
      ...new Set([...(sources.ok ? sources.value : []), ...rows.pastTickets.map(({ source }) => source)]),
    ];
    return ok(findLinked(rows, wanted, { origins, keyOf: gapTicketKey }));
  }

  return {
    previewRedaction: async ({ ticket }) => ok(previewOf(ticket)),
    readPrivacy: state,
    async tidyUp() {
      if (believesClock && !(await believesClock())) return state();
      await tidy({
        store: privacy,
        removePastTickets: async (ids) => throwFailure(await library.removePastTickets(ids)),
        removeChoices: (keys) => learner.removeChoices(keys),
        keepDays: (): Record<AgingKind, number> => settings().keepDays,
        now: Date.now,
      });
      return state();
    },
    async findLinked({ text }) {
      const linked = await search(text);
      if (!linked.ok) return linked;
      const { ticketIds, words } = readWanted(text);
      return ok(countLinked(linked.value, await audit.countLinked(ticketIds, createMatcher(words))));
    },
    async removeLinked({ text }) {
      const linked = await search(text);
      if (!linked.ok) return linked;
      const { pastTickets, choices, gaps, unlinked, examples } = linked.value;
      if (pastTickets.length > 0) throwFailure(await library.removePastTickets(pastTickets));
      if (choices.length > 0) await learner.removeChoices(choices);
      await privacy.removeGaps(gaps);
      await privacy.unlinkGaps(unlinked);
      if (examples.length > 0) {
        await privacy.removeExamples(examples);
        await intents.reload();
      }
      const { ticketIds, words } = readWanted(text);
      return ok(countLinked(linked.value, await audit.forget(ticketIds, createMatcher(words))));
    },
  };
}
