import type { Encoder, Encoding } from '../core/engine';
import type { ModelCard } from '../core/model-card';
import type { ConversationSignals, MessageSignals } from '../core/signals';
import { conversationKey, type Message, openTurn, type Ticket, toTurns } from '../core/ticket';
import { detectLanguage } from './language';
import { readHeads } from './read-heads';
import { isResolved, readTrend } from './trend';

export type SignalReader = {
  /** Signals of a conversation: of the open turn only (`latest`), or of every customer message (`all`). */
  read(ticket: Ticket, scope: 'latest' | 'all', signal?: AbortSignal): Promise<ConversationSignals>;
};

type Options = {
  encoder: Encoder;
  card: ModelCard;
  /** Languages beyond the card's that the encoder gives vectors for. */
  searchable?: readonly string[];
  /** Milliseconds; for the time in the answer. */
  clock?: () => number;
};

/** The language most customer messages are written in, where that can be told. */
function conversationLanguage(messages: readonly Message[]): string | undefined {
  const text = messages.map((message) => message.text).join('\n');
  const found = detectLanguage(text.slice(-2000));
  return found.code === 'und' ? undefined : found.code;
}

/**
 * A reader that makes one forward pass per text; the encoder remembers recent passes, so that search and ranking share
 * them. A burst of messages is read as one turn besides each message of it.
 */
export function createSignalReader({
  encoder,
  card,
  searchable,
  clock = () => performance.now(),
}: Options): SignalReader {
  async function readText(
    id: string,
    text: string,
    prior: string | undefined,
    signal?: AbortSignal,
  ): Promise<MessageSignals> {
    const language = detectLanguage(text, prior);
    const [encoding] = await encoder.encode([text], { priority: 'now', ...(signal ? { signal } : {}) });
    return readHeads(encoding as Encoding, card, { id, language }, searchable);
  }

  return {
    async read(ticket, scope, signal) {
      const start = clock();
      const customers = ticket.messages.filter((message) => message.role === 'customer' && message.text.trim() !== '');
      const prior = conversationLanguage(customers);
      const turn = openTurn(ticket.messages) ?? toTurns(ticket.messages).findLast((one) => one.role === 'customer');
      const lastId = turn?.messages.at(-1)?.id ?? '';
      const current = turn && turn.text.trim() !== '' ? await readText(lastId, turn.text, prior, signal) : null;
      const messages: MessageSignals[] = [];
      for (const message of scope === 'all' ? customers : []) {
        messages.push(await readText(message.id, message.text, prior, signal));
      }
      return {
        key: conversationKey(ticket),
        messages,
        current,
        trend: readTrend(messages),
        resolved: isResolved(current),
        tookMs: clock() - start,
      };
    },
  };
}
