import { queryOptions } from '@tanstack/react-query';
import type { Result } from '../../lib/core/result';

/** A tab in which a helpdesk is open; `origin` such as `https://acme.zendesk.com`. */
export type HelpdeskTab = { id: number; origin: string };

/** Open helpdesk tabs, and the import of knowledge through them with the agent's own session. */
export type HelpdeskTabs = {
  /** One tab for each origin, the one used last. */
  list(): Promise<HelpdeskTab[]>;
  /** Asks the tab's content script; rejects when nobody answers there. */
  importKnowledge(tabId: number, action: 'start' | 'cancel'): Promise<Result<null>>;
};

/** Open helpdesk tabs, looked for again every 3 s. */
export const helpdeskTabsQuery = (tabs: HelpdeskTabs) =>
  queryOptions({
    queryKey: ['helpdesk-tabs'] as const,
    queryFn: () => tabs.list(),
    refetchInterval: 3_000,
  });
