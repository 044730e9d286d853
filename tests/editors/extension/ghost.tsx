import { createRoot } from 'react-dom/client';
import type { PanelContext, PanelPage } from '../../../components/panel/deps.ts';
import { PanelProvider } from '../../../components/panel/deps.ts';
import { type GhostPart, GhostText } from '../../../components/panel/GhostText.tsx';
import { createObservable } from '../../../components/panel/observable.ts';
import { textToHtml } from '../../../components/panel/reply-html.ts';
import type { Helpdesk } from '../../../lib/core/helpdesk.ts';
import type { ReplySuggestion } from '../../../lib/core/suggestion.ts';
import { getPanelStrings } from '../../../lib/strings/panel.strings.ts';
import { ghostOffer, type Offer } from '../pages/ghost.ts';

/** Our one element with its shadow root, as the content script of the product adds it. */
async function attachRoot(): Promise<HTMLElement> {
  const css = await fetch(chrome.runtime.getURL('content.css')).then((answer) => answer.text());
  const host = document.createElement('deskside-panel');
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = `:host{all:initial!important}${css.replaceAll(':root', ':host')}`;
  const root = document.createElement('div');
  shadow.append(style, root);
  document.documentElement.append(host);
  return root;
}

function suggestionOf({ text, language }: Offer): ReplySuggestion {
  const rest = { confidence: 0.9, sentences: [], alternative: { index: 0, count: 1 }, sources: [] };
  return { kind: 'reply', id: `${language} ${text.length}`, text, html: textToHtml(text), language, ...rest };
}

/** Shows the product's ghost text over the page's editor whenever the page offers a reply, until it is muted or taken. */
export async function listenForOffers(helpdesk: Helpdesk): Promise<void> {
  const root = await attachRoot();
  const place = document.createElement('div');
  root.append(place);
  const react = createRoot(place);
  let turn = 0;
  const end = () => react.render(null);
  const context = {
    helpdesk,
    root,
    strings: getPanelStrings('en'),
    pageState: createObservable<PanelPage>({ state: 'waiting' }),
  } satisfies Partial<PanelContext>;
  document.addEventListener(ghostOffer, (event) => {
    const offer = JSON.parse((event as CustomEvent<string>).detail) as Offer | null;
    if (!offer) return end();
    turn += 1;
    const suggestion = suggestionOf(offer);
    const onAccept = async ({ text, isRest, isLast }: GhostPart) => {
      const html = isRest ? textToHtml(text) : suggestion.html;
      const how = isRest ? { isContinuation: true } : {};
      const { signal } = new AbortController();
      place.dataset.taking = '';
      const result = await helpdesk.compose({ text, html, target: 'public', ticketId: '12', ...how }, { signal });
      delete place.dataset.taking;
      if (result.ok && isLast) end();
    };
    react.render(
      <PanelProvider key={turn} value={context as unknown as PanelContext}>
        <GhostText suggestion={suggestion} onAccept={onAccept} onMute={end} />
      </PanelProvider>,
    );
  });
}
