import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('en', value);

/** Text of the library page about the state of what is in it. */
export const healthEn = {
  heading: 'State of the library',
  intro: 'Finds duplicates, what may be out of date, and missing tags. Runs on this device.',
  checked: (day: string, items: number) =>
    `Checked ${day}: ${plural('en', items, { one: '# entry', other: '# entries' })}`,
  start: 'Check now',
  running: 'Checking the library',
  cancel: 'Cancel',
  allGood: 'Nothing found that needs care',
  counted: (heading: string, value: number) => (value > 0 ? `${heading} (${count(value)})` : heading),
  more: (value: number) => `and ${count(value)} more`,

  gaps: 'Questions without an answer',
  gapsHint: 'Customers asked this more than once and nothing fitting was found. Write an article or a macro for it.',
  gapsNone: 'None was asked more than once yet.',
  gapsOff:
    'Not kept: switch on “Remember tickets I see” in the settings. Personal data is taken out before anything is stored.',
  tickets: (value: number) => plural('en', value, { one: '# ticket', other: '# tickets' }),
  last: (day: string) => `last ${day}`,
  dismiss: 'Done',

  duplicates: 'Duplicates',
  duplicatesHint: 'They say much the same. Keep one of them, or say the same in both.',
  meaning: (share: number) => `Meaning ${formatPercent('en', share)}`,
  shared: (share: number) => `Same words ${formatPercent('en', share)}`,
  differ: 'They differ',

  stale: 'Out of date?',
  staleHint: 'A newer entry says otherwise, or nothing was changed for a year.',
  contradicted: 'A newer entry says otherwise',
  old: 'Not changed for a year',

  tags: 'Suggested tags',
  tagsHint:
    'Entries without tags, and tags of entries like them. They are kept on this device; the helpdesk is not touched.',
  addTag: (tag: string, title: string) => `Add the tag ${tag} to ${title}`,

  use: 'What helps',
  useHint: 'How often it was put into a reply, opened to read, or dismissed.',
  inserted: (value: number) => `Inserted ${count(value)}×`,
  opened: (value: number) => `Opened ${count(value)}×`,
  dismissed: (value: number) => `Dismissed ${count(value)}×`,
};

/** Keys every language must carry. */
export type HealthStrings = typeof healthEn;
