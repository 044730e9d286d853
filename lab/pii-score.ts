import type { PersonalData } from '../lib/guard/personal-data';
import type { LabelledMessage } from './pii-set';

/** Counts over spans: `found` and `removed` of `labelled`, `right` of `marked`. */
export type PiiCounts = { labelled: number; found: number; removed: number; marked: number; right: number };
/** A span that was missed, or marked where there is none of its kind. */
type PiiError = { id: string; what: 'missed' | 'wrong'; kind: string; text: string };

/** From this share of its letters and digits on a piece counts as found; what is left of it tells nobody anything. */
const whole = 0.9;
/** A mark is right when at least half of it is of its kind. */
const half = 0.5;

/** Share of the letters and digits of `span` that lie in one of `others`. */
function coverage(text: string, span: PersonalData, others: readonly PersonalData[]): number {
  let [all, inside] = [0, 0];
  for (let at = span.start; at < span.end; at += 1) {
    if (!/[\p{L}\p{N}]/u.test(text[at] ?? '')) continue;
    all += 1;
    if (others.some(({ start, end }) => at >= start && at < end)) inside += 1;
  }
  return all === 0 ? 0 : inside / all;
}

const none = (): PiiCounts => ({ labelled: 0, found: 0, removed: 0, marked: 0, right: 0 });

/**
 * What was found in labelled messages, by language and kind (`ar name`), with every error. `found`: nine tenths marked as its
 * kind; `removed`: marked as whatever kind; `right`: half of the mark is labelled as its kind.
 */
export function scorePii(
  messages: readonly LabelledMessage[],
  find: (text: string) => PersonalData[],
): { counts: Map<string, PiiCounts>; errors: PiiError[] } {
  const counts = new Map<string, PiiCounts>();
  const errors: PiiError[] = [];
  const of = (language: string, kind: string) => {
    const key = `${language} ${kind}`;
    const row = counts.get(key) ?? none();
    counts.set(key, row);
    return row;
  };
  for (const { id, language, text, spans } of messages) {
    const marks = find(text);
    for (const span of spans) {
      const row = of(language, span.kind);
      const same = marks.filter(({ kind }) => kind === span.kind);
      const isFound = coverage(text, span, same) >= whole;
      row.labelled += 1;
      row.found += Number(isFound);
      row.removed += Number(coverage(text, span, marks) >= whole);
      if (!isFound) errors.push({ id, what: 'missed', kind: span.kind, text: text.slice(span.start, span.end) });
    }
    for (const mark of marks) {
      const row = of(language, mark.kind);
      const same = spans.filter(({ kind }) => kind === mark.kind);
      const isRight = coverage(text, mark, same) >= half;
      row.marked += 1;
      row.right += Number(isRight);
      if (!isRight) errors.push({ id, what: 'wrong', kind: mark.kind, text: text.slice(mark.start, mark.end) });
    }
  }
  return { counts, errors };
}

/** Sums of the counts of all keys that `accepts` takes. */
export function sumCounts(counts: ReadonlyMap<string, PiiCounts>, accepts: (key: string) => boolean): PiiCounts {
  const sum = none();
  for (const [key, row] of counts)
    if (accepts(key)) for (const name of Object.keys(sum) as (keyof PiiCounts)[]) sum[name] += row[name];
  return sum;
}
