import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useState } from 'react';
import { afterKinds, type Suggestion, type SuggestionKind, type Suggestions } from '../../lib/core/suggestion';
import { conversationKey, isCut, type Ticket } from '../../lib/core/ticket';
import spoken from '../ui/spoken.module.css';
import { AfterCard } from './AfterCard';
import { ArticleCards } from './ArticleCards';
import { usePanel } from './deps';
import { EngineTrouble, Looking } from './EngineStates';
import { GhostText } from './GhostText';
import { KeptPreview } from './KeptPreview';
import { KnowledgeCard } from './KnowledgeCard';
import { MemoryCard } from './MemoryCard';
import { NextStepCard } from './NextStepCard';
import { usePaintMark } from './paint-mark';
import { ReplyCard } from './ReplyCard';
import { RoutingCard } from './RoutingCard';
import { SignalsStrip } from './SignalsStrip';
import { SilentNote } from './SilentNote';
import { SimilarTicketsCard } from './SimilarTicketsCard';
import styles from './TicketPanel.module.css';
import { type Assist, useAssist, type Wish } from './use-assist';
import { type Compose, useCompose } from './use-compose';
import { useEngineState } from './use-engine-state';
import { type ReplyModel, useReply } from './use-reply';
import { useSettings } from './use-settings';
import { type Ticks, useTicks } from './use-ticks';

function itemsOf<K extends SuggestionKind>(suggestions: Suggestions | undefined, kind: K) {
  return (suggestions?.items ?? []).filter((item): item is Extract<Suggestion, { kind: K }> => item.kind === kind);
}

/** Everything about one open ticket. Give it the ticket's id as `key`, so that nothing is carried over to another one. */
export function TicketPanel({ ticket }: { ticket: Ticket }) {
  const { engine, helpdesk, settings, root, handlers, ticks } = usePanel();
  const { kinds, ghostText } = useSettings(settings);
  const key = conversationKey(ticket);
  const [asked, setAsked] = useState<Wish & { key: string }>({ key, alternative: 0 });
  const assist = useAssist({ engine, api: helpdesk.api }, ticket, asked.key === key ? asked : { alternative: 0 });
  const compose = useCompose(ticket, assist.signals);
  const reply = useReply(assist, compose, (wish) => setAsked({ key, ...wish }));
  const [isMuted, setMuted] = useState(false);
  useRefreshOnSettings();
  useLayoutEffect(() => {
    handlers.insertReply = () => void reply.insert();
    handlers.nextAlternative = reply.next;
    return () => {
      delete handlers.insertReply;
      delete handlers.nextAlternative;
    };
  }, [handlers, reply]);
  useLayoutEffect(() => {
    root.setAttribute('data-conversation-key', key);
    return () => root.removeAttribute('data-conversation-key');
  }, [root, key]);
  const hasReply = kinds.reply && reply.suggestion !== undefined && reply.status === 'ready';
  useLayoutEffect(() => {
    root.toggleAttribute('data-has-reply', hasReply);
    return () => root.removeAttribute('data-has-reply');
  }, [root, hasReply]);
  usePaintMark(root, 'signals', assist.areSignalsCurrent ? key : undefined);
  usePaintMark(root, 'suggestion', assist.suggestions?.key);
  const canGhost = ghostText && kinds.reply && !isMuted && reply.status === 'ready' && reply.edit === null;
  return (
    <>
      <Cards
        assist={assist}
        compose={compose}
        reply={reply}
        ticks={useTicks(ticket, ticks)}
        ticket={ticket}
        isAnyCut={ticket.messages.some(isCut)}
      />
      {canGhost && reply.suggestion && (
        <GhostText suggestion={reply.suggestion} onAccept={reply.insertPart} onMute={() => setMuted(true)} />
      )}
    </>
  );
}

/** Suggestions depend on these settings: when one changes, they are asked for again while the old ones stay. */
function useRefreshOnSettings(): void {
  const { settings } = usePanel();
  const { tone, signature, agentName, rememberTickets, kinds } = useSettings(settings);
  const queries = useQueryClient();
  const wanted = JSON.stringify([tone, signature, agentName, rememberTickets, kinds]);
  const [last, setLast] = useState(wanted);
  useEffect(() => {
    if (wanted === last) return;
    setLast(wanted);
    void queries.invalidateQueries({ queryKey: ['suggest'] });
  }, [wanted, last, queries]);
}

function Cards({
  assist,
  compose,
  reply,
  ticks,
  ticket,
  isAnyCut,
}: {
  assist: Assist;
  compose: Compose;
  reply: ReplyModel;
  ticks: Ticks;
  ticket: Ticket;
  isAnyCut: boolean;
}) {
  const { engine, importer, settings, strings } = usePanel();
  const { kinds, showSignals, rememberTickets } = useSettings(settings);
  const { suggestions, signals } = assist;
  const isWaiting = !suggestions && !assist.error;
  const engineState = useEngineState(engine, !suggestions);
  const holdsNothing = (isMeant: (source: string) => boolean) =>
    engineState?.knowledge.sources.every(
      ({ source, articles, macros }) => !isMeant(source) || articles + macros === 0,
    ) ?? false;
  const hasNoOwn = holdsNothing((source) => source === ticket.origin);
  const isLibraryEmpty = hasNoOwn && holdsNothing((source) => source.startsWith('file:'));
  const steps = itemsOf(suggestions, 'next-step');
  const [routing] = itemsOf(suggestions, 'routing');
  const silent = (suggestions?.silent ?? []).filter(
    ({ kind, why }) => kinds[kind] && why !== 'memory-off' && why !== 'not-now',
  );
  const [noReply] = silent.filter(({ kind }) => kind === 'reply');
  const said = () => {
    if (engineState?.model.failure) return strings.states.refusedTitle[engineState.model.failure];
    if (assist.error) return strings.states.errorTitle;
    if (reply.suggestion && kinds.reply) return strings.reply.ready;
    return noReply ? `${strings.silent.title}. ${strings.silent.because(noReply.why)}` : '';
  };
  return (
    <div className={styles.cards}>
      {/* There before it speaks, or screen readers would not hear it. */}
      <div className={spoken.only} role="status">
        {said()}
      </div>
      {isAnyCut && (
        <p role="note" className={styles.note}>
          {strings.states.messageCut}
        </p>
      )}
      {showSignals && signals && <SignalsStrip signals={signals} isCurrent={assist.areSignalsCurrent} />}
      <EngineTrouble assist={assist} model={engineState?.model} />
      <KnowledgeCard isEmpty={importer ? hasNoOwn : isLibraryEmpty} unread={engineState?.knowledge.unread ?? 0} />
      {isWaiting && <Looking model={engineState?.model} />}
      {kinds.reply && <ReplyCard reply={reply} />}
      <div key={assist.key} className={styles.cards}>
        <AfterCard
          items={afterKinds.flatMap((kind) => (kinds[kind] ? itemsOf(suggestions, kind) : []))}
          compose={compose}
        />
        {kinds.article && <ArticleCards articles={itemsOf(suggestions, 'article')} compose={compose} />}
        {kinds['next-step'] && steps[0] && (
          <NextStepCard key={steps[0].id} suggestion={steps[0]} ticks={ticks} compose={compose} />
        )}
        {kinds.routing && routing && <RoutingCard routing={routing} compose={compose} />}
        {kinds['similar-ticket'] && (
          <SimilarTicketsCard tickets={itemsOf(suggestions, 'similar-ticket')} compose={compose} />
        )}
        {!(isLibraryEmpty && silent.every(({ why }) => why === 'no-knowledge')) && <SilentNote silent={silent} />}
      </div>
      {suggestions && !isLibraryEmpty && <MemoryCard />}
      {suggestions && (rememberTickets || kinds['similar-ticket']) && <KeptPreview ticket={ticket} />}
    </div>
  );
}
