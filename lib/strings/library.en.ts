import { intentsEn } from './intents.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('en', value);

/** Text of the library page. */
export const libraryEn = {
  title: 'Library',
  tabs: {
    label: 'Parts of the library',
    articles: 'Articles',
    macros: 'Macros',
    playbooks: 'Playbooks',
    intents: 'Intents',
    sources: 'Sources',
    search: 'Search',
  },
  toPractice: 'Practice page',

  list: {
    filter: 'Filter by title',
    shown: (from: number, to: number, total: number) => `${count(from)}–${count(to)} of ${count(total)}`,
    previous: 'Previous page',
    next: 'Next page',
    pages: 'Pages of the list',
    choose: 'Choose an entry to read it here.',
    noMatch: (text: string) => `No title contains “${text}”.`,
    clear: 'Clear the filter',
    remove: 'Delete',
    removed: (title: string) => `“${title}” is deleted.`,
    removeTitle: 'Delete this entry?',
    removeText: (title: string) =>
      `“${title}” leaves the library on this device. The next refresh of its source may bring it back.`,
    open: 'Open the original',
    internal: 'Internal, not for customers',
    note: 'Writes an internal note',
    updated: (day: string) => `Changed ${day}`,
  },
  articles: {
    emptyTitle: 'No articles yet',
    emptyText: 'Import them from your helpdesk or from files, and Deskside can point to the passage that answers.',
  },
  macros: {
    emptyTitle: 'No macros yet',
    emptyText: 'Import your canned replies from the helpdesk or from files: suggested replies are built from them.',
  },
  toSources: 'Go to Sources',

  playbooks: {
    list: 'Playbooks',
    add: 'New playbook',
    emptyTitle: 'No playbooks yet',
    emptyText: 'Write how your team handles a request, one numbered step a line. Deskside shows the next open step.',
    editor: 'Playbook as text',
    editorHint:
      'First line: title. Optional second line: Intent: refund.status. Then numbered steps; Ask, Verify, Do, Tell or Escalate in front is optional.',
    template: [
      'Refund has not arrived',
      'Intent: refund.status',
      '1. Ask: for the order number, unless it is in the message',
      '2. Verify: the day on which the refund was released',
      '3. Tell: how long the bank takes for this way of payment',
      '4. Escalate: to the payments team after ten working days',
    ].join('\n'),
    useTemplate: 'Start from an example',
    preview: 'Preview',
    previewEmpty: 'The steps appear here while you write.',
    untitled: 'Without a title',
    intent: (name: string) => `When the customer wants: ${name}`,
    unknownIntent: (id: string) => `Not an intent: ${id}`,
    intentList: 'Intents to choose from',
    steps: (value: number) => plural('en', value, { one: '# step', other: '# steps' }),
    save: 'Save',
    saved: (title: string) => `“${title}” is saved.`,
    unsaved: 'Not saved yet',
    discardTitle: 'Leave without saving?',
    discardText: 'What you changed in this playbook is lost.',
    discard: 'Leave',
    remove: 'Delete playbook',
    removeTitle: 'Delete this playbook?',
    removeText: (title: string) => `“${title}” is removed from this device. This cannot be undone.`,
    line: (value: number) => `Line ${count(value)}`,
  },

  intents: intentsEn,

  sources: {
    heading: 'Where knowledge comes from',
    intro: 'Read with your own session, kept in this browser only. Nothing is sent anywhere.',
    emptyTitle: 'Nothing imported yet',
    emptyText: 'Open a ticket in your helpdesk and come back, or drop files below.',
    tabOpen: 'Open in a tab',
    tabClosed: (host: string) => `Open ${host} in a tab to refresh it.`,
    refreshed: (day: string) => `Last import ${day}`,
    remove: 'Remove',
    removeFrom: (name: string) => `Remove ${name}`,
    removeTitle: 'Remove this source?',
    removeText: (name: string) =>
      `All articles, macros and past tickets from ${name} are removed from this device. The helpdesk is not touched.`,
    removed: (name: string) => `${name} is removed.`,
    problems: 'What was left out',
    progress: 'Import',
    retryHint: 'What was read so far is kept.',
  },
  sites: {
    heading: 'Helpdesks you added',
    intro: 'Addresses where Deskside runs because you allowed it, and how their pages are read.',
    emptyTitle: 'None yet',
    emptyText: 'Open your helpdesk and press the Deskside button of the browser to add it.',
    notAllowed: 'Not allowed by the browser',
    export: 'Export description',
    import: 'Import description',
    importFor: (host: string) => `Description for ${host}`,
    imported: (name: string) => `Pages are read as “${name}” now.`,
    unreadable: (name: string) => `${name} could not be read. Use a JSON file that Deskside exported.`,
  },
  files: {
    heading: 'Import files',
    drop: 'Drop files here',
    choose: 'Choose files',
    kinds: 'CSV, JSON, Markdown or HTML; several at once',
    reading: (name: string) => `Reading ${name}`,
    reports: 'Imported files',
    nothing: 'Nothing usable found',
    line: (value: number) => `Line ${count(value)}:`,
    failed: 'Not imported:',
    wrongKind: 'This kind of file cannot be read. Use CSV, JSON, Markdown or HTML.',
    tooLarge: (size: string) => `The file is larger than ${size}. Split it and try again.`,
    notText: 'The file is not UTF-8 text. Save it as UTF-8 and try again.',
    unreadable: 'The browser could not read the file.',
    clear: 'Clear the reports',
  },

  search: {
    label: 'Search the library',
    placeholder: 'Ask as a customer would: where is my parcel?',
    in: 'Search in',
    kinds: { article: 'Articles', macro: 'Macros', past: 'Past tickets' },
    hits: (value: number) => plural('en', value, { one: '# result', other: '# results' }),
    startTitle: 'The same search that feeds the suggestions',
    startText: 'Type a question. The best passage of each hit is shown with the sentence that answers.',
    noneTitle: 'Nothing found',
    noneText: 'Try other words, or import more knowledge.',
    score: (value: number) =>
      `Score ${new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)}`,
    meaning: (share: number) => `Meaning ${formatPercent('en', share)}`,
    words: (share: number) => `Words ${formatPercent('en', share)}`,
  },
};

/** Keys every language must carry. */
export type LibraryStrings = typeof libraryEn;
