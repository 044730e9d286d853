import type { ReplyStyle } from '../../core/suggestion';
import { claimsAlike, claimsNothing } from '../claims';
import { type Lexicon, lexiconOf } from '../wording/lexicon';
import type { Draft } from './draft';

const pictures = /(?![©®™])\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*/gu;

/** A capital where an exchange took the first word away. */
function withCapital(text: string, before: string): string {
  if (!/^\P{L}*\p{Lu}/u.test(before)) return text;
  return text.replace(/^\P{L}*\p{Ll}/u, (start) => start.toUpperCase());
}

/** What stands in quotation marks is named, as a button by its label, and stays to the letter. */
const quoted = /"[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»|‹[^›]+›|`[^`]+`/gu;
/** Stands for what is quoted meanwhile: for private use, of no script. */
const held = '\uE000';

function exchange(sentence: string, lexicon: Lexicon, style: ReplyStyle): string {
  if (sentence.includes(held)) return sentence;
  const labels = sentence.match(quoted) ?? [];
  const changed = exchangeOutside(sentence.replace(quoted, held), lexicon, style);
  return changed.replaceAll(held, () => labels.shift() ?? '');
}

function exchangeOutside(sentence: string, lexicon: Lexicon, style: ReplyStyle): string {
  let text = sentence;
  for (const [find, put] of lexicon[style]) text = text.replace(find, put);
  if (style === 'formal' || style === 'shorter') text = text.replace(pictures, '').replace(/!+/g, '.');
  if (style === 'warmer') text = text.replace(/\.{2,}$/, '.');
  return withCapital(text.replace(/[ \t]{2,}/g, ' ').trim(), sentence);
}

/**
 * A sentence in another style, or undefined where a short reply does without it. What it claims stays: an exchange that would
 * change a number, a name, a link or a negation is not made, and only a sentence that claims nothing goes.
 */
export function restyleSentence(sentence: string, language: string, style: ReplyStyle): string | undefined {
  const lexicon = lexiconOf(language);
  if (!lexicon) return sentence;
  const isCourtesy = lexicon.courtesy.test(sentence) && claimsNothing(sentence, language) && !/[?؟]/.test(sentence);
  if (style === 'shorter' && isCourtesy) return undefined;
  const changed = exchange(sentence, lexicon, style);
  return changed !== '' && claimsAlike(sentence, changed, language) ? changed : sentence;
}

/** Of two gaps between sentences the one with more line breaks. */
function wider(left: string, right: string): string {
  const breaks = (gap: string) => gap.split('\n').length;
  return left !== '' && breaks(left) >= breaks(right) ? left : right;
}

/**
 * The body of a draft in another style, without its HTML where the text changed. Sentences keep their sources and the layout
 * around them; at least one stays.
 */
export function restyleDraft(draft: Draft, style: ReplyStyle): Omit<Draft, 'html'> & { html?: string } {
  const restyled = draft.parts.map((part) => ({ part, text: restyleSentence(part.text, draft.language, style) }));
  if (restyled.every(({ text }) => text === undefined)) return draft;
  let text = '';
  let position = 0;
  let gap = '';
  for (const { part, text: changed } of restyled) {
    const start = draft.text.indexOf(part.text, position);
    if (start < 0) return draft;
    gap = wider(gap, draft.text.slice(position, start));
    position = start + part.text.length;
    if (changed === undefined) continue;
    text += (text === '' ? '' : gap) + changed;
    gap = '';
  }
  text = `${text}${draft.text.slice(position)}`.trim();
  if (text === draft.text) return draft;
  const { html: _html, ...rest } = draft;
  const parts = restyled.flatMap(({ part, text: own }) => (own === undefined ? [] : [{ ...part, text: own }]));
  return { ...rest, text, parts };
}
