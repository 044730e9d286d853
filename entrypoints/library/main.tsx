import { Library } from '@/components/library/Library';
import { createHelpdeskTabs } from '@/components/page/browser-tabs';
import { download } from '@/components/page/download';
import { openOwnPage, startPage } from '@/components/page/start-page';
import { helpdeskMatches } from '@/lib/helpdesk/matches';
import { siteActions } from '../popup/site-actions';
import { readFile } from './document-reader';
import { verifyLogFile } from './log-reader';

const deps = {
  tabs: createHelpdeskTabs(helpdeskMatches),
  openPage: openOwnPage,
  sites: siteActions,
  readFile,
  verifyAuditFile: verifyLogFile,
  download,
};

startPage(<Library deps={deps} />, { title: ({ library }) => `${library.title} – Deskside`, size: 'wide' });
