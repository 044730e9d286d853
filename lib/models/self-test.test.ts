import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currentModel, multilingualModel } from './catalogue';
import { cosine, packVector, passesSelfTest, type SelfTestFile } from './self-test';

describe('packVector', () => {
  it('keeps the direction of a vector', () => {
    const vector = Float32Array.from({ length: 384 }, (_, index) => Math.sin(index * 1.7) / 14);
    expect(cosine(packVector(vector), vector)).toBeGreaterThan(0.9999);
  });

  it.each([
    ['another length', [1, 2], [1, 2, 3]],
    ['an empty vector', [0, 0], [1, 0]],
    ['no numbers', [Number.NaN, 1], [1, 0]],
  ])('finds nothing alike in %s', (_what, left, right) => {
    expect(cosine(left, right)).toBe(0);
  });
});

describe('passesSelfTest', () => {
  const encode = (vector: number[]) => async () => ({ vector: new Float32Array(vector), tokens: null, logits: {} });

  it('fails without sentences', async () => {
    expect(await passesSelfTest({ id: '', weights: '', sentences: [] }, encode([1, 0]))).toBe(false);
  });

  it.each([
    [[1, 0.1], true],
    [[1, 0.2], false],
    [[-1, 0], false],
  ])('calls %j against [127, 0] %s', async (vector, expected) => {
    const file = { id: '', weights: '', sentences: [{ language: 'en', text: 'a', vector: [127, 0] }] };
    expect(await passesSelfTest(file, encode(vector))).toBe(expected);
  });
});

describe.each([currentModel, multilingualModel])('the sentences of $id', ({ id, hashes, languages, maxTokens }) => {
  const path = `public/models/${id}/self-test.json`;
  const file: SelfTestFile = JSON.parse(existsSync(path) ? readFileSync(path, 'utf8') : '{"sentences":[]}');

  it('are in its languages, at least 8, with whole vectors', () => {
    expect(maxTokens).toBeGreaterThan(0);
    expect(file.sentences.length).toBeGreaterThanOrEqual(8);
    for (const { language, vector } of file.sentences) {
      expect(languages).toContain(language);
      expect(vector).toHaveLength(384);
    }
    expect(new Set(file.sentences.map(({ language }) => language)).size).toBe(languages.length);
  });

  it('come from the weights that are shipped; else run `npm run -s lab -- self-test --write yes`', () => {
    expect([file.id, file.weights]).toEqual([id, hashes['onnx/model_quantized.onnx']]);
  });
});
