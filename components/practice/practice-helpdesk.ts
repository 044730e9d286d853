import DOMPurify from 'dompurify';
import type { ComposerHandle, Helpdesk, Inserted, PageState, Reply } from '../../lib/core/helpdesk';
import { fail, ok, type Result } from '../../lib/core/result';
import { openTicket, type PracticeDesk } from './practice-desk';

const allowedTags = ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 'ul', 'ol', 'li', 'a', 'blockquote', 'div', 'span'];

type Parts = {
  desk: PracticeDesk;
  /** Holds the composers, one element with `data-composer="<ticket id>"` each. */
  root: HTMLElement;
  origin: string;
  /** What the page is called in the interface's language. */
  name: string;
  agentName: () => string;
};

/** Plain text of an editor as the agent sees it. */
export function editorText(element: HTMLElement): string {
  // biome-ignore lint/performance/useDomNodeTextContent: paragraphs must stay apart.
  return element.innerText.replace(/\u00a0/g, ' ').trim();
}

/** The caret where the agent left it, or the end of the draft. */
function restoreCaret(element: HTMLElement, last: Range | undefined): void {
  element.focus();
  const selection = getSelection();
  const isLastInside = last !== undefined && element.contains(last.commonAncestorContainer);
  const range = document.createRange();
  range.selectNodeContents(element);
  // An empty paragraph is replaced as a whole, else the reply would begin below it.
  if (editorText(element) !== '') range.collapse(false);
  selection?.removeAllRanges();
  selection?.addRange(editorText(element) !== '' && isLastInside ? last : range);
}

function insertHtml(element: HTMLElement, reply: Reply, last: Range | undefined): boolean {
  restoreCaret(element, last);
  const before = editorText(element);
  const html = DOMPurify.sanitize(reply.html, { ALLOWED_TAGS: allowedTags, ALLOWED_ATTR: ['href'] });
  // Deprecated, and the only way into a contenteditable that the browser's undo knows (2026-11).
  document.execCommand('insertHTML', false, html);
  return editorText(element) !== before;
}

/** Remembers where the caret was, while the focus is in the panel. */
function rememberCaret(find: () => HTMLElement | undefined): () => Range | undefined {
  let last: Range | undefined;
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    if (range && find()?.contains(range.commonAncestorContainer)) last = range.cloneRange();
  });
  return () => last;
}

/** The practice page as a helpdesk: its conversation comes from the desk, its composer is the editor on the page. */
export function createPracticeHelpdesk({ desk, root, origin, name, agentName }: Parts): Helpdesk {
  const find = (): HTMLElement | undefined =>
    root.querySelector<HTMLElement>(`[data-composer="${CSS.escape(desk.get().openId)}"]`) ?? undefined;
  const lastCaret = rememberCaret(find);

  const composer = (): ComposerHandle | undefined => {
    const element = find();
    const ticket = openTicket(desk.get());
    if (!element || !ticket) return undefined;
    return { element, state: { target: ticket.target, format: 'rich', draft: editorText(element) } };
  };
  const read = (): PageState => {
    const ticket = openTicket(desk.get());
    if (!ticket) return { state: 'waiting' };
    const { id, subject, channel, requester, messages } = ticket;
    const closed = { target: 'closed', format: 'rich', draft: '' } as const;
    const agent = { name: agentName() };
    const about = { id, helpdesk: 'practice', origin, subject, channel, requester, agent, tags: [] };
    return {
      state: 'ticket',
      ticket: { ...about, messages, isComplete: true, composer: composer()?.state ?? closed },
    };
  };
  return {
    id: 'practice',
    name,
    matches: [],
    composer,
    health: () => (find() ? [] : ['composer']),
    watch(onState, { signal }) {
      if (signal.aborted) return;
      // The page paints first, so that its composer is there to be read.
      const report = () => queueMicrotask(() => !signal.aborted && onState(read()));
      const stop = desk.subscribe(report);
      signal.addEventListener('abort', stop, { once: true });
      root.addEventListener('input', report, { signal });
      report();
    },
    async compose(reply, { signal }): Promise<Result<Inserted>> {
      const handle = composer();
      if (signal.aborted) return fail('aborted', 'The insertion was called off.');
      if (desk.get().openId !== reply.ticketId) return fail('wrong-ticket', 'Another ticket is open now.');
      if (!handle) return fail('no-composer', 'There is no composer on this page.');
      if (handle.state.target !== reply.target) return fail('wrong-channel', 'The composer is set to another channel.');
      if (!insertHtml(handle.element, reply, lastCaret())) return fail('not-inserted', 'The editor took nothing.');
      desk.finishStep('insert');
      return ok({ route: 'command' });
    },
  };
}
