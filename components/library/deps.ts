import type { SiteActions } from '../page/added-sites';
import type { HelpdeskTabs } from '../page/helpdesk-tabs';

/** What the library page needs of the browser. */
export type LibraryDeps = {
  tabs: HelpdeskTabs;
  sites: SiteActions;
  openPage(page: 'library' | 'practice'): unknown;
  /** Gives the agent a file. */
  download(name: string, text: string): void;
};
