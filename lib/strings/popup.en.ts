import type { ModelState } from '../core/engine';
import type { Settings, Tone } from '../core/settings';
import type { SuggestionKind } from '../core/suggestion';
import { formatNumber, plural } from './language';

/** Text of the popup page. */
export const popupEn = {
  title: 'Deskside',
  site: {
    on: 'On for this site',
    off: 'Off for this site',
    toggle: (host: string) => `Deskside on ${host}`,
    none: 'Not a helpdesk page',
    noneText: 'Deskside works beside tickets in Zendesk and Freshdesk. Open one to switch it on or off there.',
  },
  pause: {
    heading: 'Pause',
    half: '30 minutes',
    until: 'Until I resume',
    resume: 'Resume now',
    pausedUntil: (time: string) => `Paused until ${time}`,
    paused: 'Paused until you resume',
    running: 'Working',
  },
  tabs: {
    label: 'Settings',
    suggestions: 'Suggestions',
    shortcuts: 'Shortcuts',
    interface: 'Interface',
    data: 'Data',
  },
  show: {
    heading: 'What to show',
    kinds: {
      reply: 'Suggested reply',
      article: 'Articles that answer',
      'next-step': 'Next step of a playbook',
      'similar-ticket': 'Similar tickets',
    } satisfies Record<SuggestionKind, string>,
    signals: 'Mood, urgency and intent',
    ghostText: 'Reply as grey text in the composer',
  },
  reply: {
    heading: 'Your replies',
    tone: 'Tone',
    tones: { neutral: 'Neutral', warm: 'Warm', formal: 'Formal' } satisfies Record<Tone, string>,
    agentName: 'Your name',
    agentNameHint: 'Fills {{agent.name}} where the helpdesk does not tell it.',
    signature: 'Signature',
    signatureHint: 'Leave empty when your helpdesk adds its own.',
  },
  shortcuts: {
    heading: 'On the ticket page',
    hint: 'Press a button, then the new keys. Escape keeps the old ones.',
    names: {
      togglePanel: 'Show or hide the panel',
      insertReply: 'Insert the suggested reply',
      nextAlternative: 'Next alternative',
    } satisfies Record<keyof Settings['shortcuts'], string>,
    change: 'Change these keys',
    press: 'Press keys…',
    unreadable: 'Use Alt, Ctrl or ⌘ together with a letter, a digit or an arrow.',
    taken: (name: string) => `Already used for “${name}”.`,
    browsers: 'The browser keeps these keys for itself.',
    stored: (name: string) => `${name}: new keys stored.`,
    reset: 'Back to the defaults',
    browserHeading: 'Everywhere in the browser',
    browserHint: 'These work even when the page has the focus elsewhere. The browser alone can change them.',
    unset: 'Not set',
    unsetWarning: (names: string) => `Without keys in the browser: ${names}. The keys above still work on the ticket.`,
    clash: (keys: string, names: string) => `${keys} does two things: ${names}.`,
    openBrowserPage: 'Change in the browser',
  },
  interface: {
    heading: 'Interface',
    language: 'Language',
    languageAuto: 'As the browser',
    theme: 'Theme',
    themes: { auto: 'As the page', light: 'Light', dark: 'Dark' } satisfies Record<Settings['theme'], string>,
    unload: 'Free memory when idle for',
    minutes: (value: number) => (value === 0 ? 'Never' : plural('en', value, { one: '# minute', other: '# minutes' })),
  },
  data: {
    model: 'Models',
    modelStatus: {
      unloaded: 'Asleep, wakes with the next ticket',
      loading: 'Starting',
      ready: 'Ready',
      failed: 'Could not be started',
    } satisfies Record<ModelState['status'], string>,
    modelProgress: 'Models starting',
    modelName: 'Model',
    threads: 'Threads',
    memory: 'Memory',
    coldStart: 'Cold start',
    unknown: 'Not known yet',
    milliseconds: (value: number) => `${formatNumber('en', Math.round(value))} ms`,
    storage: 'Storage used',
    storageOf: (used: string, allowed: string) => `${used} of ${allowed}`,
    knowledge: 'Knowledge',
    knowledgeEmpty: 'The library is empty.',
    manage: 'Open the library',
    memoryHeading: 'Past tickets',
    remember: 'Remember tickets I see',
    rememberHint: 'Kept on this device with names and numbers removed, to show similar ones.',
    yours: 'Your data',
    exportAll: 'Export as JSON',
    exported: 'Exported. Look in your downloads.',
    deleteAll: 'Delete everything',
    deleteTitle: 'Delete everything?',
    deleteText:
      'All imported knowledge, playbooks, past tickets, counts and settings leave this browser. Your helpdesk is not touched. This cannot be undone.',
    deleteConfirm: 'Delete everything',
    deleted: 'Everything is deleted.',
  },
  footer: {
    library: 'Library',
    practice: 'Practice',
    version: (version: string) => `Version ${version}`,
  },
};

/** Keys every language must carry. */
export type PopupStrings = typeof popupEn;
