import type { Message } from '../../lib/core/ticket';

/** A ticket to practise with: how it begins, and what its customer may write next. */
export type SampleTicket = {
  id: string;
  subject: string;
  channel: 'email' | 'messaging';
  requester: { name: string; email: string };
  language: 'en' | 'ar';
  opening: Pick<Message, 'role' | 'text'>[];
  prepared: string[];
};

/** The agent's name on the practice desk where the settings hold none. */
export const sampleAgentName = 'Robin Vale';

export const sampleTickets: SampleTicket[] = [
  {
    id: '2041',
    subject: 'Order LT-58213',
    channel: 'email',
    requester: { name: 'Maya Lindqvist', email: 'maya.lindqvist@example.com' },
    language: 'en',
    opening: [
      { role: 'customer', text: 'Hello, I have a question about my order LT-58213.' },
      { role: 'agent', text: 'Hello Maya, thank you for writing to Larkleaf Tea. What can I do for you?' },
    ],
    prepared: [
      'My parcel was supposed to arrive last Thursday and the tracking has not moved for four days. Where is it?',
      'This is the third time I write about this parcel. If it is not here tomorrow I cancel the tea club and leave a review!',
      'Perfect, it just arrived. Thank you so much for your quick help!',
    ],
  },
  {
    id: '2042',
    subject: 'Broken teapot',
    channel: 'email',
    requester: { name: 'Jonas Adeyemi', email: 'jonas.adeyemi@example.com' },
    language: 'en',
    opening: [],
    prepared: [
      'The teapot arrived in pieces and the box was soaked. I am really disappointed, it was a birthday present!',
      'Do I have to send the broken pieces back to you?',
    ],
  },
  {
    id: '2043',
    subject: 'A few questions',
    channel: 'messaging',
    requester: { name: 'Tomás Ferreira', email: 'tomas.ferreira@example.com' },
    language: 'en',
    opening: [],
    prepared: [
      'I would like to send back two packets of tea that I have not opened. How do I return them?',
      'We are away in July and August. Can I pause the tea club?',
      'Your sencha tastes terribly bitter. Am I doing something wrong?',
    ],
  },
  {
    id: '2044',
    subject: 'طلب رقم LT-58377',
    channel: 'email',
    requester: { name: 'ليلى حداد', email: 'layla.haddad@example.com' },
    language: 'ar',
    opening: [],
    prepared: [
      'مرحبًا، لم يصل طردي حتى الآن والتتبّع لم يتغير منذ أسبوع. أين هو؟',
      'وصل إبريق الشاي مكسورًا وأنا مستاءة جدًا. ماذا أفعل؟',
      'شكرًا جزيلًا على المساعدة السريعة!',
    ],
  },
];
