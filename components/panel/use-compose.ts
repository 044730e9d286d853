import { useEffect, useMemo, useRef } from 'react';
import type { Reply } from '../../lib/core/helpdesk';
import type { ConversationSignals } from '../../lib/core/signals';
import type { Choice, NoticeLine, Suggestion, ToldChoice } from '../../lib/core/suggestion';
import { conversationKey, type Ticket } from '../../lib/core/ticket';
import { translateFailure } from '../../lib/strings/failures';
import { usePanel } from './deps';
import { textToHtml } from './reply-html';

/**
 * What to put into the composer; `html` is made from `text` when absent. `isContinuation`: it goes on in the middle of a
 * line. `isQuiet`: nobody is told when it went well. `target`: a reply to the customer when absent. `notice`: a line of it
 * that is left out where the composer holds it already.
 */
type Insertion = {
  text: string;
  html?: string;
  isContinuation?: boolean;
  isQuiet?: boolean;
  target?: Reply['target'];
  notice?: NoticeLine | undefined;
};

/** Ways from a suggestion to the agent's reply. Each tells the agent how it ended. */
export type Compose = {
  /** True when the text is in the composer or, failing that, on the clipboard. Never a reply in a note or a note in a reply. */
  insert(insertion: Insertion): Promise<boolean>;
  copy(text: string): Promise<boolean>;
  /** Notes what the agent did with a suggestion; `text`: what was put in, for the log of an agent who keeps it there. */
  record(suggestion: Suggestion, action: Choice['action'], text?: string): void;
};

/** The insertion without its notice where `draft`, the composer's, has it: two parts put in one after the other say it once. */
function sayOnce({ text, html, notice }: Insertion, draft: string): { text: string; html?: string } {
  const plain = (words: string) => words.replace(/[\s\u00a0]+/g, ' ');
  if (!notice || !plain(draft).includes(plain(notice.text))) return { text, ...(html === undefined ? {} : { html }) };
  const lines = text.split('\n').filter((line) => line.trim() !== notice.text);
  const left = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text: left, ...(html === undefined ? {} : { html: html.replace(notice.html, '') }) };
}

/** Inserting, copying and noting for one ticket; what is under way is aborted when the agent leaves it. */
export function useCompose(ticket: Ticket, signals: ConversationSignals | undefined): Compose {
  const { engine, helpdesk, settings, strings, showToast } = usePanel();
  const leaving = useRef(new AbortController());
  const isInserting = useRef(false);
  const latest = useRef(signals);
  latest.current = signals;
  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current.abort();
  }, []);
  const key = conversationKey(ticket);
  return useMemo(() => {
    const { toast } = strings;
    return {
      async insert(insertion) {
        const { isContinuation = false, isQuiet = false, target = 'public' } = insertion;
        if (isInserting.current) return false;
        const composer = helpdesk.composer();
        const open = composer?.state.target ?? 'closed';
        if (open !== 'closed' && open !== target) {
          showToast('warn', target === 'note' ? strings.after.noteClosed : toast.noteOpen);
          return false;
        }
        isInserting.current = true;
        const where = { target, ticketId: ticket.id, ...(isContinuation ? { isContinuation } : {}) };
        const { text, html } = sayOnce(insertion, composer?.state.draft ?? '');
        const reply = { text, html: html ?? textToHtml(text), ...where };
        const result = await helpdesk.compose(reply, { signal: leaving.current.signal }).finally(() => {
          isInserting.current = false;
        });
        if (!result.ok) {
          showToast('warn', toast.notInserted(translateFailure(strings.failures, result.error.message)));
          return false;
        }
        const isOnClipboard = result.value.route === 'clipboard';
        if (isOnClipboard || !isQuiet)
          showToast(isOnClipboard ? 'warn' : 'good', isOnClipboard ? toast.clipboard : toast.inserted);
        return true;
      },
      async copy(text) {
        try {
          await navigator.clipboard.writeText(text);
        } catch {
          // A page's permissions policy may forbid it; the agent is told.
          showToast('warn', toast.notCopied);
          return false;
        }
        showToast('good', toast.copied);
        return true;
      },
      record(suggestion, action, text) {
        const current = latest.current?.current;
        const intent = current?.intents[0]?.label;
        const flags = current?.flags.map((flag) => flag.label);
        const { auditLog, auditText } = settings.get();
        const choice: ToldChoice = {
          kind: suggestion.kind,
          suggestionId: suggestion.id,
          sourceIds: suggestion.sources.map((source) => source.id),
          action,
          ...(intent ? { intent } : {}),
          ...(flags?.length ? { flags } : {}),
          at: new Date().toISOString(),
          conversation: key,
          ...(auditLog && auditText && text !== undefined ? { text } : {}),
        };
        // Learning is a by-product: when it fails, the agent's work must not be disturbed.
        engine.recordChoice(choice).catch(() => {});
      },
    };
  }, [engine, helpdesk, settings, strings, showToast, ticket.id, key]);
}
