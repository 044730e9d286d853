import { useMutation, useQueryClient } from '@tanstack/react-query';
import { unwrap } from '../query-client';
import type { HelpdeskTab, HelpdeskTabs } from './helpdesk-tabs';
import { usePage } from './page-context';

/** Starts, resumes or cancels the import through a helpdesk's tab; a tab that does not answer is told to the agent. */
export function useImport(tabs: HelpdeskTabs) {
  const client = useQueryClient();
  const { showToast, strings } = usePage();
  return useMutation({
    mutationFn: ({ tab, action }: { tab: HelpdeskTab; action: 'start' | 'cancel' }) =>
      unwrap(tabs.importKnowledge(tab.id, action)),
    onError: () => showToast('warn', strings.page.importing.tabGone),
    onSettled: () => client.invalidateQueries({ queryKey: ['engine'] }),
  });
}
