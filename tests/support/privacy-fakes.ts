import type { Engine } from '../../lib/core/engine';
import type { LinkedCounts, PrivacyState, RedactionPreview } from '../../lib/core/privacy';
import { fail, ok } from '../../lib/core/result';

/** What a memory engine keeps of customers: counts, and who is linked to how much. */
export type MemoryPrivacy = { state: PrivacyState; linked: Map<string, LinkedCounts> };

const none: LinkedCounts = { pastTickets: 0, choices: 0, gaps: 0, examples: 0, audit: 0, knowledge: 0 };

export function createMemoryPrivacy(): MemoryPrivacy {
  return {
    state: {
      counts: {
        articles: 3,
        macros: 4,
        playbooks: 1,
        examples: 6,
        pastTickets: 1240,
        choices: 87,
        gaps: 5,
        importReports: 1,
        audit: 212,
      },
      oldest: {
        pastTickets: '2026-01-04T10:00:00Z',
        choices: '2026-03-01T09:00:00Z',
        gaps: '2026-10-02T12:00:00Z',
        importReports: '2026-11-20T12:00:00Z',
        audit: '2026-09-01T08:00:00Z',
      },
      tidied: { at: '2026-11-30T08:00:00Z', removed: { pastTickets: 12, choices: 0, gaps: 1, importReports: 0 } },
    },
    linked: new Map([['4711', { pastTickets: 2, choices: 3, gaps: 1, examples: 0, audit: 8, knowledge: 1 }]]),
  };
}

/** The small piece of a ticket that fakes tell apart: an e-mail address. */
export function previewOf(text: string): RedactionPreview {
  const found = /\S+@\S+\w/.exec(text);
  const removed = found ? [{ start: found.index, end: found.index + found[0].length, kind: 'email' as const }] : [];
  return { parts: [{ part: 'question', text, removed }], isAnswered: true };
}

/** The engine's calls about what is kept, over memory. */
export function privacyCalls(
  memory: MemoryPrivacy,
): Pick<Engine, 'previewRedaction' | 'readPrivacy' | 'tidyUp' | 'findLinked' | 'removeLinked'> {
  const find = (text: string) => memory.linked.get(text.trim()) ?? none;
  return {
    previewRedaction: async ({ ticket }) => ok(previewOf(ticket.messages.at(-1)?.text ?? '')),
    readPrivacy: async () => ok(memory.state),
    async tidyUp() {
      const removed = { pastTickets: 40, choices: 0, gaps: 0, importReports: 0 };
      memory.state.counts.pastTickets -= removed.pastTickets;
      memory.state.tidied = { at: '2026-11-30T09:00:00Z', removed };
      return ok(memory.state);
    },
    findLinked: async ({ text }) =>
      text.trim().length < 3
        ? fail('nobody', 'Type a ticket number, or a name or address of three letters or more.')
        : ok(find(text)),
    async removeLinked({ text }) {
      const removed = find(text);
      memory.linked.delete(text.trim());
      memory.state.counts.pastTickets -= removed.pastTickets;
      return ok(removed);
    },
  };
}
