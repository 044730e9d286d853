import type { Source, Suggestion } from '../lib/core/suggestion';
import type { Ticket } from '../lib/core/ticket';
import { findUnsupported, readClaims } from '../lib/suggestions/claims';
import type { SuggestDeps } from '../lib/suggestions/define-suggestion';

/** What is held against the cited source. `quote`: the cited words stand there literally. */
export const claimKinds = ['quote', 'number', 'name', 'link', 'negation'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** One sentence of a draft that cites a source, what it lacks there, and how many claims it makes. */
export type CheckedSentence = {
  text: string;
  quote: string;
  source: string;
  claims: number;
  unsupported: { kind: ClaimKind; what: string }[];
};

/** The source as it is stored now, read again rather than taken from the suggestion. */
async function readSource({ kind, id }: Source, deps: SuggestDeps, ticket: Ticket) {
  if (kind === 'message') return { text: ticket.messages.find((message) => message.id === id)?.text ?? '', html: '' };
  if (kind === 'macro') return deps.knowledge.readMacro(id);
  return kind === 'article' ? deps.knowledge.readArticle(id) : undefined;
}

/** What a draft may take from the ticket besides: what its placeholders stand for. */
function factsOf({ requester, agent, id, subject }: Ticket): string[] {
  const names = [requester.name, agent?.name].flatMap((name) => (name ? [name, ...name.split(/\s+/)] : []));
  return [...names, requester.email, agent?.email, id, subject?.replace(/\s+/g, ' ')].flatMap((fact) => fact || []);
}

/** Digit runs of a text that are in none of the others: a second look that shares nothing with how claims are read. */
function strayDigits(text: string, others: readonly string[]): string[] {
  const known = new Set(others.flatMap((other) => other.match(/\p{Nd}+/gu) ?? []));
  return (text.match(/\p{Nd}+/gu) ?? []).filter((run) => !known.has(run));
}

async function checkSentence(
  { text, source, language }: { text: string; source: Source; language: string },
  { deps, ticket }: { deps: SuggestDeps; ticket: Ticket },
): Promise<CheckedSentence> {
  const stored = await readSource(source, deps, ticket);
  const cited = stored?.text.slice(source.start, source.end) ?? '';
  const html = stored && 'html' in stored ? (stored.html ?? '') : '';
  const facts = factsOf(ticket);
  const links = readClaims(html.replace(/&amp;/g, '&'), language).links;
  const unsupported: CheckedSentence['unsupported'] = findUnsupported(text, {
    quote: cited,
    links,
    facts,
    language,
  }).map((problem) => {
    const kind = claimKinds.find((known) => problem.startsWith(known)) ?? 'quote';
    return { kind, what: problem.slice(kind.length + 1) };
  });
  if (cited === '' || cited !== source.quote) unsupported.push({ kind: 'quote', what: source.quote });
  for (const run of strayDigits(text, [cited, html, ...facts])) unsupported.push({ kind: 'number', what: run });
  const { numbers, links: own, names, negations } = readClaims(text, language);
  const claims = numbers.length + own.length + names.length + negations.length;
  return { text, quote: cited, source: `${source.kind} ${source.id}`, claims, unsupported };
}

/** The sentences of a reply that cite a source, each held against it. */
export async function checkReply(
  reply: Extract<Suggestion, { kind: 'reply' }>,
  where: { deps: SuggestDeps; ticket: Ticket },
): Promise<CheckedSentence[]> {
  const cited = reply.sentences.flatMap(({ text, source }) => {
    const from = source === null ? undefined : reply.sources[source];
    return from ? [{ text, source: from, language: reply.language }] : [];
  });
  return Promise.all(cited.map((one) => checkSentence(one, where)));
}

/** What stands in a reply outside its sentences, white space aside; must be empty. */
export function strayText({ text, sentences }: Extract<Suggestion, { kind: 'reply' }>): string {
  let position = 0;
  let stray = '';
  for (const sentence of sentences) {
    const start = text.indexOf(sentence.text, position);
    if (start < 0) continue;
    stray += text.slice(position, start);
    position = start + sentence.text.length;
  }
  return (stray + text.slice(position)).replace(/\s+/g, '');
}
