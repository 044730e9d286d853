import { Library } from '@/components/library/Library';
import { createHelpdeskTabs } from '@/components/page/browser-tabs';
import { download, downloadArchive } from '@/components/page/download';
import { openOwnPage, startPage } from '@/components/page/start-page';
import { helpdeskMatches } from '@/lib/helpdesk/matches';
import { packArchive } from '@/lib/privacy/archive';
import { readSettings } from '@/lib/storage/settings';
import { forgetTicks } from '@/lib/storage/ticks';
import { siteActions } from '../popup/site-actions';
import { readFile } from './document-reader';
import { importInPieces } from './file-pieces';
import { verifyLogFile } from './log-reader';

const deps = {
  tabs: createHelpdeskTabs(helpdeskMatches),
  openPage: openOwnPage,
  sites: siteActions,
  readFile,
  importInPieces,
  verifyAuditFile: verifyLogFile,
  download,
  downloadArchive,
  forgetTicks,
  packArchive: async (json: string, about: string) => packArchive({ json, settings: await readSettings(), about }),
  print: () => window.print(),
};

startPage(<Library deps={deps} />, { title: ({ library }) => `${library.title} – Deskside`, size: 'wide' });
