import type { HelpdeskTabs } from '../page/helpdesk-tabs';

/** A keyboard command of the browser; `shortcut` is empty while unset. */
export type BrowserCommand = { name: string; description: string; shortcut: string };

/** The tab in front of the popup. */
export type Site = { origin: string; host: string };

/** What the popup needs of the browser. */
export type PopupDeps = {
  /** The helpdesk in the active tab, or null when it is another page. */
  readSite(): Promise<Site | null>;
  readCommands(): Promise<BrowserCommand[]>;
  /** Opens the browser's own page of shortcuts. */
  openShortcutPage(): void;
  openPage(page: 'library' | 'practice'): unknown;
  /** Gives the agent a file. */
  download(name: string, text: string): void;
  tabs: HelpdeskTabs;
  version: string;
};
