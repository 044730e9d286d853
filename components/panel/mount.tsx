import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../query-client';
import '../tokens.css';
import type { PanelActions, PanelDeps } from './deps';
import styles from './mount.module.css';
import { Panel } from './Panel';

/** A panel on the page: what the keyboard and the browser's commands may do with it, and how to take it away. */
export type MountedPanel = { actions: PanelActions; unmount(): void };

/**
 * Mounts the panel into `container`, an element of our own shadow root. Key events from inside never reach the helpdesk
 * page, except those that it catches before us.
 */
export function mountPanel(container: HTMLElement, deps: PanelDeps): MountedPanel {
  const root = document.createElement('div');
  root.className = styles.root ?? '';
  root.dataset.deskside = '';
  container.append(root);
  const handlers: Partial<PanelActions> = {};
  const queryClient = createQueryClient();
  const reactRoot = createRoot(root);
  reactRoot.render(
    <QueryClientProvider client={queryClient}>
      <Panel deps={deps} root={root} handlers={handlers} />
    </QueryClientProvider>,
  );
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    container.addEventListener(type, stopHere);
  }
  return {
    actions: {
      toggle: () => handlers.toggle?.(),
      insertReply: () => handlers.insertReply?.(),
      nextAlternative: () => handlers.nextAlternative?.(),
    },
    unmount() {
      reactRoot.unmount();
      queryClient.clear();
      root.remove();
      for (const type of ['keydown', 'keyup', 'keypress'] as const) container.removeEventListener(type, stopHere);
    },
  };
}

function stopHere(event: Event): void {
  event.stopPropagation();
}
