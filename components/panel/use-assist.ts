import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Engine } from '../../lib/core/engine';
import type { HelpdeskApi } from '../../lib/core/helpdesk';
import type { ConversationSignals } from '../../lib/core/signals';
import type { RenderedMacro, ReplyStyle, Suggestions } from '../../lib/core/suggestion';
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

/** Suggestions for one conversation; `rendered`: with the blanks of this macro filled. */
function suggestQuery(engine: Engine, ticket: Ticket, { alternative, style, rendered }: Wish & Rendered) {
  const request = { ticket, alternative, ...(style ? { style } : {}), ...(rendered ? { rendered } : {}) };
  return queryOptions({
    queryKey: ['suggest', conversationKey(ticket), ticketFacts(ticket), alternative, style, rendered] as const,
    queryFn: ({ signal }) => unwrap(engine.suggest(request), signal),
  });
}

type Rendered = { rendered?: RenderedMacro | undefined };

/**
 * The same with the blanks of the best macro filled by the helpdesk that it comes from, where only they keep it from
 * being offered; undefined where it is not, or the helpdesk does not know either.
 */
function useFilled(deps: AssistDeps, ticket: Ticket, { wish, first }: { wish: Wish; first: Suggestions | undefined }) {
  const { engine, api } = deps;
  const blank = first?.silent.find(({ kind }) => kind === 'reply')?.blank;
  const own = `${ticket.origin}#`;
  const macroId = blank?.startsWith(own) ? blank.slice(own.length) : undefined;
  const preview = useQuery({
    queryKey: ['macro', ticket.origin, ticket.id, macroId],
    enabled: api?.previewMacro !== undefined && macroId !== undefined,
    queryFn: async ({ signal }): Promise<RenderedMacro | null> => {
      const told = await api?.previewMacro?.(ticket.id, macroId ?? '', { signal });
      return told?.ok ? { id: blank ?? '', ...told.value } : null;
    },
  });
  const rendered = macroId === undefined ? undefined : (preview.data ?? undefined);
  const filled = useQuery({ ...suggestQuery(engine, ticket, { ...wish, rendered }), enabled: rendered !== undefined });
  return rendered && filled.data?.items.some(({ kind }) => kind === 'reply') ? filled.data : undefined;
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

/** Who is asked: the engine, and of the helpdesk what only it knows. */
type AssistDeps = { engine: Engine; api: HelpdeskApi | undefined };

/**
 * What the engine makes of a conversation. The open turn and the suggestions are asked for at once; the whole
 * conversation follows when both are answered, so that it delays neither. Leaving the conversation aborts all of it.
 */
export function useAssist(deps: AssistDeps, ticket: Ticket, wish: Wish): Assist {
  const { engine } = deps;
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
  const first = suggest.data?.key === key ? suggest.data : undefined;
  const suggestions = useFilled(deps, ticket, { wish, first }) ?? first;
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
