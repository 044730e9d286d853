import type { Helpdesk } from '../../core/helpdesk';
import { type ApiClient, createApiClient } from '../api-client';
import { defineHelpdesk } from '../define-helpdesk';
import { createCaretMemory } from '../editor';
import { createZendeskApi } from './api';
import { findComposer, missingInComposer } from './compose';
import { zendeskMatches } from './matches';
import { findPane, ticketIdOf } from './pane';
import { createZendeskReader } from './read';

const ticketId = () => ticketIdOf(location.pathname);

function openPane(): Element | undefined {
  const id = ticketId();
  return id === undefined ? undefined : findPane(document, id);
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
    need: (ticket) => (ticket.isComplete ? undefined : 'older messages'),
    ticketId,
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
