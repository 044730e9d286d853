import type { SuggestContext } from '../define-suggestion';
import { type PlaceholderValues, placeholderValues } from './placeholders';

const placeholder = /\{\{([\s\S]*?)\}\}/g;
/** Longer than any field of a ticket that belongs into a sentence. */
const maxValueLength = 500;

const folded = (text: string) => text.replace(/\s+/g, ' ');

/** The macro's own words, and between each two of them the placeholder that parts them. */
function partsOf(template: string): { words: string[]; names: string[] } {
  const names = [...template.matchAll(placeholder)].map(([, name = '']) => name.trim().toLowerCase());
  const words = template.split(/\{\{[\s\S]*?\}\}/).map(folded);
  return { words, names };
}

/**
 * What the placeholders of a macro stand for, told by the same macro as the helpdesk renders it on this ticket: by
 * placeholder, lower case. Undefined where the two do not say the same around them, or a placeholder stands for nothing:
 * then nobody can tell the values, and none is guessed. White space counts as one space.
 */
export function renderedValues(template: string, rendered: string): PlaceholderValues | undefined {
  if (template.includes('{%') || rendered.includes('{{')) return undefined;
  const { words, names } = partsOf(template.trim());
  const text = folded(rendered.trim());
  const [first = '', ...rest] = words;
  if (!text.startsWith(first)) return undefined;
  const values: PlaceholderValues = {};
  let at = first.length;
  for (const [index, name] of names.entries()) {
    const next = rest[index] ?? '';
    const isLast = index === names.length - 1;
    const end = isLast ? text.length - next.length : text.indexOf(next, at);
    // Two placeholders without a word between them cannot be told apart.
    if ((next === '' && !isLast) || end < at || (isLast && !text.endsWith(next))) return undefined;
    const value = text.slice(at, end).trim();
    if (value === '' || value.length > maxValueLength || (values[name] ?? value) !== value) return undefined;
    values[name] = value;
    at = end + next.length;
  }
  // Where a value holds what parts it from the next, the two were cut elsewhere: good only if they say the same again.
  const again = names.reduce((told, name, index) => `${told}${values[name]}${rest[index] ?? ''}`, first);
  return folded(again).trim() === text ? values : undefined;
}

/** What placeholders stand for on this ticket: what it tells itself, and for the rest what the helpdesk rendered. */
export async function readValues({ ticket, settings, rendered, deps }: SuggestContext): Promise<PlaceholderValues> {
  const own = placeholderValues(ticket, settings.agentName);
  const macro = rendered && (await deps.knowledge.readMacro(rendered.id));
  if (!macro) return own;
  const known = Object.entries(own).filter(([, value]) => value !== undefined);
  const told = rendered.texts.map((text) => renderedValues(macro.text, text)).find((values) => values !== undefined);
  return { ...told, ...Object.fromEntries(known) };
}
