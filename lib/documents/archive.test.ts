import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveLimits, listArchive, unpackEntry } from './archive';
import { makeZip } from './fixture';

function unpackAll(bytes: Uint8Array): [string, Uint8Array][] {
  const listed = listArchive(bytes);
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value.map((entry) => {
    const content = unpackEntry(bytes, entry);
    if (!content.ok) throw new Error(content.error.message);
    return [entry.name, content.value];
  });
}

describe('archives', () => {
  it('give back the files that were packed, byte by byte', () => {
    const name = fc.stringMatching(/^[a-zäع]{1,8}\.md$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.uint8Array({ maxLength: 2_000 }), { maxKeys: 6 }), (files) => {
        const found = unpackAll(makeZip(files));
        expect(found.map(([one, content]) => [one, [...content]])).toEqual(
          Object.entries(files).map(([one, content]) => [one, [...content]]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('are never read past their end, whatever is cut off or changed', () => {
    const whole = makeZip({ 'a.md': 'Hello there, hello there.', 'b.md': 'More.' });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const broken = isCut ? whole.slice(0, at) : whole.slice();
        if (!isCut) broken[at] = byte;
        const listed = listArchive(broken);
        if (!listed.ok) return;
        for (const entry of listed.value) expect(unpackEntry(broken, entry)).toHaveProperty('ok');
      }),
    );
  });

  it.each([
    ['too many files', { ...archiveLimits, entries: 1 }],
    ['too many bytes', { ...archiveLimits, totalBytes: 20 }],
  ])('are refused with %s', (_name, limits) => {
    const bytes = makeZip({ 'a.md': 'Hello there, hello there.', 'b.md': 'More.' });
    expect(listArchive(bytes, limits)).toMatchObject({ ok: false, error: { kind: 'archive-bomb' } });
    expect(listArchive(bytes).ok).toBe(true);
  });

  it('are refused when a file is packed a thousandfold', () => {
    const bytes = makeZip({ 'bomb.md': new Uint8Array(5_000_000) });
    expect(bytes.length).toBeLessThan(10_000);
    expect(listArchive(bytes)).toMatchObject({ ok: false, error: { kind: 'archive-bomb' } });
  });

  it('take no more memory than the list says, and notice the lie', () => {
    const bytes = makeZip({ 'a.md': 'x'.repeat(10_000) });
    const listed = listArchive(bytes);
    const entry = listed.ok ? listed.value[0] : undefined;
    expect(entry).toBeDefined();
    if (entry) expect(unpackEntry(bytes, { ...entry, sizeBytes: 10 })).toMatchObject({ error: { kind: 'damaged' } });
  });
});
