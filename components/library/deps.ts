import type { HelpdeskTabs } from '../page/helpdesk-tabs';

/** What the library page needs of the browser. */
export type LibraryDeps = { tabs: HelpdeskTabs; openPage(page: 'library' | 'practice'): unknown };
