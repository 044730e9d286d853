import type { LayoutReport } from '../../lib/core/helpdesk';
import type { SiteActions } from '../page/added-sites';
import type { HelpdeskTabs } from '../page/helpdesk-tabs';

/** A keyboard command of the browser; `shortcut` is empty while unset. */
export type BrowserCommand = { name: string; description: string; shortcut: string };

/** The tab in front of the popup; `desk`: the built-in helpdesk there; another page can be added as one. */
export type Site = { origin: string; host: string; desk: string | null };

/** What the popup needs of the browser. */
export type PopupDeps = {
  /** The web page in the active tab, or null when it is a page of the browser. */
  readSite(): Promise<Site | null>;
  sites: SiteActions;
  /** The page in the active tab. */
  pageInFront: {
    /** What an added helpdesk was recognised as; null while it was not. */
    describe(): Promise<{ id: string; name: string } | null>;
    /** Its structure with all text removed; null where nobody of ours answers. */
    reportLayout(): Promise<LayoutReport | null>;
    /** Starts to be taught there, and leaves the popup. */
    teach(): void;
  };
  readCommands(): Promise<BrowserCommand[]>;
  /** Opens the browser's own page of shortcuts. */
  openShortcutPage(): void;
  openPage(page: 'library' | 'practice'): unknown;
  /** Gives the agent a file. */
  download(name: string, text: string): void;
  tabs: HelpdeskTabs;
  version: string;
};
