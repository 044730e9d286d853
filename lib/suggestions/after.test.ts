import { describe, expect, it } from 'vitest';
import { type AfterKind, type AfterSuggestion, afterKinds, type Suggestion } from '../core/suggestion';
import type { Role, Ticket } from '../core/ticket';
import type { SuggestRequest } from './define-suggestion';
import { suggest } from './suggest';
import { makeDeps, makeRequest, makeTicket } from './testing';
import { wordingOf } from './wording/wording';

const day = 24 * 3600 * 1000;
const now = Date.parse('2026-06-10T12:00:00Z');

type Line = [Role, string];
type Ask = { daysAgo?: number; ticket?: Partial<Ticket>; request?: Partial<SuggestRequest>; language?: string };

async function due(lines: Line[], { daysAgo = 0, ticket = {}, request = {} }: Ask = {}) {
  const made = makeTicket(lines, ticket);
  const messages = made.messages.map((message) => ({ ...message, at: new Date(now - daysAgo * day).toISOString() }));
  const { items } = await suggest(makeRequest({ ...made, messages }, request), { ...makeDeps({}), now: () => now });
  return items.filter((item: Suggestion): item is AfterSuggestion =>
    (afterKinds as readonly string[]).includes(item.kind),
  );
}
const kindsOf = async (lines: Line[], ask?: Ask) => (await due(lines, ask)).map(({ kind }) => kind);

const asked: Line = ['customer', 'The lamp flickers since Monday and the switch is loose. What can I do?'];
const told: Line = [
  'agent',
  'Hi Ana,\nTighten the screw under the switch of the lamp. Then the lamp stops flickering.',
];
const promised: Line = ['agent', "Thanks for the details. I'll check the lamp with the warehouse and get back to you."];
const wondered: Line = ['agent', 'Which lamp do you have? The number is on its foot.'];
const allSolved: AfterKind[] = ['closing', 'csat-request', 'summary'];

describe('what is due after the answer', () => {
  it.each<[string, Line[], Ask, AfterKind[]]>([
    [
      'the customer says that it works',
      [asked, told, ['customer', 'That works now, the lamp is fine!']],
      {},
      allSolved,
    ],
    ['the customer only thanks for an answer', [asked, told, ['customer', 'Thank you very much!']], {}, allSolved],
    ['it is solved in German', [asked, told, ['customer', 'Super, funktioniert jetzt. Danke!']], {}, allSolved],
    ['it is solved in Arabic', [asked, told, ['customer', 'شكراً، تم حل المشكلة']], {}, allSolved],
    ['it is solved in Spanish', [asked, told, ['customer', 'Perfecto, ya funciona']], {}, allSolved],
    ['it is solved in French', [asked, told, ['customer', 'Merci, ça marche']], {}, allSolved],
    ['it is solved in Portuguese', [asked, told, ['customer', 'Boa, já funciona']], {}, allSolved],
    [
      'solved, and the agent has answered that',
      [asked, told, ['customer', 'Works now!'], ['agent', 'Great, bye.']],
      {},
      ['csat-request', 'summary'],
    ],
    [
      'solved, and a rating was asked for',
      [asked, told, ['customer', 'Works now!'], ['bot', 'Please rate this chat.']],
      {},
      [],
    ],
    [
      'solved, and it was noted',
      [asked, told, ['customer', 'Works now!'], ['note', 'Loose screw, solved.']],
      {},
      ['closing', 'csat-request'],
    ],
    ['the customer will try', [asked, told, ['customer', "Thanks, I'll try that tonight."]], {}, []],
    ['the customer thanks and asks on', [asked, told, ['customer', 'Thanks! Which screw do you mean?']], {}, []],
    ['it is not solved', [asked, told, ['customer', "It still doesn't work."]], {}, []],
    ['it worked, but not for long', [asked, told, ['customer', 'It worked, but now it flickers again.']], {}, []],
    ['the customer thanks for a promise', [asked, promised, ['customer', 'Thank you!']], {}, []],
    ['the customer thanks before answering', [asked, wondered, ['customer', 'Thank you!']], {}, []],
    ['nobody has answered yet', [['customer', 'Thanks, works now!']], {}, []],
    ['a promise is a day old', [asked, promised], { daysAgo: 1.5 }, ['status-update']],
    ['a promise is an hour old', [asked, promised], { daysAgo: 0.04 }, []],
    [
      'the customer asks for the promised news',
      [asked, promised, ['customer', 'Any news? I am still waiting.']],
      { daysAgo: 0.1 },
      ['status-update'],
    ],
    [
      'the customer writes of something else',
      [asked, promised, ['customer', 'The shade broke too.']],
      { daysAgo: 2 },
      [],
    ],
    ['a promise was kept', [asked, promised, ['customer', 'ok'], told], { daysAgo: 2 }, []],
    [
      'a promise depends on the customer',
      [asked, ['agent', 'If you send a photo, I will check it with the warehouse.']],
      { daysAgo: 2 },
      [],
    ],
    [
      'a German promise',
      [asked, ['agent', 'Wir melden uns, sobald das Lager geantwortet hat.']],
      { daysAgo: 2 },
      ['status-update'],
    ],
    ['a question waits for four days', [asked, wondered], { daysAgo: 4 }, ['follow-up']],
    ['an answer was not confirmed for four days', [asked, told], { daysAgo: 4 }, ['follow-up']],
    ['a question waits for two days', [asked, wondered], { daysAgo: 2 }, []],
    ['the agent has said goodbye', [asked, told, ['customer', 'ok'], ['agent', "You're welcome!"]], { daysAgo: 9 }, []],
    ['the agent wrote first', [['agent', 'We moved our offices.']], { daysAgo: 9 }, []],
    ['the customer waits', [asked], { daysAgo: 9 }, []],
  ])('%s', async (_case, lines, ask, expected) => expect(await kindsOf(lines, ask)).toEqual(expected));

  it('is nothing where the times are not known', async () => {
    const request = makeRequest(makeTicket([asked, wondered]));
    const { items } = await suggest(request, { ...makeDeps({}), now: () => now });
    expect(items).toEqual([]);
  });

  it('is nothing after three reminders', async () => {
    const messages = [8, 6, 4].map((days, index) => ({
      id: `r${index}`,
      role: 'agent' as const,
      text: 'Which lamp?',
      at: new Date(now - days * day).toISOString(),
    }));
    const ticket = makeTicket([asked]);
    const request = makeRequest({ ...ticket, messages: [...ticket.messages, ...messages] });
    const { items } = await suggest(request, { ...makeDeps({}), now: () => now });
    expect(items).toEqual([]);
    const two = makeRequest({ ...ticket, messages: [...ticket.messages, ...messages.slice(1)] });
    expect((await suggest(two, { ...makeDeps({}), now: () => now })).items.map(({ kind }) => kind)).toEqual([
      'follow-up',
    ]);
  });

  it('is nothing for a customer in a bad mood, whatever the words', async () => {
    const current = {
      messageId: 'm2',
      language: { code: 'en', confidence: 1 },
      supported: true,
      emotion: null,
      urgency: null,
      intents: [],
      flags: [],
    };
    const signals = {
      ...makeRequest(makeTicket([])).signals,
      current: { ...current, sentiment: { label: 'negative' as const, confidence: 0.9 } },
    };
    expect(
      await kindsOf([asked, told, ['customer', 'Great, works now. Not that you cared.']], { request: { signals } }),
    ).toEqual([]);
  });
});

describe('the texts', () => {
  it('quote the conversation word for word, with its turns, in a note', async () => {
    const lines: Line[] = [asked, told, ['customer', 'That works now, thanks!']];
    const summary = (await due(lines)).find(({ kind }) => kind === 'summary');
    expect(summary?.target).toBe('note');
    expect(summary?.sources.length).toBeGreaterThanOrEqual(3);
    for (const { id, kind, quote, start, end, title } of summary?.sources ?? []) {
      const index = lines.findIndex((_line, at) => `m${at}` === id);
      expect(kind).toBe('message');
      expect(lines[index]?.[1].slice(start, end)).toBe(quote);
      expect(title).toBe(String(index + 1));
      expect(summary?.text).toContain(`“${quote}” (turn ${title})`);
    }
    expect(summary?.html).toMatch(/^<p>Summary in quotes<\/p><ul><li>Customer: /);
    expect(summary?.text).not.toContain('Hi Ana,');
  });

  it('are letters to the customer, in the house tone, with the signature', async () => {
    const settings = {
      ...makeRequest(makeTicket([])).settings,
      tone: 'formal' as const,
      signature: 'Best\n{{agent.name}}',
    };
    const [closing, rating] = await due([asked, told, ['customer', 'That works now!']], { request: { settings } });
    expect(closing?.target).toBe('public');
    const line = closing?.text.split('\n\n')[1] ?? '';
    expect(wordingOf('en')?.closing.formal).toContain(line);
    expect(closing?.text).toBe(`Dear Ana,\n\n${line}\n\nBest\nKim Lee`);
    expect(wordingOf('en')?.rating.formal).toContain(rating?.text);
  });

  it('quote what was asked and what was promised', async () => {
    const [reminder] = await due([asked, wondered], { daysAgo: 4 });
    expect(reminder?.text).toContain('“Which lamp do you have?”');
    const [update] = await due([asked, promised], { daysAgo: 2 });
    expect(update?.text).toContain("“I'll check the lamp with the warehouse and get back to you.”");
    expect(update?.sources[0]?.quote).toBe("I'll check the lamp with the warehouse and get back to you.");
  });

  it('speak the customer’s language, and leave a chat without letter', async () => {
    const german: Line[] = [
      ['customer', 'x'],
      ['agent', 'y'],
      ['customer', 'Funktioniert jetzt.'],
    ];
    const language = { code: 'de', confidence: 1 };
    const current = {
      messageId: 'm2',
      language,
      supported: true,
      sentiment: null,
      emotion: null,
      urgency: null,
      intents: [],
      flags: [],
    };
    const request = { signals: { ...makeRequest(makeTicket([])).signals, current } };
    const [closing] = await due(german, { request, ticket: { channel: 'messaging' } });
    expect(closing?.language).toBe('de');
    expect(wordingOf('de')?.closing.plain).toContain(closing?.text);
    expect(
      await kindsOf(german, {
        request: { signals: { ...request.signals, current: { ...current, language: { code: 'fi', confidence: 1 } } } },
      }),
    ).toEqual([]);
  });
});
