import type { ModelFailure } from '../core/engine';
import type { RoutingReason, SilenceReason, SuggestionKind } from '../core/suggestion';
import { keptEn } from './kept.en';
import { formatNumber, formatPercent, plural } from './language';
import { modelCardEn } from './model-card.en';

const count = (value: number) => formatNumber('en', value);

const silence: Record<SilenceReason, string> = {
  'no-open-turn': 'No customer message is waiting for an answer.',
  'no-knowledge': 'There is nothing in the library that it could rest on.',
  'low-confidence': 'Nothing in the library fits well enough to be worth your time.',
  'language-unsupported': 'The customer writes in a language the models do not know.',
  'placeholder-unfilled': 'The best match has a blank that this ticket does not fill.',
  'no-playbook': 'No playbook covers what the customer asks.',
  'playbook-finished': 'Every step of the playbook is done.',
  'no-memory': 'No ticket seen on this device resembles this one yet.',
  'memory-off': 'Remembering tickets is switched off.',
  resolved: 'The customer says that it is solved.',
  'model-unavailable': 'The models could not be started.',
  'too-short': 'The message is too short to tell what is asked.',
  'not-now': 'Nothing is due after the answer.',
  failed: 'Something went wrong while looking.',
};

/** Text of the panel on the helpdesk page. */
export const panelEn = {
  name: 'Deskside',
  open: 'Open Deskside',
  collapse: 'Hide the panel',
  resize: 'Width of the panel',
  openLibrary: 'Open the library',
  onDevice: 'On this device',
  onDeviceWhy: 'The models run in this browser. Nothing of the conversation leaves it.',

  states: {
    waitingTitle: 'Open a ticket',
    waitingText: 'Deskside reads the conversation as soon as one is open.',
    unsupportedTitle: 'Not a page Deskside knows',
    unsupportedText: 'It works beside tickets in Zendesk and Freshdesk.',
    brokenTitle: 'This layout is new to Deskside',
    brokenText: 'The ticket is open, but parts of the page were not found. Nothing is guessed until they are.',
    brokenMissing: 'Not found:',
    saveLayout: 'Save a layout report',
    saveLayoutText:
      'A file with the structure of this page for the makers of Deskside, all text, names and addresses removed. Nothing is sent.',
    layoutSaved: 'Saved. Look in your downloads.',
    loadingTitle: 'Starting the models',
    loadingText: 'This happens once after the browser starts. Nothing is downloaded.',
    pausedTitle: 'Deskside is paused',
    pausedUntil: (time: string) => `It comes back at ${time}.`,
    pausedText: 'It reads nothing until you resume.',
    resume: 'Resume now',
    offTitle: 'Off on this site',
    offText: (host: string) => `Deskside reads nothing on ${host}.`,
    turnOn: 'Turn on here',
    messageCut: 'A message is too long to be read whole: only its beginning counts here.',
    errorTitle: 'Deskside could not answer',
    retry: 'Try again',
    reloadTitle: 'Reload this tab',
    reloadText: 'Deskside was updated and has lost touch with this page. Save your draft, then reload.',
    reload: 'Reload the tab',
    reading: 'Reading the conversation',
    modelFailed: 'The models could not be started.',
    refusedTitle: {
      'file-damaged': 'A model file is damaged',
      'self-test': 'The models give wrong results here',
    } satisfies Record<ModelFailure, string>,
    refused: {
      'file-damaged':
        'Deskside does not run it. Install the extension again. Until then knowledge is found by words alone.',
      'self-test': 'Deskside does not use them on this computer. Knowledge is found by words alone.',
    } satisfies Record<ModelFailure, string>,
    fallback: 'Running with one thread: the faster way gave wrong results here.',
  },

  signals: {
    region: 'What the conversation tells',
    language: (name: string) => `Language: ${name}`,
    languageUnsure: 'Language unsure: no signals for this message.',
    unsupported: (name: string) => `${name} is not supported: no signals and no suggestions for it.`,
    searchOnly: (name: string) => `${name}: suggestions only, no signals yet.`,
    sentiment: (name: string) => `Sentiment: ${name}`,
    emotion: (name: string) => `Emotion: ${name}`,
    urgency: (name: string) => `Urgency: ${name}`,
    intent: (name: string) => `Wants: ${name}`,
    teamIntent: (name: string) => `Your team’s intent: ${name}`,
    flag: (name: string) => `Risk: ${name}`,
    sure: (share: number) => `${formatPercent('en', share)} sure`,
    resolved: 'Solved, says the customer',
    trendOver: (messages: number) => plural('en', messages, { one: 'over # message', other: 'over # messages' }),
    nothingClear: 'No clear signals in this message.',
  },

  reply: {
    heading: 'Reply draft',
    draft: 'Draft; each sentence shows its source',
    insert: 'Insert',
    insertEdited: 'Insert edited reply',
    edit: 'Edit first',
    editLabel: 'Edit the reply before inserting it',
    cancelEdit: 'Cancel',
    copy: 'Copy',
    next: 'Next alternative',
    position: (index: number, total: number) => `${count(index)} of ${count(total)}`,
    dismiss: 'Dismiss',
    undo: 'Undo',
    dismissed: 'Reply dismissed.',
    inserted: 'Inserted',
    basedOn: 'Based on',
    noSource: 'Greeting or signature, from your settings',
    ready: 'A reply is suggested.',
    movedOn: 'A new message arrived while you were editing. Check that your text still answers it.',
    looking: 'Looking for a reply',
    unanswered: 'Not answered yet:',
    otherLanguage: (source: string, customer: string) =>
      `The source is in ${source}, the customer writes ${customer}. Nothing in ${customer} was found.`,
    pastUse: (tickets: number, solved: number) =>
      `Given in ${plural('en', tickets, { one: '# similar ticket', other: '# similar tickets' })}, ${count(solved)} solved`,
    style: {
      label: 'Say it another way',
      shorter: 'Shorter',
      longer: 'Longer',
      warmer: 'Warmer',
      formal: 'More formal',
    },
  },

  source: {
    macro: 'Macro',
    article: 'Article',
    past: 'Past reply',
    playbook: 'Playbook',
    message: 'Message',
    open: 'Open source',
  },

  confidence: {
    high: 'Good match',
    medium: 'Fair match',
    low: 'Weak match',
    meaning: (share: number) =>
      `Estimated chance that an experienced agent would accept it: ${formatPercent('en', share)}`,
    percent: (share: number) => formatPercent('en', share),
  },

  article: {
    heading: 'Articles',
    open: 'Open in a new tab',
    copyLink: 'Copy link',
    insertLink: 'Insert link',
    internal: 'Internal, not for customers',
    noLink: 'From a file, no link',
    dismiss: (title: string) => `Dismiss ${title}`,
  },

  nextStep: {
    heading: 'Next step',
    progress: (done: number, total: number) => `${count(done)} of ${count(total)} done`,
    current: 'Do this now',
    seen: (quote: string) => `Seen in the conversation: “${quote}”`,
    byHand: 'Ticked by you',
    finished: 'Every step is done.',
    say: 'Insert these words',
  },

  routing: {
    heading: 'Where this ticket belongs',
    team: (name: string) => `Team: ${name}`,
    macro: (title: string) => `Macro: ${title}`,
    of: { team: 'Team', priority: 'Priority', tags: 'Tags', macro: 'Macro' } satisfies Record<
      RoutingReason['of'],
      string
    >,
    because: (what: string, why: string) => `${what}: ${why}`,
    byPlaybook: (title: string) => `the playbook “${title}” says so`,
    byMacro: (title: string) => `the macro “${title}” sets them`,
    bySignal: (label: string) => `the message tells: ${label}`,
    byAnswer: 'it answers the message',
    copyTags: 'Copy tags',
  },

  similar: {
    heading: 'Similar tickets',
    ticket: (id: string) => `Ticket ${id}`,
    showReply: 'What was answered',
    copyReply: 'Copy reply',
    noReply: 'No answer was kept.',
  },

  silent: {
    title: 'Deskside stays silent',
    because: (reason: SilenceReason) => silence[reason],
    best: (share: number) => `Best match: ${formatPercent('en', share)}.`,
    without: {
      reply: 'No reply',
      article: 'No article',
      'next-step': 'No next step',
      routing: 'No routing',
      'similar-ticket': 'No similar ticket',
      closing: 'No closing line',
      'csat-request': 'No rating request',
      summary: 'No summary',
      'status-update': 'No status update',
      'follow-up': 'No reminder',
    } satisfies Record<SuggestionKind, string>,
    waiting: 'Your turn is done. Deskside waits for the customer.',
  },

  after: {
    heading: 'After the answer',
    insertNote: 'Insert into internal note',
    noteClosed: 'This is for an internal note. Switch the composer to internal note, then insert.',
    dismiss: (kind: string) => `Dismiss ${kind}`,
  },

  knowledge: {
    heading: 'Bring in your knowledge',
    doneHeading: 'Your knowledge is in',
    text: (helpdesk: string) =>
      `Articles and macros from ${helpdesk}, read with your own session and kept in this browser only.`,
    start: 'Import articles and macros',
    resume: 'Resume import',
    retry: 'Try again',
    cancel: 'Cancel',
    running: 'Importing knowledge',
    progress: (done: number, total: number | null) =>
      total === null ? `${count(done)} read` : `${count(done)} of ${count(total)} read`,
    paused: (done: number) =>
      `Stopped after ${plural('en', done, { one: '# item', other: '# items' })}. Those are kept.`,
    failed: 'The import stopped.',
    retryIn: (seconds: number) =>
      `The helpdesk asks to wait. Try again in ${plural('en', seconds, { one: '# second', other: '# seconds' })}.`,
    reading: (unread: number) =>
      `Deskside is still reading ${plural('en', unread, { one: '# entry', other: '# entries' })}. Until then their words alone are searched.`,
    done: (articles: number, macros: number) =>
      `${plural('en', articles, { one: '# article', other: '# articles' })} and ${plural('en', macros, { one: '# macro', other: '# macros' })} are ready.`,
    fromFiles: 'Import files in the library',
    noApi: (helpdesk: string) => `${helpdesk} offers no direct import. Files work as well.`,
  },

  memory: {
    heading: 'Learn from tickets you see?',
    text: 'Deskside can keep past tickets on this device, names and numbers removed, to show similar ones.',
    turnOn: 'Turn on',
    decline: 'No thanks',
  },

  kept: keptEn,

  toast: {
    region: 'Messages from Deskside',
    inserted: 'Inserted. Read it once more, then send.',
    copied: 'Copied.',
    clipboard: 'The editor did not take the text, so it is on the clipboard: paste it yourself.',
    noteOpen: 'The composer is set to internal note. Switch it to a public reply, then insert.',
    notInserted: (why: string) => `Not inserted: ${why}`,
    notCopied: 'The browser refused access to the clipboard.',
    nothing: 'No reply is suggested right now.',
    stale: 'The conversation has moved on. A fresh suggestion is coming.',
    close: 'Close message',
    lastAlternative: 'There is no other alternative.',
  },
  noteOpen: 'Internal note is open: a reply to the customer will not be put there.',

  ghost: {
    available: 'Suggested reply available. Press Tab to insert it, Escape to hide it for this ticket.',
    hint: 'Tab inserts',
    muted: 'Suggestions in the composer are hidden for this ticket.',
  },

  modelCard: modelCardEn,
};

/** Keys every language must carry. */
export type PanelStrings = typeof panelEn;
