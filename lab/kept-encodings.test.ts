import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKeptEncodings } from './kept-encodings';

const encoding = {
  vector: Float32Array.of(0.6, 0.8),
  logits: { intent: Float32Array.of(-1, 2, 3) },
  tokens: { dims: 2, count: 1, values: Int8Array.of(127, -3), scale: 1 / 127 },
};

describe('openKeptEncodings', () => {
  const file = () => join(mkdtempSync(join(tmpdir(), 'kept-')), 'deep', 'kept.bin');

  it('gives back what another run kept, token vectors too', () => {
    const path = file();
    const first = openKeptEncodings(path);
    first.add('hello', encoding);
    first.add('no words', { ...encoding, tokens: null });
    expect(first.find('hello')).toEqual(encoding);
    first.save();
    const second = openKeptEncodings(path);
    expect(second.find('hello')).toEqual(encoding);
    expect(second.find('no words')?.tokens).toBeNull();
    expect(second.find('never seen')).toBeUndefined();
  });

  it('goes without a record that a killed run cut off', () => {
    const path = file();
    const first = openKeptEncodings(path);
    first.add('hello', encoding);
    first.add('cut', encoding);
    first.save();
    writeFileSync(path, readFileSync(path).subarray(0, -5));
    const second = openKeptEncodings(path);
    expect([second.find('hello'), second.find('cut')]).toEqual([encoding, undefined]);
  });
});
