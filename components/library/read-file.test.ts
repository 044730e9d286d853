import { describe, expect, it } from 'vitest';
import { largestFileBytes, readFile } from './read-file';

const bytes = (...values: number[]) => new Uint8Array(values);

describe('reading a file', () => {
  it.each([
    ['plain UTF-8', new TextEncoder().encode('käse,سلام'), 'käse,سلام'],
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 0x61, 0x00, 0x33, 0x06), 'aس'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0x00, 0x61), 'a'],
  ])('understands %s', async (_what, content, text) => {
    expect(await readFile(new File([content], 'macros.CSV'))).toEqual({
      ok: true,
      value: { name: 'macros.CSV', text },
    });
  });

  it.each([
    ['wrong-kind', new File(['x'], 'picture.png')],
    ['wrong-kind', new File(['x'], 'csv')],
    ['not-text', new File([bytes(0x63, 0xe4, 0x73)], 'latin1.csv')],
    ['too-large', Object.defineProperty(new File(['x'], 'big.json'), 'size', { value: largestFileBytes + 1 })],
  ])('answers %s for what it cannot take', async (kind, file) => {
    expect(await readFile(file)).toMatchObject({ ok: false, error: { kind } });
  });

  it('answers when the browser cannot read the file', async () => {
    const gone = Object.defineProperty(new File(['x'], 'gone.md'), 'arrayBuffer', {
      value: () => Promise.reject(new Error('NotFoundError')),
    });
    expect(await readFile(gone)).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
  });
});
