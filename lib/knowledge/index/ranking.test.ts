import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../tokens';
import { idfOf, saturate } from './bm25';
import { createKnowledgeIndex } from './knowledge-index';
import { stem } from './stems';

type Text = { id: string; title: string; heading: string; text: string; labels: string[] };

/** Words by Zipf's law, the same at every run. */
function createWriter(seed: number) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const stems = Array.from({ length: 900 }, (_, at) => `${'bcdfglmnprst'[at % 12]}${(at * 7919).toString(36)}k`);
  const endings = ['', '', 's', 'ed', 'ing'];
  const word = () => `${stems[Math.floor(stems.length ** random() - 1)]}${endings[Math.floor(random() * 5)]}`;
  return { random, write: (count: number) => Array.from({ length: count }, word).join(' ') };
}

function toEntry({ id, title, heading, text, labels }: Text) {
  const passage = {
    id: `article:${id}:0`,
    ownerId: id,
    ownerKind: 'article' as const,
    heading,
    start: 0,
    end: 1,
    text,
  };
  const owner = { kind: 'article' as const, id, source: 'file:x', title, labels, locale: 'en' };
  return { owner, passages: [passage], vectors: null };
}

const termsOf = (text: string): string[] => tokenize(text).map((form) => stem(form, 'en'));

const fields = [
  { weight: 2, b: 0.5, most: 3, of: (text: Text) => text.title },
  { weight: 1.5, b: 0.5, most: 1, of: (text: Text) => text.heading },
  { weight: 1.5, b: 0.5, most: 1, of: (text: Text) => text.labels.join('\n') },
  { weight: 1, b: 0.7, most: 15, of: (text: Text) => text.text },
];

function countTerms(terms: string[]): { counts: Map<string, number>; length: number } {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, length: terms.length };
}

/** BM25F from the texts themselves, by its formula: the score of each id for a query's terms. */
function createFormula(texts: Text[]): (asked: string[]) => Map<string, number> {
  const read = texts.map((text) => fields.map(({ of }) => countTerms(termsOf(of(text)))));
  const means = fields.map((_, field) => read.reduce((sum, own) => sum + (own[field]?.length ?? 0), 0) / texts.length);
  return (asked) => {
    const scores = new Map<string, number>();
    for (const term of new Set(asked)) {
      const idf = idfOf(read.filter((own) => own.some(({ counts }) => counts.has(term))).length, texts.length);
      texts.forEach(({ id }, at) => {
        const frequency = fields.reduce((sum, { weight, b, most }, field) => {
          const { counts, length } = read[at]?.[field] ?? countTerms([]);
          const count = Math.min(most, counts.get(term) ?? 0);
          return sum + (count * weight) / (1 - b + (b * length) / (means[field] || 1));
        }, 0);
        if (frequency > 0) scores.set(id, (scores.get(id) ?? 0) + idf * (frequency / (1.2 + frequency)));
      });
    }
    return scores;
  };
}

/** Ids and scores by words alone, best first. */
function rankByWords(index: ReturnType<typeof createKnowledgeIndex>, text: string): { id: string; score: number }[] {
  const { ranked } = index.rank({ text, limit: 1 }, null);
  const found = ranked.map((one) => {
    const key = one.segment.owners[one.segment.rowOwners[one.row] as number] as string;
    return { id: key.replace(/^\w+:/, ''), score: one.words };
  });
  return found.sort((a, b) => b.score - a.score);
}

describe('ranking by words', () => {
  it('is that of the formula, on 200 queries over texts that came, changed and went', async () => {
    const { random, write } = createWriter(11);
    const make = (id: number): Text => ({
      id: `${id}`,
      title: write(4),
      heading: random() < 0.5 ? write(3) : '',
      text: write(20 + Math.floor(random() * 100)),
      labels: random() < 0.3 ? [write(1), write(1)] : [],
    });
    const texts = new Map(Array.from({ length: 420 }, (_, id) => [`${id}`, make(id)]));
    const index = createKnowledgeIndex();
    for (const text of texts.values()) {
      await index.add([toEntry(text)]);
      // A search makes what came a segment: many small ones are merged.
      if (random() < 0.1) await index.search({ text: 'x', limit: 1 }, null);
    }
    for (let id = 0; id < 420; id += 7) {
      const changed = make(id);
      texts.set(`${id}`, changed);
      await index.add([toEntry(changed)]);
      texts.delete(`${id + 3}`);
      await index.remove([{ kind: 'article', id: `${id + 3}` }]);
    }
    await index.compact();
    const score = createFormula([...texts.values()]);
    const known = new Set([...texts.values()].flatMap((one) => fields.flatMap(({ of }) => termsOf(of(one)))));
    let compared = 0;
    for (let query = 0; query < 200; query += 1) {
      // A word that stands nowhere is taken for a typing error, which the formula knows nothing of.
      const words = write(3 + (query % 10)).split(' ');
      const text = `${words.filter((word) => termsOf(word).every((term) => known.has(term))).join(' ')}.`;
      const expected = [...score(termsOf(text))];
      const best = expected.sort((a, b) => b[1] - a[1]).slice(0, 10);
      const found = rankByWords(index, text).slice(0, best.length);
      expect(found.map(({ score }) => score)).toEqual(best.map(([, score]) => expect.closeTo(score, 4)));
      // Scores in 32 bits may swap two that are equal in all but the last of them.
      const scoreOf = new Map(expected);
      for (const [place, { id }] of found.entries()) expect(scoreOf.get(id)).toBeCloseTo(best[place]?.[1] ?? -1, 4);
      compared += found.length;
    }
    expect(compared).toBeGreaterThan(1500);
    expect(saturate(1.2)).toBe(0.5);
  }, 60_000);

  it('finds exactly what is there, whatever comes, changes and goes', async () => {
    const words = ['lamp', 'cable', 'refund', 'parcel', 'invoice'];
    const id = fc.integer({ min: 0, max: 9 }).map(String);
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('add' as const), id, words: fc.subarray(words) }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), id, words: fc.constant([]) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('search', 'compact'), id, words: fc.constant([]) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const), id, words: fc.constant([]) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const index = createKnowledgeIndex();
        const model = new Map<string, string[]>();
        const check = async () => {
          expect(await index.size()).toBe(model.size);
          for (const text of words) {
            const hits = await index.search({ text, limit: 99 }, null);
            const holding = [...model].filter(([, own]) => own.includes(text)).map(([owner]) => owner);
            expect(hits.map(({ ownerId }) => ownerId).sort()).toEqual(holding.sort());
          }
        };
        for (const one of steps) {
          if (one.do === 'add') {
            model.set(one.id, one.words);
            await index.add([toEntry({ ...one, title: 'x', heading: '', labels: [], text: one.words.join(' ') })]);
          } else if (one.do === 'remove') {
            model.delete(one.id);
            await index.remove([{ kind: 'article', id: one.id }]);
          } else if (one.do === 'clear') {
            model.clear();
            await index.clear();
          } else if (one.do === 'compact') await index.compact();
          else await check();
        }
        await check();
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
