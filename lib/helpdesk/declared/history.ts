import type { HelpdeskDescription } from '../../core/helpdesk-description';
import { fail, ok, type Result } from '../../core/result';
import type { Message } from '../../core/ticket';
import { inOrder, readMessage, type TicketFacts } from './read';
import { readField, readPerson } from './rules';

type Pages = {
  description: HelpdeskDescription;
  /** Told of the ticket beside its messages. */
  onFacts: (ticketId: string, facts: TicketFacts) => void;
  fetchPage?: typeof fetch;
};

async function loadPage(address: URL, signal: AbortSignal, fetchPage: typeof fetch): Promise<Result<Document>> {
  try {
    const response = await fetchPage(address, { credentials: 'same-origin', signal });
    if (response.status === 429) return fail('rate-limited', 'The helpdesk asks to wait.', 60_000);
    if (!response.ok) return fail('http', `The helpdesk answered ${response.status}.`);
    return ok(new DOMParser().parseFromString(await response.text(), 'text/html'));
  } catch {
    return signal.aborted ? fail('aborted', '') : fail('offline', 'The helpdesk could not be reached.');
  }
}

/**
 * Reads the conversation from the helpdesk's own pages that the description names: GET only, same origin, one after the
 * other. Parsed inertly; nothing of them runs or loads.
 */
export function createPageHistory({ description, onFacts, fetchPage = fetch }: Pages) {
  return async (ticketId: string, { signal }: { signal: AbortSignal }): Promise<Result<Message[]>> => {
    const whole = document.implementation.createHTMLDocument();
    for (const page of description.pages ?? []) {
      const address = new URL(page.replaceAll('{id}', encodeURIComponent(ticketId)), location.href);
      if (address.origin !== location.origin) return fail('not-allowed', 'The page lies at another address.');
      const loaded = await loadPage(address, signal, fetchPage);
      if (!loaded.ok) return loaded;
      whole.head.append(...loaded.value.head.children);
      whole.body.append(...loaded.value.body.children);
    }
    const read = [...whole.querySelectorAll(description.message.item)].map((item) =>
      readMessage(item, whole, description),
    );
    const messages = read.filter((message) => message !== undefined && message !== 'unknown');
    const unique = [...new Map(messages.map((message) => [message.id, message])).values()];
    const subject = readField(whole, description.subject);
    const agent = readField(whole, description.agent);
    onFacts(ticketId, {
      requester: readPerson(whole, description.requester),
      ...(subject ? { subject } : {}),
      ...(agent ? { agent } : {}),
    });
    return ok(inOrder(unique, description.message.order));
  };
}
