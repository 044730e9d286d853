import type { FernwayTicket } from './types.ts';

/** Tickets from the messaging widget: short turns, bursts, and a customer who writes Arabic. */
export const chatTickets: readonly FernwayTicket[] = [
  {
    id: 104,
    subject: 'Conversation with Lucas Meyer',
    channel: 'native_messaging',
    requester: { id: 90104, name: 'Lucas Meyer', email: 'lucas.meyer@webbrief.example' },
    tags: ['refund'],
    status: 'open',
    createdAt: '2026-03-06T09:14:00Z',
    messages: [
      {
        id: 10401,
        role: 'customer',
        authorName: 'Lucas Meyer',
        at: '2026-03-06T09:14:00Z',
        html: `<p>hi, i sent my loam back a month ago and still have no money</p>`,
      },
      {
        id: 10402,
        role: 'bot',
        authorName: 'Fernway Assistant',
        at: '2026-03-06T09:14:04Z',
        html: `<p>Hello Lucas! I'll pass you on to a colleague. What is your order number?</p>`,
      },
      {
        id: 10403,
        role: 'customer',
        authorName: 'Lucas Meyer',
        at: '2026-03-06T09:15:00Z',
        html: `<p>FW-201166</p>`,
      },
      {
        id: 10404,
        role: 'agent',
        authorName: 'Sam Ruiz',
        at: '2026-03-06T09:19:00Z',
        html: `<p>Hi Lucas, Sam here. I see that we released €2,554 on 16 February to the card ending in 4410. Is that the card you still use?</p>`,
      },
    ],
    arrivals: [
      {
        afterMs: 10000,
        text: 'yes same card. i called the bank, they see nothing incoming. 14 working days now!! they say they need some reference number from you to look for it',
      },
    ],
  },
  {
    id: 106,
    subject: 'Conversation with Aylin Demir',
    channel: 'native_messaging',
    requester: { id: 90106, name: 'Aylin Demir', email: 'aylin.demir@postkutu.example' },
    tags: ['error', 'e10'],
    status: 'open',
    createdAt: '2026-03-06T06:58:00Z',
    messages: [
      {
        id: 10601,
        role: 'customer',
        authorName: 'Aylin Demir',
        at: '2026-03-06T06:58:00Z',
        html: `<p>Morning! Display says E10 and there's no push at all. Battery shows five lights.</p>`,
      },
      {
        id: 10602,
        role: 'agent',
        authorName: 'Priya Nair',
        at: '2026-03-06T07:01:00Z',
        html: `<p>Good morning Aylin! Did anything happen before it appeared, such as rain, washing or a fall?</p>`,
      },
      {
        id: 10603,
        role: 'customer',
        authorName: 'Aylin Demir',
        at: '2026-03-06T07:02:00Z',
        html: `<p>It poured last night and the bike was outside</p>`,
      },
    ],
    arrivals: [
      {
        afterMs: 8000,
        text: 'I took the battery out, there is something greenish on the little metal plates. Can I use contact spray?',
      },
    ],
  },
  {
    id: 108,
    subject: 'Conversation with Noah Peeters',
    channel: 'native_messaging',
    requester: { id: 90108, name: 'Noah Peeters', email: 'noah.peeters@postbus.example' },
    tags: ['login'],
    status: 'open',
    createdAt: '2026-03-06T10:40:00Z',
    messages: [
      {
        id: 10801,
        role: 'customer',
        authorName: 'Noah Peeters',
        at: '2026-03-06T10:40:00Z',
        html: `<p>Hey, got a new phone and the app wants a code. It never comes</p>`,
      },
      {
        id: 10802,
        role: 'bot',
        authorName: 'Fernway Assistant',
        at: '2026-03-06T10:40:05Z',
        html: `<p>Have you looked in the spam folder?</p>`,
      },
      {
        id: 10803,
        role: 'customer',
        authorName: 'Noah Peeters',
        at: '2026-03-06T10:41:00Z',
        html: `<p>It's supposed to be a text message, there is no spam folder. I pressed resend like ten times</p>`,
      },
    ],
    arrivals: [
      {
        afterMs: 9000,
        text: "Ok now it says my account is paused. And I just noticed the number ends in 07, that's my old number which I gave up with the old phone. How do I get in?",
      },
    ],
  },
  {
    id: 111,
    subject: 'محادثة مع ليلى منصور',
    channel: 'native_messaging',
    requester: { id: 90111, name: 'ليلى منصور', email: 'layla.mansour@barid.example' },
    tags: ['delivery', 'arabic'],
    status: 'new',
    language: 'ar',
    createdAt: '2026-03-06T11:05:00Z',
    messages: [
      {
        id: 11101,
        role: 'customer',
        authorName: 'ليلى منصور',
        at: '2026-03-06T11:05:00Z',
        html: `<p>مرحبًا، أفكر في شراء دراجة Alder لزوجي بمناسبة عيد ميلاده.</p>`,
      },
      {
        id: 11102,
        role: 'customer',
        authorName: 'ليلى منصور',
        at: '2026-03-06T11:06:00Z',
        html: `<p>نسكن في غنت في بلجيكا. كم يومًا يحتاج التوصيل إذا طلبت اليوم؟</p>`,
      },
    ],
    arrivals: [
      {
        afterMs: 12000,
        text: 'عيد ميلاده في العشرين من مارس. هل تصل الدراجة قبل هذا التاريخ إذا كانت متوفرة في المخزن؟',
      },
    ],
  },
  {
    id: 117,
    subject: 'Conversation with Chiara Ferri',
    channel: 'native_messaging',
    requester: { id: 90117, name: 'Chiara Ferri', email: 'chiara.ferri@cassetta.example' },
    tags: ['delivery'],
    status: 'open',
    createdAt: '2026-03-06T13:20:00Z',
    messages: [
      {
        id: 11701,
        role: 'customer',
        authorName: 'Chiara Ferri',
        at: '2026-03-06T13:20:00Z',
        html: `<p>hello?</p>`,
      },
      {
        id: 11702,
        role: 'agent',
        authorName: 'Jonas Feld',
        at: '2026-03-06T13:20:30Z',
        html: `<p>Hi Chiara, Jonas here. How can I help?</p>`,
      },
    ],
    arrivals: [
      { afterMs: 6000, text: 'so I was in the shower' },
      { afterMs: 7500, text: 'and the guy with the bike rang and left again 😩' },
      {
        afterMs: 9500,
        text: "there's a card in the letter box, can he come back on saturday or can my neighbour take it?",
      },
    ],
  },
];
