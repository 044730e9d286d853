import type { ComposerHandle, Helpdesk, HelpdeskApi, Inserted, PageState, Reply } from '../core/helpdesk';
import { fail, ok, type Result } from '../core/result';
import type { Message, Ticket } from '../core/ticket';
import type { CaretMemory } from './editor';
import { createHistory } from './history';
import { insertReply } from './insert';
import { reportLayout } from './layout-report';
import type { Trust } from './merge-history';
import { observePage, type PageReader } from './observe';

/** What one helpdesk knows of its own pages; {@link defineHelpdesk} does the rest the same way for all. */
export type HelpdeskPage = {
  id: string;
  name: string;
  matches: string[];
  reader: PageReader;
  api?: HelpdeskApi;
  /** The full conversation, where it comes from elsewhere than the API. */
  history?: Pick<HelpdeskApi, 'readHistory' | 'readTicketFacts'>;
  /** Whose word counts for who wrote a message. */
  trust: Trust;
  /** What the API could add to this reading, as a name that is asked for once. */
  need: (ticket: Ticket, known: readonly Message[] | undefined) => string | undefined;
  /** The id in the address now. */
  ticketId: () => string | undefined;
  /** The live composer of that ticket. */
  composer: () => ComposerHandle | undefined;
  /** Where things are, by name: a report of the layout says how many each finds. */
  selectors?: Readonly<Record<string, string | readonly string[]>>;
  /** Names of landmarks outside the conversation that are missing. */
  missing: () => string[];
  caret: CaretMemory;
  /** What an untouched draft's caret is put above. */
  above?: string | undefined;
  /** Opens the editor where it exists only on demand; never sends. */
  openComposer?: (target: Reply['target'], options: { signal: AbortSignal }) => Promise<Result<null>>;
};

const targetNames = { public: 'a reply to the customer', note: 'an internal note' } as const;

/** May this reply go into what is open right now? Ticket, composer and channel, in this order. */
function resolveComposer(page: HelpdeskPage, reply: Reply): Result<ComposerHandle> {
  if (page.ticketId() !== reply.ticketId) return fail('wrong-ticket', 'Another ticket is open now.');
  const handle = page.composer();
  if (!handle || handle.state.target === 'closed')
    return fail('no-composer', 'Open the reply box of this ticket first.');
  const { target } = handle.state;
  if (target === reply.target) return ok(handle);
  return fail('wrong-channel', `The composer is set to ${targetNames[target]}; this is ${targetNames[reply.target]}.`);
}

async function compose(page: HelpdeskPage, reply: Reply, signal: AbortSignal): Promise<Result<Inserted>> {
  if (signal.aborted) return fail('aborted', 'The insertion was called off.');
  const resolve = () => resolveComposer(page, reply);
  const now = resolve();
  if (!now.ok && now.error.kind === 'no-composer' && page.openComposer) {
    const opened = await page.openComposer(reply.target, { signal });
    if (!opened.ok) return opened;
  }
  return insertReply(reply, {
    resolve,
    caret: page.caret,
    ...(page.above === undefined ? {} : { above: page.above }),
    world: import.meta.env.FIREFOX ? 'main' : 'isolated',
    signal,
  });
}

function healthOf(page: HelpdeskPage): string[] {
  try {
    const reading = page.reader.read();
    if (reading.kind === 'partial') return reading.missing;
    return reading.kind === 'ticket' ? page.missing() : [];
  } catch {
    return ['readable page'];
  }
}

/** A helpdesk from what it knows of its pages: watching, history, guarded insertion (one at a time) and health. */
export function defineHelpdesk(page: HelpdeskPage): Helpdesk {
  let isComposing = false;
  return {
    id: page.id,
    name: page.name,
    matches: page.matches,
    ...(page.api ? { api: page.api } : {}),
    watch(onState, { signal }) {
      if (signal.aborted) return;
      page.caret.listen({ signal });
      let refresh = () => {};
      const history = page.api ?? page.history;
      const complete = history && createHistory({ ...page, api: history, refresh: () => refresh(), signal });
      const show = (state: PageState) => {
        if (state.state === 'waiting') complete?.leave();
        onState(state);
      };
      refresh = observePage(page.reader, show, { signal, ...(complete ? { complete } : {}) }).refresh;
    },
    async compose(reply, { signal }) {
      // A second key press while the first insertion is still being checked would put the text in twice.
      if (isComposing) return fail('busy', 'The last insertion is still under way.');
      isComposing = true;
      try {
        return await compose(page, reply, signal);
      } finally {
        isComposing = false;
      }
    },
    composer: () => page.composer(),
    health: () => healthOf(page),
    reportLayout: () => reportLayout({ helpdesk: page.id, missing: healthOf(page), selectors: page.selectors }),
  };
}
