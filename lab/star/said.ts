import type { Item } from './read';
import type { State } from './state';

const yes = /\b(yes|yeah|yep|yup|sure|ok|okay|please do|go ahead|sounds good|perfect|great|correct|book it)\b/i;
const no = /\b(no|nope|nah|not|don'?t|nothing|never|none|cancel|instead|forgot|can'?t)\b/i;
/** Words of a refusal, in results and in replies. */
export const bad =
  /unavailable|unfortunately|\bnot\b|\bno\b|fail|unable|cannot|can't|invalid|incorrect|must provide|sorry|denied|wrong|conflict|another|too (small|few|many)/i;
/** Fields of a result that say in words how it went. */
const statusField = /message$|status$|confirmation$/i;

/** 1 for what holds. */
export const flag = (value: boolean): number => Number(value);

/** What a result says of how it went; empty where it is data only. */
export function statusText(item: Item): string {
  return Object.entries(item ?? {})
    .filter(([key]) => statusField.test(key))
    .map(([, value]) => value)
    .join(' ');
}

/** The customer's last words and their mood, and how the last result came out: 1 well, −1 not, 0 there is none. */
export type Said = { last: string; mood: { yes: number; no: number }; result: number; message: string };

/** Reads what was said last. */
export function readSaid(state: State): Said {
  const last = state.customer.at(-1) ?? '';
  const message = statusText(state.result ?? undefined);
  const isBad = state.result === undefined || bad.test(message);
  return {
    last,
    message,
    mood: { yes: flag(yes.test(last)), no: flag(no.test(last)) },
    result: state.result === null ? 0 : isBad ? -1 : 1,
  };
}

/** What a question asks for, and what it looks like once it was given: kinds of things only, no names of fields of a task. */
const things: { asked: RegExp; given: RegExp }[] = [
  {
    asked: /\byour (full |first |last )?name\b/i,
    given: /\b(my name is|name'?s|this is|i'?m|i am|it'?s) [a-z]+\b|^[A-Z][a-z]+( [A-Z][a-z]+)?[.!]?$/im,
  },
  {
    asked: /\b(what time|when|hour|start|end|how long|time)\b/i,
    given:
      /\b\d{1,2}(:\d\d)? ?(am|pm|o'?clock|a\.m|p\.m)|\b(noon|midnight|morning|afternoon|evening)\b|\b\d{1,2}:\d\d\b/i,
  },
  {
    asked: /\b(day|date|when)\b/i,
    given:
      /\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(today|tomorrow|tonight|yesterday)\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|\d(st|nd|rd|th)\b|\d\/\d/i,
  },
  {
    asked: /\bhow (many|much)\b|\bnumber\b|\bpin\b|\bid\b|\bcode\b|budget|price/i,
    given: /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|dozen)\b/i,
  },
  {
    asked: /\bwhere\b|location|city|depart|destination|address/i,
    given: /\b(from|to|in|at|near) (the )?[A-Z][a-z]+|\b(here|home|downtown|airport|station)\b/,
  },
];

/** 1: the customer said something of every kind that the question asks for; 0: not; 0.5: it asks for nothing of a known kind. */
export function readGiven(question: string, said: string): number {
  const asked = things.filter((thing) => thing.asked.test(question));
  return asked.length === 0 ? 0.5 : flag(asked.some((thing) => thing.given.test(said)));
}
