import type { Boot, TicketRow, TicketView } from '../view.ts';
import { element } from './html.ts';
import type { Page } from './page.ts';
import { phrasesFor } from './phrases.ts';
import { createShell, dashboard, type Shell, ticketList } from './shell.ts';
import { drawTicket } from './ticket.ts';
// Last, so that it comes after the editor's own styles.
import './style.css';

async function read<Value>(path: string): Promise<Value | undefined> {
  const answer = await fetch(`/__agent__/${path}.json`);
  return answer.ok ? ((await answer.json()) as Value) : undefined;
}

/** Draws the page of the current address and hands over what keeps it up to date. */
async function draw(shell: Shell, page: Page, signal: AbortSignal): Promise<() => Promise<void>> {
  const id = /^\/a\/tickets\/(\d+)/.exec(location.pathname)?.[1];
  shell.setTitle(id || location.pathname.startsWith('/a/tickets') ? page.phrases.allTickets : page.phrases.dashboard);
  if (!id) {
    const list = location.pathname.startsWith('/a/tickets') ? ticketList : dashboard;
    document.title = `${list === ticketList ? page.phrases.allTickets : page.phrases.dashboard} : Fernway`;
    const redraw = async () => {
      const rows = (await read<TicketRow[]>('tickets')) ?? [];
      if (!signal.aborted) shell.main.replaceChildren(list(rows, page));
    };
    await redraw();
    return redraw;
  }
  const ticket = await read<TicketView>(`tickets/${id}`);
  signal.throwIfAborted();
  document.title = ticket ? `[#${id}] ${ticket.subject} : Fernway` : 'Fernway';
  if (!ticket) {
    shell.main.replaceChildren(element(`<p class="empty">${page.phrases.notThere}</p>`));
    return async () => {};
  }
  const update = await drawTicket(shell.main, ticket, page, signal);
  return async () => {
    const next = await read<TicketView>(`tickets/${id}`);
    if (next && !signal.aborted) update(next);
  };
}

async function start(): Promise<void> {
  const boot = await read<Boot>('boot');
  if (!boot) return;
  const asked = new URLSearchParams(location.search).get('editorDelay');
  if (asked !== null) boot.delays.editor = Number(asked);
  let leave = new AbortController();
  let refresh = async () => {};
  const language = document.documentElement.lang;
  const page: Page = { boot, phrases: phrasesFor(language), language, go };
  const shell = createShell(page);
  document.body.prepend(shell.element);

  async function show(): Promise<void> {
    leave.abort();
    leave = new AbortController();
    const { signal } = leave;
    refresh = async () => {};
    try {
      const made = await draw(shell, page, signal);
      if (!signal.aborted) refresh = made;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  function go(path: string): void {
    history.pushState(null, '', path + location.search);
    void show();
  }

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="/a/"]') : null;
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(link.getAttribute('href') ?? '/a/dashboard/default');
  });
  window.addEventListener('popstate', () => void show());
  new EventSource('/__desk__/events').addEventListener('message', () => void refresh());
  await show();
}

void start();
