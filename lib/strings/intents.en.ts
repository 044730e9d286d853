import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('en', value);
const examples = (value: number) => plural('en', value, { one: '# example', other: '# examples' });

/** Text of the library page about the team's own intents. */
export const intentsEn = {
  list: 'Intents of the team',
  add: 'New intent',
  import: 'Import examples',
  importHint: 'CSV or JSON with the columns text and intent',
  examples,
  emptyTitle: 'No intents of your own yet',
  emptyText:
    'Give each intent five to ten messages as customers write them. Deskside learns them here, on this device.',
  choose: 'Choose an intent to change it here.',
  name: 'Name',
  nameHint: 'Its words count as an example, too.',
  editor: 'Examples, one a line',
  save: 'Save',
  saved: (name: string) => `“${name}” is saved.`,
  unsaved: 'Not saved yet',
  needsBoth: 'An intent needs a name and at least one example.',
  merge: 'Merge into',
  mergeNone: 'Choose an intent',
  mergeDo: 'Merge',
  merged: (from: string, into: string) => `“${from}” is merged into “${into}”.`,
  remove: 'Delete intent',
  removed: (name: string) => `“${name}” is deleted.`,
  undo: 'Undo',
  redo: 'Redo',
  changes: {
    add: 'adding examples',
    rename: 'renaming',
    merge: 'merging',
    remove: 'deleting',
    examples: 'changing examples',
  },
  undoOf: (change: string) => `Undo ${change}`,
  redoOf: (change: string) => `Redo ${change}`,

  training: {
    heading: 'Training',
    idle: 'Nothing to learn yet.',
    reading: 'Reading the examples',
    training: 'Learning',
    ready: (seconds: string) => `Learnt in ${seconds} s.`,
    readyBefore: 'Learnt.',
    cancelled: 'Stopped: answers are those of before the change.',
    failed: (reason: string) => `Could not learn: ${reason}`,
    cancel: 'Stop',
    start: 'Learn now',
  },
  try: {
    heading: 'Try a sentence',
    label: 'A message as a customer writes it',
    none: 'None of them',
    sure: (share: number) => `${formatPercent('en', share)} sure`,
  },
  warnings: {
    heading: 'Worth a look',
    few: (name: string, value: number) => `“${name}” has only ${examples(value)}: five or more teach it well.`,
    overlap: (first: string, second: string, share: number) =>
      `“${first}” and “${second}” overlap: ${formatPercent('en', share)} of one is taken for the other. Merge them, or make these clearer:`,
    overlapPlain: (first: string, second: string, share: number) =>
      `“${first}” and “${second}” overlap: ${formatPercent('en', share)} of one is taken for the other.`,
    duplicate: (text: string, names: string) => `“${text}” stands more than once: ${names}.`,
    more: (value: number) => `and ${count(value)} more`,
  },
  label: {
    heading: 'Label these next',
    intro: 'Messages of past tickets that would teach most.',
    memoryOff: 'Switch on “similar tickets” in the settings, and Deskside proposes messages of past tickets here.',
    none: 'No past messages yet.',
    find: 'Propose messages',
    intent: 'Intent',
    add: 'Add as example',
    addAs: (text: string) => `Add as example: ${text}`,
    added: (name: string) => `Added to “${name}”.`,
  },
};

/** Keys every language must carry. */
export type IntentsStrings = typeof intentsEn;
