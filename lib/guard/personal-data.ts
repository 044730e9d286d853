import type { PersonalDataKind } from '../core/privacy';
import { detectors } from './detectors';
import { findLinks } from './links';
import type { Span } from './matching';
import { findKnown } from './names/find-names';

/** Personal data in a text: UTF-16 offsets, end exclusive. */
export type PersonalData = Span & { kind: PersonalDataKind };

/** Arabic-Indic, extended Arabic-Indic and full-width digits as ASCII; one code unit each, so offsets stay. */
function withAsciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code < 0x06f0 ? 0x0660 : code < 0xff10 ? 0x06f0 : 0xff10));
  });
}

/** What stands in a link looks like numbers and names; signs that are not seen would hide a word's edge. */
function readable(text: string): { text: string; links: ReturnType<typeof findLinks> } {
  const plain = withAsciiDigits(text).replace(/[\u00a0\u202f\u2007\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ');
  const links = findLinks(plain);
  const blank = links.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    plain,
  );
  return { text: blank, links };
}

/**
 * Personal data in a text, sorted and never overlapping; digits of every script count. Numbers are told by their plans and
 * check digits, names and postal addresses by a list and by the words around them. `known`: names that the ticket tells.
 */
export function findPersonalData(text: string, known: readonly string[] = []): PersonalData[] {
  const plain = readable(text);
  const found: PersonalData[] = plain.links
    .filter(({ isPersonal }) => isPersonal)
    .map(({ start, end }) => ({ start, end, kind: 'link' }));
  for (const { kind, find } of detectors)
    for (const span of find(plain.text, known).sort((a, b) => a.start - b.start || b.end - a.end))
      if (found.every((other) => span.end <= other.start || span.start >= other.end)) found.push({ ...span, kind });
  return found.sort((a, b) => a.start - b.start);
}

/** The spans with these names, known by now, where no other kind stands. */
function withNames(text: string, found: readonly PersonalData[], names: readonly string[]): PersonalData[] {
  const touches = (one: Span, other: Span) => one.start < other.end && other.start < one.end;
  const others = found.filter(({ kind }) => kind !== 'name');
  const added = findKnown(text, names).filter((span) => !others.some((other) => touches(span, other)));
  const kept = found.filter((one) => one.kind !== 'name' || !added.some((span) => touches(span, one)));
  return [...kept, ...added.map((span): PersonalData => ({ ...span, kind: 'name' }))].sort((a, b) => a.start - b.start);
}

/**
 * `findPersonalData` for texts that belong together, such as the messages of a ticket: who is named in one of them is known
 * in all.
 */
export function findInAll(texts: readonly string[], known: readonly string[] = []): PersonalData[][] {
  const found = texts.map((text) => findPersonalData(text, known));
  // A single word may have been a mistake; it counts where it was found.
  const names = texts.flatMap((text, at) =>
    (found[at] ?? [])
      .filter(({ kind }) => kind === 'name')
      .map(({ start, end }) => text.slice(start, end))
      .filter((name) => /\s/.test(name)),
  );
  return names.length === 0 ? found : texts.map((text, at) => withNames(text, found[at] ?? [], names));
}

function cutOut(text: string, spans: readonly PersonalData[]): string {
  let redacted = '';
  let end = 0;
  for (const span of spans) {
    redacted += `${text.slice(end, span.start)}[${span.kind}]`;
    end = span.end;
  }
  return redacted + text.slice(end);
}

/** The texts with every piece of personal data replaced by its kind in brackets, e.g. `[email]`; as `findInAll`. */
export function redactAll(texts: readonly string[], known: readonly string[] = []): string[] {
  const found = findInAll(texts, known);
  return texts.map((text, at) => cutOut(text, found[at] ?? []));
}

/** One text, as `redactAll`. */
export function redact(text: string, known: readonly string[] = []): string {
  return cutOut(text, findPersonalData(text, known));
}
