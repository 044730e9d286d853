import type { Encoder } from '../core/engine';

export type LanguageEncoders = {
  english: Encoder;
  /** Gives vectors in the space of `english`. */
  multilingual: Encoder;
  /** ISO 639-1, `und` where it cannot be told. */
  languageOf(text: string): string;
};

/**
 * One encoder over two: English, and what cannot be told, goes to the English model, every other language to the
 * multilingual one. Vectors of both can be compared. `state` is that of the English model, with both versions and the
 * memory of both, since vectors belong to the pair, and with what went wrong in either.
 */
export function routeByLanguage({ english, multilingual, languageOf }: LanguageEncoders): Encoder {
  return {
    async encode(texts, options) {
      const isOther = texts.map((text) => !['en', 'und'].includes(options?.language ?? languageOf(text)));
      const part = (other: boolean) => texts.filter((_text, at) => isOther[at] === other);
      const [own, others] = await Promise.all(
        [english, multilingual].map((encoder, at) => {
          const asked = part(at === 1);
          return asked.length > 0 ? encoder.encode(asked, options) : [];
        }),
      );
      const lists = { own: [...(own ?? [])], others: [...(others ?? [])] };
      return isOther.map((other) => {
        const encoding = (other ? lists.others : lists.own).shift();
        if (!encoding) throw new Error('an encoder answered fewer texts than it was asked');
        return encoding;
      });
    },
    state() {
      const [first, second] = [english.state(), multilingual.state()];
      const failed = second.failure ? second : first;
      const memory = [first.memoryBytes, second.memoryBytes].filter((bytes) => bytes !== null);
      return {
        ...first,
        // One that was not asked yet has nothing to be tested.
        ...(second.status === 'ready' && second.selfTest === 'waiting' ? { selfTest: 'waiting' as const } : {}),
        ...(failed.failure ? { failure: failed.failure, message: failed.message ?? '' } : {}),
        fallbacks: (first.fallbacks ?? 0) + (second.fallbacks ?? 0),
        version: `${first.version}+${second.version}`,
        memoryBytes: memory.length > 0 ? memory.reduce((sum, bytes) => sum + bytes, 0) : null,
      };
    },
  };
}
