import { describe, expect, it } from 'vitest';
import type { Encoder, Encoding } from '../core/engine';
import { encodeLater } from './later-encoder';

const encodingOf = (text: string): Encoding => ({ vector: Float32Array.of(text.length), logits: {}, tokens: null });

function recordingEncoder() {
  const calls: { texts: string[]; options: Parameters<Encoder['encode']>[1] }[] = [];
  let failure: Error | null = null;
  const encoder: Encoder = {
    async encode(texts, options) {
      calls.push({ texts, options });
      options?.signal?.throwIfAborted();
      if (failure) throw failure;
      return texts.map(encodingOf);
    },
    state: () => ({ status: 'ready' }) as ReturnType<Encoder['state']>,
  };
  const fail = (error: Error | null) => {
    failure = error;
  };
  return { encoder, calls, fail };
}

describe('encodeLater', () => {
  it('puts every text behind live messages, whatever is asked', async () => {
    const { encoder, calls } = recordingEncoder();
    const { signal } = new AbortController();
    await encodeLater(encoder, signal).encode(['one', 'two'], { priority: 'now', language: 'de' });
    expect(calls.map(({ options }) => options)).toEqual([
      { priority: 'later', signal, language: 'de' },
      { priority: 'later', signal, language: 'de' },
    ]);
  });

  it('makes one pass for a text that is asked for twice, and another in another language', async () => {
    const { encoder, calls } = recordingEncoder();
    const later = encodeLater(encoder, new AbortController().signal);
    const [first, second] = await Promise.all([later.encode(['one']), later.encode(['one'])]);
    expect(first[0]).toBe(second[0]);
    await later.encode(['one'], { language: 'de' });
    expect(calls).toHaveLength(2);
  });

  it('forgets a pass that failed, and ends with its signal', async () => {
    const { encoder, fail } = recordingEncoder();
    const controller = new AbortController();
    const later = encodeLater(encoder, controller.signal);
    fail(new Error('no model'));
    await expect(later.encode(['one'])).rejects.toThrow('no model');
    fail(null);
    expect(await later.encode(['one'])).toHaveLength(1);
    controller.abort();
    await expect(later.encode(['two'])).rejects.toThrow(/abort/i);
  });
});
