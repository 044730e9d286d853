import DOMPurify from 'dompurify';
import type { FernwayChannel, FernwayMessage } from '../../fernway/types.ts';
import type { DeskPage, PageTicket } from './desk-page.ts';
import { avatar, h, icon } from './dom.ts';

const bubbleTypes = { customer: 'end-user', agent: 'agent', bot: 'bot', note: 'internal' };

const origins: Record<FernwayChannel, string> = {
  email: 'EmailInteraction',
  web: 'WebInteraction',
  native_messaging: '',
};

/** One message of the log. */
export function messageArticle(page: DeskPage, ticket: PageTicket, message: FernwayMessage): HTMLElement {
  const { role, authorName } = message;
  const channel = message.via ?? ticket.channel;
  const isStaff = role === 'agent' || role === 'note';
  const badge = isStaff
    ? icon('check', { 'data-test-id': 'omni-log-avatar-badge-AgentBadge', width: '10' })
    : undefined;
  return h(
    'article',
    { 'data-test-id': 'omni-log-comment-item', class: `message is-${role} in-${channel}`, tabindex: -1 },
    h('div', { class: 'message-avatar' }, avatar(authorName), badge),
    h(
      'div',
      { class: 'message-main' },
      h(
        'header',
        { class: 'message-head' },
        senderLink(page, ticket, message),
        role === 'note'
          ? undefined
          : h('span', { 'data-test-id': 'omni-log-item-via', class: 'via' }, viaLabel(page, channel)),
        role === 'note'
          ? h('div', { 'data-test-id': 'omni-log-internal-note-tag', class: 'note-tag' }, page.label('internal'))
          : undefined,
        timestamp(page, message.at),
      ),
      ...bubbles(page, ticket, message),
    ),
  );
}

/** How the channel is named in the log and in the header. */
export function viaLabel(page: DeskPage, channel: FernwayChannel): string {
  return page.label(channel === 'email' ? 'viaEmail' : channel === 'web' ? 'viaWeb' : 'viaMessaging');
}

function senderLink(page: DeskPage, ticket: PageTicket, { authorName, role }: FernwayMessage): HTMLElement {
  const name = h('strong', {}, authorName);
  // Messages that arrive later are written by the requester or by whoever is logged in.
  const id = role === 'customer' ? ticket.requester.id : (ticket.authorIds[authorName] ?? page.agent.id);
  return h(
    'div',
    { 'data-test-id': 'omni-log-item-sender', class: 'sender' },
    role === 'bot'
      ? name
      : h('a', { 'data-test-id': 'omni-log-comment-user-link', href: `/agent/users/${id}`, tabindex: -1 }, name),
  );
}

function bubbles(page: DeskPage, ticket: PageTicket, message: FernwayMessage): HTMLElement[] {
  const channel = message.via ?? ticket.channel;
  const isChat = channel === 'native_messaging' && message.role !== 'note';
  const content = h('div', {
    'data-test-id': 'omni-log-message-content',
    'data-originated-from': origins[channel],
    class: 'content',
  });
  content.append(isChat ? chatBody(message.html) : commentBody(message));
  if (message.role === 'customer' && ticket.language) {
    content.append(h('button', { type: 'button', class: 'link-button' }, page.label('showOriginal')));
  }
  const type = bubbleTypes[message.role];
  const bubble = h('div', { 'data-test-id': 'omni-log-item-message', type, class: 'bubble' }, content);
  if (!isChat || message.role !== 'agent') return [bubble];
  bubble.append(icon('check', { 'data-test-id': 'convo-log-item-read-indicator', class: 'read', width: '12' }));
  // The workspace keeps a measuring copy beside some bubbles; readers must skip it.
  const copy = h('div', { 'data-test-id': 'omni-log-item-message', type, 'aria-hidden': 'true', class: 'measure' });
  copy.append(content.cloneNode(true));
  return [bubble, copy];
}

function commentBody({ html, role }: FernwayMessage): HTMLElement {
  const comment = h('div', { class: 'zd-comment', dir: 'auto' });
  comment.append(clean(html));
  if (role === 'agent') comment.append(h('div', { class: 'signature' }, h('p', {}, 'Fernway Support')));
  return h('div', { 'data-test-id': 'omni-log-omni-to-ag-comment' }, comment);
}

function chatBody(html: string): HTMLElement {
  const body = h('div', { class: 'chat-text', dir: 'auto' });
  body.append(clean(html));
  return body;
}

function clean(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, FORBID_TAGS: ['style', 'form', 'input', 'button'] });
}

function timestamp(page: DeskPage, at: string): HTMLElement {
  const { time, language } = page.options;
  const locale = language === 'ar' ? 'ar' : 'en-GB';
  const absolute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  const element = h('time', { datetime: at, title: absolute }, time === 'absolute' ? absolute : relative(at, locale));
  if (time === 'wrapped') return h('div', { 'data-test-id': 'timestamp-relative' }, element);
  element.dataset.testId = `timestamp-${time}`;
  return element;
}

function relative(at: string, locale: string): string {
  const minutes = (Date.parse(at) - Date.now()) / 60_000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (minutes > -60) return format.format(Math.round(minutes), 'minute');
  if (minutes > -24 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  );
}
