import type { Caller } from './protocol';

/** What the browser tells of a sender; the part of `runtime.MessageSender` that matters. */
export type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  tab?: unknown;
  frameId?: number | undefined;
};

/** True when a message comes from the extension itself and from no tab: its background, where alone calls are let through. */
export function isBackground(sender: Sender, own: { id: string; origin: string }): boolean {
  return sender.id === own.id && !sender.tab && (sender.url ?? '').startsWith(`${own.origin}/`);
}

/**
 * Who sent a message, by what the browser says: an own page, or the content script in the top frame of a helpdesk page:
 * one below `allowedHosts`, or at one of `allowedOrigins`, which the agent added. Null for anybody else; the message is
 * then refused.
 */
export function identifyCaller(
  sender: Sender,
  own: { id: string; origin: string; allowedHosts: readonly string[]; allowedOrigins: readonly string[] },
): Caller | null {
  if (sender.id !== own.id || !sender.url) return null;
  if (sender.url.startsWith(`${own.origin}/`)) return { kind: 'extension' };
  const origin = new URL(sender.origin && sender.origin !== 'null' ? sender.origin : sender.url).origin;
  const { hostname, protocol } = new URL(origin);
  const isBuiltIn = protocol === 'https:' && own.allowedHosts.some((host) => hostname.endsWith(`.${host}`));
  if (!sender.tab || sender.frameId !== 0 || !(isBuiltIn || own.allowedOrigins.includes(origin))) return null;
  return { kind: 'content', origin };
}
