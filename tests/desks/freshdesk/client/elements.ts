import type { TicketView } from '../view.ts';
import { avatar, escapeHtml } from './html.ts';
import { icon } from './icons.ts';
import type { Page } from './page.ts';
import { fullTime } from './time.ts';

const shared = `
  :host { display: block; color: var(--text); font: inherit; }
  h2, h3, p, dl, dd { margin: 0; }
  .avatar { display: inline-grid; place-items: center; inline-size: 36px; block-size: 36px; flex: none; border-radius: 10px;
    background: hsl(var(--hue) 45% var(--avatar-light)); color: hsl(var(--hue) 55% var(--avatar-text)); font-weight: 600; font-size: 13px; }
`;

const detailsStyle = `${shared}
  header { display: flex; gap: 14px; align-items: flex-start; }
  .sign { display: grid; place-items: center; inline-size: 40px; block-size: 40px; border-radius: 12px; background: var(--accent-soft); color: var(--accent); flex: none; }
  header > div { min-inline-size: 0; }
  h2 { overflow-wrap: anywhere; }
  h2 { font-size: 20px; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; }
  .line { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin-block-start: 6px; color: var(--muted); font-size: 13px; }
  .status { padding: 2px 10px; border-radius: 99px; background: var(--accent-soft); color: var(--accent); font-weight: 600; font-size: 12px; }
`;

const contactStyle = `${shared}
  section { padding: 18px 20px; }
  h3 { font-size: 13px; font-weight: 650; margin-block-end: 14px; }
  .who { display: flex; gap: 12px; align-items: center; }
  .who > div { min-inline-size: 0; }
  .who p { overflow-wrap: anywhere; }
  .who p:first-child { font-weight: 600; }
  .break-all { word-break: break-all; color: var(--muted); font-size: 13px; }
  a { color: var(--accent); text-decoration: none; font-size: 13px; display: inline-block; margin-block-start: 12px; }
`;

/** The ticket's head: subject, number and state, in an open shadow root as Freshdesk's micro-frontends are. */
export function ticketDetails(ticket: TicketView, { phrases, language }: Page): HTMLElement {
  const status = escapeHtml(phrases.statuses[ticket.status]);
  return withShadow(
    'ticket-details',
    `<style>${detailsStyle}</style>
    <header><span class="sign">${icon('mail')}</span><div>
      <h2 dir="auto">${escapeHtml(ticket.subject)}</h2>
      <div class="line"><span class="status">${status}</span><span>#${ticket.id}</span>
      <span>${phrases.created} ${escapeHtml(fullTime(ticket.createdAt, language))}</span></div>
    </div></header>`,
  );
}

/** The contact panel: name and e-mail are in the shadow root only. */
export function contactInfo(ticket: TicketView, { phrases }: Page): HTMLElement {
  const host = document.createElement('mfe-application');
  host.setAttribute('app-id', 'fw-unified-mfe--contact-info');
  host.append(
    withShadow(
      'fw-unified-mfe--contact-info',
      `<style>${contactStyle}</style>
      <section><h3>${phrases.contact}</h3>
        <div class="who">${avatar(ticket.requester)}<div><p dir="auto">${escapeHtml(ticket.requester)}</p>
        <p class="break-all">${escapeHtml(ticket.requesterEmail)}</p></div></div>
        <a href="#">${phrases.view}</a></section>`,
    ),
  );
  return host;
}

function withShadow(tag: string, markup: string): HTMLElement {
  const host = document.createElement(tag);
  host.attachShadow({ mode: 'open' }).innerHTML = markup;
  return host;
}
