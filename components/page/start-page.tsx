import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { createEngineClient } from '../../lib/messaging/client';
import { sendMessage } from '../../lib/messaging/protocol';
import type { Strings } from '../../lib/strings';
import { createQueryClient } from '../query-client';
import { PageRoot } from './PageRoot';

/** True once the extension was reloaded under this page. */
export const isOrphaned = (): boolean => !browser.runtime?.id;

/** Opens one of our pages in a tab. */
export function openOwnPage(page: 'library' | 'practice'): Promise<void> {
  return sendMessage('openPage', page);
}

/** Starts an own page in `#root`, over the engine behind the background. */
export function startPage(
  content: ReactNode,
  options: { title: (strings: Strings) => string; size: 'narrow' | 'wide' },
): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  const engine = createEngineClient((call) => sendMessage('callEngine', call), isOrphaned);
  createRoot(root).render(
    <PageRoot client={createQueryClient()} engine={engine} {...options}>
      {content}
    </PageRoot>,
  );
}
