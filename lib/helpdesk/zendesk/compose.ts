import type { ComposerHandle } from '../../core/helpdesk';
import type { ComposerState } from '../../core/ticket';
import { isShown, type Place } from '../dom';
import { isTextField } from '../editor';
import { visibleText } from '../text';
import { zendeskSelectors as at } from './selectors';

/** Channels whose composer takes plain text and whose customers read along live. */
const liveChannels = new Set([
  'native_messaging',
  'messaging',
  'chat',
  'sms',
  'whatsapp',
  'facebook',
  'instagram_dm',
  'line',
  'telegram',
]);

/** The first that is shown, of those in the ticket's own conversation where there are any: a side conversation has an editor too. */
function findOwnShown(pane: Place, selectors: readonly string[]): HTMLElement | undefined {
  for (const selector of selectors) {
    const shown = [...pane.querySelectorAll(selector)].filter(isShown) as HTMLElement[];
    const own = shown.find((element) => element.closest(at.conversation)) ?? shown[0];
    if (own) return own;
  }
  return undefined;
}

/** The channel as the composer's switcher names it (`web`, `email`, `internal`, `native_messaging` …); undefined without a switcher. */
export function openChannel(pane: Place): string | undefined {
  return findOwnShown(pane, [at.switcher])?.getAttribute('data-channel') ?? undefined;
}

export function isLiveChannel(channel: string): boolean {
  return liveChannels.has(channel);
}

function draftOf(element: HTMLElement): string {
  return isTextField(element) ? element.value : visibleText(element);
}

/** The composer of a pane. Without the channel switcher nobody can tell whom the text would reach, so there is none. */
export function findComposer(pane: Place): ComposerHandle | undefined {
  const element = findOwnShown(pane, [at.richEditor, at.plainEditor, at.legacyEditor]);
  const channel = openChannel(pane);
  if (!element || channel === undefined || element.getAttribute('contenteditable') === 'false') return undefined;
  const isPlain = element.matches(at.plainEditor) || (channel !== 'internal' && isLiveChannel(channel));
  const state: ComposerState = {
    target: channel === 'internal' ? 'note' : 'public',
    format: isPlain ? 'plain' : 'rich',
    draft: draftOf(element),
  };
  return { element, state };
}

/** Landmarks of the composer that are missing: an editor without a channel switcher must not be written to. */
export function missingInComposer(pane: Element): string[] {
  const hasEditor = findOwnShown(pane, [at.richEditor, at.plainEditor, at.legacyEditor]) !== undefined;
  return hasEditor && openChannel(pane) === undefined ? ['channel switcher'] : [];
}
