import type { PageCommand } from '../../lib/messaging/protocol';

/** What the practice page needs of the browser. */
export type PracticeDeps = {
  /** Our own origin: the source of the sample library. */
  origin: string;
  openPage(page: 'library' | 'practice'): unknown;
  /** Calls back with every keyboard command of the browser; answers a function that stops it. */
  onCommand(run: (name: PageCommand) => void): () => void;
  isOrphaned(): boolean;
};
