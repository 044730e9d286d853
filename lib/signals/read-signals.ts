import type { Encoder, Encoding } from '../core/engine';
import type { ModelCard } from '../core/model-card';
import type { ConversationSignals, Language, MessageSignals } from '../core/signals';
import { conversationKey, type Message, openTurn, type Ticket, toTurns } from '../core/ticket';
import { detectLanguage, isSureLanguage } from './language';
import { readHeads, withoutLabels } from './read-heads';
import { isResolved, readTrend } from './trend';

export type SignalReader = {
  /** Signals of a conversation: of the open turn only (`latest`), or of every customer message (`all`). */
  read(ticket: Ticket, scope: 'latest' | 'all', signal?: AbortSignal): Promise<ConversationSignals>;
};

type Options = {
  /** Routes each text to the model of the language it is given with. */
  encoder: Encoder;
  /** Cards of the models behind the encoder. */
  cards: readonly ModelCard[];
  /** Milliseconds; for the time in the answer. */
  clock?: () => number;
};

/** Enough letters to tell a language by. */
const contextCharacters = 1000;

/**
 * The language of what surrounds the given messages: the customer's other words, or the agent's public ones. Undefined
 * where there are none or they do not tell it surely.
 */
function surroundingLanguage(messages: readonly Message[], own: readonly Message[]): Language | undefined {
  for (const role of ['customer', 'agent']) {
    const others = messages.filter((message) => message.role === role && !own.includes(message));
    const text = others.map((message) => message.text).join('\n');
    const language = detectLanguage(text.slice(-contextCharacters));
    if (isSureLanguage(language)) return language;
  }
  return undefined;
}

/**
 * A reader that makes one forward pass per text; the encoder remembers recent passes, so that search and ranking share
 * them. A burst of messages is read as one turn besides each message of it. Labels are read in languages that are
 * plain, with the card of the model for them.
 */
export function createSignalReader({ encoder, cards, clock = () => performance.now() }: Options): SignalReader {
  async function readText(
    { id, text, language }: { id: string; text: string; language: Language },
    signal?: AbortSignal,
  ): Promise<MessageSignals> {
    const { code } = language;
    const card = cards.find(({ languages }) => languages.includes(code));
    if (!isSureLanguage(language)) return withoutLabels({ id, language }, 'language-unsure', true);
    if (!card) return withoutLabels({ id, language }, 'language-unsupported', false);
    if (!card.outputs) return withoutLabels({ id, language }, 'no-heads', true);
    const options = { priority: 'now', language: code, ...(signal ? { signal } : {}) } as const;
    const [encoding] = await encoder.encode([text], options);
    return readHeads(encoding as Encoding, card, { id, language });
  }

  function languageOf(messages: readonly Message[], own: readonly Message[], text: string): Language {
    return detectLanguage(text, () => surroundingLanguage(messages, own));
  }

  return {
    async read(ticket, scope, signal) {
      const start = clock();
      const customers = ticket.messages.filter((message) => message.role === 'customer' && message.text.trim() !== '');
      const turn = openTurn(ticket.messages) ?? toTurns(ticket.messages).findLast((one) => one.role === 'customer');
      const lastId = turn?.messages.at(-1)?.id ?? '';
      const current =
        turn && turn.text.trim() !== ''
          ? await readText(
              { id: lastId, text: turn.text, language: languageOf(ticket.messages, turn.messages, turn.text) },
              signal,
            )
          : null;
      const messages: MessageSignals[] = [];
      for (const message of scope === 'all' ? customers : []) {
        const { id, text } = message;
        messages.push(await readText({ id, text, language: languageOf(ticket.messages, [message], text) }, signal));
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
