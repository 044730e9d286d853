import type { Helpdesk } from '../../core/helpdesk';
import type { HelpdeskDescription } from '../../core/helpdesk-description';
import { defineHelpdesk } from '../define-helpdesk';
import { createCaretMemory } from '../editor';
import { findDeclaredComposer, openDeclaredComposer } from './compose';
import { createPageHistory } from './history';
import { addressOf, createDeclaredReader, findRoot, readTicketId, type TicketFacts } from './read';

/** The helpdesk that `description` tells of, at one address (an origin). */
export function defineDeclaredHelpdesk(description: HelpdeskDescription, address: string): Helpdesk {
  const facts = new Map<string, TicketFacts>();
  const caret = createCaretMemory();
  const composer = () => findDeclaredComposer(description);
  const history = createPageHistory({ description, onFacts: (id, known) => facts.set(id, known) });
  return defineHelpdesk({
    id: description.id,
    name: description.name,
    matches: [`${address}/*`],
    reader: createDeclaredReader({
      description,
      composer: () => composer()?.state,
      facts: (id) => facts.get(id),
    }),
    ...(description.pages ? { history: { readHistory: history } } : {}),
    trust: 'page',
    need: (ticket) => (ticket.isComplete ? undefined : 'older messages'),
    ticketId: () => readTicketId(description, addressOf(location), findRoot(description) ?? document),
    composer,
    missing: () => [],
    caret,
    ...(description.above === undefined ? {} : { above: description.above }),
    ...(description.open
      ? { openComposer: (target, { signal }) => openDeclaredComposer(description, target, { signal }) }
      : {}),
  });
}
