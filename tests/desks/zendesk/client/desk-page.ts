import type { DeskDelays } from '../../desk.ts';
import type { FernwayMessage, FernwayTicket } from '../../fernway/types.ts';
import { type Label, labelsOf } from './labels.ts';
import { type PageOptions, readOptions } from './options.ts';

/** A ticket as the page gets it: with the user ids of everyone who wrote. */
export type PageTicket = FernwayTicket & { authorIds: Record<string, number> };

/** What the server tells the page at its start. */
type Boot = { delays: DeskDelays; macros: { id: number; title: string }[]; tickets: PageTicket[] };

/** What every part of the page is given. */
export type DeskPage = Boot & {
  options: PageOptions;
  label: Label;
  agent: { id: number; name: string; token: string };
  /** Goes to a path of the agent interface without a reload. */
  navigate(path: string): void;
};

/** Loads what the page starts from. */
export async function loadPage(navigate: DeskPage['navigate']): Promise<DeskPage> {
  const [boot, me] = await Promise.all([readJson('/__agent__/boot.json'), readJson('/api/v2/users/me.json')]);
  const options = readOptions(location.search);
  const { id, name, authenticity_token: token } = (me as { user: Me }).user;
  return { ...(boot as Boot), options, label: labelsOf(options.language), agent: { id, name, token }, navigate };
}

type Me = { id: number; name: string; authenticity_token: string };

/** GETs JSON from the page's own origin. */
export async function readJson(path: string): Promise<unknown> {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response.json();
}

/** Submits a comment or a status as the agent; the comment comes back as an event. */
export async function submit(
  page: DeskPage,
  ticketId: number,
  change: { status?: string; comment?: { html_body: string; public: boolean } },
): Promise<void> {
  await fetch(`/api/v2/tickets/${ticketId}.json`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-csrf-token': page.agent.token },
    body: JSON.stringify({ ticket: change }),
  });
}

/** Calls back with every message that reaches any ticket while the page is open. */
export function watchArrivals(onMessage: (ticketId: number, message: FernwayMessage) => void): void {
  const source = new EventSource('/__desk__/events');
  source.onmessage = ({ data }) => {
    const event = JSON.parse(data as string) as { ticketId: number; message: FernwayMessage };
    onMessage(event.ticketId, event.message);
  };
}
