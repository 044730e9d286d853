import { describe, expect, it } from 'vitest';
import type { Emotion, MessageSignals } from '../../core/signals';
import { type ReplyStyle, type ReplySuggestion, replyStyles } from '../../core/suggestion';
import type { Role, Ticket } from '../../core/ticket';
import { readClaims } from '../claims';
import type { SuggestRequest } from '../define-suggestion';
import { suggest } from '../suggest';
import { type Library, makeArticle, makeDeps, makeMacro, makePast, makeRequest, makeTicket } from '../testing';
import { wordingOf } from '../wording/wording';

const question = 'How can I download the yearly invoice for accounting as file?';
const answer = 'You can download the yearly invoice as file for accounting under Billing.';
const article = makeArticle('invoice article', `${answer} Choose the year first.`);
const noise: Library = {
  macros: [
    makeMacro('shipping', 'Parcels leave our warehouse every evening.'),
    makeMacro('doors', 'Doors open at nine.'),
  ],
  articles: [makeArticle('returns', 'Send shoes back within thirty days.'), makeArticle('sizes', 'Measure both feet.')],
};

const signals = (more: Partial<MessageSignals>): MessageSignals => ({
  messageId: 'm0',
  language: { code: 'en', confidence: 0.99 },
  supported: true,
  sentiment: null,
  emotion: null,
  urgency: null,
  intents: [],
  flags: [],
  ...more,
});
const feels = (label: Emotion): Partial<MessageSignals> => ({ emotion: { label, confidence: 0.8 } });

type Ask = {
  lines?: [Role, string][];
  ticket?: Partial<Ticket>;
  current?: Partial<MessageSignals>;
  settings?: Partial<SuggestRequest['settings']>;
  style?: ReplyStyle;
  alternative?: number;
  /** Log-odds added to every source. */
  boost?: number;
};

async function replyTo(library: Library, ask: Ask = {}): Promise<ReplySuggestion | undefined> {
  const base = makeRequest(makeTicket(ask.lines ?? [['customer', question]], ask.ticket));
  const request: SuggestRequest = {
    ...base,
    signals: { ...base.signals, current: ask.current ? signals(ask.current) : null },
    settings: { ...base.settings, ...ask.settings },
    alternative: ask.alternative ?? 0,
    ...(ask.style ? { style: ask.style } : {}),
  };
  const all = {
    macros: [...(library.macros ?? []), ...(noise.macros ?? [])],
    articles: [...(library.articles ?? []), ...(noise.articles ?? [])],
    pasts: library.pasts ?? [],
  };
  const { items } = await suggest(request, { ...makeDeps(all), boost: () => ask.boost ?? 0 });
  return items.find((item) => item.kind === 'reply');
}
const own = (reply: ReplySuggestion | undefined) =>
  (reply?.sentences ?? []).filter(({ source }) => source === null).map(({ text }) => text);
const empathies = (language: string) =>
  Object.values(wordingOf(language)?.empathy ?? {}).flatMap(({ plain, formal }) => [...plain, ...formal]);
const sympathy = (reply: ReplySuggestion | undefined) => own(reply).filter((text) => empathies('en').includes(text));

describe('a line for what the customer feels', () => {
  it.each<Emotion>(['anger', 'frustration', 'disappointment', 'worry', 'confusion'])('meets %s', async (label) => {
    const reply = await replyTo({ articles: [article] }, { current: feels(label) });
    expect(sympathy(reply)).toHaveLength(1);
    expect(reply?.text.indexOf(sympathy(reply)[0] ?? '')).toBeLessThan(reply?.text.indexOf(answer) ?? 0);
  });

  it.each<[string, Ask]>([
    ['the customer is calm', { current: feels('none') }],
    ['the customer is grateful', { current: feels('gratitude') }],
    ['the customer is satisfied', { current: feels('satisfaction') }],
    ['nothing is known of the mood', { current: {} }],
    [
      'the sentiment is positive',
      { current: { ...feels('anger'), sentiment: { label: 'positive', confidence: 0.9 } } },
    ],
    ['a shorter reply is wanted', { current: feels('anger'), style: 'shorter' }],
    [
      'the agent said it last time',
      {
        current: feels('anger'),
        lines: [
          ['customer', 'It fails.'],
          ['agent', 'So sorry about this. Which year?'],
          ['customer', question],
        ],
      },
    ],
  ])('is absent when %s', async (_case, ask) => {
    const reply = await replyTo({ articles: [article] }, ask);
    expect(reply?.text).toContain(answer);
    expect(sympathy(reply)).toEqual([]);
  });

  it('is absent where the source says it already, and stands behind the greeting of a macro', async () => {
    const sorry = makeMacro('invoice', `Hi {{ticket.requester.first_name}},\nWe are sorry for that. ${answer}`);
    expect(sympathy(await replyTo({ macros: [sorry] }, { current: feels('anger') }))).toEqual([]);
    const plain = makeMacro('invoice', `Hi {{ticket.requester.first_name}},\n${answer}\nKind regards\nKim`, {
      html: `<p>Hi {{ticket.requester.first_name}},</p><p><b>${answer}</b></p><p>Kind regards<br>Kim</p>`,
    });
    const reply = await replyTo({ macros: [plain] }, { current: feels('anger') });
    const [line = ''] = sympathy(reply);
    expect(reply?.text).toBe(`Hi Ana,\n\n${line}\n\n${answer}\n\nKind regards\nKim`);
    expect(reply?.html).toBe(`<p>Hi Ana,</p><p>${line}</p><p><b>${answer}</b></p><p>Kind regards<br>Kim</p>`);
  });

  it('varies with the ticket and speaks the house tone', async () => {
    const lines = await Promise.all(
      Array.from({ length: 12 }, async (_, index) =>
        sympathy(await replyTo({ articles: [article] }, { current: feels('anger'), ticket: { id: `${index}` } })),
      ),
    );
    expect(new Set(lines.flat()).size).toBeGreaterThan(1);
    const formal = await replyTo({ articles: [article] }, { current: feels('anger'), settings: { tone: 'formal' } });
    expect(wordingOf('en')?.empathy.upset.formal).toContain(sympathy(formal)[0]);
  });
});

describe('the question still to ask', () => {
  const needs = makeArticle('invoice article', `${answer} If it is missing, please send us your order number.`);
  const asks = (reply: ReplySuggestion | undefined) => own(reply).filter((text) => text.includes('order number'));

  it('asks for what the desk needs and the ticket lacks', async () => {
    const reply = await replyTo({ articles: [needs], macros: [makeMacro('invoice macro', answer)] });
    expect(reply?.sources[0]?.kind).toBe('macro');
    expect(asks(reply)).toHaveLength(1);
  });

  it.each<[string, Ask]>([
    ['the customer gave it', { lines: [['customer', `${question} Order FW-20381.`]] }],
    ['it stands in the subject', { ticket: { subject: 'Order #20381' } }],
    [
      'the agent has asked already',
      {
        lines: [
          ['customer', 'Hello there'],
          ['agent', 'What is your order number?'],
          ['customer', question],
        ],
      },
    ],
  ])('does not when %s', async (_case, ask) => {
    const reply = await replyTo({ articles: [needs], macros: [makeMacro('invoice macro', answer)] }, ask);
    expect(reply?.text).toContain(answer);
    expect(asks(reply)).toEqual([]);
  });

  it('does not when the source asks itself, or no source needs it', async () => {
    const self = makeMacro('invoice macro', `${answer} Please send us your order number.`);
    expect(asks(await replyTo({ macros: [self] }))).toEqual([]);
    expect(asks(await replyTo({ articles: [article] }))).toEqual([]);
  });
});

describe('several questions', () => {
  const both = `${question} And how long does the refund to my credit card take after cancelling?`;
  const refund = 'A refund to your credit card takes five days after cancelling.';

  it('answers each from its own source', async () => {
    const reply = await replyTo(
      { articles: [article, makeArticle('refund article', refund)] },
      { lines: [['customer', both]] },
    );
    expect(reply?.text).toContain(answer);
    expect(reply?.text).toContain(refund);
    expect(reply?.unanswered).toBeUndefined();
    expect(new Set(reply?.sources.map(({ id }) => id))).toEqual(new Set(['invoice article', 'refund article']));
  });

  it('names as open what nothing answers', async () => {
    const reply = await replyTo({ articles: [article] }, { lines: [['customer', both]] });
    expect(reply?.text).toContain(answer);
    expect(reply?.unanswered).toEqual(['And how long does the refund to my credit card take after cancelling?']);
  });
});

describe('the language of the draft', () => {
  const arabic = makeMacro('فاتورة', 'invoice accounting file year download: حمّل الفاتورة السنوية من صفحة الحساب.');
  it('is the customer’s where there is material in it', async () => {
    const ask = { current: { language: { code: 'ar', confidence: 1 } }, boost: 4 };
    const reply = await replyTo({ macros: [makeMacro('invoice', answer), arabic] }, ask);
    expect([reply?.language, reply?.customerLanguage]).toEqual(['ar', undefined]);
  });
  it('is said when it is another', async () => {
    const reply = await replyTo(
      { macros: [makeMacro('invoice', answer)] },
      { current: { language: { code: 'ar', confidence: 1 } } },
    );
    expect([reply?.language, reply?.customerLanguage]).toEqual(['en', 'ar']);
    const unsure = { language: { code: 'ar', confidence: 0.2 }, absent: 'language-unsure' as const };
    expect(
      (await replyTo({ macros: [makeMacro('invoice', answer)] }, { current: unsure }))?.customerLanguage,
    ).toBeUndefined();
  });
});

describe('what no source says', () => {
  it('is not offered: a link that the customer put into a placeholder', async () => {
    const macro = makeMacro('invoice', `${answer} About: {{ticket.title}}`);
    expect((await replyTo({ macros: [macro] }, { ticket: { subject: 'Invoice 7' } }))?.text).toContain(
      'About: Invoice 7',
    );
    expect(
      await replyTo({ macros: [macro] }, { ticket: { subject: 'pay at https://evil.example/pay' } }),
    ).toBeUndefined();
  });
});

describe('a past reply', () => {
  const remember = { settings: { rememberTickets: true } };
  it('tells how often it was given and what it solved, and leaves out what was about one customer', async () => {
    const said = `${answer} Pick the year in the list and press the button. I have refunded 20 €.`;
    const pasts = [
      { ...makePast('p1', question, said), isSolved: true },
      { ...makePast('p2', question, said), seenAt: '2026-05-05' },
    ];
    const reply = await replyTo({ pasts }, remember);
    expect(reply?.past).toEqual({ lastAt: '2026-05-05', tickets: 2, solved: 1 });
    expect(reply?.text).toContain('Pick the year');
    expect(reply?.text).not.toContain('20');
  });
  it('is not offered when it was about one customer only', async () => {
    const pasts = [makePast('p1', question, 'Dear [name], your invoice file was sent to [email]. I have changed it.')];
    expect(await replyTo({ pasts }, remember)).toBeUndefined();
  });
});

describe('another style', () => {
  const macro = makeMacro(
    'invoice',
    `Hi {{ticket.requester.first_name}},\nThank you for your message. In order to save it, ${answer} It doesn't cost more than 5 €, see https://a.example/i.\nHope this helps!`,
  );
  it('says the same facts in another way, each with its source', async () => {
    const plain = await replyTo({ macros: [macro] }, { current: feels('anger') });
    const facts = (text = '') => {
      const { numbers, links, names, negations } = readClaims(text, 'en');
      return { numbers, links, names, negations };
    };
    const texts = new Set([plain?.text]);
    for (const style of replyStyles) {
      const styled = await replyTo({ macros: [macro] }, { current: feels('anger'), style });
      expect(styled?.style).toBe(style);
      expect(styled?.id).toContain(style);
      expect(facts(styled?.text)).toEqual(facts(plain?.text));
      texts.add(styled?.text);
    }
    expect(texts.size).toBe(5);
    const short = await replyTo({ macros: [macro] }, { style: 'shorter' });
    expect(short?.text).not.toMatch(/Thank you|Hope this/);
    expect(short?.text.length).toBeLessThan(plain?.text.length ?? 0);
    const formal = await replyTo({ macros: [macro] }, { style: 'formal' });
    expect(formal?.text).toMatch(/^Dear Ana,/);
    expect(formal?.text).toContain('does not cost');
  });
});
