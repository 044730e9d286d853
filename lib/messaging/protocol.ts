import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Engine } from '../core/engine';
import type { LayoutReport } from '../core/helpdesk';
import type { Result } from '../core/result';
import type { Settings } from '../core/settings';

/** A call to the engine: the method's name and its one argument, plain JSON. */
export type EngineCall = { [K in keyof Engine]: { method: K; argument: Parameters<Engine[K]>[0] } }[keyof Engine];

/** Who calls: told by the browser, never by the message. */
export type Caller = { kind: 'content'; origin: string } | { kind: 'extension' };

/** What a content script can be asked from elsewhere in the extension. */
export type PageCommand = 'toggle-panel' | 'insert-reply' | 'next-alternative';

/** Every message that crosses contexts. Requests and answers only; no long-lived ports (they die with the service worker unseen). */
export type Protocol = {
  /** content, popup, library → background: wakes the engine page and passes the call on. */
  callEngine(call: EngineCall): Result<unknown>;
  /** background → engine page; settings travel along because offscreen documents cannot read `storage`. */
  runEngine(request: { call: EngineCall; caller: Caller; settings: Settings }): Result<unknown>;
  /** background → content: a keyboard command of the browser. */
  command(name: PageCommand): void;
  /** library, popup → content: import this helpdesk's knowledge; cancel it. */
  importKnowledge(request: { action: 'start' | 'cancel' }): Result<null>;
  /** popup → content at an added address: what its page was recognised as; null while it was not. */
  describePage(): { id: string; name: string } | null;
  /** popup → content: the page's structure with all text removed. */
  reportLayout(): LayoutReport | null;
  /** content → background: open one of our own pages. */
  openPage(page: 'library' | 'practice'): void;
};

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
