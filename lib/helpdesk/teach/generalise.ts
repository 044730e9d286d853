import type { HelpdeskDescription, NoteSwitch } from '../../core/helpdesk-description';
import { fail, ok, type Result } from '../../core/result';
import type { Message } from '../../core/ticket';
import { inOrder, readMessage } from '../declared/read';
import { learnAddress } from './address';
import { findItems, type Items } from './items';
import { learnAuthor, learnBody, learnEditor, learnId, learnTime } from './parts';
import { learnRoles } from './roles';
import { uniqueSelector } from './selectors';

/** What the agent pointed at. */
export type Picks = {
  customer: Element;
  agent: Element;
  author: Element;
  editor: Element;
  subject?: Element;
  note?: Element;
  /** How the editor tells replies from notes, where it writes both. */
  noteSwitch?: NoteSwitch;
};

/** Where the page lies. */
export type TaughtPlace = Pick<Location, 'pathname' | 'search' | 'hash' | 'hostname'>;

const cannot = {
  address: 'The address of this page names no ticket. Open a single ticket first.',
  items: 'The two messages do not lie in one list. Point at two messages of one conversation.',
  roles: 'This page makes no difference between the messages of customers and of agents.',
  editor: 'What you pointed at is no editor. Open the reply box and point at it.',
} as const;

function learnMessage(items: Items, picks: Picks): HelpdeskDescription['message'] | undefined {
  const note = picks.note && items.all.find((item) => item.contains(picks.note ?? null));
  const roles = learnRoles(items, note);
  if (!roles) return undefined;
  const author = learnAuthor(items, picks.author);
  const time = learnTime(items);
  const id = learnId(items);
  const order = time ? 'time' : id ? 'id' : 'oldest-first';
  const skip = [author, 'time', 'button'].filter((selector) => selector !== '').join(', ');
  return {
    item: items.selector,
    ...(id ? { id } : {}),
    roles,
    ...(author === '' ? {} : { author: [{ selector: author }] }),
    ...(time ? { time: [time] } : {}),
    body: learnBody(items, picks, author),
    skip,
    order,
  };
}

/**
 * A description of the helpdesk from one of its pages and what the agent pointed at on it.
 * @returns `no-address`, `no-list`, `no-difference` or `no-editor` with what to do in the message.
 */
export function generalise(picks: Picks, page: Document, place: TaughtPlace): Result<HelpdeskDescription> {
  const address = learnAddress(place);
  if (address === undefined) return fail('no-address', cannot.address);
  const items = findItems(picks, page);
  if (!items) return fail('no-list', cannot.items);
  const message = learnMessage(items, picks);
  if (!message) return fail('no-difference', cannot.roles);
  const editor = learnEditor(picks.editor, page);
  if (!editor) return fail('no-editor', cannot.editor);
  const subject = picks.subject && uniqueSelector(picks.subject, page);
  return ok({
    format: 1,
    id: 'taught',
    name: place.hostname,
    recognise: [items.selector],
    address: [address],
    message,
    ...(subject === undefined ? {} : { subject: [{ selector: subject }] }),
    channel: 'other',
    editors: [{ ...editor, ...picks.noteSwitch }],
  });
}

/** The messages that a description reads from this page, in order; those whose writer no rule tells are counted apart. */
export function previewMessages(
  description: HelpdeskDescription,
  page: Document,
): { messages: Message[]; unknown: number } {
  const items = [...page.querySelectorAll(description.message.item)];
  const read = items.map((item) => readMessage(item, page, description));
  const messages = read.filter((message) => message !== undefined && message !== 'unknown');
  return {
    messages: inOrder(messages, description.message.order),
    unknown: read.filter((message) => message === 'unknown').length,
  };
}
