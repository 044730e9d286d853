import type { Message, Role } from '../core/ticket';
import { bareText } from './editor';
import { timeOf } from './message-time';
import { changedMessage, isRoleGuessed } from './role-guess';

/** Whose word counts for who wrote a message where page and API both have it. */
export type Trust = 'page' | 'api';

/** Page and API round times differently, and a message may be stored a little after it was shown. */
const sameTimeMs = 90_000;
/** Page and API may round to the second. */
const sameSecondMs = 1_000;

const bareTexts = new WeakMap<Message, string>();

function bareTextOf(message: Message): string {
  const known = bareTexts.get(message);
  if (known !== undefined) return known;
  const bare = bareText(message.text);
  bareTexts.set(message, bare);
  return bare;
}

/** The start of the text without white space: equal for the same message read from page and API. */
const textKey = (message: Message) => bareTextOf(message).slice(0, 160);

function distanceMs(a: Message, b: Message): number | undefined {
  if (a.at === undefined || b.at === undefined) return undefined;
  return Math.abs(timeOf(a) - timeOf(b));
}

/** Messages by spans of `spanMs`, so that those near a time are found without looking at all. */
function createTimetable(messages: readonly Message[], spanMs: number) {
  const spans = new Map<number, Message[]>();
  const spanOf = (message: Message) => Math.floor(timeOf(message) / spanMs);
  for (const message of messages) addTo(spans, spanOf(message), message);
  return (message: Message): Message[] => {
    const span = spanOf(message);
    return [span - 1, span, span + 1]
      .flatMap((near) => spans.get(near) ?? [])
      .filter((other) => (distanceMs(message, other) ?? Number.POSITIVE_INFINITY) <= spanMs);
  };
}

function addTo<K>(groups: Map<K, Message[]>, key: K, message: Message): void {
  const group = groups.get(key);
  if (group) group.push(message);
  else groups.set(key, [message]);
}

/**
 * Who wrote a message that both have. What was told counts more than what was guessed; where both were told, one word
 * that it is private is enough: a note must never pass for something the customer may see.
 */
function roleOf(page: Message, api: Message, trust: Trust): Role {
  if (isRoleGuessed(api)) return page.role;
  if (isRoleGuessed(page)) return api.role;
  if (page.role === 'note' || api.role === 'note') return 'note';
  return trust === 'api' ? api.role : page.role;
}

function join(page: Message, api: Message, trust: Trust): Message {
  const at = trust === 'api' ? (api.at ?? page.at) : (page.at ?? api.at);
  const authorName = page.authorName ?? api.authorName;
  return {
    ...page,
    role: roleOf(page, api, trust),
    ...(at === undefined ? {} : { at }),
    ...(authorName === undefined ? {} : { authorName }),
  };
}

/** Sorts by time, stable; a message without time stays behind the one before it. */
function byTime(messages: Message[]): Message[] {
  let time = 0;
  const timed = messages.map((message) => {
    if (message.at !== undefined) time = timeOf(message);
    return { message, time };
  });
  return timed.sort((a, b) => a.time - b.time).map(({ message }) => message);
}

/** What of the page is what of the API. `used`: messages of the API that the page shows. */
type Pairs = { matches: Map<Message, Message>; used: Set<Message> };

function pair({ matches, used }: Pairs, page: Message, api: Message): void {
  matches.set(page, api);
  used.add(api);
}

/** Pairs by id, else by the start of the text within 90 s. */
function pairByText(page: readonly Message[], history: readonly Message[]): Pairs {
  const byId = new Map(history.map((message) => [message.id, message]));
  const byText = new Map<string, Message[]>();
  for (const message of history) addTo(byText, textKey(message), message);
  const pairs: Pairs = { matches: new Map(), used: new Set() };
  for (const message of page) {
    const isFree = (other: Message) => !pairs.used.has(other) && (distanceMs(message, other) ?? 0) <= sameTimeMs;
    const match = byId.get(message.id) ?? byText.get(textKey(message))?.find(isFree);
    if (match && !pairs.used.has(match)) pair(pairs, message, match);
  }
  return pairs;
}

/** The page may show several messages in one item: those of the API that its text is made of, without a remainder. */
function takeParts(page: readonly Message[], history: readonly Message[], pairs: Pairs): void {
  const near = createTimetable(
    history.filter((message) => !pairs.used.has(message)),
    sameTimeMs,
  );
  for (const message of page) {
    if (pairs.matches.has(message)) continue;
    let rest = bareTextOf(message);
    const parts: Message[] = [];
    for (const part of near(message)) {
      const text = bareTextOf(part);
      if (text === '' || pairs.used.has(part) || part.role !== message.role || !rest.startsWith(text)) continue;
      rest = rest.slice(text.length);
      parts.push(part);
    }
    const [first, ...others] = parts;
    if (rest !== '' || !first) continue;
    pair(pairs, message, first);
    for (const part of others) pairs.used.add(part);
  }
}

function isSameAuthor(a: Message, b: Message): boolean {
  if (a.authorName !== undefined && b.authorName !== undefined) return a.authorName === b.authorName;
  return a.role === b.role || isRoleGuessed(a) || isRoleGuessed(b);
}

/** Pairs what is left: one may be translated, redacted or quoted otherwise, but somebody wrote it at that second. */
function pairBySecond(page: readonly Message[], history: readonly Message[], pairs: Pairs): void {
  const near = createTimetable(
    history.filter((message) => !pairs.used.has(message)),
    sameSecondMs,
  );
  for (const message of page) {
    if (pairs.matches.has(message)) continue;
    const match = near(message).find((other) => !pairs.used.has(other) && isSameAuthor(message, other));
    if (match) pair(pairs, message, match);
  }
}

/** Time zones lie a multiple of this apart. */
const zoneStepMs = 15 * 60_000;

/**
 * The page's messages in the API's zone, which is the true one: a page may write times in the zone of the agent's
 * profile, and the messages that both have tell how far that is from the browser's.
 */
function inZoneOf(history: readonly Message[], page: readonly Message[]): readonly Message[] {
  const byId = new Map(history.map((message) => [message.id, message]));
  const distances = page.flatMap((message) => {
    const api = byId.get(message.id);
    return message.at === undefined || api?.at === undefined ? [] : [timeOf(api) - timeOf(message)];
  });
  const median = distances.toSorted((a, b) => a - b)[distances.length >> 1] ?? 0;
  const shiftMs = Math.round(median / zoneStepMs) * zoneStepMs;
  if (shiftMs === 0) return page;
  const shifted = (message: Message) =>
    changedMessage(message, { at: new Date(timeOf(message) + shiftMs).toISOString() });
  return page.map((message) => (message.at === undefined ? message : shifted(message)));
}

/**
 * One conversation, oldest first, from what the page shows and what the API knows: every message of the page once,
 * under the page's id and with its words, and those the page hides. Matched by id, else by text and time (90 s apart at
 * most), else by author and second.
 */
export function mergeHistory(shownPage: readonly Message[], history: readonly Message[], trust: Trust): Message[] {
  const page = trust === 'api' ? inZoneOf(history, shownPage) : shownPage;
  const pairs = pairByText(page, history);
  takeParts(page, history, pairs);
  pairBySecond(page, history, pairs);
  const shown = page.map((message) => {
    const match = pairs.matches.get(message);
    return match ? join(message, match, trust) : message;
  });
  return byTime([...history.filter((message) => !pairs.used.has(message)), ...shown]);
}
