import { Library } from '@/components/library/Library';
import { createHelpdeskTabs } from '@/components/page/browser-tabs';
import { openOwnPage, startPage } from '@/components/page/start-page';
import { helpdeskMatches } from '@/lib/helpdesk/matches';

const deps = { tabs: createHelpdeskTabs(helpdeskMatches), openPage: openOwnPage };

startPage(<Library deps={deps} />, { title: ({ library }) => `${library.title} – Deskside`, size: 'wide' });
