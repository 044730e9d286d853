import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type ComposerState, conversationKey, type Ticket } from '../../lib/core/ticket';
import type { PanelPage } from './deps';
import type { Observable } from './observable';

/** What beside the conversation a suggestion depends on: names that fill placeholders, subject, tags. */
export function ticketFacts(ticket: Ticket): string {
  const { subject, channel, requester, agent, tags, isComplete } = ticket;
  return JSON.stringify([subject, channel, requester.name, requester.email, agent?.name, tags, isComplete]);
}

/** True when both pages would be read alike; the composer is left out, since it changes with every key the agent types. */
function isSamePage(left: PanelPage, right: PanelPage): boolean {
  if (left.state === 'ticket' && right.state === 'ticket') {
    return (
      conversationKey(left.ticket) === conversationKey(right.ticket) &&
      ticketFacts(left.ticket) === ticketFacts(right.ticket)
    );
  }
  if (left.state === 'broken' && right.state === 'broken') return left.missing.join() === right.missing.join();
  return left.state === right.state && left.state !== 'ticket';
}

/** The page in front of the agent. The same object as long as the conversation is the same, whatever is typed. */
export function useTicket(pageState: Observable<PanelPage>): PanelPage {
  const read = useMemo(() => {
    let last = pageState.get();
    return () => {
      const now = pageState.get();
      if (now !== last && !isSamePage(last, now)) last = now;
      return last;
    };
  }, [pageState]);
  return useSyncExternalStore(pageState.subscribe, read);
}

/** One value of the composer's state, live; undefined while no ticket is open. */
export function useComposer<K extends keyof ComposerState>(
  pageState: Observable<PanelPage>,
  key: K,
): ComposerState[K] | undefined {
  const read = useCallback(() => {
    const page = pageState.get();
    return page.state === 'ticket' ? page.ticket.composer[key] : undefined;
  }, [pageState, key]);
  return useSyncExternalStore(pageState.subscribe, read);
}
