import type { FernwayMessage } from '../../fernway/types.ts';
import { type DeskPage, loadPage, watchArrivals } from './desk-page.ts';
import { createPane, type TicketPane } from './pane.ts';
import { createShell } from './shell.ts';
import { dashboardPage, viewPage } from './views.ts';
import './style.css';
import './ticket.css';

const page = await loadPage(navigate);
const mounted = new Map<number, TicketPane>();
const unread = new Set<number>();
const shell = createShell(page, close);
let other: HTMLElement | undefined;

document.querySelector('#root')?.append(shell.element);
for (const id of page.options.mounted) mount(id);
route();
addEventListener('popstate', route);
watchArrivals(receive);

/** Options stay in the address, so that they hold wherever the agent goes. */
function navigate(path: string): void {
  history.pushState({}, '', path + location.search);
  route();
}

function mount(id: number): TicketPane | undefined {
  const known = mounted.get(id);
  if (known) return known;
  const ticket = page.tickets.find((one) => one.id === id);
  if (!ticket) return undefined;
  const pane = createPane(page, ticket);
  pane.activate(false);
  mounted.set(id, pane);
  shell.panes.append(pane.element);
  return pane;
}

function close(id: number): void {
  mounted.get(id)?.close();
  mounted.delete(id);
  const next = [...mounted.keys()].at(-1);
  if (currentId() === id) navigate(next ? `/agent/tickets/${next}` : '/agent/filters/1');
  else route();
}

function currentId(): number | undefined {
  const id = /^\/agent\/tickets\/(\d+)/.exec(location.pathname)?.[1];
  return id === undefined ? undefined : Number(id);
}

function route(): void {
  const id = currentId();
  const active = id === undefined ? undefined : mount(id);
  for (const pane of mounted.values()) pane.activate(pane === active);
  other?.remove();
  other = active ? undefined : listPage(page);
  if (other) shell.panes.append(other);
  if (active) show(active);
  document.title = active ? `${active.ticket.subject} – Fernway` : 'Fernway – Agent Workspace';
  drawTabs();
}

function listPage(desk: DeskPage): HTMLElement {
  return location.pathname.startsWith('/agent/filters') ? viewPage(desk) : dashboardPage(desk);
}

function show({ ticket }: TicketPane): void {
  unread.delete(ticket.id);
  void fetch('/__desk__/shown', { method: 'POST', body: JSON.stringify({ ticketId: ticket.id }) });
}

function drawTabs(): void {
  const tickets = [...mounted.values()].map(({ ticket }) => ticket);
  shell.drawTabs(tickets, currentId(), unread);
}

function receive(ticketId: number, message: FernwayMessage): void {
  const pane = mounted.get(ticketId);
  if (pane) pane.add(message);
  else page.tickets.find(({ id }) => id === ticketId)?.messages.push(message);
  if (ticketId !== currentId()) unread.add(ticketId);
  drawTabs();
}
