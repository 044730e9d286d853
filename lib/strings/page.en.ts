import type { ImportJob } from '../core/knowledge';
import { formatNumber, plural } from './language';
import { policyEn } from './policy.en';

const count = (value: number) => formatNumber('en', value);

/** Text that the popup, the library and the practice page share. */
export const pageEn = {
  onDevice: 'Nothing leaves this browser',
  loading: 'Loading',
  toastRegion: 'Messages from Deskside',
  toastClose: 'Close message',
  cancel: 'Cancel',
  retry: 'Try again',
  failed: 'Deskside could not answer',
  failedReload: 'Deskside was updated. Reload this page to go on.',
  notStored: 'The browser refused to store the setting.',

  source: {
    file: (name: string) => `File: ${name}`,
    practice: 'Practice data',
  },
  counts: {
    articles: (value: number) => plural('en', value, { one: '# article', other: '# articles' }),
    macros: (value: number) => plural('en', value, { one: '# macro', other: '# macros' }),
    playbooks: (value: number) => plural('en', value, { one: '# playbook', other: '# playbooks' }),
    passages: (value: number) => plural('en', value, { one: '# passage', other: '# passages' }),
    pastTickets: (value: number) => plural('en', value, { one: '# past ticket', other: '# past tickets' }),
    problems: (value: number) => plural('en', value, { one: '# problem', other: '# problems' }),
  },
  policy: policyEn,
  sites: {
    type: 'Kind of helpdesk',
    auto: 'Recognised by itself',
    generic: 'Standard markup',
    taught: 'As I taught it',
    remove: 'Remove',
    removeNamed: (host: string) => `Remove ${host}`,
    removeTitle: (host: string) => `Remove ${host}?`,
    removeText: 'Deskside no longer runs there, and the browser takes its permission back.',
    removeTaughtText:
      'Deskside no longer runs there, and forgets what you taught it. Export it first if you want to keep it.',
  },
  importing: {
    start: 'Import',
    refresh: 'Refresh',
    resume: 'Resume',
    cancel: 'Cancel import',
    progressOf: (host: string) => `Import from ${host}`,
    progress: (done: number, total: number | null) =>
      total === null ? `${count(done)} read` : `${count(done)} of ${count(total)} read`,
    noTab: 'Open a ticket of your helpdesk in a tab to import its articles and macros.',
    tabGone: 'The helpdesk tab did not answer. Reload it and try again.',
    status: {
      running: 'Importing',
      paused: 'Paused',
      cancelled: 'Cancelled',
      failed: 'Failed',
      done: 'Up to date',
    } satisfies Record<ImportJob['status'], string>,
  },
};

/** Keys every language must carry. */
export type PageStrings = typeof pageEn;
