import type { EditorRule, HelpdeskDescription, TimeRule } from '../../core/helpdesk-description';
import { readTime } from '../declared/rules';
import type { Items } from './items';
import { partSelector, uniqueSelector } from './selectors';

const timeHints: TimeRule[] = [
  { selector: 'time[datetime]', attribute: 'datetime', format: 'iso' },
  { selector: '[data-time]', attribute: 'data-time', format: 'iso' },
  { selector: '[data-timestamp]', attribute: 'data-timestamp', format: 'milliseconds' },
  { selector: '[data-timestamp]', attribute: 'data-timestamp', format: 'seconds' },
  { selector: '[data-time]', attribute: 'data-time', format: 'milliseconds' },
  { selector: '[data-time]', attribute: 'data-time', format: 'seconds' },
  { selector: '[data-original-title]', attribute: 'data-original-title', format: 'written' },
  { selector: '[title]', attribute: 'title', format: 'written' },
  { selector: 'time', format: 'written' },
];

/** The first way of writing times that both messages follow. */
export function learnTime({ customer, agent }: Items): TimeRule | undefined {
  return timeHints.find((rule) => [customer, agent].every((item) => readTime(item, [rule]) !== undefined));
}

/** An attribute of the items (or of what holds each) that is another one on each: the helpdesk's own id. */
export function learnId({ all, list }: Items): HelpdeskDescription['message']['id'] {
  const [first] = all;
  if (!first) return undefined;
  const holder =
    first.parentElement !== list && first.parentElement?.children.length === 1 ? first.parentElement : first;
  const names = new Set([first, holder].flatMap((element) => [...element.attributes].map(({ name }) => name)));
  const ids = [...names].filter((name) => name === 'id' || /^data-.*id$|^data-(key|message|entry|thread)$/.test(name));
  const ranked = ids.toSorted((a, b) => Number(a === 'id') - Number(b === 'id'));
  for (const attribute of ranked) {
    const selector = `[${CSS.escape(attribute)}]`;
    const values = all.map((item) => item.closest(selector)?.getAttribute(attribute) ?? '');
    if (values.every((value) => /\d/.test(value)) && new Set(values).size === all.length)
      return { selector, attribute };
  }
  return undefined;
}

const flowing = new Set(
  'P UL OL LI PRE BLOCKQUOTE TABLE H1 H2 H3 H4 H5 H6 BR HR A B I EM STRONG U S CODE IMG SPAN DIV'.split(' '),
);

/** Part of what somebody wrote, beside another part: a bare paragraph or list. Boxes with names of their own are the page's. */
function isWritten(element: Element): boolean {
  if (!flowing.has(element.tagName) || element.matches('[role], [data-testid], [id]')) return false;
  return element.classList.length === 0 || /^(gmail|yahoo|moz|Mso)/.test(element.className);
}

/** From what was pointed at (often one paragraph) up to the whole of what was written. */
function bodyIn(item: Element, picked: Element, author: Element | null): Element | undefined {
  if (picked === item) return undefined;
  let body = picked;
  for (let at = picked.parentElement; at && at !== item; at = at.parentElement) {
    // A box with a name of its own is the whole; a bare paragraph is one of several.
    if (!isWritten(body) || (author !== null && at.contains(author))) break;
    const others = [...at.children].filter((child) => child !== body && (child.textContent ?? '').trim() !== '');
    if (!others.every(isWritten)) break;
    body = at;
  }
  return body;
}

/** Where the words of a message stand; the whole item where nothing smaller was pointed at. */
export function learnBody(items: Items, picks: { customer: Element; agent: Element }, author: string): string[] {
  const find = (item: Element, picked: Element) =>
    bodyIn(item, picked, author === '' ? null : item.querySelector(author));
  const customer = find(items.customer, picks.customer);
  const agent = find(items.agent, picks.agent);
  if (!customer || !agent) return [items.selector];
  const parts = [
    { item: items.customer, part: customer },
    { item: items.agent, part: agent },
  ];
  return [partSelector(parts, items.all, items.selector)];
}

/** Where the writer's name stands; empty when the name that was pointed at lies in no message. */
export function learnAuthor(items: Items, author: Element): string {
  const item = items.all.find((one) => one !== author && one.contains(author));
  return item ? partSelector([{ item, part: author }], items.all, items.selector) : '';
}

const editable = '[contenteditable]:not([contenteditable="false"]), textarea';

/** The editor that was pointed at, or that what was pointed at holds; in an iframe that we may look into, too. */
export function learnEditor(picked: Element, page: Document): EditorRule | undefined {
  const frame = picked.closest('iframe') ?? picked.querySelector('iframe');
  const element = picked.closest(editable) ?? picked.querySelector(editable);
  if (element) {
    const selector = uniqueSelector(element, page);
    const format = element.tagName === 'TEXTAREA' ? 'plain' : 'rich';
    return selector === undefined ? undefined : { selector, format, target: 'public' };
  }
  const body = frame?.contentDocument?.body;
  if (!frame || !body || !(body.isContentEditable || frame.contentDocument?.designMode === 'on')) return undefined;
  const outer = uniqueSelector(frame, page);
  return outer === undefined ? undefined : { selector: 'body', frame: outer, format: 'rich', target: 'public' };
}
