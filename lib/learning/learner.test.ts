import { describe, expect, it } from 'vitest';
import { createMemoryChoices, offered } from '../../tests/support/choice-fakes';
import type { Candidate } from '../core/learning';
import type { Choice, Suggestion } from '../core/suggestion';
import { conversationKey, type Message, type Ticket } from '../core/ticket';
import { createLearner } from './learner';

const noon = Date.UTC(2026, 4, 4, 12);
const customer: Message = { id: 'm1', role: 'customer', text: 'Where is my refund?' };
const ticketWith = (...messages: Message[]): Ticket => ({
  id: '7',
  helpdesk: 'test',
  origin: 'https://a.example',
  channel: 'email',
  requester: {},
  agent: { name: 'Kim Lee' },
  tags: [],
  messages,
  isComplete: true,
  composer: { target: 'public', format: 'rich', draft: '' },
});
const ticket = ticketWith(customer);
const sends = (text: string, more: Partial<Message> = {}) =>
  ticketWith(customer, { id: 'm2', role: 'agent', text, ...more });

const texts = {
  bank: 'The refund was released on Monday and your bank needs five working days to book it.',
  card: 'Refunds go back to the card that you paid with, never to another one.',
  form: 'Please fill in the form under Orders so that we can look for the payment.',
};
const candidate = (kind: 'macro' | 'article', id: keyof typeof texts, base: number): Candidate => ({
  ...offered(kind, id, { base }),
  text: texts[id],
});
const found = [candidate('macro', 'card', 1), candidate('article', 'form', 0.5), candidate('macro', 'bank', 0.4)];
const reply = (id: keyof typeof texts): Suggestion => ({
  kind: 'reply',
  id: `reply|macro|${id}`,
  confidence: 0.8,
  sources: [{ kind: 'macro', id, title: id, quote: texts[id], start: 0, end: texts[id].length }],
  text: texts[id],
  html: '',
  sentences: [],
  language: 'en',
  alternative: { index: 0, count: 2 },
});
const choiceOf = (suggestion: Suggestion, action: Choice['action'], more: Partial<Choice> = {}): Choice => ({
  kind: suggestion.kind,
  suggestionId: suggestion.id,
  sourceIds: suggestion.sources.map(({ id }) => id),
  action,
  intent: 'refund.status',
  at: new Date(noon).toISOString(),
  conversation: conversationKey(ticket),
  ...more,
});

/** Bags of words; texts that share words are near. */
async function read(all: string[]): Promise<Float32Array[]> {
  return all.map((text) => {
    const vector = new Float32Array(128);
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
      const slot = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 128, 7);
      vector[slot] = (vector[slot] ?? 0) + 1;
    }
    const norm = Math.hypot(...vector) || 1;
    return vector.map((value) => value / norm);
  });
}

async function start(more: { plain?: (text: string) => string } = {}) {
  const store = createMemoryChoices();
  const state = { isOn: true, now: noon };
  const titleOf = async ({ id }: { id: string }) => (id === 'form' ? null : `Title of ${id}`);
  const parts = { store, read, titleOf, isOn: () => state.isOn, now: () => state.now, ...more };
  const learner = await createLearner(parts);
  const show = (...items: Suggestion[]) => {
    const lesson = learner.begin(ticket);
    const order = lesson.prefer(found, { intent: 'refund.status' }).map(({ index }) => found[index]?.id);
    lesson.show(items, 'refund.status');
    return order;
  };
  return { store, state, learner, show, again: () => createLearner(parts) };
}
const only = (rows: { choice: Choice }[]) => rows.map(({ choice }) => choice);

describe('what is noted of a choice', () => {
  it('is what was shown, without a word of it, and not which ticket', async () => {
    const { store, learner, show } = await start();
    show(reply('card'));
    show(reply('bank'));
    await learner.record(choiceOf(reply('bank'), 'inserted'));
    const [choice] = only(store.rows);
    expect(choice?.offered?.map(({ id }) => id)).toEqual(['card', 'bank', 'form']);
    expect(choice).not.toHaveProperty('conversation');
    expect(JSON.stringify(store.rows)).not.toMatch(/refund was|Refunds go|text/);
  });

  it('teaches at once, and again when the engine starts anew', async () => {
    const { learner, show, again } = await start();
    expect(show(reply('card'))).toEqual(['card', 'form', 'bank']);
    show(reply('bank'));
    for (let count = 0; count < 6; count++) await learner.record(choiceOf(reply('bank'), 'inserted'));
    expect(show(reply('bank'))[0]).toBe('bank');
    const order = (await again()).begin(ticket).prefer(found, { intent: 'refund.status' });
    expect(found[order[0]?.index ?? 0]?.id).toBe('bank');
  });

  it('is nothing while learning is switched off, and nothing learnt is used', async () => {
    const { store, state, learner, show } = await start();
    show(reply('card'));
    show(reply('bank'));
    for (let count = 0; count < 6; count++) await learner.record(choiceOf(reply('bank'), 'inserted'));
    state.isOn = false;
    await learner.record(choiceOf(reply('card'), 'inserted'));
    expect(store.rows).toHaveLength(6);
    expect(show(reply('card'))).toEqual(['card', 'form', 'bank']);
  });
});

describe('looking at what was learnt', () => {
  it('orders as told, whether learning is on or not, and notes nothing', async () => {
    const { store, state, learner, show } = await start();
    show(reply('bank'));
    for (let count = 0; count < 6; count++) await learner.record(choiceOf(reply('bank'), 'inserted'));
    const first = (isUsed: boolean) => {
      const [placed] = learner.look(isUsed).prefer(found, { intent: 'refund.status' });
      return found[placed?.index ?? -1]?.id;
    };
    for (const isOn of [true, false]) {
      state.isOn = isOn;
      expect([first(true), first(false)]).toEqual(['bank', 'card']);
    }
    expect(learner.look(false).boost('bank')).toBe(0);
    expect(store.rows).toHaveLength(6);
  });
});

describe('the reply that the agent sent', () => {
  it('tells how much of the draft was kept', async () => {
    const { store, learner, show } = await start();
    show(reply('card'));
    await learner.record(choiceOf(reply('card'), 'inserted'));
    await learner.see(sends('Hi! Refunds go back to the card that you paid with. Bye'));
    expect(only(store.rows)).toMatchObject([{ action: 'inserted', kept: 0.714 }]);
  });

  it('is measured without lines that Deskside adds by itself, in the draft and in what was sent', async () => {
    const line = 'Drafted with AI assistance.';
    const { store, learner, show } = await start({ plain: (text) => text.replaceAll(line, '') });
    const draft = reply('card') as Extract<Suggestion, { kind: 'reply' }>;
    show({ ...draft, text: `${draft.text}\n\n${line}` });
    await learner.record(choiceOf(draft, 'inserted'));
    await learner.see(sends(`Hi! Refunds go back to the card that you paid with. Bye\n\n${line}`));
    expect(only(store.rows)).toMatchObject([{ action: 'inserted', kept: 0.714 }]);
  });

  it('typed instead: speaks for the source that it resembles and against what was shown', async () => {
    const { store, learner, show } = await start();
    show(reply('card'));
    await learner.see(sends('Your refund was released on Monday, the bank needs five working days to book it'));
    const [choice] = only(store.rows);
    expect(choice).toMatchObject({ action: 'typed', sourceIds: ['bank'], intent: 'refund.status', kind: 'reply' });
    expect(choice?.offered?.map(({ id }) => id)).toEqual(['card', 'bank', 'form']);
    expect(JSON.stringify(choice)).not.toMatch(/Monday/);
  });

  it('written anew over an inserted draft counts as typed instead', async () => {
    const { store, learner, show } = await start();
    show(reply('card'));
    await learner.record(choiceOf(reply('card'), 'inserted'));
    await learner.see(
      sends('Released on Monday; your bank needs five working days for the booking. It was released, so wait'),
    );
    expect(only(store.rows).map(({ action, sourceIds }) => [action, sourceIds[0]])).toEqual([
      ['inserted', 'card'],
      ['typed', 'bank'],
    ]);
    expect(only(store.rows)[0]?.kept).toBeLessThan(0.2);
  });

  it.each([
    ['resembles nothing', sends('Could you send me a photo of the damaged lamp and its serial number?')],
    ['is another agent’s', sends(texts.bank, { authorName: 'Jo Park' })],
    ['is a note', sends(texts.bank, { role: 'note' })],
    ['is too short', sends('The refund was released')],
    ['is not there yet', ticket],
    ['stands before what was shown', ticketWith({ id: 'm0', role: 'agent', text: texts.bank }, customer)],
  ])('teaches nothing where it %s', async (_case, now) => {
    const { store, learner, show } = await start();
    show(reply('card'));
    await learner.see(now);
    expect(store.rows).toEqual([]);
  });

  it('is read once', async () => {
    const { store, learner, show } = await start();
    show(reply('card'));
    await learner.see(sends(texts.bank));
    await learner.see(sends(texts.bank));
    expect(store.rows).toHaveLength(1);
  });
});

describe('what was learnt', () => {
  async function taught() {
    const desk = await start();
    desk.show(reply('card'));
    desk.show(reply('bank'));
    for (let count = 0; count < 3; count++)
      await desk.learner.record(
        choiceOf(reply('bank'), 'inserted', { at: new Date(noon - count * 1_800_001).toISOString() }),
      );
    return desk;
  }

  it('can be told: which source, over which, for which intent', async () => {
    const { learner } = await taught();
    const { preferences, choices, lastHour } = await learner.state();
    expect([choices, lastHour]).toEqual([3, 2]);
    expect(preferences[0]).toMatchObject({
      about: 'source',
      intent: 'refund.status',
      source: { id: 'bank', title: 'Title of bank' },
      over: { id: 'card', title: 'Title of card' },
      choices: 3,
    });
  });

  it('is forgotten by the hour, one by one, and altogether', async () => {
    const hour = await taught();
    await hour.learner.forget({ since: new Date(noon - 3_600_000).toISOString() });
    expect(hour.store.rows).toHaveLength(1);

    const one = await taught();
    const [preference] = (await one.learner.state()).preferences;
    await one.learner.forget({ preference: preference?.id ?? '' });
    expect((await one.learner.state()).preferences).toEqual([]);
    expect(one.show(reply('card'))).toEqual(['card', 'form', 'bank']);

    const all = await taught();
    await all.learner.forget({ preference: 'nonsense' });
    expect(all.store.rows).toHaveLength(3);
    await all.learner.forget({ all: true });
    expect(all.store.rows).toEqual([]);
  });

  it('forgets a trait without forgetting the sources', async () => {
    const { store, learner } = await taught();
    await learner.forget({ preference: '["kind","article"]' });
    expect(only(store.rows).every(({ muted }) => muted?.includes('kind'))).toBe(true);
    expect((await learner.state()).preferences[0]).toMatchObject({ about: 'source' });
  });

  it('moves to another device by its file, once, and a bad one changes nothing', async () => {
    const [first, second] = [await taught(), await start()];
    const text = first.learner.exportFile();
    expect(await second.learner.importFile(text)).toEqual({ ok: true, value: { added: 3, known: 0 } });
    expect(await second.learner.importFile(text)).toEqual({ ok: true, value: { added: 0, known: 3 } });
    expect(await second.learner.importFile('{}')).toMatchObject({ ok: false, error: { kind: 'not-learning' } });
    expect(second.store.rows).toHaveLength(3);
    expect(second.show(reply('card'))).toEqual(first.show(reply('card')));
  });
});

it('passes over stored rows that hold no numbers, and learns from the others', async () => {
  const { store, again } = await start();
  const card = reply('card');
  await store.addChoice(choiceOf(card, 'inserted', { offered: [offered('macro', 'card', { base: Number.NaN })] }));
  await store.addChoice(choiceOf(card, 'inserted', { offered: 'damaged' as never }));
  await store.addChoice(choiceOf(reply('bank'), 'inserted', { offered: found.map(({ text: _text, ...one }) => one) }));
  const order = (await again()).begin(ticket).prefer(found, { intent: 'refund.status' });
  expect(order).toHaveLength(found.length);
  expect(order.every(({ boost }) => Number.isFinite(boost))).toBe(true);
  expect(order.find(({ index }) => index === 2)?.boost).toBeGreaterThan(0);
});
