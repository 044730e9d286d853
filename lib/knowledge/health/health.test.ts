import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHashEncoder } from '@/tests/support/hash-encoder';
import type { GapRow, GapStore } from '../../core/stores';
import type { Choice } from '../../core/suggestion';
import { findDifferences, findDuplicates, findStale } from './duplicates';
import { createGapKeeper } from './gaps';
import { countUses } from './health';
import { type CheckedItem, containment, cosine, shinglesOf } from './item-texts';
import { findNearPairs } from './near-pairs';
import { suggestTags } from './tags';

const encoder = createHashEncoder('1');
const now = Date.parse('2026-11-29T00:00:00Z');
const pause = async () => {};

async function makeItem(id: string, text: string, more: Partial<CheckedItem> = {}): Promise<CheckedItem> {
  const [encoding] = await encoder.encode([text]);
  const vector = encoding?.vector ?? null;
  return { kind: 'article', id, title: `Title ${id}`, source: 'file:a', text, locale: 'en', tags: [], vector, ...more };
}

const returns =
  'You can send an order back within 30 days of delivery. Put it into its box and print the label from your account. ' +
  'The money is with your bank ten days after the parcel reached us.';

describe('duplicates', () => {
  it('are found by meaning or by words, within one language and kind, with what differs', async () => {
    const items = await Promise.all([
      makeItem('old', returns, { updatedAt: '2024-01-01T00:00:00Z' }),
      makeItem('new', returns.replace('30 days', '14 days'), { updatedAt: '2026-05-01T00:00:00Z' }),
      makeItem('macro', returns, { kind: 'macro' }),
      makeItem('arabic', returns, { locale: 'ar' }),
      makeItem('other', 'Charge the battery for two hours before the first ride and store it in a dry place.'),
      // Without vectors the words tell.
      makeItem('copy', 'Charge the battery for two hours before the first ride and store it in a dry place.', {
        vector: null,
      }),
    ]);
    const found = await findDuplicates(items, pause);
    expect(found.map(({ items: [one, other] }) => `${one.id} ${other.id}`).sort()).toEqual(['old new', 'other copy']);
    const pair = found.find(({ items: [one] }) => one.id === 'old');
    expect(pair?.differences).toEqual([
      [
        'You can send an order back within 30 days of delivery.',
        'You can send an order back within 14 days of delivery.',
      ],
    ]);
    const stale = findStale(items, found, now);
    expect(stale.map(({ id, newer }) => [id, newer?.id])).toEqual([['old', 'new']]);
  });

  it.each([
    ['a number', 'Refunds take five to 10 days here.', 'Refunds take five to 20 days here.', 1],
    ['a negation', 'You can change the address later.', 'You can not change the address later.', 1],
    ['an Arabic negation', 'يمكن تغيير العنوان بعد الشحن اليوم.', 'لا يمكن تغيير العنوان بعد الشحن اليوم.', 1],
    ['nothing', 'Refunds take five days here.', 'Refunds take five days here.', 0],
    ['other words only', 'Refunds take five days here.', 'Refunds need five days here.', 0],
  ])('differ by %s', (_what, one, other, count) => {
    expect(findDifferences(one, other)).toHaveLength(count);
  });

  it('share all their words with themselves, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const share = containment(shinglesOf(one), shinglesOf(other));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        if (shinglesOf(one).size > 0) expect(containment(shinglesOf(one), shinglesOf(one))).toBe(1);
      }),
    );
  });

  it('are sieved by signs without losing one at their cosine', async () => {
    let seed = 7;
    const random = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed / 2 ** 31 - 1;
    };
    const unit = (values: number[]) => {
      const norm = Math.hypot(...values);
      return Float32Array.from(values, (value) => value / norm);
    };
    const base = Array.from({ length: 60 }, () => Array.from({ length: 384 }, random));
    const vectors = base.flatMap((values) => [unit(values), unit(values.map((value) => value + random() * 0.5))]);
    const items: CheckedItem[] = vectors.map((vector, index) => ({
      ...{ kind: 'article', id: String(index), title: '', source: 'file:a', text: 'x', locale: '', tags: [] },
      vector,
    }));
    const wanted = vectors.flatMap((one, row) =>
      vectors.flatMap((other, next) => (next > row && cosine(one, other) >= 0.85 ? `${row} ${next}` : [])),
    );
    expect(wanted.length).toBeGreaterThan(50);
    const found = await findNearPairs(items, 0.85, pause);
    expect(found.map(({ one, other }) => `${one} ${other}`).sort()).toEqual(wanted.sort());
  });
});

describe('what may be out of date', () => {
  it('was not changed for a year, the oldest first; what has no date is left out', async () => {
    const items = await Promise.all([
      makeItem('fresh', 'a', { updatedAt: '2026-10-01T00:00:00Z' }),
      makeItem('old', 'b', { updatedAt: '2025-10-01T00:00:00Z' }),
      makeItem('older', 'c', { updatedAt: '2020-10-01T00:00:00Z' }),
      makeItem('undated', 'd'),
    ]);
    expect(findStale(items, [], now).map(({ id }) => id)).toEqual(['older', 'old']);
  });
});

describe('suggested tags', () => {
  it('come from what is near and tagged, never invented', async () => {
    const items = await Promise.all([
      makeItem('1', 'refund money bank account ten days', { tags: ['refunds', 'payments'] }),
      makeItem('2', 'refund money bank card days', { tags: ['refunds'] }),
      makeItem('3', 'battery charge cold night', { tags: ['battery'] }),
      makeItem('bare', 'refund money bank transfer days'),
      makeItem('far', 'completely different words about nothing else'),
    ]);
    expect((await suggestTags(items, pause)).map(({ id, tags }) => [id, tags])).toEqual([['bare', ['refunds']]]);
  });
});

describe('uses', () => {
  it('are counted once a choice, by what the agent did', async () => {
    const make = (action: Choice['action'], sourceIds: string[]): Choice => ({
      ...{ kind: 'reply', suggestionId: 's', action, at: '' },
      sourceIds,
    });
    const made = [
      make('inserted', ['a', 'a', 'b']),
      make('edited', ['a']),
      make('opened', ['b']),
      make('dismissed', ['b', 'gone']),
      make('alternative', ['a']),
    ];
    const items = await Promise.all([makeItem('a', 'x'), makeItem('b', 'y'), makeItem('c', 'z')]);
    expect(
      countUses(made, items).map(({ id, inserted, opened, dismissed }) => [id, inserted, opened, dismissed]),
    ).toEqual([
      ['a', 2, 0, 0],
      ['b', 1, 1, 1],
    ]);
  });
});

function createMemoryGaps(): GapStore & { rows: Map<string, GapRow> } {
  const rows = new Map<string, GapRow>();
  return {
    rows,
    listGaps: async () => [...rows.values()],
    async saveGap(row) {
      rows.set(row.id, row);
    },
    async removeGaps(ids) {
      for (const id of ids) rows.delete(id);
    },
  };
}

describe('questions without an answer', () => {
  it('are counted together when they are alike, once a ticket', async () => {
    const store = createMemoryGaps();
    let id = 0;
    const gaps = createGapKeeper({ store, encoder, clock: () => now, newId: () => String(++id) });
    const asked = [
      'can I change the colour of my bike',
      'can I change the colour of my new bike',
      'do you ship to Norway',
    ];
    await Promise.all(asked.map((text, index) => gaps.note({ text, origin: 'o', ticketId: `t${index}` })));
    await gaps.note({ text: asked[0] as string, origin: 'o', ticketId: 't0' });
    expect(await gaps.list()).toMatchObject([{ text: asked[0], tickets: 2 }]);
    expect(JSON.stringify([...store.rows.values()])).not.toContain('t0');
    await gaps.dismiss('1');
    await gaps.note({ text: asked[0] as string, origin: 'o', ticketId: 't9' });
    expect(await gaps.list()).toEqual([]);
  });

  it('are kept up to 500, those asked least go first', async () => {
    const store = createMemoryGaps();
    const gaps = createGapKeeper({ store, encoder });
    const word = (index: number) => `w${index.toString(36)}x`.repeat(2);
    for (let index = 0; index < 505; index += 1) {
      await gaps.note({
        text: `${word(index)} ${word(index + 2000)} ${word(index + 4000)}`,
        origin: 'o',
        ticketId: `t${index}`,
      });
    }
    expect(store.rows.size).toBeLessThanOrEqual(500);
    expect(store.rows.size).toBeGreaterThan(100);
  });
});
