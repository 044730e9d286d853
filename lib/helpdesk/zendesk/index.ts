import type { Helpdesk } from '../../core/helpdesk';
import type { Ticket } from '../../core/ticket';
import { type ApiClient, createApiClient } from '../api-client';
import { defineHelpdesk } from '../define-helpdesk';
import { createCaretMemory } from '../editor';
import { isRoleGuessed } from '../role-guess';
import { createZendeskApi } from './api';
import { findComposer, missingInComposer } from './compose';
import { zendeskMatches } from './matches';
import { findPane, ticketIdOf } from './pane';
import { createZendeskReader } from './read';
import { zendeskSelectors } from './selectors';

const ticketId = () => ticketIdOf(location.pathname);

function openPane(): Element | undefined {
  const id = ticketId();
  return id === undefined ? undefined : findPane(document, id);
}

/** Older messages that the page hides, and newer ones where it does not tell who wrote them or when. */
function need(ticket: Ticket): string | undefined {
  if (!ticket.isComplete) return 'older messages';
  const unsure = ticket.messages.findLast((message) => message.at === undefined || isRoleGuessed(message));
  return unsure && `message ${unsure.id}`;
}

/** Zendesk over a client for its API. */
export function createZendesk(client: ApiClient): Helpdesk {
  return defineHelpdesk({
    id: 'zendesk',
    name: 'Zendesk',
    matches: zendeskMatches,
    reader: createZendeskReader(),
    api: createZendeskApi(client),
    trust: 'page',
    need,
    ticketId,
    selectors: zendeskSelectors,
    composer() {
      const pane = openPane();
      return pane && findComposer(pane);
    },
    missing() {
      const pane = openPane();
      return pane ? missingInComposer(pane) : [];
    },
    caret: createCaretMemory(),
  });
}

/** Zendesk's Agent Workspace: all open tickets stay on the page, mail and messaging, notes, CKEditor 5. */
export const zendesk: Helpdesk = createZendesk(createApiClient());
