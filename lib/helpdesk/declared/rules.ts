import type { FieldRule, HelpdeskDescription, RoleRule, TimeRule } from '../../core/helpdesk-description';
import type { Channel, Person, Role } from '../../core/ticket';
import { lineText } from '../text';

const emailPattern = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/;

/** The element itself, what it holds, or what holds it: the first of these that matches. */
export function findNear(element: Element, selector: string): Element | undefined {
  if (element.matches(selector)) return element;
  return element.querySelector(selector) ?? element.closest(selector) ?? undefined;
}

function holds(element: Element, selector: string): boolean {
  return element.matches(selector) || element.querySelector(selector) !== null;
}

function rawValue(element: Element, attribute: string | undefined): string | undefined {
  if (attribute !== undefined) return element.getAttribute(attribute) ?? undefined;
  // By name: elements of an iframe or a parsed page are of another realm.
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)) return (element as HTMLInputElement).value;
  return lineText(element);
}

/** The first value that `rules` find within `scope`; folded to one line, never empty. */
export function readField(scope: ParentNode, rules: readonly FieldRule[] = []): string | undefined {
  for (const { selector, attribute, pattern } of rules) {
    for (const element of scope.querySelectorAll(selector)) {
      const raw = rawValue(element, attribute)?.replace(/\s+/g, ' ').trim();
      const value = pattern === undefined ? raw : new RegExp(pattern, 'u').exec(raw ?? '')?.[1]?.trim();
      if (value) return value;
    }
  }
  return undefined;
}

/** Name and address of who asks; either may stand in the other's field, as `Ana Ruiz <ana@ruiz.example>`. */
export function readPerson(scope: ParentNode, rules: HelpdeskDescription['requester'] = {}): Person {
  const named = readField(scope, rules.name);
  const email = emailPattern.exec(readField(scope, rules.email) ?? named ?? '')?.[0];
  const name = named
    ?.replace(emailPattern, '')
    .replace(/[<>()"]/g, '')
    .trim();
  return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
}

/** The channel of the ticket by what is on the page. */
export function readChannel(scope: ParentNode, { channel, channels = [] }: HelpdeskDescription): Channel {
  return channels.find(({ has }) => scope.querySelector(has))?.channel ?? channel;
}

function hasWords(item: Element, { selector, any }: NonNullable<RoleRule['words']>): boolean {
  const text = [...item.querySelectorAll(selector)].map((element) => lineText(element) ?? '').join(' ');
  return any.some((word) => text.includes(word));
}

/** True when the message and the page carry the same value. */
export function isSame(item: Element, page: ParentNode, same: NonNullable<RoleRule['same']>): boolean {
  const value = findNear(item, same.message)?.getAttribute(same.attribute);
  if (!value) return false;
  const attribute = same.pageAttribute ?? same.attribute;
  return [...page.querySelectorAll(same.page)].some((element) => element.getAttribute(attribute) === value);
}

function holdsRule(item: Element, page: ParentNode, rule: RoleRule): boolean {
  if (rule.has !== undefined && !holds(item, rule.has)) return false;
  if (rule.within !== undefined && item.closest(rule.within) === null) return false;
  if (rule.words && !hasWords(item, rule.words)) return false;
  return !rule.same || isSame(item, page, rule.same);
}

/** Who wrote the message by the first rule that holds; undefined when none does. */
export function readRole(item: Element, page: ParentNode, rules: readonly RoleRule[]): Role | 'skip' | undefined {
  return rules.find((rule) => holdsRule(item, page, rule))?.role;
}

/** People write the day with a year and a time; anything less would be guessed by the parser. */
const writtenTime = /\b\d{4}\b.*\d{1,2}:\d{2}|\d{1,2}:\d{2}.*\b\d{4}\b/;

function parseTime(value: string, format: TimeRule['format']): number {
  if (format === 'seconds') return Number(value) * 1000;
  if (format === 'milliseconds') return Number(value);
  if (format === 'iso') return /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
  return writtenTime.test(value) ? Date.parse(value) : Number.NaN;
}

/** The time of a message in ISO 8601; undefined when the page does not tell it in full. */
export function readTime(item: Element, rules: readonly TimeRule[] = []): string | undefined {
  for (const { selector, attribute, format } of rules) {
    const element = findNear(item, selector);
    const value = element && rawValue(element, attribute)?.replace(/\s+/g, ' ').trim();
    const time = value ? parseTime(value, format) : Number.NaN;
    // Years 1971 to 2100: beyond them the number was something else.
    if (time > 3e10 && time < 4.1e12) return new Date(time).toISOString();
  }
  return undefined;
}
