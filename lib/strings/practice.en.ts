/** Text of the practice page. The sample tickets and the sample library are content and stand with the page. */
export const practiceEn = {
  title: 'Practice desk',
  intro: 'A sample helpdesk inside the extension: try Deskside before a real customer writes.',
  privacyTitle: 'For support leads',
  privacyText:
    'Deskside runs its models in this browser. No conversation, no article and no reply leaves it: there is no server of ours to send them to. It never sends a message to a customer; your agents do.',
  toLibrary: 'Open the library',

  steps: {
    label: 'Three steps to try it',
    customer: { title: 'A customer writes', text: 'Choose a message under “Play the customer”, or write your own.' },
    suggest: { title: 'Deskside suggests', text: 'Reply, article and next step appear in the panel.' },
    insert: { title: 'You insert', textBefore: 'Press', textBetween: 'or', textAfter: 'in the composer. Then send.' },
    done: 'Done',
  },

  tickets: 'Tickets',
  conversation: 'Conversation',
  ticketNumber: (id: string) => `Ticket ${id}`,
  waiting: 'Waiting for an answer',
  answered: 'Answered',
  quiet: 'Nothing written yet',
  roles: { customer: 'Customer', agent: 'You', note: 'Internal note', bot: 'Bot', system: 'System' },

  customer: {
    heading: 'Play the customer',
    writes: (text: string) => `Customer writes: ${text}`,
    own: 'Your own message as the customer',
    send: 'Send as customer',
    startOver: 'Start over',
  },
  composer: {
    label: 'Reply to the customer',
    noteLabel: 'Internal note',
    channel: 'Where the text goes',
    public: 'Public reply',
    note: 'Internal note',
    placeholder: 'Write a reply…',
    notePlaceholder: 'Write a note that only colleagues see…',
    bold: 'Bold',
    italic: 'Italic',
    list: 'List',
    tools: 'Format',
    send: 'Send reply',
    sendNote: 'Add note',
  },

  library: {
    preparing: 'Preparing the sample library',
    ready: 'The sample library of Larkleaf Tea is in use, apart from your own knowledge.',
    removed: 'The practice data is removed. Suggestions here need it.',
    failed: 'The sample library could not be stored.',
    remove: 'Remove practice data',
    restore: 'Put practice data back',
    removeTitle: 'Remove the practice data?',
    removeText:
      'The sample articles, macros and the sample playbook are removed from this browser. Your own knowledge stays.',
    removedToast: 'Practice data removed.',
  },
  panel: 'Deskside panel',
};

/** Keys every language must carry. */
export type PracticeStrings = typeof practiceEn;
