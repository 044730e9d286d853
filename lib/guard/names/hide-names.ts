import type { Encoder } from '../../core/engine';
import { rememberTexts } from '../../core/remember-texts';
import { findNames } from './find-names';

/** What every person is called, by script. Ordinary first names: the models know them from the messages they learnt from. */
const stand = { latin: 'Alex', arabic: 'سامي' } as const;
const arabicLetter = /[\u0600-\u06ff]/;
/** Texts remembered: a conversation is read anew with every message that comes. */
const remembered = 500;

function hide(text: string): string {
  let hiding = '';
  let end = 0;
  for (const span of findNames(text)) {
    const isArabic = arabicLetter.test(text.slice(span.start, span.end));
    hiding += text.slice(end, span.start) + stand[isArabic ? 'arabic' : 'latin'];
    end = span.end;
  }
  return hiding + text.slice(end);
}

/** The text with every person called by one name. Names that are not found stay. */
export const hideNames = rememberTexts(hide, remembered);

/**
 * An encoder that reads what people write with names hidden, so that nobody's mood, wish or urgency is told by who they are;
 * `npm run prove:bias` measures what is left.
 */
export function withoutNames(encoder: Encoder): Encoder {
  return { ...encoder, encode: (texts, options) => encoder.encode(texts.map(hideNames), options) };
}
