import type { Reply } from '../../../lib/core/helpdesk.ts';

/** Events by which the gallery's page asks the test's content script to insert, and the mark of one that listens. */
export const insertion = {
  request: 'gallery:insert',
  answer: 'gallery:inserted',
  ready: 'data-gallery-insertion',
} as const;

/** How an insertion ended, as it crosses worlds. */
export type InsertionResult =
  | { ok: true; value: { route: string } }
  | { ok: false; error: { kind: string; message: string } };

/** Puts a reply in as the extension does; resolves with what that answered. */
export function insertReply(reply: Pick<Reply, 'text' | 'html'>): Promise<InsertionResult> {
  return new Promise((resolve) => {
    const onAnswer = (event: Event) => resolve(JSON.parse((event as CustomEvent<string>).detail) as InsertionResult);
    document.addEventListener(insertion.answer, onAnswer, { once: true });
    const detail = JSON.stringify({ ...reply, target: 'public', ticketId: '12' });
    document.dispatchEvent(new CustomEvent(insertion.request, { detail }));
  });
}
