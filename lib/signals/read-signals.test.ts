import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoder, Encoding } from '../core/engine';
import type { HeadCalibrations, ModelCard } from '../core/model-card';
import { emotions, intents, riskFlags, sentiments, urgencies } from '../core/signals';
import type { Message, Role, Ticket } from '../core/ticket';
import { createSignalReader } from './read-signals';

const head = { temperature: 1, threshold: 0.5 };
const calibration: HeadCalibrations = {
  sentiment: head,
  emotion: head,
  urgency: head,
  intents: head,
  flags: Object.fromEntries(riskFlags.map((flag) => [flag, { scale: 1, bias: 0, threshold: 0.5 }])),
};
const card: ModelCard = {
  id: 'test',
  version: '1',
  base: 'none',
  baseLicense: 'none',
  languages: ['en'],
  dimensions: 384,
  maxTokens: 256,
  outputs: {
    sentiment: [...sentiments],
    emotion: [...emotions],
    urgency: [...urgencies],
    intents: [...intents],
    flags: [...riskFlags],
  },
  calibration,
};

function peak(size: number, index: number): Float32Array {
  const values = new Float32Array(size).fill(-4);
  if (index >= 0) values[index] = 4;
  return values;
}

/** A small real reader of moods: words decide the logits. */
function wordEncoder(): Encoder & { passes: string[] } {
  const passes: string[] = [];
  const encode = async (texts: string[]): Promise<Encoding[]> =>
    texts.map((text) => {
      passes.push(text);
      const mood = /terrible|angry/.test(text) ? 0 : /thanks|great/.test(text) ? 2 : 1;
      const intent = intents.indexOf(
        /thanks/.test(text) ? 'social.thanks' : /refund/.test(text) ? 'refund.request' : 'other',
      );
      return {
        vector: new Float32Array(384),
        logits: {
          sentiment: peak(3, mood),
          emotion: peak(8, 7),
          urgency: peak(4, 1),
          intent: /unsure/.test(text) ? new Float32Array(intents.length) : peak(intents.length, intent),
          flag: peak(7, /lawyer/.test(text) ? 1 : -1),
        },
        tokens: null,
      };
    });
  return {
    passes,
    encode,
    state: () => ({
      status: 'ready',
      progress: 1,
      modelId: 'test',
      version: '1',
      threads: 1,
      memoryBytes: null,
      coldStartMs: null,
    }),
  };
}

function ticket(...lines: [Role, string][]): Ticket {
  const messages: Message[] = lines.map(([role, text], index) => ({ id: `m${index}`, role, text }));
  return {
    id: '1',
    helpdesk: 'test',
    origin: 'https://a.example',
    channel: 'email',
    requester: {},
    tags: [],
    messages,
    isComplete: true,
    composer: { target: 'public', format: 'rich', draft: '' },
  };
}

describe('createSignalReader', () => {
  it('counts a burst of messages as one turn', async () => {
    const encoder = wordEncoder();
    const signals = await createSignalReader({ encoder, cards: [card] }).read(
      ticket(
        ['agent', 'How can I help?'],
        ['customer', 'hello there'],
        ['customer', 'the parcel is late'],
        ['customer', 'I want a refund'],
      ),
      'latest',
    );
    expect(encoder.passes).toEqual(['hello there\nthe parcel is late\nI want a refund']);
    expect(signals.current?.intents[0]?.label).toBe('refund.request');
    expect(signals.messages).toEqual([]);
  });

  it('never reads agents, bots or notes as the customer', async () => {
    const encoder = wordEncoder();
    await createSignalReader({ encoder, cards: [card] }).read(
      ticket(
        ['note', 'angry one, careful'],
        ['bot', 'terrible bot'],
        ['customer', 'good morning to you'],
        ['agent', 'angry agent'],
      ),
      'all',
    );
    expect(encoder.passes.every((text) => text === 'good morning to you')).toBe(true);
    expect(encoder.passes.length).toBeGreaterThan(0);
  });

  it('scores the mood of no agent, whoever wrote when and last', async () => {
    const role = fc.constantFrom<Role>('customer', 'agent', 'note', 'bot', 'system');
    let scored = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(role, { maxLength: 8 }), fc.constantFrom('latest', 'all'), async (roles, scope) => {
        const encoder = wordEncoder();
        const lines = roles.map((one, at): [Role, string] => [one, `${one} wrote an angry line number ${at}`]);
        const { messages, current } = await createSignalReader({ encoder, cards: [card] }).read(
          ticket(...lines),
          scope,
        );
        const customers = roles.flatMap((one, at) => (one === 'customer' ? [`m${at}`] : []));
        const read = [...messages, ...(current ? [current] : [])];
        scored += read.length;
        expect(read.filter(({ messageId }) => !customers.includes(messageId))).toEqual([]);
        for (const text of encoder.passes) expect(text).not.toMatch(/agent|note|bot|system/);
      }),
    );
    expect(scored).toBeGreaterThan(50);
  });

  it.each([
    [
      'improving',
      [
        ['customer', 'this is terrible'],
        ['agent', 'done'],
        ['customer', 'that is great, much better now'],
      ],
    ],
    [
      'worsening',
      [
        ['customer', 'that was great, all of it'],
        ['agent', 'ok'],
        ['customer', 'now I am angry with you'],
      ],
    ],
    ['flat', [['customer', 'where is the parcel please']]],
  ] as const)('calls the trend %s', async (trend, lines) => {
    const signals = await createSignalReader({ encoder: wordEncoder(), cards: [card] }).read(
      ticket(...(lines as unknown as [Role, string][])),
      'all',
    );
    expect(signals.trend).toBe(trend);
  });

  it('knows when the customer says that it is solved', async () => {
    const signals = await createSignalReader({ encoder: wordEncoder(), cards: [card] }).read(
      ticket(['agent', 'Done.'], ['customer', 'thanks a lot for that']),
      'latest',
    );
    expect(signals.resolved).toBe(true);
  });

  it.each([
    ['language-unsupported', 'Mijn fiets is nog steeds niet geleverd en ik wacht al weken', 'nl'],
    ['language-unsure', '12345-B', 'und'],
    ['language-unsure', 'Where is my order? It should be here by now.\nWo bleibt denn meine Bestellung, bitte?', 'en'],
  ])('gives no label and says %s: "%s"', async (absent, text, code) => {
    const encoder = wordEncoder();
    const { current } = await createSignalReader({ encoder, cards: [card] }).read(ticket(['customer', text]), 'latest');
    expect(current).toMatchObject({ supported: false, absent, sentiment: null, emotion: null, urgency: null });
    expect(current).toMatchObject({ intents: [], flags: [], language: { code } });
    expect(encoder.passes).toEqual([]);
  });

  it('reads a message with the card of the model for its language, as that language is calibrated', async () => {
    const strict = { ...card, id: 'others', languages: ['de', 'fr'], calibration: { ...calibration } };
    strict.calibration.sentiment = { ...head, byLanguage: { fr: { threshold: 1 } } };
    const asked: (string | undefined)[] = [];
    const encoder = wordEncoder();
    const reader = createSignalReader({
      encoder: {
        ...encoder,
        encode(texts, options) {
          asked.push(options?.language);
          return encoder.encode(texts, options);
        },
      },
      cards: [card, strict],
    });
    const read = async (text: string) => (await reader.read(ticket(['customer', text]), 'latest')).current;
    const german = await read('Guten Tag, wo ist denn meine Bestellung geblieben?');
    expect(german).toMatchObject({ supported: true, sentiment: { label: 'neutral' }, urgency: { label: 'normal' } });
    const french = await read('Bonjour, je n’ai toujours pas reçu ma commande de lundi');
    expect(french).toMatchObject({ supported: true, sentiment: null, urgency: { label: 'normal' } });
    expect(asked).toEqual(['de', 'fr']);
  });

  it('says that there are no heads yet where the card has none', async () => {
    const { outputs: _outputs, calibration: _calibration, ...bare } = card;
    const cards = [card, { ...bare, id: 'others', languages: ['de'] }];
    const text = 'Wo ist denn meine Bestellung geblieben?';
    const reader = createSignalReader({ encoder: wordEncoder(), cards });
    const { current } = await reader.read(ticket(['customer', text]), 'latest');
    expect(current).toMatchObject({ supported: false, absent: 'no-heads', searchable: true });
  });

  it.each([
    ['another message of the customer', ['customer', 'Bonjour, je n’ai toujours pas reçu ma commande de lundi']],
    [
      'the agent, when the customer said nothing else',
      ['agent', 'Votre commande est partie ce matin de notre entrepôt.'],
    ],
  ] as const)('takes the language of a short message from %s', async (_who, before) => {
    const cards = [card, { ...card, id: 'others', languages: ['fr'] }];
    const reader = createSignalReader({ encoder: wordEncoder(), cards });
    for (const text of ['ok', '48213-B', 'merci']) {
      const { current } = await reader.read(ticket([...before], ['agent', 'Voilà.'], ['customer', text]), 'latest');
      expect([text, current?.language.code, current?.supported]).toEqual([text, 'fr', true]);
    }
  });

  it('gives no intent below the threshold, and flags above theirs', async () => {
    const signals = await createSignalReader({ encoder: wordEncoder(), cards: [card] }).read(
      ticket(['customer', 'I am unsure, my lawyer will write to you']),
      'latest',
    );
    expect(signals.current?.intents).toEqual([]);
    expect(signals.current?.flags.map((flag) => flag.label)).toEqual(['legal']);
  });

  it('gives the confidence that the scaling makes of the first intent, and holds it against the threshold', async () => {
    const question: Ticket = ticket(['customer', 'Could I get a refund for the second parcel, please?']);
    const intentsOf = async (scaled: HeadCalibrations['intents']) => {
      const own = { ...card, calibration: { ...calibration, intents: scaled } };
      const { current } = await createSignalReader({ encoder: wordEncoder(), cards: [own] }).read(question, 'latest');
      return current?.intents ?? [];
    };
    // One logit of 4 among 36 of -4: a share of 1 / (1 + 36 e^-8), log-odds 8 - log 36.
    const confidence = 1 / (1 + Math.exp(-(0.5 * (8 - Math.log(36)) - 1)));
    const [first, ...others] = await intentsOf({ temperature: 1, threshold: 0.7, scale: 0.5, bias: -1 });
    expect(first?.label).toBe('refund.request');
    expect(first?.confidence).toBeCloseTo(confidence, 5);
    expect(others).toEqual([]);
    expect(await intentsOf({ temperature: 1, threshold: 0.8, scale: 0.5, bias: -1 })).toEqual([]);
  });
});
