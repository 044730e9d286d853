import { type Ticket, toTurns } from '../core/ticket';
import type { TextTools } from './define-suggestion';
import { isGreeting, isThanks } from './phrases';

/** What to search for, and what the turn is when there is nothing. */
export type Queries = {
  texts: string[];
  /** What to encode for each: of a turn that is mostly kept the turn as it stands, which the signals have read already. */
  encoded: string[];
  isThanksOnly: boolean;
};

/** A turn of fewer search terms than this is read together with what was said before. */
const ellipticalTerms = 4;
/** Words that point back: a short turn with one of them lives from the turn before. */
const pointsBack =
  /\b(it|that|this|they|them|those|still|again|same|neither|nor|either|did|didn['’]?t|tried|nope|no luck|nothing|no (change|difference)|not working|noch|immer|gleiche|geht nicht|encore|toujours|pareil|marche pas|sigue|aún|igual|ainda|continua|mesma?)\b|لا يزال|ما زال|نفس|لم ينجح|لا يعمل/iu;
/** Turns of the customer that are read back at most to one that says what it is about. */
const maxTurnsBack = 4;
const asks =
  /\?|^(also|another|second(ly)?|and (how|what|when|where|can|do|is)|how|what|when|where|why|which|who|can|could|do|does|is|are|will|would)\b/iu;
const quoted =
  /^\s*(>|On .{5,120} wrote:|Am .{5,120} schrieb|Le .{5,120} a écrit|El .{5,120} escribió|-{2,}\s*(Original|Forwarded))/iu;
/** From this share of a turn on, what greetings and thanks say of it moves its vector too little for a pass of its own. */
const mostlyKept = 0.7;
/** Longer parts add nothing: the encoder cuts at 256 word pieces. */
const maxChars = 1200;

/** Lines of the turn before any quoted mail. */
export function ownLines(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    if (/^\s*>/.test(line)) continue;
    if (quoted.test(line)) break;
    lines.push(line);
  }
  return lines.join('\n').trim();
}

/** The sentences that carry something: greetings and thanks around them are dropped. */
function tellingSentences(text: string, tools: TextTools): { kept: string[]; thanked: boolean } {
  const all = tools.splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const kept = all.filter((sentence) => !isGreeting(sentence) && !isThanks(sentence));
  return { kept, thanked: all.some(isThanks) };
}

/** Questions that stand apart, each with the statement before it; none unless there are two or more. At most two. */
function splitAsks(sentences: string[]): string[] {
  const parts: string[] = [];
  let context: string[] = [];
  for (const sentence of sentences) {
    context.push(sentence);
    if (!asks.test(sentence)) continue;
    parts.push(context.slice(-2).join(' '));
    context = [];
  }
  return parts.length >= 2 ? parts.slice(0, 2) : [];
}

/** Whether a text says too little alone: few terms, or not many and a word that points back. */
function isElliptical(text: string, tools: TextTools): boolean {
  const { length } = tools.tokenize(text);
  return length < ellipticalTerms || (length < 3 * ellipticalTerms && pointsBack.test(text));
}

/** What the customer said, by turns between an agent's; a bot's words between them part nothing. */
export function customerTurns({ messages }: Ticket): { text: string }[] {
  const spoken = messages.filter(({ role }) => role !== 'bot');
  return toTurns(spoken).filter(({ role }) => role === 'customer');
}

/**
 * Search texts for the open turn (or the customer's last one): the whole turn without greeting, thanks and quoted mail;
 * where it is short or points back, the subject and the customer's turns before in front, back to one that tells what it is
 * about; then its separate questions.
 */
export function buildQueries(ticket: Ticket, tools: TextTools): Queries {
  const turns = customerTurns(ticket);
  const own = ownLines(turns.at(-1)?.text ?? '');
  const { kept, thanked } = tellingSentences(own, tools);
  const terms = tools.tokenize(kept.join(' '));
  if (kept.length === 0 || (thanked && terms.length === 0)) return { texts: [], encoded: [], isThanksOnly: thanked };
  const told = kept.length === tools.splitSentences(own).length ? own : kept.join(' ');
  const whole = told.slice(0, maxChars);
  const before = isElliptical(whole, tools)
    ? [usefulSubject(ticket, terms, tools), ...earlierTurns(turns.slice(0, -1), tools)]
    : [];
  const context = before
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, maxChars - whole.length);
  const full = context === '' ? whole : `${context}\n${whole}`;
  if (tools.tokenize(full).length === 0) return { texts: [], encoded: [], isThanksOnly: false };
  const asked = [...new Set(splitAsks(kept))].filter((part) => tools.tokenize(part).length >= 3);
  const isMostlyKept = context === '' && told.length >= mostlyKept * own.length;
  return { texts: [full, ...asked], encoded: [isMostlyKept ? own : full, ...asked], isThanksOnly: false };
}

/** The last turn that tells what it is about, and what came after it, in order. */
function earlierTurns(turns: { text: string }[], tools: TextTools): string[] {
  const found: string[] = [];
  for (const { text } of turns.slice(-maxTurnsBack).reverse()) {
    const told = tellingSentences(ownLines(text), tools).kept.join(' ');
    found.unshift(told.slice(0, maxChars / 2));
    if (!isElliptical(told, tools)) break;
  }
  return found;
}

/** The subject, unless it says nothing that the turn does not. */
function usefulSubject(ticket: Ticket, terms: string[], tools: TextTools): string {
  const subject = (ticket.subject ?? '').replace(/^((re|fwd?|aw|wg|tr|rv|enc)\s*:\s*)+/i, '').trim();
  const known = new Set(terms);
  return tools.tokenize(subject).some((term) => !known.has(term)) ? subject : '';
}
