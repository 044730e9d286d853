import { describe, expect, it } from 'vitest';
import type { Encoder } from '../core/engine';
import { routeByLanguage } from './by-language';

/** Remembers what it was asked; its vector tells which one it is. */
function fakeEncoder(mark: number, memoryBytes: number | null = null) {
  const asked: string[][] = [];
  const encoder: Encoder = {
    encode: async (texts) => {
      asked.push(texts);
      return texts.map((text) => ({ vector: new Float32Array([mark, text.length]), logits: {}, tokens: null }));
    },
    state: () => ({
      status: 'ready',
      progress: 1,
      modelId: `model-${mark}`,
      version: `${mark}`,
      threads: 1,
      memoryBytes,
      coldStartMs: null,
    }),
  };
  return { encoder, asked };
}

function route(memory: [number | null, number | null] = [null, null]) {
  const [english, multilingual] = [fakeEncoder(1, memory[0]), fakeEncoder(2, memory[1])];
  const languages: Record<string, string> = { hello: 'en', '1234': 'und', مرحبا: 'ar', 'guten Tag': 'de' };
  const encoder = routeByLanguage({
    english: english.encoder,
    multilingual: multilingual.encoder,
    languageOf: (text) => languages[text] ?? 'und',
  });
  return { encoder, english, multilingual };
}

describe('routeByLanguage', () => {
  it('asks each model for its languages and answers in the order of the texts', async () => {
    const { encoder, english, multilingual } = route();
    const found = await encoder.encode(['مرحبا', 'hello', 'guten Tag', '1234']);
    expect(found.map(({ vector }) => [...vector])).toEqual([
      [2, 5],
      [1, 5],
      [2, 9],
      [1, 4],
    ]);
    expect(english.asked).toEqual([['hello', '1234']]);
    expect(multilingual.asked).toEqual([['مرحبا', 'guten Tag']]);
  });

  it('believes the language that it is told', async () => {
    const { encoder, multilingual } = route();
    await encoder.encode(['1234'], { language: 'de' });
    expect(multilingual.asked).toEqual([['1234']]);
  });

  it('leaves the multilingual model alone while all is English', async () => {
    const { encoder, multilingual } = route();
    await encoder.encode(['hello', '1234']);
    expect(multilingual.asked).toEqual([]);
  });

  it('fails when the model that a text needs fails', async () => {
    const { encoder, multilingual } = route();
    multilingual.encoder.encode = () => Promise.reject(new Error('gone'));
    await expect(encoder.encode(['hello', 'مرحبا'])).rejects.toThrow('gone');
  });

  it('tells what went wrong in either model', () => {
    const { encoder, english, multilingual } = route();
    const [first, second] = [english.encoder.state(), multilingual.encoder.state()];
    expect(encoder.state()).toMatchObject({ status: 'ready', fallbacks: 0 });
    expect(encoder.state().failure).toBeUndefined();
    english.encoder.state = () => ({ ...first, fallbacks: 1 });
    multilingual.encoder.state = () => ({ ...second, fallbacks: 1, failure: 'self-test', message: 'wrong' });
    expect(encoder.state()).toMatchObject({ fallbacks: 2, failure: 'self-test', message: 'wrong' });
  });

  it('names both versions, and adds up the memory that is known', () => {
    expect(route([5, 7]).encoder.state()).toMatchObject({ modelId: 'model-1', version: '1+2', memoryBytes: 12 });
    expect(route([5, null]).encoder.state().memoryBytes).toBe(5);
    expect(route().encoder.state().memoryBytes).toBeNull();
  });
});
