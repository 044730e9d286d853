import type { Wording } from './wording';

export const en: Wording = {
  empathy: {
    upset: {
      plain: [
        'Sorry for the trouble this is causing.',
        'I can see how annoying this is, and I am sorry about it.',
        'Sorry about this: it should have gone better.',
      ],
      formal: ['Please accept our apologies for the inconvenience.', 'We sincerely apologise for the trouble caused.'],
    },
    letDown: {
      plain: [
        'I am sorry that this has been a letdown.',
        'Sorry that this turned out so differently from what was expected.',
        'I understand the disappointment, and I am sorry.',
      ],
      formal: [
        'We regret that the experience fell short of expectations.',
        'We are sorry to have been a disappointment.',
      ],
    },
    worried: {
      plain: [
        'I understand the worry, so let us sort this out.',
        'That would worry anyone; let us go through it together.',
        'Thanks for raising this: it is good to have it checked.',
      ],
      formal: [
        'We understand the concern and are glad to clarify the matter.',
        'Thank you for raising this concern with us.',
      ],
    },
    confused: {
      plain: [
        'This can be confusing, so here it is step by step.',
        'I see how this is unclear; let me explain.',
        'Fair question: this part is easy to mix up.',
      ],
      formal: ['We understand that this may be unclear and are glad to explain.', 'Allow us to clarify this point.'],
    },
  },
  facts: {
    order: 'your order number',
    booking: 'your booking reference',
    invoice: 'the invoice number',
    tracking: 'the tracking number',
    serial: 'the serial number',
    account: 'your account number',
  },
  ask: {
    plain: [
      'Could you send me %?',
      'To look into this, I still need one thing: could you tell me %?',
      'Can you reply with %, so that I can check?',
    ],
    formal: ['Could you please provide %?', 'May we ask you for %, so that we can look into the matter?'],
  },
  onceKnown: {
    plain: ['With that I can carry on.', 'As soon as I have it, I will look into it.', 'Then I can check it for you.'],
    formal: ['We will look into the matter upon receipt.', 'This will allow us to proceed.'],
  },
  ifNot: {
    plain: [
      'If this leaves anything open, just reply here.',
      'Write back if anything is still unclear.',
      'Just reply to this message if you get stuck.',
    ],
    formal: [
      'Should anything remain unclear, please reply to this message.',
      'Please reply should you require further help.',
    ],
  },
  opening: {
    plain: ['Thanks for your message.', 'Thanks for writing to us about this.', 'Thanks for getting in touch.'],
    formal: ['Thank you for your message.', 'Thank you for contacting us about this matter.'],
  },
  offer: {
    plain: ['I am glad to help further.', 'Happy to help with anything else.', 'I am here if there is more.'],
    formal: ['We remain at your disposal for any further questions.', 'We would be glad to assist you further.'],
  },
  closing: {
    plain: [
      'Great to hear that it is sorted! Have a good day.',
      'Glad that it works now. All the best!',
      'Good news, thanks for letting me know. Take care!',
    ],
    formal: [
      'We are pleased that the matter is resolved. Thank you for letting us know.',
      'Thank you for your confirmation. We are glad to have been of help.',
    ],
  },
  rating: {
    plain: [
      'One small thing: how did we do? A short rating helps us to get better.',
      'When you have a moment, please rate this conversation; it helps us a lot.',
      'How was it to deal with us this time? We would love to hear it.',
    ],
    formal: [
      'We would appreciate a short rating of our service.',
      'Your assessment of our service would be most welcome.',
    ],
  },
  followUpAsked: {
    plain: [
      'Just checking in, as this is still open on our side. We had asked: “%”',
      'A short reminder, so that this is sorted soon. We had asked: “%”',
      'I would like to carry on with this. Our question was: “%”',
    ],
    formal: [
      'We are writing to follow up on our earlier question: “%”',
      'In order to proceed, we kindly remind you of our question: “%”',
    ],
  },
  followUp: {
    plain: [
      'Just checking in: did our last message help?',
      'I wanted to ask how it went after our last message.',
      'Did that solve it, or is something still open?',
    ],
    formal: [
      'We are writing to ask whether our last message resolved the matter.',
      'We would like to know whether our previous answer was helpful.',
    ],
  },
  update: {
    plain: [
      'A short update, so that you know where this stands. We wrote: “%” This is still in progress.',
      'I am keeping you posted: this is still open on our side. We wrote: “%”',
      'Here is where we are. We wrote: “%” We are still working on it.',
    ],
    formal: [
      'We would like to inform you about the current status. We wrote: “%” The matter is still in progress.',
      'Please be informed that the following is still in progress: “%”',
    ],
  },
  updateEnd: {
    plain: ['Thanks for your patience.', 'I will write as soon as there is news.', 'Thanks for bearing with us.'],
    formal: ['Thank you for your patience.', 'We will inform you as soon as there is news.'],
  },
  notice: 'This reply was drafted with AI assistance.',
  summary: {
    heading: 'Summary in quotes',
    problem: 'Customer',
    answer: 'Answer',
    outcome: 'Outcome',
    turn: 'turn %',
  },
};
