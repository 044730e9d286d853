import { findUnsupported } from '../claims';
import type { Draft } from './draft';
import type { PlaceholderValues } from './placeholders';

/** What a draft may say besides its source: names and numbers of the ticket and the settings that fill placeholders. */
export function factsOf(values: PlaceholderValues): string[] {
  return [...new Set(Object.values(values).flatMap((value) => value ?? []))];
}

/**
 * The draft without the sentences that claim a number, a name, a link or a negation their source does not; undefined when
 * nothing is left, or for a macro, whose sentences make one text. Its HTML goes where its text changed.
 */
export function keepSupported<
  D extends Pick<Draft, 'text' | 'parts' | 'language' | 'ranked' | 'links'> & { html?: string },
>(draft: D, facts: readonly string[]): D | undefined {
  const isSound = ({ text, source }: Draft['parts'][number]) =>
    findUnsupported(text, { quote: source.quote, links: draft.links, facts, language: draft.language }).length === 0;
  const kept = draft.parts.filter(isSound);
  if (kept.length === draft.parts.length) return draft;
  if (kept.length === 0 || draft.ranked.hit.ownerKind === 'macro') return undefined;
  const { html: _html, ...rest } = draft;
  return { ...(rest as D), text: kept.map(({ text }) => text).join(' '), parts: kept };
}
