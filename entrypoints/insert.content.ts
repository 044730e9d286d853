import { defineContentScript } from 'wxt/utils/define-content-script';
import { listenForInsertRequests } from '@/lib/helpdesk/insert-main-world';
import { helpdeskMatches } from '@/lib/helpdesk/matches';

export default defineContentScript({
  matches: helpdeskMatches,
  world: 'MAIN',
  main: () => listenForInsertRequests(),
});
