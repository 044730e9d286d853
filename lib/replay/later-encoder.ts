import type { Encoder, Encoding } from '../core/engine';

/** Encodings kept: those of one turn, which both of its answers read; 200 × about 6 kB. */
const remembered = 200;

/**
 * The encoder for work that nobody waits for: every text goes behind live messages, whatever is asked, and ends with
 * `signal`. Recent passes are remembered, since the encoder itself remembers live ones only.
 */
export function encodeLater(encoder: Encoder, signal: AbortSignal): Encoder {
  const memory = new Map<string, Promise<Encoding>>();
  function encodeOne(text: string, language: string | undefined): Promise<Encoding> {
    const key = `${language ?? ''} ${text}`;
    const known = memory.get(key);
    if (known) return known;
    const options = { priority: 'later', signal, ...(language === undefined ? {} : { language }) } as const;
    const pass = encoder.encode([text], options).then(([encoding]) => {
      if (!encoding) throw new Error('the encoder gave no answer');
      return encoding;
    });
    memory.set(key, pass);
    pass.catch(() => memory.delete(key));
    if (memory.size > remembered) memory.delete(memory.keys().next().value as string);
    return pass;
  }
  return {
    encode: (texts, options) => Promise.all(texts.map((text) => encodeOne(text, options?.language))),
    state: () => encoder.state(),
  };
}
