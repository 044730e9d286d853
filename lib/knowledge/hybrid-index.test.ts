import { describe, expect, it } from 'vitest';
import { createHashEncoder } from '@/tests/support/hash-encoder';
import type { SearchQuery } from '../core/knowledge';
import type { PassageOwner } from '../core/stores';
import { articleSizes, chunkPage } from './chunk';
import { readHtml } from './html';
import { createHybridIndex } from './hybrid-index';
import type { IndexEntry } from './search-index';

const encoder = createHashEncoder();

async function vectorOf(text: string): Promise<Float32Array> {
  const [encoding] = await encoder.encode([text]);
  return encoding?.vector ?? new Float32Array(384);
}

async function entry(owner: Partial<PassageOwner> & { id: string; title: string }, html: string): Promise<IndexEntry> {
  const page = readHtml(html);
  const spans = chunkPage(page, articleSizes, owner.title);
  const passages = spans.map((span, index) => ({
    ...span,
    id: `${owner.id}:${index}`,
    ownerId: owner.id,
    ownerKind: owner.kind ?? ('article' as const),
    text: page.text.slice(span.start, span.end),
  }));
  const values = new Float32Array(passages.length * 384);
  for (const [index, passage] of passages.entries()) {
    values.set(await vectorOf(`${owner.title}. ${passage.heading}. ${passage.text}`), index * 384);
  }
  return {
    owner: { kind: 'article', source: 'https://acme.zendesk.com', ...owner },
    passages,
    vectors: { dims: 384, values },
  };
}

async function desk() {
  const index = createHybridIndex();
  await index.add([
    await entry(
      { id: 'battery', title: 'Battery does not charge', locale: 'en-us', url: 'https://acme.zendesk.com/hc/1' },
      '<p>Our batteries are made to last.</p><h2>Red light</h2><p>A red light means the battery is too cold. Warm it to 15 degrees before charging.</p><h2>Error E-10</h2><p>Error E-10 is a loose cable. Push the plug until it clicks.</p>',
    ),
    await entry(
      { id: 'refund', title: 'Refunds', locale: 'en-gb' },
      '<p>Refunds take five working days. The money goes back to your card.</p>',
    ),
    await entry(
      { id: 'refund-de', title: 'Erstattungen', locale: 'de' },
      '<p>Eine Erstattung dauert fünf Werktage.</p>',
    ),
    await entry({ id: 'returns', title: 'سياسة الإرجاع', locale: 'ar' }, '<p>يمكنك إرجاع الطلب خلال ثلاثين يوما.</p>'),
    await entry(
      { id: 'm1', kind: 'macro', title: 'Refund sent' },
      '<p>Hi {{ticket.requester.first_name}}, we have sent your refund today.</p>',
    ),
  ]);
  const find = async (query: Partial<SearchQuery> & { text: string }, words = false) =>
    index.search({ limit: 5, ...query }, words ? null : await vectorOf(query.text));
  return { index, find };
}

describe('searching', () => {
  it('finds the article and quotes the sentence, with offsets into its text', async () => {
    const { find } = await desk();
    const [hit] = await find({ text: 'there is a red light when charging' });
    expect(hit).toMatchObject({
      ownerId: 'battery',
      url: 'https://acme.zendesk.com/hc/1',
      passage: { heading: 'Red light' },
    });
    expect(hit?.quote.text).toBe('A red light means the battery is too cold.');
    expect(hit?.passage.text.slice(hit.quote.start - hit.passage.start, hit.quote.end - hit.passage.start)).toBe(
      hit?.quote.text,
    );
  });

  it.each([
    ['E10', 'battery'],
    ['error e 10', 'battery'],
    ['batery chargng', 'battery'],
    ['ارجاع الطلبات', 'returns'],
    ['Erstattung', 'refund-de'],
    ['refu', 'refund'],
  ])('finds by words alone: %s', async (text, owner) => {
    const { find } = await desk();
    const hits = await find({ text, kinds: ['article'] }, true);
    expect(hits[0]?.ownerId).toBe(owner);
    expect(hits[0]?.cosine).toBeNull();
  });

  it('finds by meaning alone when no word is known', async () => {
    const { index } = await desk();
    const hits = await index.search({ text: 'zzzz', limit: 1 }, await vectorOf('money goes back to card'));
    expect(hits[0]?.ownerId).toBe('refund');
    expect(hits[0]?.cosine).toBeGreaterThan(0.3);
    expect(hits[0]?.overlap).toBe(0);
  });

  it('tells how much of the query the owner holds, over all of its passages', async () => {
    const { find } = await desk();
    const [all] = await find({ text: 'battery cable cold' });
    expect(all).toMatchObject({ ownerId: 'battery', overlap: 1 });
    const [half] = await find({ text: 'battery penguin' });
    expect(half?.overlap).toBeGreaterThan(0);
    expect(half?.overlap).toBeLessThan(0.6);
  });

  it('gives one hit an owner, best first, as many as asked', async () => {
    const { find } = await desk();
    const hits = await find({ text: 'refund battery', limit: 3 });
    expect(new Set(hits.map((hit) => hit.ownerId)).size).toBe(3);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
  });

  it('keeps to the kinds, sources and language that are asked for', async () => {
    const { find } = await desk();
    expect((await find({ text: 'refund', kinds: ['macro'] })).map((hit) => hit.ownerId)).toEqual(['m1']);
    expect(await find({ text: 'refund', sources: ['file:x.csv'] })).toEqual([]);
    const english = (await find({ text: 'refund Erstattung', locale: 'en', limit: 9 })).map((hit) => hit.ownerId);
    expect(english).toContain('m1');
    expect(english).toContain('refund');
    expect(english).not.toContain('refund-de');
  });

  it('never matches placeholders', async () => {
    const { find } = await desk();
    expect(await find({ text: 'requester first_name' }, true)).toEqual([]);
  });

  it('forgets what is removed and replaces what is added again', async () => {
    const { index, find } = await desk();
    const before = await index.size();
    await index.add([await entry({ id: 'refund', title: 'Refunds' }, '<p>Nothing but penguins.</p>')]);
    expect(await index.size()).toBe(before);
    expect((await find({ text: 'working days' }, true)).map((hit) => hit.ownerId)).not.toContain('refund');
    expect((await find({ text: 'penguins' }))[0]?.ownerId).toBe('refund');
    await index.remove([
      { kind: 'article', id: 'battery' },
      { kind: 'article', id: 'never there' },
    ]);
    expect((await find({ text: 'battery red light' })).map((hit) => hit.ownerId)).not.toContain('battery');
    await index.clear();
    expect(await index.size()).toBe(0);
    expect(await find({ text: 'refund' })).toEqual([]);
  });

  it('keeps owners of the same id but another kind apart', async () => {
    const index = createHybridIndex();
    await index.add([
      await entry({ id: '7', title: 'Article' }, '<p>Penguins</p>'),
      await entry({ id: '7', kind: 'macro', title: 'Macro' }, '<p>Penguins</p>'),
    ]);
    await index.remove([{ kind: 'macro', id: '7' }]);
    expect((await index.search({ text: 'penguins', limit: 5 }, null)).map((hit) => hit.ownerKind)).toEqual(['article']);
  });

  it.each(['', '   ', '???', 'the and for', '\u0000', '['.repeat(2000)])(
    'finds nothing, and no error, for %j by words',
    async (text) => {
      const { find } = await desk();
      expect(await find({ text }, true)).toEqual([]);
    },
  );

  it('searches by words when the vector is of another model', async () => {
    const { index } = await desk();
    const hits = await index.search({ text: 'refund', limit: 1 }, new Float32Array(8));
    expect(hits[0]?.cosine).toBeNull();
  });
});
