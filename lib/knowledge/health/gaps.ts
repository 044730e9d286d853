import type { Encoder } from '../../core/engine';
import type { Gap } from '../../core/health';
import type { GapRow, GapStore } from '../../core/stores';
import { hashParts } from '../hash';
import { cosine } from './item-texts';

/** A question this close to one before is the same question. */
const sameQuestion = 0.75;
const maxGaps = 500;
/** Tickets remembered of one question, as hashes, so that a ticket that is read again counts once. */
const maxTickets = 200;
const maxTextLength = 400;

export type GapParts = { store: GapStore; encoder: Encoder; clock?: () => number; newId?: () => string };
/** `text` is free of personal data. */
type Question = { text: string; origin: string; ticketId: string };
export type GapKeeper = {
  /** Counts a question (free of personal data) of a ticket for which nothing was found. */
  note(question: Question): Promise<void>;
  /** Questions of at least two tickets, the most asked first. */
  list(): Promise<Gap[]>;
  dismiss(id: string): Promise<void>;
};

/** How a question remembers the ticket that asked it: a hash of the helpdesk's origin and the ticket's number. */
export const gapTicketKey = (origin: string, ticketId: string): string => hashParts([`${origin} ${ticketId}`]);

/** Keeps what customers asked and nothing was found for, like questions together. */
export function createGapKeeper({
  store,
  encoder,
  clock = Date.now,
  newId = () => crypto.randomUUID(),
}: GapParts): GapKeeper {
  let tail: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(change: () => Promise<T>): Promise<T> => {
    const run = tail.then(change);
    tail = run.catch(() => undefined);
    return run;
  };

  async function note({ text, origin, ticketId }: Question): Promise<void> {
    const [encoding] = await encoder.encode([text], { priority: 'later' });
    if (!encoding) return;
    const { modelId, version } = encoder.state();
    const model = `${modelId}@${version}`;
    const rows = await store.listGaps();
    const key = gapTicketKey(origin, ticketId);
    if (rows.some(({ tickets }) => tickets.includes(key))) return;
    const at = new Date(clock()).toISOString();
    const near = nearest(rows, encoding.vector, model);
    const row: GapRow = near
      ? { ...near, tickets: [...near.tickets, key].slice(-maxTickets), count: near.count + 1, lastAt: at }
      : {
          id: newId(),
          text: text.slice(0, maxTextLength),
          vector: encoding.vector,
          model,
          tickets: [key],
          count: 1,
          isDismissed: false,
          firstAt: at,
          lastAt: at,
        };
    await store.saveGap(row);
    if (!near && rows.length >= maxGaps) await store.removeGaps(leastAsked(rows));
  }

  return {
    note: (question) => inOrder(() => note(question)),
    async list() {
      const rows = (await store.listGaps()).filter(({ count, isDismissed }) => count > 1 && !isDismissed);
      return rows
        .toSorted((one, other) => other.count - one.count || other.lastAt.localeCompare(one.lastAt))
        .map(({ id, text, count, firstAt, lastAt }) => ({ id, text, tickets: count, firstAt, lastAt }));
    },
    dismiss: (id) =>
      inOrder(async () => {
        const row = (await store.listGaps()).find((one) => one.id === id);
        // It stays known, so that the next ticket does not bring it back.
        if (row) await store.saveGap({ ...row, isDismissed: true });
      }),
  };
}

function nearest(rows: readonly GapRow[], vector: Float32Array, model: string): GapRow | undefined {
  let best: GapRow | undefined;
  let most = sameQuestion;
  for (const row of rows) {
    const value = row.model === model ? cosine(row.vector, vector) : 0;
    if (value >= most) [best, most] = [row, value];
  }
  return best;
}

function leastAsked(rows: readonly GapRow[]): string[] {
  const [least] = rows.toSorted((one, other) => one.count - other.count || one.lastAt.localeCompare(other.lastAt));
  return least ? [least.id] : [];
}
