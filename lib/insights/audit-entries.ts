import type { AuditEntry, AuditKind, AuditSilence } from '../core/audit';
import { auditChoices } from '../core/audit';
import {
  afterKinds,
  type Choice,
  type Source,
  type Suggestion,
  type SuggestionKind,
  type Suggestions,
} from '../core/suggestion';
import type { Ticket } from '../core/ticket';

/** Of what the engine knows and a row tells. */
export type Told = {
  /** From which confidence a suggestion, or a kind that stayed silent, is shown; undefined where rules tell. */
  thresholdOf(kind: SuggestionKind, suggestion?: Suggestion): number | undefined;
  /** `<id>@<version>` of the model that read the message; undefined where none did. */
  model: string | undefined;
};
type Refer = (text: string) => Promise<string>;
type Entry = Omit<AuditEntry, 'at'>;

/** What a row says of where it happened: the helpdesk, the ticket and the state of its conversation. */
export type Place = Required<Pick<AuditEntry, 'site' | 'ticket' | 'turn'>>;

/** Place of a conversation by its key. A ticket's number is hashed by itself, so that it can be looked for without its desk. */
export async function placeOf(
  { origin, id }: Pick<Ticket, 'origin' | 'id'>,
  key: string,
  refer: Refer,
): Promise<Place> {
  return { site: origin, ticket: await refer(id), turn: await refer(`turn ${key}`) };
}

/** What the key of a conversation says of its ticket; undefined for something else. */
export function ticketOfKey(key: string): Pick<Ticket, 'origin' | 'id'> | undefined {
  const [origin, id, ...rest] = key.split('|');
  return origin && id && rest.length > 0 ? { origin, id } : undefined;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Ids of past tickets end on the ticket's number. */
const pastTicket = /#past-(.+)$/s;

/** Kind and id of a source; of a past ticket what a row about that ticket calls it. Messages stand in no library. */
async function nameSource({ kind, id }: Pick<Source, 'kind' | 'id'>, refer: Refer): Promise<string[]> {
  if (kind === 'message') return [];
  return [`${kind}:${kind === 'past' ? await refer(pastTicket.exec(id)?.[1] ?? id) : id}`];
}

async function nameSources(suggestion: Suggestion, refer: Refer): Promise<string[]> {
  const named = await Promise.all(suggestion.sources.map((source) => nameSource(source, refer)));
  if (suggestion.kind === 'next-step') named.push([`playbook:${suggestion.playbook.id}`]);
  if (suggestion.kind === 'article') named.unshift([`article:${suggestion.articleId}`]);
  return [...new Set(named.flat())];
}

/** What a row says of one suggestion. */
export async function tellSuggestion(
  suggestion: Suggestion,
  { thresholdOf, model }: Told,
  refer: Refer,
): Promise<Omit<Entry, 'kind'>> {
  const sources = await nameSources(suggestion, refer);
  const threshold = thresholdOf(suggestion.kind, suggestion);
  return {
    suggestion: suggestion.kind,
    ...(sources.length > 0 ? { sources } : {}),
    confidence: rounded(suggestion.confidence),
    ...(threshold === undefined ? {} : { threshold: rounded(threshold) }),
    ...(suggestion.kind === 'reply' && suggestion.style ? { subject: suggestion.style } : {}),
    ...(model ? { model } : {}),
  };
}

/** A kind for after the answer is silent nearly always; that its moment has not come is no news. */
const isNews = ({ kind, why }: Suggestions['silent'][number]) =>
  why !== 'not-now' || !afterKinds.some((one) => one === kind);

/** Rows of one answer: one for each suggestion, and one for the kinds that stayed silent, with why. */
export async function tellAnswer(
  { items, silent }: Suggestions,
  place: Place,
  told: Told & { refer: Refer },
): Promise<Entry[]> {
  const { refer, thresholdOf, model } = told;
  const shown = items.map(
    async (item): Promise<Entry> => ({ kind: 'shown', ...place, ...(await tellSuggestion(item, told, refer)) }),
  );
  const silences = silent.filter(isNews).map(({ kind, why, confidence }): AuditSilence => {
    const threshold = confidence === undefined ? undefined : thresholdOf(kind);
    return {
      suggestion: kind,
      why,
      ...(confidence === undefined ? {} : { confidence: rounded(confidence) }),
      ...(threshold === undefined ? {} : { threshold: rounded(threshold) }),
    };
  });
  const quiet: Entry[] =
    silences.length > 0 ? [{ kind: 'silent', ...place, silences, ...(model ? { model } : {}) }] : [];
  return [...(await Promise.all(shown)), ...quiet];
}

/** What a row says of a suggestion of which only the choice is known: the page that showed it was killed since. */
export async function tellChoice({ kind, sourceIds }: Choice, refer: Refer): Promise<Omit<Entry, 'kind'>> {
  // For after the answer they are messages.
  const isAfter = afterKinds.some((one) => one === kind);
  const sources = isAfter
    ? []
    : await Promise.all(
        sourceIds.map(async (id) => {
          const past = pastTicket.exec(id)?.[1];
          return past === undefined ? `source:${id}` : `past:${await refer(past)}`;
        }),
      );
  return { suggestion: kind, ...(sources.length > 0 ? { sources } : {}) };
}

/** The kind of row for what the agent did; undefined for what is no choice of a suggestion. */
export function kindOfChoice({ action }: Pick<Choice, 'action'>): AuditKind | undefined {
  return auditChoices.find((kind) => kind === action);
}
