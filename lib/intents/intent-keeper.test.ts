import { describe, expect, it } from 'vitest';
import { createHashEncoder } from '@/tests/support/hash-encoder';
import { createMemoryIntentStore, createMemoryKeeper } from '@/tests/support/intent-fakes';
import { createIntentKeeper } from './intent-keeper';
import { learnIntents } from './team-intents';

const rows = (intent: string, texts: string[]) => texts.map((text) => ({ intent, text }));
const refunds = rows('Refunds', [
  'money back',
  'refund my money',
  'return the money',
  'the money back please',
  'my money',
]);
const keys = rows('Keys', ['lost my key', 'new key needed', 'key broken', 'where is the key', 'the key does not turn']);
const teach = { kind: 'add' as const, examples: [...refunds, ...keys] };

describe('the keeper of the intents', () => {
  it('learns after a change and answers by name', async () => {
    const keeper = createMemoryKeeper();
    expect(await keeper.guess('my key')).toMatchObject({ ok: false, error: { kind: 'no-intents' } });
    await keeper.edit(teach);
    expect(await keeper.guess('my key is lost')).toMatchObject({ ok: true, value: { intent: 'Keys' } });
    expect(await keeper.guessNow('the money', 'en')).toMatchObject({ label: 'Refunds' });
    expect((await keeper.state()).training).toMatchObject({ phase: 'ready', progress: 1 });
  });

  it('answers from what is stored after a restart, without encoding an example again', async () => {
    const store = createMemoryIntentStore();
    const first = createMemoryKeeper(store);
    await first.edit(teach);
    await first.guess('my key');
    const encoder = createHashEncoder('1', 64);
    expect(await createMemoryKeeper(store, encoder).guessNow('my key', 'en')).toMatchObject({ label: 'Keys' });
    expect(encoder.encoded).toEqual(['my key']);
  });

  it('learns anew with another model', async () => {
    const store = createMemoryIntentStore();
    const first = createMemoryKeeper(store);
    await first.edit(teach);
    await first.guess('my key');
    const encoder = createHashEncoder('2', 64);
    expect(await createMemoryKeeper(store, encoder).guess('my key')).toMatchObject({ value: { intent: 'Keys' } });
    expect(encoder.encoded).toContain('lost my key');
  });

  it('stops when it is told to and keeps what it knew', async () => {
    let stopped = 0;
    let waits = false;
    const keeper = createIntentKeeper({
      store: createMemoryIntentStore(),
      encoder: createHashEncoder('1', 64),
      learn: (lesson, { signal }) => {
        if (!waits) return Promise.resolve(learnIntents(lesson.examples, { names: lesson.names }));
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            stopped += 1;
            reject(signal.reason);
          });
        });
      },
    });
    await keeper.edit(teach);
    await keeper.guess('my key');
    waits = true;
    await keeper.edit({ kind: 'add', examples: rows('Shoes', ['shoes']) });
    await expect.poll(async () => (await keeper.state()).training.phase).toBe('training');
    expect((await keeper.train('cancel')).training.phase).toBe('cancelled');
    expect(stopped).toBe(1);
    expect(await keeper.guess('my key')).toMatchObject({ value: { intent: 'Keys' } });
    waits = false;
    await keeper.train('start');
    expect(await keeper.guess('shoes')).toMatchObject({ value: { intent: 'Shoes' } });
  });

  it('says why it could not learn', async () => {
    const encoder = createHashEncoder('1', 64);
    const keeper = createMemoryKeeper(createMemoryIntentStore(), encoder);
    encoder.failure = new Error('the model is gone');
    await keeper.edit(teach);
    expect(await keeper.guess('my key')).toMatchObject({ ok: false, error: { message: 'the model is gone' } });
    expect((await keeper.state()).training).toMatchObject({ phase: 'failed', message: 'the model is gone' });
  });

  it('takes changes back, one after the other, however fast they come', async () => {
    const keeper = createMemoryKeeper();
    await Promise.all([keeper.edit({ kind: 'add', examples: refunds }), keeper.edit({ kind: 'add', examples: keys })]);
    expect((await keeper.state()).intents.map(({ name }) => name)).toEqual(['Keys', 'Refunds']);
    await keeper.edit({ kind: 'undo' });
    expect((await keeper.state()).intents.map(({ name }) => name)).toEqual(['Refunds']);
    await keeper.edit({ kind: 'redo' });
    expect((await keeper.state()).intents.map(({ name }) => name)).toEqual(['Keys', 'Refunds']);
  });

  it('picks doubtful messages that differ, and none that is known', async () => {
    const keeper = createMemoryKeeper();
    await keeper.edit(teach);
    await keeper.guess('my key');
    const asked = ['lost my key', 'key money', 'money key', 'shoes of another colour', 'my key'];
    const picked = await keeper.pick(asked, 2);
    expect(picked).toHaveLength(2);
    const texts = picked.map(({ text }) => text);
    expect(texts).not.toContain('lost my key');
    expect(texts.filter((text) => /^(key money|money key)$/.test(text)).length).toBeLessThan(2);
  });
});
