import type { Candidate, OfferedSource } from '../core/learning';
import type { Choice } from '../core/suggestion';
import type { Ticket } from '../core/ticket';
import { notedSources, type Offer, shownSources, withoutText } from './offers';

/** Found sources that an own reply is held against, best first. */
const mostCompared = 12;
/** Cosine from which an own reply counts as in a source's words: 388 right and 20 wrong on Stagefinch's tune part (2026-11-29). */
export const leastLikeness = 0.7;
/** Fewer characters say nothing that could resemble a source. */
const fewestChars = 40;

/**
 * The agent's messages that came after the offer, up to the customer's next one; null while there is none, and where
 * another agent wrote them.
 */
export function sentAfter({ messages, agent }: Ticket, { after }: Offer): string | null {
  const place = messages.findIndex(({ id }) => id === after);
  if (place < 0) return null;
  const later = messages.slice(place + 1);
  const end = later.findIndex(({ role }) => role === 'customer');
  const own = (end < 0 ? later : later.slice(0, end)).filter(
    ({ role, authorName }) =>
      role === 'agent' && (authorName === undefined || agent?.name === undefined || authorName === agent.name),
  );
  return own.length === 0 ? null : own.map(({ text }) => text).join('\n');
}

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/** The found source that the reply resembles most, by the vectors of both; undefined when none enough. */
async function findResembled(
  sent: string,
  found: Candidate[],
  read: (texts: string[]) => Promise<Float32Array[]>,
): Promise<{ source: Candidate; likeness: number } | undefined> {
  const compared = found.slice(0, mostCompared);
  const [own, ...others] = await read([sent, ...compared.map(({ text }) => text)]);
  const scored = compared.flatMap((source, index) => {
    const other = others[index];
    return own && other ? [{ source, likeness: cosine(own, other) }] : [];
  });
  const [best] = scored.sort((a, b) => b.likeness - a.likeness);
  return best && best.likeness >= leastLikeness ? best : undefined;
}

/**
 * The choice that a reply of the agent's own tells: the source that it resembles most was wanted, what was shown was not.
 * Undefined where it resembles none. `at`: ISO 8601.
 */
export async function readOwnReply(
  sent: string,
  offer: Offer,
  { read, at }: { read: (texts: string[]) => Promise<Float32Array[]>; at: string },
): Promise<Choice | undefined> {
  if (sent.length < fewestChars || offer.found.length === 0) return undefined;
  const best = await findResembled(sent, offer.found, read);
  if (!best) return undefined;
  const { kind, id } = best.source;
  const about = { kind: 'reply' as const, sourceIds: [id] };
  const isOther = (one: OfferedSource) => one.kind !== kind || one.id !== id;
  const shown = shownSources(offer, about).filter(isOther);
  const others = notedSources(offer, about).filter(isOther);
  return {
    kind: kind === 'article' ? 'article' : 'reply',
    suggestionId: `typed|${kind}|${id}`,
    sourceIds: [id],
    action: 'typed',
    ...(offer.intent ? { intent: offer.intent } : {}),
    at,
    // All that was shown was passed by, wherever the source stood among it.
    offered: [...shown, withoutText(best.source), ...others.slice(shown.length)],
    kept: Math.min(1, best.likeness),
  };
}
