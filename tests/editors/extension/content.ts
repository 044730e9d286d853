import type { Reply } from '../../../lib/core/helpdesk.ts';
import { zendesk } from '../../../lib/helpdesk/zendesk/index.ts';
import { insertion } from '../pages/insertion.ts';
import { listenForOffers } from './ghost.tsx';

/**
 * The content script's world with the extension's own insertion in it, and no panel but its ghost text: the page says what goes in, so that
 * a test can put any reply into any editor.
 */
const { signal } = new AbortController();

async function answer(event: Event): Promise<void> {
  const reply = JSON.parse((event as CustomEvent<string>).detail) as Reply;
  // Expected failures are values: what is thrown is a fault, which the judge must hear of too.
  const result = await zendesk
    .compose(reply, { signal })
    .catch((error: unknown) => ({ ok: false, error: { kind: 'thrown', message: String(error) } }));
  document.dispatchEvent(new CustomEvent(insertion.answer, { detail: JSON.stringify(result) }));
}

zendesk.watch(() => {}, { signal });
document.addEventListener(insertion.request, (event) => void answer(event));
void listenForOffers(zendesk).then(() => document.documentElement.setAttribute(insertion.ready, ''));
