import type { Settings } from '../core/settings';
import type { NoticeLine } from '../core/suggestion';
import type { Ticket } from '../core/ticket';
import { toHtml } from './reply/html';
import { en } from './wording/en';
import { allWordings, wordingOf } from './wording/wording';

type NoticeSettings = Pick<Settings, 'aiNotice' | 'aiNoticeText'>;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The team's own words, or ours in the reply's language; English where we have none in it: what must be told is told. */
function wordsFor(language: string, { aiNoticeText }: NoticeSettings): string {
  return oneLine(aiNoticeText) || (wordingOf(language) ?? en).notice;
}

/** True for a line that tells of the help by a machine: in the team's words, or in ours in any language. */
function isNotice(line: string, { aiNoticeText }: NoticeSettings): boolean {
  const said = oneLine(line);
  return said !== '' && (said === oneLine(aiNoticeText) || allWordings.some(({ notice }) => notice === said));
}

/**
 * The line for a reply, where the team wants it; undefined where the reply says it already, and in a chat whose agent has said
 * it before: there, every message would.
 */
export function noticeFor(
  text: string,
  { language, settings, ticket }: { language: string; settings: NoticeSettings; ticket: Ticket },
): NoticeLine | undefined {
  if (!settings.aiNotice) return undefined;
  const hasIt = (said: string) => said.split('\n').some((line) => isNotice(line, settings));
  if (hasIt(text)) return undefined;
  const isSaid = ticket.messages.some((message) => message.role === 'agent' && hasIt(message.text));
  if (ticket.channel === 'messaging' && isSaid) return undefined;
  const words = wordsFor(language, settings);
  return { text: words, html: toHtml(words) };
}

/** A text without such lines: they are nobody's words, so that nothing is learnt of them and no past reply holds them. */
export function withoutNotice(text: string, settings: NoticeSettings): string {
  const lines = text.split('\n');
  const kept = lines.filter((line) => !isNotice(line, settings));
  if (kept.length === lines.length) return text;
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
