import { Library } from '@/components/library/Library';
import { createHelpdeskTabs } from '@/components/page/browser-tabs';
import { download } from '@/components/page/download';
import { openOwnPage, startPage } from '@/components/page/start-page';
import { helpdeskMatches } from '@/lib/helpdesk/matches';
import { siteActions } from '../popup/site-actions';

const deps = { tabs: createHelpdeskTabs(helpdeskMatches), openPage: openOwnPage, sites: siteActions, download };

startPage(<Library deps={deps} />, { title: ({ library }) => `${library.title} – Deskside`, size: 'wide' });
