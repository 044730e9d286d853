import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createVerifier, damagedFile } from './verify';

const folder = 'https://a.example/models/m/';
const files: Record<string, string> = { 'onnx/model.onnx': 'weights', 'config.json': '{}', 'tokenizer.json': 'words' };
const read = (async (address: string) => {
  const text = files[address.slice(folder.length)];
  return text === undefined ? new Response('', { status: 404 }) : new Response(text);
}) as typeof fetch;
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

describe('createVerifier', () => {
  it('gives out what has the bytes of the card, and what the card does not name', async () => {
    const verifier = createVerifier(folder, { 'onnx/model.onnx': sha('weights') }, read);
    expect(await (await verifier.fetch(`${folder}onnx/model.onnx`)).text()).toBe('weights');
    expect(await (await verifier.fetch(`${folder}config.json`)).text()).toBe('{}');
    expect((await verifier.fetch(`${folder}nothing.json`)).status).toBe(404);
    expect(verifier.failure()).toBeUndefined();
    expect([...verifier.passed]).toEqual(['onnx/model.onnx']);
    expect(verifier.tookMs()).toBeGreaterThan(0);
  });

  it('refuses a file that was changed, and says which', async () => {
    const verifier = createVerifier(folder, { 'tokenizer.json': sha('other words') }, read);
    await expect(verifier.fetch(`${folder}tokenizer.json`)).rejects.toThrow('Model file damaged: tokenizer.json');
    expect(verifier.failure()?.name).toBe(damagedFile);
  });
});
