import { describe, expect, it } from 'vitest';
import { createHashEncoder } from '@/tests/support/hash-encoder';
import type { SearchQuery } from '../../core/knowledge';
import type { PassageOwner } from '../../core/stores';
import { articleSizes, chunkPage } from '../chunk';
import { packVectors } from '../embed';
import { readHtml } from '../html';
import type { IndexEntry } from '../search-index';
import { createKnowledgeIndex } from './knowledge-index';

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
  const vectors: Float32Array[] = [];
  for (const { heading, text } of passages) vectors.push(await vectorOf(`${owner.title}. ${heading}. ${text}`));
  return {
    owner: { kind: 'article', source: 'https://acme.zendesk.com', ...owner },
    passages,
    vectors: packVectors(vectors),
  };
}

async function desk() {
  const index = createKnowledgeIndex();
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

  it('keeps to the sections that are asked for, and finds by labels', async () => {
    const index = createKnowledgeIndex();
    await index.add([
      await entry(
        { id: 'a', title: 'Sizes', section: 'Orders', labels: ['boots', 'winter'] },
        '<p>How to measure.</p>',
      ),
      await entry({ id: 'b', title: 'Sizes', section: 'Returns' }, '<p>How to measure.</p>'),
      await entry({ id: 'c', title: 'Sizes' }, '<p>How to measure.</p>'),
    ]);
    const find = async (query: Partial<SearchQuery>) =>
      (await index.search({ text: 'sizes', limit: 9, ...query }, null)).map((hit) => hit.ownerId).sort();
    expect(await find({})).toEqual(['a', 'b', 'c']);
    expect(await find({ sections: ['Orders'] })).toEqual(['a']);
    expect(await find({ sections: ['Orders', 'Returns'], kinds: ['macro'] })).toEqual([]);
    expect(await find({ text: 'winter boot' })).toEqual(['a']);
  });

  it('takes words in quotation marks as they stand, where some passage holds them so', async () => {
    const index = createKnowledgeIndex();
    await index.add([
      await entry(
        { id: 'apart', title: 'One' },
        '<p>Cold water, cold water, and a battery. Not a start in cold weather, battery or not.</p>',
      ),
      await entry({ id: 'together', title: 'Two' }, '<p>Replace it at a low price. A cold battery is slow.</p>'),
    ]);
    const find = async (text: string) => (await index.search({ text, limit: 9 }, null)).map((hit) => hit.ownerId);
    expect((await find('cold battery')).sort()).toEqual(['apart', 'together']);
    expect(await find('"cold battery"')).toEqual(['together']);
    expect((await find('“battery cold”')).sort()).toEqual(['apart', 'together']);
  });

  it.each([
    ['en', 'The warranty covers charging cables.', 'I charged it'],
    ['de', 'Bestellungen werden am gleichen Tag versandt.', 'meine Bestellung'],
    ['ar', 'يمكنك استرداد المبلغ كاملا.', 'اين مبلغي'],
  ])('finds other forms of a word by the stems of the text’s language: %s', async (language, text, asked) => {
    const index = createKnowledgeIndex({ detectLanguage: () => language });
    await index.add([await entry({ id: 'x', title: '-' }, `<p>${text}</p>`)]);
    expect(await index.search({ text: asked, limit: 1 }, null)).toHaveLength(1);
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
    const index = createKnowledgeIndex();
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
