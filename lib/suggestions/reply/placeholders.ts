import type { Ticket } from '../../core/ticket';
import { opensWithGreeting } from '../phrases';
import { firstNameOf, lastNameOf } from './names';

/** Values by placeholder, lower case; what is missing cannot be filled. */
export type PlaceholderValues = Record<string, string | undefined>;

/** What Zendesk's and Freshdesk's placeholders stand for on this ticket. */
export function placeholderValues(ticket: Ticket, agentName: string): PlaceholderValues {
  const customer = ticket.requester.name?.trim() || undefined;
  const agent = agentName.trim() || ticket.agent?.name?.trim() || undefined;
  const person = (prefix: string, name: string | undefined, email: string | undefined): PlaceholderValues => ({
    [`${prefix}.name`]: name,
    [`${prefix}.first_name`]: firstNameOf(name),
    [`${prefix}.firstname`]: firstNameOf(name),
    [`${prefix}.last_name`]: lastNameOf(name),
    [`${prefix}.lastname`]: lastNameOf(name),
    [`${prefix}.email`]: email,
  });
  const agentEmail = ticket.agent?.email;
  return {
    ...person('ticket.requester', customer, ticket.requester.email),
    ...person('requester', customer, ticket.requester.email),
    ...person('current_user', agent, agentEmail),
    ...person('agent', agent, agentEmail),
    ...person('ticket.agent', agent, agentEmail),
    ...person('ticket.assignee', agent, agentEmail),
    'ticket.id': ticket.id || undefined,
    'ticket.title': oneLine(ticket.subject),
    'ticket.subject': oneLine(ticket.subject),
  };
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim() || undefined;
}

const filters = new Map<string, (value: string) => string>([
  ['strip', (value) => value.trim()],
  ['upcase', (value) => value.toUpperCase()],
  ['downcase', (value) => value.toLowerCase()],
  ['capitalize', (value) => value.charAt(0).toUpperCase() + value.slice(1)],
  ['escape', (value) => value],
]);

/** Value of one liquid expression such as `ticket.requester.first_name | default: 'there'`; undefined: cannot be told. */
function evaluate(expression: string, values: PlaceholderValues): string | undefined {
  // The helpdesk's own rendering tells values of whole expressions.
  const whole = expression.trim().toLowerCase();
  if (Object.hasOwn(values, whole) && values[whole] !== undefined) return values[whole];
  const [name = '', ...steps] = expression.split('|').map((part) => part.trim());
  const known = name.toLowerCase();
  let value = Object.hasOwn(values, known) ? values[known] : undefined;
  for (const step of steps) {
    const fallback = /^default\s*:\s*(?:'([^']*)'|"([^"]*)")$/i.exec(step);
    if (fallback) value ??= fallback[1] ?? fallback[2];
    else if (value !== undefined) value = filters.get(step.toLowerCase())?.(value);
  }
  return value;
}

/** Quotes and spaces that HTML editors write as entities inside a placeholder. */
function decodeEntities(text: string): string {
  return text
    .replace(/&nbsp;|&#160;|\u00a0/g, ' ')
    .replace(/&(?:#0?39|apos|rsquo|lsquo);|[‘’]/g, "'")
    .replace(/&(?:#34|quot);/g, '"')
    .replace(/&amp;/g, '&');
}

/**
 * The text with its placeholders replaced; undefined when one cannot be filled or holds liquid logic (`{% … %}`).
 * `encode` makes a value safe for where it goes. Values are never read for placeholders again.
 */
export function fillPlaceholders(
  text: string,
  values: PlaceholderValues,
  encode: (value: string) => string = (value) => value,
): string | undefined {
  if (/\{%/.test(text)) return undefined;
  let isFilled = true;
  const template = text.replace(/<[^<>]*>(?=[^{}]*\}\})/g, (tag, offset: number) =>
    isInsidePlaceholder(text, offset) ? '' : tag,
  );
  const rest = template.replace(/\{\{[\s\S]*?\}\}/g, '');
  if (rest.includes('{{') || rest.includes('}}')) return undefined;
  const filled = template.replace(/\{\{([\s\S]*?)\}\}/g, (_whole, expression: string) => {
    const value = evaluate(decodeEntities(expression), values);
    if (value === undefined) isFilled = false;
    return value === undefined ? '' : encode(value);
  });
  return isFilled ? filled : undefined;
}

/** Rich editors may split a placeholder by tags; those inside it mean nothing. */
function isInsidePlaceholder(text: string, offset: number): boolean {
  return text.lastIndexOf('{{', offset) > text.lastIndexOf('}}', offset);
}

const placeholder = /\{\{[\s\S]*?\}\}/g;

/** Number of placeholders in a text. */
export function countPlaceholders(text: string): number {
  return text.match(placeholder)?.length ?? 0;
}

/** A greeting without the name and a closing without the signer still read well: the places of those that may go. */
function findDispensable(text: string, values: PlaceholderValues): Set<number> {
  const dispensable = new Set<number>();
  const lines = text.split('\n');
  const written = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  let place = 0;
  lines.forEach((line, index) => {
    const isGreeting = index === written[0] && opensWithGreeting(line);
    const isSigner =
      written.indexOf(index) >= Math.max(1, written.length - 3) && /^\s*\{\{[^{}]*\}\}[,.]?\s*$/.test(line);
    for (const [match] of line.matchAll(placeholder)) {
      if ((isGreeting || isSigner) && fillPlaceholders(match, values) === undefined) dispensable.add(place);
      place += 1;
    }
  });
  return dispensable;
}

/**
 * A filler for one macro: takes the macro's text, its HTML or a piece of either that begins with placeholder number
 * `from`. A name that is not known goes from the greeting and from the signer's line; any other unknown gives undefined.
 */
export function createFill(
  macroText: string,
  values: PlaceholderValues,
): (text: string, from?: number, encode?: (value: string) => string) => string | undefined {
  const dispensable = findDispensable(macroText, values);
  return (text, from = 0, encode) => {
    let place = from - 1;
    const kept = text.replace(/\s?\{\{[\s\S]*?\}\}/g, (match) => {
      place += 1;
      return dispensable.has(place) ? '' : match;
    });
    const greeted = dispensable.size > 0 ? kept.replace(/^((?:\s|<[^>]*>)*)Dear(?=\s*[,:!])/i, '$1Hello') : kept;
    return fillPlaceholders(greeted, values, encode);
  };
}
