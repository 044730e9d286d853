import type { FernwayMessage, FernwayTicket } from './types.ts';

const CUSTOMER = 'Anneke de Wit';

type Turn = [role: FernwayMessage['role'], authorName: string, at: string, html: string];

const turns: readonly Turn[] = [
  [
    'customer',
    CUSTOMER,
    '2026-01-12T08:02:00Z',
    '<p>Hello, our Sorrel (FW-198204) makes a grinding noise at the back since last week. It is our school-run bike, so I hope you can help.</p>',
  ],
  [
    'bot',
    'Fernway Assistant',
    '2026-01-12T08:02:09Z',
    '<p>Thank you, your message has reached us. Your number is 112.</p>',
  ],
  [
    'agent',
    'Priya Nair',
    '2026-01-12T09:41:00Z',
    '<p>Hi Anneke, is the noise there while braking, while pedalling, or all the time? A short video would help a lot.</p>',
  ],
  [
    'customer',
    CUSTOMER,
    '2026-01-12T18:20:00Z',
    '<p>All the time, worse with both children on it. Video attached.</p>',
  ],
  [
    'note',
    'Priya Nair',
    '2026-01-13T08:30:00Z',
    '<p>Sounds like the rear brake disc, not the hub. Asked Marc to listen too.</p>',
  ],
  [
    'agent',
    'Priya Nair',
    '2026-01-13T08:44:00Z',
    '<p>It sounds like the rear brake. Please lift the wheel and spin it: does it stop quickly?</p>',
  ],
  ['customer', CUSTOMER, '2026-01-13T17:02:00Z', '<p>Yes, after half a turn.</p>'],
  [
    'agent',
    'Priya Nair',
    '2026-01-14T08:10:00Z',
    '<p>Then the brake rubs. Loosen the two bolts of the caliper by half a turn, pull the lever, hold it, and tighten the bolts to 6 Nm.</p>',
  ],
  ['customer', CUSTOMER, '2026-01-15T19:37:00Z', '<p>My husband did it, the noise is gone. Thank you so much!</p>'],
  [
    'agent',
    'Priya Nair',
    '2026-01-16T08:05:00Z',
    '<p>Wonderful, I will close this ticket. Have good rides, all of you.</p>',
  ],
  [
    'customer',
    CUSTOMER,
    '2026-01-26T07:50:00Z',
    '<p>Sorry, me again. Grinding is back, and this morning the display showed E21 on the way up to the school.</p>',
  ],
  [
    'agent',
    'Sam Ruiz',
    '2026-01-26T10:15:00Z',
    '<p>Hi Anneke, Sam here, Priya is away. E21 means that the motor got too hot. With a rubbing brake that is likely. How thick is the lining of the pads?</p>',
  ],
  ['customer', CUSTOMER, '2026-01-26T20:12:00Z', '<p>I can hardly see any lining. Less than a millimetre?</p>'],
  [
    'agent',
    'Sam Ruiz',
    '2026-01-27T08:20:00Z',
    '<p>Then the pads are worn and it is better not to ride with the children. May I send the mobile mechanic? Please send me your postcode.</p>',
  ],
  [
    'customer',
    CUSTOMER,
    '2026-01-27T08:41:00Z',
    '<p>3583, any morning after nine. Does this cost anything? The bike is only eight months old.</p>',
  ],
  [
    'agent',
    'Sam Ruiz',
    '2026-01-27T09:02:00Z',
    '<p>Pads are wear parts, €19 a pair. I have waived the €29 for the visit. Friday 30 January between nine and one?</p>',
  ],
  ['customer', CUSTOMER, '2026-01-27T09:05:00Z', '<p>Perfect, thanks.</p>'],
  [
    'note',
    'Sam Ruiz',
    '2026-01-30T14:20:00Z',
    '<p>Mechanic: pads replaced, but caliper leaks oil. Part ordered under warranty, 10 working days. Bike must not be used.</p>',
  ],
  [
    'agent',
    'Sam Ruiz',
    '2026-01-30T14:33:00Z',
    '<p>Hi Anneke, the mechanic found a leak in the rear caliper. That is a warranty case, the part comes in about ten working days. Please leave the bike standing until then.</p>',
  ],
  [
    'customer',
    CUSTOMER,
    '2026-01-30T16:48:00Z',
    '<p>Two weeks? How do I get two children to school? Is there a replacement bike?</p>',
  ],
  [
    'agent',
    'Sam Ruiz',
    '2026-02-02T09:10:00Z',
    '<p>I understand. The shop in Utrecht lends you a Sorrel from tomorrow until yours is ready, free of charge.</p>',
  ],
  ['customer', CUSTOMER, '2026-02-03T15:30:00Z', '<p>Picked it up. That is a real relief, thank you, Sam.</p>'],
  ['customer', CUSTOMER, '2026-02-16T18:00:00Z', '<p>Any news? It should have been ready on Friday.</p>'],
  [
    'agent',
    'Priya Nair',
    '2026-02-17T08:45:00Z',
    '<p>Hi Anneke, I am back and have read everything. The part is stuck at our supplier; new date 25 February. Please keep the loan bike.</p>',
  ],
  ['customer', CUSTOMER, '2026-02-17T09:00:00Z', '<p>OK, thanks for being honest.</p>'],
  [
    'note',
    'Priya Nair',
    '2026-02-25T11:00:00Z',
    '<p>Caliper fitted today, test ride OK, pressure OK. Loan bike back on 27 Feb.</p>',
  ],
  [
    'agent',
    'Priya Nair',
    '2026-02-25T11:15:00Z',
    '<p>Good news: your caliper is fitted, and the bike is ready for the 27th. Please bring the loan bike and your ID.</p>',
  ],
  ['customer', CUSTOMER, '2026-02-27T16:20:00Z', '<p>We have our Sorrel back and it brakes like new.</p>'],
  ['agent', 'Priya Nair', '2026-03-02T08:30:00Z', '<p>I am very glad. Is everything else all right?</p>'],
  [
    'customer',
    CUSTOMER,
    '2026-03-05T19:55:00Z',
    '<p>One thing: since the mechanic had the wheel out, the speed on the display jumps around, sometimes it shows 0 and E07. There is a small round thing on a spoke that looks twisted. Did he forget something?</p>',
  ],
];

/** A ticket of thirty messages over eight weeks, whose last question differs from its first. */
export const longTicket = {
  id: 112,
  subject: 'Grinding noise at the back wheel, Sorrel',
  channel: 'email',
  requester: { id: 90112, name: CUSTOMER, email: 'anneke.dewit@brievenbus.example' },
  tags: ['brakes', 'sorrel', 'reopened'],
  status: 'open',
  createdAt: '2026-01-12T08:02:00Z',
  messages: turns.map(([role, authorName, at, html], index) => ({
    id: 11201 + index,
    role,
    authorName,
    at,
    html,
  })),
} satisfies FernwayTicket;
