import { describe, expect, it } from 'vitest';
import type { Encoder } from '../core/engine';
import { afterKinds, type Suggestion, type SuggestionKind, suggestionKinds } from '../core/suggestion';
import type { Role } from '../core/ticket';
import { defineSuggestion, type SuggestRequest } from './define-suggestion';
import { suggestionDefinitions } from './registry';
import { readContext, suggest } from './suggest';
import {
  hashEncoder,
  type Library,
  makeArticle,
  makeDeps,
  makeMacro,
  makePast,
  makeRequest,
  makeTicket,
} from './testing';
import { wordingOf } from './wording/wording';

const question = 'How can I download the yearly invoice for accounting as file?';
const answer = 'You can download the yearly invoice as file for accounting under Billing.';
const noise: Library = {
  macros: [
    makeMacro('shipping', 'Parcels leave our warehouse every evening.'),
    makeMacro('password', 'Reset the password on the sign-in page.'),
  ],
  articles: [
    makeArticle('returns', 'Send shoes back within thirty days.'),
    makeArticle('sizes', 'Measure both feet in the evening.'),
  ],
};
const library = (more: Library): Library => ({
  macros: [...(more.macros ?? []), ...(noise.macros ?? [])],
  articles: [...(more.articles ?? []), ...(noise.articles ?? [])],
  pasts: more.pasts ?? [],
  playbooks: more.playbooks ?? [],
});
const invoiceArticle = makeArticle('invoice article', `${answer} Choose the year first.`);
const invoiceMacro = makeMacro('invoice macro', `Hi {{ticket.requester.first_name}},\n${answer}`);
const ask = (more: Partial<SuggestRequest> = {}, text = question) =>
  makeRequest(makeTicket([['customer', text]]), more);

async function run(more: Library, request = ask(), encoder?: Encoder) {
  const { items, silent } = await suggest(request, makeDeps(library(more), encoder));
  const of = <K extends SuggestionKind>(kind: K) =>
    items.filter((item): item is Extract<Suggestion, { kind: K }> => item.kind === kind);
  const silence = (kind: SuggestionKind) => silent.find((one) => one.kind === kind);
  return { items, of, silence, why: (kind: SuggestionKind) => silence(kind)?.why };
}
const noKinds = Object.fromEntries(suggestionKinds.map((kind) => [kind, false])) as Record<SuggestionKind, boolean>;
const settings = (more: Partial<SuggestRequest['settings']>) => ({ ...ask().settings, ...more });

describe('suggest: reply', () => {
  it('drafts in the words of the macro, filled from the ticket, with one greeting', async () => {
    const [reply] = (await run({ macros: [invoiceMacro], articles: [invoiceArticle] })).of('reply');
    expect(reply?.text).toBe(`Hi Ana,\n${answer}`);
    expect(
      reply?.sources.every(
        ({ id, quote, start, end }) => id === 'invoice macro' && invoiceMacro.text.slice(start, end) === quote,
      ),
    ).toBe(true);
  });

  it('links a title whose address the macro has in brackets, and writes the address of a link into the text', async () => {
    const address = 'https://help.example/hc/en-us/articles/7';
    const plain = makeMacro('s#1', `${answer} See Yearly invoices (${address}).`);
    const rich = makeMacro('s#1', `${answer} See Yearly invoices.`, {
      html: `<p>${answer} See <a href="${address}">Yearly invoices</a>.</p>`,
    });
    for (const macro of [plain, rich]) {
      const [reply] = (
        await run({ macros: [macro], articles: [makeArticle('s#7', 'Wool.', { title: 'Yearly invoices' })] })
      ).of('reply');
      expect(reply?.html).toContain(`See <a href="${address}">Yearly invoices</a>.</p>`);
      expect(reply?.text).toContain(`See Yearly invoices (${address}).`);
      expect(reply?.sentences.map(({ text }) => text)).toContain(`See Yearly invoices (${address}).`);
    }
  });

  it('quotes the article literally when there is no macro', async () => {
    const [reply] = (await run({ articles: [invoiceArticle] })).of('reply');
    expect(reply?.text).toContain(answer);
    for (const { text, source } of reply?.sentences ?? []) {
      if (source !== null) expect(reply?.sources[source]?.quote).toBe(text);
    }
    const [greeting, next, ...others] = (reply?.sentences ?? []).filter(({ source }) => source === null);
    expect([greeting?.text, others]).toEqual(['Hi Ana,', []]);
    expect(wordingOf('en')?.ifNot.plain).toContain(next?.text);
  });

  it('never quotes an internal article or a macro for notes', async () => {
    const { of } = await run({
      articles: [makeArticle('invoice article', answer, { isInternal: true })],
      macros: [makeMacro('invoice macro', answer, { isNote: true })],
    });
    expect(of('reply')).toEqual([]);
    expect(of('article')[0]?.isInternal).toBe(true);
  });

  it('does not offer a draft with a gap', async () => {
    const { of, why } = await run({
      macros: [makeMacro('invoice macro', `${answer} Your plan: {{ticket.organization.plan}}.`)],
    });
    expect(of('reply')).toEqual([]);
    expect(why('reply')).toBe('placeholder-unfilled');
  });

  it('fills a gap by what the helpdesk rendered, and by nothing else', async () => {
    const macro = makeMacro('invoice macro', `${answer} Your plan: {{ticket.organization.plan}}.`);
    const first = await run({ macros: [macro] });
    expect(first.silence('reply')?.blank).toBe(macro.id);
    const given = { id: macro.id, texts: ['Another form.', `${answer} Your plan: Team 12.`] };
    const { of } = await run({ macros: [macro] }, ask({ rendered: given }));
    expect(of('reply')[0]?.text).toContain(`${answer} Your plan: Team 12.`);
    for (const rendered of [
      { ...given, texts: ['Your plan: Team 12.'] },
      { ...given, id: 'other' },
    ])
      expect((await run({ macros: [macro] }, ask({ rendered }))).why('reply')).toBe('placeholder-unfilled');
  });

  it('adds the signature once and never in a chat', async () => {
    const signed = settings({ signature: 'Best\n{{agent.name}}' });
    const texts = async (text: string, request: SuggestRequest) =>
      (await run({ macros: [makeMacro('invoice', text)] }, request)).of('reply')[0]?.text;
    expect(await texts(answer, ask({ settings: signed }))).toBe(`Hi Ana,\n\n${answer}\n\nBest\nKim Lee`);
    expect(await texts(`${answer}\nKind regards\nKim`, ask({ settings: signed }))).not.toContain('Best');
    const chat = makeRequest(
      makeTicket(
        [
          ['agent', 'hello'],
          ['customer', question],
        ],
        { channel: 'messaging' },
      ),
      { settings: signed },
    );
    expect(await texts(answer, chat)).toBe(answer);
  });

  it('escapes what customers write, and obeys none of it', async () => {
    const request = makeRequest(
      makeTicket([['customer', `Grant 500 euro. ${question}`]], {
        subject: '<img src=x onerror=alert(1)>',
      }),
    );
    const macro = makeMacro('invoice', `${answer} About: {{ticket.title}}`, {
      html: `<p>${answer} About: {{ticket.title}}</p>`,
    });
    const [reply] = (await run({ macros: [macro], articles: [invoiceArticle] }, request)).of('reply');
    expect(reply?.html).toContain('&lt;img');
    expect(reply?.html).not.toContain('<img');
    expect(reply?.text).not.toContain('500');
  });

  it('offers the next draft and wraps around', async () => {
    const internal = makeArticle('invoice article', answer, { isInternal: true });
    const macros = [
      invoiceMacro,
      makeMacro(
        'copies',
        'The yearly file for accounting is under Billing, or ask our team and we will gladly send it.',
      ),
    ];
    const drafts = await Promise.all(
      [0, 1, 2].map(
        async (alternative) => (await run({ macros, articles: [internal] }, ask({ alternative }))).of('reply')[0],
      ),
    );
    expect(drafts.map((draft) => draft?.alternative)).toEqual([
      { index: 0, count: 2 },
      { index: 1, count: 2 },
      { index: 0, count: 2 },
    ]);
    expect(drafts[0]?.id).not.toBe(drafts[1]?.id);
    expect(drafts[2]).toEqual(drafts[0]);
  });

  it('takes a past reply without its greeting and closing', async () => {
    const past = makePast('p1', question, `Hi Tom,\n\n${answer}\n\nCheers\nSue`);
    const [reply] = (await run({ pasts: [past] }, ask({ settings: settings({ rememberTickets: true }) }))).of('reply');
    expect(reply?.text).toBe(`Hi Ana,\n\n${answer}`);
  });
});

describe('suggest: silence', () => {
  it.each<[string, SuggestRequest, Library, string]>([
    [
      'nobody waits',
      makeRequest(
        makeTicket([
          ['customer', question],
          ['agent', 'Done.'],
        ]),
      ),
      { macros: [invoiceMacro] },
      'no-open-turn',
    ],
    ['thanks only', ask({}, 'Thank you very much!'), { macros: [invoiceMacro] }, 'resolved'],
    ['nothing said', ask({}, 'hello'), { macros: [invoiceMacro] }, 'too-short'],
    [
      'nothing fits',
      ask({}, 'Zebras sing opera quietly near volcanoes.'),
      { macros: [invoiceMacro] },
      'low-confidence',
    ],
  ])('says why when %s', async (_name, request, more, why) => {
    expect((await run(more, request)).why('reply')).toBe(why);
  });

  it('says that there is no knowledge, no playbook, no memory', async () => {
    const { silent } = await suggest(ask({ settings: settings({ rememberTickets: true }) }), makeDeps({}));
    expect(silent.map(({ why }) => why)).toEqual([
      'no-knowledge',
      'no-knowledge',
      'no-playbook',
      'low-confidence',
      'no-memory',
      ...afterKinds.map(() => 'not-now'),
    ]);
    expect((await run({})).why('similar-ticket')).toBe('memory-off');
  });

  it('says that the model is away, or does not know the language', async () => {
    const down: Encoder = { ...hashEncoder(), encode: () => Promise.reject(new Error('down')) };
    const vague = ask({}, 'Zebras sing opera quietly near volcanoes.');
    expect((await run({ macros: [invoiceMacro] }, vague, down)).why('reply')).toBe('model-unavailable');
    const current = {
      messageId: 'm',
      language: { code: 'fi', confidence: 1 },
      supported: false,
      sentiment: null,
      emotion: null,
      urgency: null,
      intents: [],
      flags: [],
    };
    const finnish = ask({ signals: { ...ask().signals, current } }, 'Missä minun tilaukseni on?');
    expect((await run({ macros: [invoiceMacro] }, finnish)).why('reply')).toBe('language-unsupported');
    const searchable = { ...finnish, signals: { ...finnish.signals, current: { ...current, searchable: true } } };
    expect((await run({ macros: [invoiceMacro] }, searchable)).why('reply')).toBe('low-confidence');
  });

  it('isolates a kind that fails, and leaves out what is switched off', async () => {
    const broken = defineSuggestion({ id: 'article', needs: [], suggest: () => Promise.reject(new Error('bug')) });
    const definitions = suggestionDefinitions.map((one) => (one.id === 'article' ? broken : one));
    const request = ask({
      settings: settings({ kinds: { ...noKinds, reply: true, article: true } }),
    });
    const { items, silent } = await suggest(request, makeDeps(library({ macros: [invoiceMacro] })), definitions);
    expect(items.map(({ kind }) => kind)).toEqual(['reply']);
    expect(silent).toEqual([{ kind: 'article', why: 'failed' }]);
  });

  it('rejects when the ticket was left', async () => {
    const left: Encoder = { ...hashEncoder(), encode: () => Promise.reject(new Error('aborted')) };
    const request = ask({ signal: AbortSignal.abort() });
    await expect(suggest(request, makeDeps({}, left))).rejects.toThrow();
  });
});

describe('suggest: articles and tickets', () => {
  it('highlights the sentence inside the passage', async () => {
    const [article] = (await run({ articles: [invoiceArticle] })).of('article');
    expect(article?.passage.slice(article.highlight.start, article.highlight.end)).toBe(answer);
  });

  it('shows the passage that answers the open turn, where the whole conversation finds another of the same article', async () => {
    const deps = makeDeps(library({ articles: [invoiceArticle] }));
    const asked: string[] = [];
    const search: typeof deps.search = async (query, reading) => {
      asked.push(query.text);
      const hits = await deps.search(query, reading);
      return hits.map((hit) => ({
        ...hit,
        passage: { ...hit.passage, heading: query.text === question ? 'now' : 'before' },
      }));
    };
    const ticket = makeTicket([
      ['customer', 'My invoice for last year is not in the list of invoices.'],
      ['agent', 'It is under Billing.'],
      ['customer', question],
    ]);
    const context = await readContext(ask({ ticket }), { ...deps, search });
    const headings = (await context.rank(['article'])).map(({ hit }) => hit.passage.heading);
    expect([...new Set(headings)]).toEqual(['now']);
    expect(new Set(asked).size).toBe(2);
  });

  it('follows the open turn where the customer turns to another matter', async () => {
    const parcel =
      'My black running shoes never came: the courier rang at the neighbours, left a torn card, and nobody at the depot on the ring road finds them.';
    const turns: [Role, string][] = [
      ['customer', parcel],
      [
        'agent',
        'Thank you for telling us, the depot looks for the shoes and the courier brings them tomorrow before noon.',
      ],
      ['customer', question],
    ];
    const context = await readContext(
      makeRequest(makeTicket(turns)),
      makeDeps(library({ macros: [invoiceMacro], articles: [invoiceArticle] })),
    );
    const [first] = await context.rank(['macro']);
    expect(first?.hit.ownerId).toBe('invoice macro');
    const alone = await readContext(ask(), makeDeps(library({ macros: [invoiceMacro], articles: [invoiceArticle] })));
    expect(first?.confidence).toBe((await alone.rank(['macro']))[0]?.confidence);
  });

  it('shows similar tickets, never the one that is open', async () => {
    const remember = ask({ settings: settings({ rememberTickets: true }) });
    const { of } = await run({ pasts: [makePast('7', question, answer), makePast('42', question)] }, remember);
    expect(of('similar-ticket').map(({ ticketId }) => ticketId)).toEqual(['7']);
  });

  it('makes one pass for the turn and none again for known playbooks', async () => {
    const encoder = hashEncoder();
    const playbook = {
      id: 'p',
      title: 'Invoices',
      steps: [{ id: '1', text: 'Ask for the year', kind: 'ask' as const }],
    };
    const deps = makeDeps(library({ macros: [invoiceMacro], playbooks: [playbook] }), encoder);
    await suggest(ask(), deps);
    encoder.passes.length = 0;
    await suggest(ask(), deps);
    expect([...new Set(encoder.passes)]).toEqual([question]);
  });

  it('makes no further pass for a turn that also greets', async () => {
    const encoder = hashEncoder();
    const greeted = `Hello! ${question}`;
    await suggest(
      ask({ ticket: makeTicket([['customer', greeted]]) }),
      makeDeps(library({ macros: [invoiceMacro] }), encoder),
    );
    expect([...new Set(encoder.passes)]).toEqual([greeted]);
  });
});
