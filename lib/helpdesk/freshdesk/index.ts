import type { Helpdesk } from '../../core/helpdesk';
import type { Message, Ticket } from '../../core/ticket';
import { type ApiClient, createApiClient } from '../api-client';
import { defineHelpdesk } from '../define-helpdesk';
import { createCaretMemory } from '../editor';
import { createFreshdeskApi } from './api';
import { findComposer, openComposer } from './compose';
import { freshdeskMatches } from './matches';
import { createFreshdeskReader, ticketIdOf } from './read';
import { freshdeskSelectors } from './selectors';

const ticketId = () => ticketIdOf(location.pathname);

/** Whatever the page shows that the API was not asked about yet, and all of it where the page shows nothing. */
function need(ticket: Ticket, known: readonly Message[] | undefined): string | undefined {
  const ids = new Set(known?.map(({ id }) => id));
  const unknown = ticket.messages.findLast(({ id }) => !ids.has(id));
  if (unknown) return `message ${unknown.id}`;
  return ticket.isComplete || known ? undefined : 'conversation';
}

/** Freshdesk over a client for its API. */
export function createFreshdesk(client: ApiClient): Helpdesk {
  const caret = createCaretMemory();
  return defineHelpdesk({
    id: 'freshdesk',
    name: 'Freshdesk',
    matches: freshdeskMatches,
    reader: createFreshdeskReader(caret),
    api: createFreshdeskApi(client),
    // No class on the page tells reliably who wrote a message; `incoming` and `private` of the API do.
    trust: 'api',
    need,
    ticketId,
    selectors: freshdeskSelectors,
    composer: () => (ticketId() === undefined ? undefined : findComposer(caret)),
    missing: () => [],
    caret,
    above: freshdeskSelectors.below,
    openComposer: (target, { signal }) => openComposer(target, { signal, caret }),
  });
}

/** Freshdesk: one ticket at a time, an editor (Froala) that exists only after Reply, contact data in shadow DOM. */
export const freshdesk: Helpdesk = createFreshdesk(createApiClient());
