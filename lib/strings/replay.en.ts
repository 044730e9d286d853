import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('en', value);
const turns = (value: number) => plural('en', value, { one: '# answer', other: '# answers' });
const tickets = (value: number) => plural('en', value, { one: '# ticket', other: '# tickets' });

/** Text of the library page about what would have been suggested in past tickets. */
export const replayEn = {
  heading: 'What would Deskside have suggested?',
  intro:
    'Walks past tickets answer by answer and shows its suggestion beside what the agent wrote. Runs on this device, behind tickets you work on. Nothing is kept and nothing is learnt from it.',
  choose: 'Choose an export',
  chooseHint: 'Tickets with their messages as JSON, JSON lines or CSV.',
  kept: 'Use tickets kept here',
  keptOff: 'No tickets are kept on this device: “Remember tickets I see” is off.',
  loaded: (name: string | null, value: number) => `${name ?? 'Kept on this device'}: ${tickets(value)}`,
  close: 'Close these tickets',
  leftOut: (value: number) => `${turns(value)} left out: one replay takes so many.`,
  problems: (value: number) => plural('en', value, { one: '# line not read', other: '# lines not read' }),
  failures: {
    'unsupported-file': 'This kind of file holds no tickets Deskside can read. Use JSON, JSON lines or CSV.',
    'file-too-large': 'The file is larger than 20 MB. Split it and try again.',
    'not-text': 'The file is not text. Export the tickets as JSON or CSV.',
    'no-turns': 'In none of these tickets did an agent answer a customer.',
    'memory-off': 'Tickets are not kept on this device.',
  },
  noTickets: (why: string) => `No tickets found in it: ${why}`,

  settings: 'Try other settings',
  settingsHint: 'Only for this replay. Your settings stay as they are.',
  learning: 'Use what was learnt from choices',
  memory: 'Use past tickets kept here',
  kinds: 'What is shown',
  reset: 'Back to my settings',
  compare: 'Compare',
  again: 'Replay again',
  changes: 'Tried:',
  on: (name: string) => `${name}: on`,
  off: (name: string) => `${name}: off`,

  running: 'Replaying',
  progress: (done: number, total: number) => `${count(done)} of ${count(total)} answers`,
  cancel: 'Cancel',
  cancelled: (done: number, total: number) => `Cancelled after ${count(done)} of ${count(total)} answers.`,
  failed: (why: string) => `The replay stopped: ${why}`,

  totals: 'In numbers',
  walked: (answers: number, value: number) => `${turns(answers)} in ${tickets(value)}`,
  median: (ms: number) => `${count(Math.round(ms))} ms each (median)`,
  measure: 'Measure',
  now: 'Now',
  changed: 'With the change',
  shown: 'A reply would have been shown',
  silent: 'No reply',
  agrees: 'Agrees with the agent',
  differs: 'Differs from the agent',
  keptWords: 'Words of the draft the agent sent too',
  sameSource: 'Same source, where known',
  saved: 'Typing spared',
  articles: 'With an article',
  nextSteps: 'With a next step',
  of: (part: number, all: number) => `${count(part)} of ${count(all)}`,
  withShare: (value: number, share: number) => `${count(value)} (${formatPercent('en', share)})`,
  percent: (share: number) => formatPercent('en', share),
  agreesHint:
    'A draft agrees when half of its words or more stand in what was sent, or when it rests on the same source.',
  different: (value: number) =>
    value === 0 ? 'The change makes no difference here.' : `The change makes ${turns(value)} different:`,
  kindCount: (name: string, value: number) => `${name} ${count(value)}`,

  list: 'Answer by answer',
  filter: 'Show',
  filters: { all: 'All', shown: 'Shown', silent: 'Silent', agrees: 'Agrees', differs: 'Differs', changed: 'Changed' },
  filterCount: (name: string, value: number) => `${name} ${count(value)}`,
  none: 'None of these.',
  ticket: (id: string, subject: string) => (subject === '' ? `Ticket ${id}` : `Ticket ${id}: ${subject}`),
  customer: 'The customer',
  suggested: 'Deskside',
  suggestedChanged: 'Deskside with the change',
  agent: 'The agent',
  keptChip: (share: number) => `${formatPercent('en', share)} of it sent`,
  sameChip: 'Same source',
  otherChip: 'Other source',
  sure: (share: number) => `${formatPercent('en', share)} sure`,
  changedChip: 'Changed',
  articleList: 'Articles',
  nextStep: (playbook: string) => `Next step, ${playbook}`,
  nothing: 'Nothing at all.',
  why: (value: number) => plural('en', value, { one: '# kind stays silent', other: '# kinds stay silent' }),
};

/** Keys every language must carry. */
export type ReplayStrings = typeof replayEn;
