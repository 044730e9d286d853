import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Engine } from '../../lib/core/engine';
import type { ConversationSignals } from '../../lib/core/signals';
import type { ReplyStyle, Suggestions } from '../../lib/core/suggestion';
import { conversationKey, type Ticket } from '../../lib/core/ticket';
import { unwrap } from '../query-client';
import { ticketFacts } from './use-ticket';

/** Signals of one conversation: `latest` of the open turn, `all` of every customer message. */
function signalsQuery(engine: Engine, ticket: Ticket, scope: 'latest' | 'all') {
  return queryOptions({
    queryKey: ['signals', scope, ticket.origin, ticket.id, conversationKey(ticket)] as const,
    queryFn: ({ signal }) => unwrap(engine.readSignals({ ticket, scope }), signal),
  });
}

/** Which reply draft is asked for, and how it is to be said. */
export type Wish = { alternative: number; style?: ReplyStyle };

/** Suggestions for one conversation. */
function suggestQuery(engine: Engine, ticket: Ticket, { alternative, style }: Wish) {
  return queryOptions({
    queryKey: ['suggest', conversationKey(ticket), ticketFacts(ticket), alternative, style] as const,
    queryFn: ({ signal }) => unwrap(engine.suggest({ ticket, alternative, ...(style ? { style } : {}) }), signal),
  });
}

export type Assist = {
  /** The conversation everything here belongs to. */
  key: string;
  /** May be those of the message before, while the new one is read: then `areSignalsCurrent` is false. */
  signals: ConversationSignals | undefined;
  areSignalsCurrent: boolean;
  /** Of exactly this conversation, never older. */
  suggestions: Suggestions | undefined;
  isLooking: boolean;
  error: Error | null;
  retry(): void;
};

/**
 * What the engine makes of a conversation. The open turn and the suggestions are asked for at once; the whole
 * conversation follows when both are answered, so that it delays neither. Leaving the conversation aborts all of it.
 */
export function useAssist(engine: Engine, ticket: Ticket, wish: Wish): Assist {
  const key = conversationKey(ticket);
  const latest = useQuery({ ...signalsQuery(engine, ticket, 'latest'), placeholderData: keepPreviousData });
  const suggest = useQuery({
    ...suggestQuery(engine, ticket, wish),
    // Another draft for the same conversation may wait behind the one shown; a draft for another one may not.
    placeholderData: (previous, query) => (query?.queryKey[1] === key ? previous : undefined),
  });
  const customerMessages = ticket.messages.filter((message) => message.role === 'customer').length;
  const all = useQuery({
    ...signalsQuery(engine, ticket, 'all'),
    enabled: customerMessages > 1 && latest.isSuccess && !latest.isPlaceholderData && suggest.isFetched,
  });
  const suggestions = suggest.data?.key === key ? suggest.data : undefined;
  const signals = all.data ?? latest.data;
  return {
    key,
    signals,
    areSignalsCurrent: signals?.key === key,
    suggestions,
    isLooking: suggest.isFetching,
    error: suggest.error ?? latest.error,
    retry() {
      if (suggest.isError) void suggest.refetch();
      if (latest.isError) void latest.refetch();
    },
  };
}
