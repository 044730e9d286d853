import type { FactName, LearntKind } from '../core/learning';
import { formatNumber, plural } from './language';

const choices = (value: number) => plural('en', value, { one: '# choice', other: '# choices' });
const names: Record<LearntKind, (title: string) => string> = {
  macro: (title) => `the macro “${title}”`,
  article: (title) => `the article “${title}”`,
  past: (title) => `the past reply “${title}”`,
  playbook: (title) => `the playbook “${title}”`,
};

/** Text of the library page about what the agent's choices taught. */
export const learningEn = {
  heading: 'What Deskside learnt from you',
  intro:
    'From what you insert, edit, dismiss or write yourself. Kept on this device, without any text of a ticket; it changes the order of suggestions, never their words.',
  switch: 'Learn from my choices',
  switchHint: 'Switched off, nothing is noted and what was learnt is not used.',
  counted: (value: number) => `Learnt from ${choices(value)}.`,
  latest: (time: string) => `The latest: ${time}.`,
  emptyTitle: 'Nothing learnt yet',
  emptyText: 'Work as you always do. What you prefer again and again appears here, and you can take back each of it.',
  nothingClear: 'No preference is clear enough to be told yet.',
  list: 'Learnt preferences',
  anyIntent: 'In general',
  forIntent: (intent: string) => `For “${intent}”`,
  name: (kind: LearntKind, title: string | null) => (title === null ? 'a source that is gone' : names[kind](title)),
  prefers: (when: string, what: string, over: string | null) =>
    over === null ? `${when} you like ${what}.` : `${when} you prefer ${what} to ${over}.`,
  avoids: (when: string, what: string) => `${when} you do without ${what}.`,
  kinds: {
    article: { more: 'You prefer articles to macros.', less: 'You prefer macros to articles.' },
    past: { more: 'You prefer past replies to macros.', less: 'You prefer macros to past replies.' },
    playbook: { more: 'You prefer playbooks to macros.', less: 'You prefer macros to playbooks.' },
  },
  traits: {
    length: { more: 'You prefer long replies.', less: 'You prefer short replies.' },
    formality: { more: 'You prefer formal wording.', less: 'You prefer casual wording.' },
    language: {
      more: 'You prefer sources in the customer’s language.',
      less: 'You often take sources in another language than the customer’s.',
    },
  } satisfies Record<FactName, { more: string; less: string }>,
  evidence: choices,
  forget: 'Forget',
  forgetThis: (what: string) => `Forget: ${what}`,
  forgotten: 'Forgotten.',
  forgetHour: 'Forget the last hour',
  lastHour: (value: number) => `${formatNumber('en', value)} in the last hour`,
  forgetAll: 'Forget everything learnt',
  forgetAllTitle: 'Forget everything learnt?',
  forgetAllText: 'Suggestions come in their first order again. Knowledge and settings stay. This cannot be undone.',
  export: 'Export what was learnt',
  exported: 'Exported. Look in your downloads.',
  import: 'Import what was learnt',
  imported: (added: number, known: number) =>
    known === 0
      ? `${choices(added)} added.`
      : `${choices(added)} added, ${formatNumber('en', known)} were there already.`,
};

/** Keys every language must carry. */
export type LearningStrings = typeof learningEn;
