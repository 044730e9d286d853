import type { Hit } from '../../core/knowledge';
import type { TextTools } from '../define-suggestion';

type Span = { start: number; end: number };

/** Longest extract: sentences or list items that are no numbered steps, and all with its steps. */
const maxUnits = 4;
const maxSteps = 8;
const numbered = /^\d{1,3}[.)]\s/;
const listItem = /^(\d{1,3}[.)]|[•*–-])\s/;
/** Sentences that lean on the one before them cannot come first. */
const leans =
  /^(this|that|these|those|it|they|then|after that|afterwards|also|otherwise|if (so|not)|in that case|however|but|and|so|dies|das|danach|sonst|ensuite|sinon|después|luego|depois)\b/iu;
const tells =
  /^((\d{1,3}[.)]|[•*–-])\s*)?(please |bitte )?(open|go|click|tap|press|select|choose|check|make sure|turn|switch|hold|remove|unplug|plug|restart|reset|enter|sign|log|send|update|install|contact|reply|wait|use|take|put|set|add|scroll|try|follow|call|ask|visit|download|confirm)\b|\byou can\b|\bwe (will|refund|replace|send|ship)\b/iu;

const looksLikeHeading = (text: string): boolean =>
  text.length < 70 && !/[.!?:;…؟。]$/.test(text) && !listItem.test(text);

const isTableRow = (text: string): boolean => / \| /.test(text);

/** Worth of each unit: the query's words in it, plus a little for telling what to do. */
function unitWorth(text: string, asked: Set<string>, tools: TextTools): number {
  const terms = new Set(tools.tokenize(text));
  let shared = 0;
  for (const term of terms) if (asked.has(term)) shared += 1;
  const isAsked = shared / Math.sqrt(4 + terms.size);
  return isAsked + (tells.test(text) ? 0.45 : 0) - (looksLikeHeading(text) ? 0.6 : 0) - (isTableRow(text) ? 1 : 0);
}

/** Sentences as they are, those of one list item together. */
function groupItems(text: string, sentences: readonly Span[]): Span[] {
  const units: Span[] = [];
  for (const span of sentences) {
    const last = units.at(-1);
    const isSameLine = last && !text.slice(last.end, span.start).includes('\n');
    if (last && isSameLine && listItem.test(text.slice(last.start, last.end))) last.end = span.end;
    else units.push({ ...span });
  }
  return units;
}

/** Whether an extract of these units is short enough: at most four of them are no numbered steps. */
const isShort = (units: string[]): boolean => units.filter((unit) => !numbered.test(unit)).length <= maxUnits;

/**
 * The consecutive sentences or list items of the hit's passage that answer best, at most 4 and, with numbered steps, 8;
 * offsets of their sentences into the passage's text, in order. Never starts with a heading or with a sentence that leans
 * on the one before; a list is not cut short while there is room. Empty when the passage holds no prose, as a bare table.
 */
export function extractAnswer(hit: Hit, query: string, tools: TextTools): Span[] {
  const { text } = hit.passage;
  const sentences = tools.splitSentences(text);
  const spans = groupItems(text, sentences);
  const asked = new Set(tools.tokenize(query));
  const texts = spans.map(({ start, end }) => text.slice(start, end));
  const worth = texts.map((unit) => unitWorth(unit, asked, tools));
  let best = { from: 0, to: Math.min(1, spans.length), worth: Number.NEGATIVE_INFINITY };
  for (let from = 0; from < spans.length; from++) {
    let sum = 0;
    for (let to = from + 1; to <= Math.min(spans.length, from + maxSteps); to++) {
      sum += worth[to - 1] ?? 0;
      if (!isShort(texts.slice(from, to))) break;
      // Each further sentence has to earn its place; a bad start costs more than a short answer.
      const cost = 0.12 * (to - from) + startCost(texts, from) + endCost(texts, to);
      if (sum - cost > best.worth) best = { from, to, worth: sum - cost };
    }
  }
  const isProse = texts.slice(best.from, best.to).some((unit) => !isTableRow(unit) && !looksLikeHeading(unit));
  const [start, end] = [spans[best.from]?.start ?? 0, spans[best.to - 1]?.end ?? 0];
  return isProse ? sentences.filter((span) => span.start >= start && span.end <= end) : [];
}

function startCost(texts: string[], from: number): number {
  const first = texts[from] ?? '';
  if (looksLikeHeading(first)) return 0.8;
  // An item from the middle of a list, or a list without the line that announces it, reads as torn out.
  if (/^(?!1[.)])\d{1,3}[.)]\s/.test(first)) return 0.5;
  if (/:$/.test(texts[from - 1] ?? '')) return 0.3;
  return from > 0 && leans.test(first) ? 0.8 : 0;
}

/** Ending on a colon, or between two items of a list, leaves the customer hanging. */
function endCost(texts: string[], to: number): number {
  const last = texts[to - 1] ?? '';
  const next = texts[to] ?? '';
  if (/:$/.test(last) || looksLikeHeading(last)) return 0.8;
  return numbered.test(last) && numbered.test(next) ? 0.3 : 0;
}
