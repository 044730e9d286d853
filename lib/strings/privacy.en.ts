import type { LinkedCounts, PrivacyState } from '../core/privacy';
import { plural } from './language';

const entries = (value: number) => plural('en', value, { one: '# entry', other: '# entries' });

/** Text of the library page about what is kept of customers. */
export const privacyEn = {
  heading: 'Privacy',
  intro:
    'What Deskside keeps, where, for how long, and how you see, take along and delete it. For the team lead and whoever answers for data protection.',
  print: 'Print this page',
  facts: 'How it works',
  factList: [
    'Everything stays in this browser on this computer. Deskside has no server, and its content security policy lets no page of it reach another host.',
    'A conversation is read while its ticket is open and is gone from memory afterwards. Past tickets are kept only while “Remember tickets I see” is on, with personal data taken out before anything is written.',
    'What is taken out is found by rules, not by a person: the panel shows it for each ticket, and now and then a name will be missed.',
    'Whose duty it is, and on which legal basis your team keeps what is listed here, is for your team to decide; Deskside takes no view on it.',
  ],
  remembering: (isOn: boolean): string =>
    isOn ? 'Remembering past tickets is on.' : 'Remembering past tickets is off: none is added.',
  table: 'What is kept on this device',
  columns: {
    what: 'What',
    holds: 'What is in it',
    where: 'Where',
    count: 'How many',
    oldest: 'Oldest',
    keep: 'How long',
  },
  database: 'Database of this extension',
  kinds: {
    pastTickets: {
      name: 'Past tickets',
      holds: 'Subject, question and answer with personal data taken out; the ticket’s number',
    },
    choices: { name: 'What you chose', holds: 'Which suggestion was used for which kind of request; no text' },
    gaps: {
      name: 'Questions without an answer',
      holds: 'The question with personal data taken out; its tickets as hashes',
    },
    importReports: { name: 'Import reports', holds: 'Titles and lines of an import that could not be read' },
    audit: {
      name: 'Log',
      holds: 'What was suggested and done, and when; tickets as keyed hashes, text only where you have it kept',
    },
    articles: { name: 'Articles', holds: 'Your help centre, as imported' },
    macros: { name: 'Macros', holds: 'Your canned replies, as imported' },
    playbooks: { name: 'Playbooks', holds: 'The steps you wrote or imported' },
    examples: { name: 'Examples of your intents', holds: 'Messages you typed or imported as examples' },
  } satisfies Record<keyof PrivacyState['counts'], { name: string; holds: string }>,
  untilDeleted: 'Until you delete it',
  keepFor: (what: string) => `How long: ${what}`,
  days: (value: number) => plural('en', value, { one: '# day', other: '# days' }),
  never: 'No limit',
  tidied: (time: string, removed: number) => `Last tidied ${time}: ${entries(removed)} deleted.`,
  tidiedNever: 'Not tidied yet; it happens when the browser starts and once a day.',
  tidyNow: 'Delete what is too old now',
  tidyDone: (removed: number) => `${entries(removed)} deleted.`,
  person: 'Delete what is linked to a customer',
  personText:
    'Deskside keeps no names or addresses of customers on purpose, so a ticket number finds the most; a name or an e-mail address finds where one was missed. Part several by commas.',
  personLabel: 'Ticket numbers, e-mail addresses or names',
  find: 'Find',
  found: 'Found',
  nothing: 'Nothing that is kept is linked to this.',
  linked: {
    pastTickets: (value: number) => plural('en', value, { one: '# past ticket', other: '# past tickets' }),
    choices: (value: number) => plural('en', value, { one: '# choice', other: '# choices' }),
    gaps: (value: number) => plural('en', value, { one: '# question', other: '# questions' }),
    examples: (value: number) => plural('en', value, { one: '# example of an intent', other: '# examples of intents' }),
    audit: (value: number) => plural('en', value, { one: '# row of the log', other: '# rows of the log' }),
    knowledge: (value: number) =>
      plural('en', value, { one: '# article, macro or playbook', other: '# articles, macros or playbooks' }),
  } satisfies Record<keyof LinkedCounts, (value: number) => string>,
  knowledgeNote:
    'Articles, macros and playbooks are your team’s own texts: change them where they come from. They are not deleted here.',
  remove: 'Delete these',
  removeTitle: 'Delete what is linked?',
  removeText: 'This cannot be undone.',
  removed: (what: string) => `Deleted: ${what}.`,
  everything: 'Everything',
  everythingText:
    'The file holds all that is kept as JSON and CSV, with the settings; Deskside reads deskside.json in it again.',
  export: 'Export everything (ZIP)',
  exported: 'Exported. Look in your downloads.',
  deleteAll: 'Delete everything',
  deleteTitle: 'Delete everything?',
  deleteText:
    'Knowledge, past tickets, what was learnt, the log and all settings go; one row tells that they did. This cannot be undone.',
  deleted: (count: number) => `Everything was deleted: ${entries(count)}.`,
  about:
    'What Deskside kept on this device. deskside.json is the whole and can be imported again; each list is also there as JSON and as CSV (UTF-8). settings.json holds the settings.',
};

/** Keys every language must carry. */
export type PrivacyStrings = typeof privacyEn;
