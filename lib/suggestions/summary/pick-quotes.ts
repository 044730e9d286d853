import { toTurns } from '../../core/ticket';
import type { SuggestContext } from '../define-suggestion';
import { isThanks } from '../phrases';
import { type Quoted, quoteTurn } from '../stage';

/** A sentence of the summary and what it stands for. */
export type PickedQuote = { part: 'problem' | 'answer' | 'outcome'; quote: Quoted };

/** Longer sentences make no summary. */
const longest = 300;
/** Quotes of each side at most, besides the outcome. */
const perSide = 2;

/**
 * How much a sentence tells of its conversation: the mean of its words' shares of all words that recur (SumBasic, Nenkova and
 * Vanderwende 2005), damped for very short ones.
 */
function scoreSentence(text: string, counts: ReadonlyMap<string, number>, context: SuggestContext): number {
  const terms = [...new Set(context.deps.text.tokenize(text))];
  if (terms.length < 2 || isThanks(text) || text.length > longest) return 0;
  const sum = terms.reduce((all, term) => all + (counts.get(term) ?? 0), 0);
  return (sum / terms.length) * Math.min(1, terms.length / 5);
}

function countTerms(sentences: readonly Quoted[], { deps }: SuggestContext): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of sentences)
    for (const term of new Set(deps.text.tokenize(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/**
 * The sentences that tell what a conversation was about, in their order: of the customer's first turn and of later ones, of the
 * agent's answers, and the outcome. Each stands literally in its message.
 */
export function pickQuotes(context: SuggestContext, outcome: Quoted | undefined): PickedQuote[] {
  const turns = toTurns(context.ticket.messages);
  const quoted = turns.map((turn, index) => ({ role: turn.role, sentences: quoteTurn(turn, index + 1, context) }));
  const counts = countTerms(
    quoted.flatMap(({ sentences }) => sentences),
    context,
  );
  const bestOf = (sentences: readonly Quoted[]): Quoted[] => {
    const scored = sentences
      .map((quote) => ({ quote, score: scoreSentence(quote.text, counts, context) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    return scored[0] ? [scored[0].quote] : [];
  };
  const side = (role: 'customer' | 'agent') =>
    quoted
      .filter((turn) => turn.role === role)
      .flatMap(({ sentences }) => bestOf(sentences.filter(({ turn }) => turn !== outcome?.turn)));
  const customer = side('customer');
  const problems = [...new Set([...customer.slice(0, 1), ...customer.slice(1).slice(-1)])].slice(0, perSide);
  const answers = side('agent').slice(-perSide);
  const picked: PickedQuote[] = [
    ...problems.map((quote) => ({ part: 'problem' as const, quote })),
    ...answers.map((quote) => ({ part: 'answer' as const, quote })),
  ].sort((a, b) => a.quote.turn - b.quote.turn);
  return outcome ? [...picked, { part: 'outcome', quote: outcome }] : picked;
}
