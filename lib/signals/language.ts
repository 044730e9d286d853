import { eld } from 'eld/extrasmall';
import type { Language } from '../core/signals';

/** Words that stand alone in chats and are too short for n-grams; ISO 639-1 by word. */
const chatWords: Record<string, string[]> = {
  en: [
    'hi',
    'hello',
    'hey',
    'thanks',
    'thank',
    'thx',
    'ok',
    'okay',
    'yes',
    'no',
    'please',
    'pls',
    'the',
    'my',
    'is',
    'not',
    'where',
    'what',
    'how',
    'when',
    'why',
    'it',
    'still',
    'any',
    'news',
    'order',
    'refund',
    'cant',
    'cannot',
    'doesnt',
    'wont',
    'dont',
    'broken',
    'help',
    'great',
    'perfect',
    'lol',
    'with',
    'and',
    'for',
    'you',
    'this',
    'login',
    'password',
    'invoice',
    'signal',
    'error',
    'screen',
    'battery',
    'never',
    'again',
    'sorry',
    'good',
    'bad',
    'wrong',
    'missing',
    'late',
  ],
  de: [
    'hallo',
    'danke',
    'bitte',
    'ja',
    'nein',
    'und',
    'nicht',
    'ich',
    'wo',
    'wann',
    'guten',
    'tag',
    'rechnung',
    'bestellung',
    'kaputt',
  ],
  es: [
    'hola',
    'gracias',
    'por',
    'favor',
    'sí',
    'si',
    'dónde',
    'donde',
    'cuándo',
    'mi',
    'pedido',
    'buenas',
    'buenos',
    'factura',
    'roto',
  ],
  fr: [
    'bonjour',
    'merci',
    'salut',
    'oui',
    'non',
    'svp',
    'où',
    'quand',
    'ma',
    'mon',
    'commande',
    'facture',
    'cassé',
    'bonsoir',
    'je',
  ],
  pt: [
    'olá',
    'ola',
    'obrigado',
    'obrigada',
    'sim',
    'não',
    'nao',
    'onde',
    'quando',
    'meu',
    'minha',
    'pedido',
    'bom',
    'boa',
    'fatura',
  ],
};
const wordLanguages = new Map<string, string[]>();
for (const [code, words] of Object.entries(chatWords)) {
  for (const word of words) wordLanguages.set(word, [...(wordLanguages.get(word) ?? []), code]);
}

/** Below this many words n-gram scores are close to chance (measured by eld's authors: 67 % on single words), so chat words count too. */
const shortTextWords = 6;

/** How much the conversation's language counts, shared over the words of a short text: a lone "ok" says nothing, six words do. */
const priorByWords = 1;

/** Scores of eld for one text plus what its chat words add; keys ISO 639-1. */
function scoreLanguages(words: string[], text: string): Record<string, number> {
  const scores = { ...eld.detect(text).getScores() };
  if (words.length > shortTextWords) return scores;
  const known = words.flatMap((word) => wordLanguages.get(word) ?? []);
  for (const code of new Set(known)) {
    const share = known.filter((found) => found === code).length / words.length;
    scores[code] = (scores[code] ?? 0.4) + 0.5 * share;
  }
  return scores;
}

/**
 * Language of a text by eld (n-grams), helped by chat words and by the language of the conversation so far where the
 * text is short. Codes are ISO 639-1, `und` when no letters or nothing stands out; confidence 0 to 1 is the margin
 * over the runner-up, not a calibrated probability.
 */
export function detectLanguage(text: string, conversation?: string): Language {
  const cleaned = text.replace(/https?:\S+|\S+@\S+|[\p{N}\p{S}]+/gu, ' ').trim();
  const words = cleaned.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return { code: conversation ?? 'und', confidence: conversation ? 0.5 : 0 };
  const scores = scoreLanguages(words, cleaned);
  if (conversation && words.length <= shortTextWords)
    scores[conversation] = (scores[conversation] ?? 0.4) + priorByWords / words.length;
  const [best, second] = Object.entries(scores).sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < 0.45) return { code: conversation ?? 'und', confidence: conversation ? 0.5 : 0 };
  const margin = best[1] - (second?.[1] ?? 0);
  return { code: best[0], confidence: Math.min(1, Math.max(0.3, 0.5 + margin * 2)) };
}
