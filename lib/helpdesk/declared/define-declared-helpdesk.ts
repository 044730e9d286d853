import type { Helpdesk } from '../../core/helpdesk';
import type { HelpdeskDescription } from '../../core/helpdesk-description';
import { fail, ok } from '../../core/result';
import { defineHelpdesk, type HelpdeskPage } from '../define-helpdesk';
import { createCaretMemory } from '../editor';
import type { PageReader, PageReading } from '../observe';
import { findDeclaredComposer, openDeclaredComposer } from './compose';
import { createPageHistory } from './history';
import { addressOf, createDeclaredReader, findRoot, readTicketId, type TicketFacts } from './read';
import { recognise } from './recognise';

/** Where the helpdesk lives (an origin), and how its own pages are fetched. */
type Place = { origin: string; fetchPage?: typeof fetch };

function createDeclaredPage(description: HelpdeskDescription, { origin, fetchPage }: Place): HelpdeskPage {
  const facts = new Map<string, TicketFacts>();
  const ticketId = () => readTicketId(description, addressOf(location), findRoot(description) ?? document);
  const whole = createDeclaredReader({
    description,
    composer: () => findDeclaredComposer(description)?.state,
    facts: (id) => facts.get(id),
  });
  let last: PageReading | undefined;
  const reader: PageReader = {
    ...whole,
    read() {
      last = whole.read();
      return last;
    },
  };
  // A page that could not be read for sure takes no reply either.
  const composer = () => {
    const { kind } = last ?? reader.read();
    return kind === 'ticket' || kind === 'unfinished' ? findDeclaredComposer(description) : undefined;
  };
  const readHistory = createPageHistory({
    description,
    onFacts: (id, known) => facts.set(id, known),
    ...(fetchPage ? { fetchPage } : {}),
  });
  return {
    id: description.id,
    name: description.name,
    matches: [`${origin}/*`],
    reader,
    history: { readHistory },
    trust: 'page',
    need: (ticket) => (ticket.isComplete || !description.pages ? undefined : 'older messages'),
    ticketId,
    composer,
    missing: () => [],
    caret: createCaretMemory(),
    above: description.above,
    openComposer: (target, { signal }) => openDeclaredComposer(description, target, { signal }),
  };
}

/** A helpdesk at an address that the agent added, and what its page turned out to be. */
export type DeclaredHelpdesk = { helpdesk: Helpdesk; recognised: () => HelpdeskDescription | undefined };

/**
 * The helpdesk at an address: the one of `candidates` that recognises its page, looked for until one does; a single
 * candidate counts as chosen and is not asked.
 */
export function defineDeclaredHelpdesk(candidates: readonly HelpdeskDescription[], place: Place): DeclaredHelpdesk {
  let known = candidates.length === 1 ? candidates[0] : undefined;
  let made: HelpdeskPage | undefined;
  const page = () => {
    known ??= recognise(candidates, document);
    made ??= known && createDeclaredPage(known, place);
    return made;
  };
  const helpdesk = defineHelpdesk({
    id: 'declared',
    name: new URL(place.origin).host,
    matches: [`${place.origin}/*`],
    reader: {
      read: () => page()?.reader.read() ?? { kind: 'elsewhere' },
      scopes: () => [],
      forget: (targets) => made?.reader.forget(targets),
    },
    history: { readHistory: async (id, options) => made?.history?.readHistory(id, options) ?? ok([]) },
    trust: 'page',
    need: (ticket, messages) => made?.need(ticket, messages),
    ticketId: () => page()?.ticketId(),
    composer: () => page()?.composer(),
    missing: () => [],
    caret: createCaretMemory(),
    get above() {
      return made?.above;
    },
    openComposer: async (target, options) =>
      made?.openComposer?.(target, options) ?? fail('no-composer', 'Open the reply box of this ticket first.'),
  });
  return { helpdesk, recognised: () => known };
}
