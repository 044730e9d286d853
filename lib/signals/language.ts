import { eld } from 'eld/extrasmall';
import { rememberTexts } from '../core/remember-texts';
import type { Language } from '../core/signals';
import { chatWordLanguages } from './chat-words';
import fit from './language-fit.json' with { type: 'json' };

/** Below this many words n-gram scores are close to chance (measured by eld's authors: 67 % on single words), so chat words count too. */
const shortTextWords = 6;

/** How much the conversation's language counts, shared over the words of a short text: a lone "ok" says nothing, six words do. */
const priorByWords = 1;

/** A part of a text with fewer words is not held against the rest of it. */
const partWords = 6;

/** How sure a part must be of another language to count as mixed in. */
const partConfidence = 0.9;

const arabicScript = new Set(['ar', 'fa', 'ur']);
const otherScripts = new Set('am be bg bn el gu he hi hy ja ka kn ko lo ml mr or pa ru ta te th uk zh'.split(' '));

/** What speaks for the best guess, as the fitted confidence takes it; `scores` by ISO 639-1 code, best first. */
export type LanguageEvidence = { code: string; features: Record<string, number>; scores: [string, number][] };

/** The text without links, addresses, order numbers and signs. */
const cleanOf = (text: string) => text.replace(/https?:\S+|\S+@\S+|[\w-]*\d[\w-]*|[\p{N}\p{S}]+/gu, ' ').trim();
const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];

/** Scores of eld for one text plus what its chat words add; `chat`: share of the words that are chat words, by language. */
function scoreLanguages(words: string[], text: string) {
  const scores: Record<string, number> = { ...eld.detect(text).getScores() };
  const chat: Record<string, number> = {};
  if (words.length > shortTextWords) return { scores, chat };
  for (const word of words)
    for (const code of chatWordLanguages.get(word) ?? []) chat[code] = (chat[code] ?? 0) + 1 / words.length;
  for (const [code, share] of Object.entries(chat)) scores[code] = (scores[code] ?? 0.4) + 0.5 * share;
  return { scores, chat };
}

/** Share of the letters that are not of the script `code` is written in. */
function foreignLetters(text: string, code: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const [all, latin, arabic] = [count(/\p{L}/gu), count(/\p{Script=Latin}/gu), count(/\p{Script=Arabic}/gu)];
  const own = arabicScript.has(code) ? arabic : otherScripts.has(code) ? all - latin - arabic : latin;
  return all === 0 ? 0 : 1 - own / all;
}

/** Texts whose evidence is remembered: one answer asks for most of its texts several times, the next one for most of them again. */
const remembered = 500;

/** Weighs a text by itself; undefined when it has no letters or nothing stands out. */
export const weighLanguage = rememberTexts((text: string): LanguageEvidence | undefined => {
  const cleaned = cleanOf(text);
  const words = wordsOf(cleaned);
  if (words.length === 0) return undefined;
  const { scores, chat } = scoreLanguages(words, cleaned);
  const ranked = Object.entries(scores).sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  if (!best) return undefined;
  const margin = best[1] - (second?.[1] ?? 0);
  const features = {
    score: Math.min(best[1], 1),
    margin,
    // A small lead over many words says as much as a large one over few: Spanish before Portuguese.
    lead: margin * Math.sqrt(Math.min(words.length, 30)),
    words: Math.log(Math.min(words.length, 30)),
    chat: chat[best[0]] ?? 0,
    foreign: foreignLetters(cleaned, best[0]),
    // eld's scores of good text differ by language: 0.75 for Spanish, 0.85 for English.
    [best[0]]: 1,
  };
  return { code: best[0], features, scores: ranked };
}, remembered);

/** Probability that the best guess is right, by the fit of `npm run -s lab -- languages --fit`. */
function confidenceOf({ features }: LanguageEvidence): number {
  const weights: Record<string, number> = fit.weights;
  const sum = Object.entries(weights).reduce((all, [name, weight]) => all + weight * (features[name] ?? 0), fit.bias);
  return 1 / (1 + Math.exp(-sum));
}

/** Share of the words that stand in parts (sentences, lines) surely written in another language than `code`. */
function mixedShare(text: string, code: string): number {
  const parts = text.slice(0, 2000).split(/(?<=[.!?…؟])\s+|\n+/u);
  const counts = parts.map((part) => wordsOf(cleanOf(part)).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const other = parts.reduce((sum, part, at) => {
    const count = counts[at] ?? 0;
    const evidence = count >= partWords ? weighLanguage(part) : undefined;
    const isOther = evidence && evidence.code !== code && confidenceOf(evidence) >= partConfidence;
    return isOther ? sum + count : sum;
  }, 0);
  return total === 0 ? 0 : other / total;
}

/** True when a short text is better explained by the conversation's language than by its own letters. */
function followsConversation(text: string, evidence: LanguageEvidence | undefined, conversation: Language): boolean {
  if (!evidence) return true;
  const scores = new Map(evidence.scores);
  const best = evidence.scores[0]?.[1] ?? 0;
  return (scores.get(conversation.code) ?? 0.4) + priorByWords / wordsOf(cleanOf(text)).length >= best;
}

/**
 * Language of a text by eld (n-grams), helped by chat words; a short one takes the language of the `conversation`
 * around it, which is asked for then only, unless its own is plain. Codes are ISO 639-1, `und` when there are no
 * letters. `confidence` is the fitted probability that the code is right, lowered by the share of words in another
 * language.
 */
export function detectLanguage(text: string, conversation?: () => Language | undefined): Language {
  const evidence = weighLanguage(text);
  const isShort = wordsOf(cleanOf(text)).length <= shortTextWords;
  const around = isShort ? conversation?.() : undefined;
  if (around && followsConversation(text, evidence, around)) return around;
  if (!evidence) return { code: 'und', confidence: 0 };
  const { code } = evidence;
  return { code, confidence: confidenceOf(evidence) * (1 - mixedShare(text, code)) };
}

/** The code that `detectLanguage` gives of a text by itself, without the confidence, which takes longer to tell than the code. */
export function languageCode(text: string): string {
  return weighLanguage(text)?.code ?? 'und';
}

/** True when the language is plain enough for labels to be read in it. */
export function isSureLanguage({ code, confidence }: Language): boolean {
  return code !== 'und' && confidence >= fit.threshold;
}
