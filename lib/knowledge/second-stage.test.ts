import { describe, expect, it } from 'vitest';
import type { PackedTokens, Reading } from '../core/engine';
import type { Hit } from '../core/knowledge';
import type { PassageTokens } from '../core/stores';
import type { SearchIndex } from './search-index';
import { rerankedPassages, searchInTwoStages } from './second-stage';
import { packPassage } from './token-vectors';

/** One token a passage, in the direction of an axis. */
function tokenAt(axis: number, share = 1): PackedTokens {
  const values = new Int8Array(96);
  values[axis] = Math.round(127 * share);
  values[95] = Math.round(127 * Math.sqrt(1 - share ** 2));
  return { dims: 96, count: 1, values, scale: 1 / 127 };
}

function hit(owner: string, place: number, score: number): Hit {
  const id = `article:${owner}:${place}`;
  const passage = { id, ownerId: owner, ownerKind: 'article' as const, heading: '', start: 0, end: 1, text: 'x' };
  const quote = { text: 'x', start: 0, end: 1 };
  return {
    ownerId: owner,
    ownerKind: 'article',
    title: owner,
    passage,
    quote,
    score,
    cosine: score,
    match: null,
    lead: null,
    reverse: null,
    words: 0,
    overlap: 0,
  };
}

function setUp(passages: Hit[], stored: Record<string, PackedTokens>) {
  const asked: string[][] = [];
  const calls: string[] = [];
  const index: SearchIndex = {
    load: async () => {},
    save: async () => {},
    add: async () => {},
    remove: async () => {},
    clear: async () => {},
    size: async () => passages.length,
    search: async () => {
      calls.push('search');
      return passages;
    },
    searchPassages: async (_query, _vector, count) => {
      calls.push(`passages ${count}`);
      return passages;
    },
  };
  const readTokens = async (ids: string[]): Promise<(PassageTokens | undefined)[]> => {
    asked.push(ids);
    return ids.map((id) => (stored[id] ? packPassage(stored[id]) : undefined));
  };
  return { parts: { index, readTokens }, asked, calls };
}

const reading: Reading = { vector: new Float32Array(384), tokens: tokenAt(3) };
const query = { text: 'x', limit: 3 };
const owners = (hits: Hit[]) => hits.map(({ ownerId }) => ownerId);

describe('the second stage', () => {
  it('puts the passage first whose tokens match, and says how well', async () => {
    const { parts } = setUp([hit('a', 0, 1.1), hit('b', 0, 1), hit('c', 0, 0.9)], {
      'article:a:0': tokenAt(4, 0.9),
      'article:b:0': tokenAt(5, 0.9),
      'article:c:0': tokenAt(3),
    });
    const hits = await searchInTwoStages(parts, query, { reading });
    expect(owners(hits)).toEqual(['c', 'a', 'b']);
    expect(hits[0]?.match).toBeCloseTo(1, 3);
    expect(hits[0]?.cosine).toBe(0.9);
  });

  it('answers one hit an owner, with the passage that matches', async () => {
    const { parts } = setUp([hit('a', 0, 1), hit('a', 1, 0.9), hit('b', 0, 0.8)], {
      'article:a:0': tokenAt(4, 0.9),
      'article:a:1': tokenAt(3),
      'article:b:0': tokenAt(5, 0.9),
    });
    const hits = await searchInTwoStages(parts, query, { reading });
    expect(hits.map(({ passage }) => passage.id)).toEqual(['article:a:1', 'article:b:0']);
  });

  it('reads the best passages only, and leaves those beyond below', async () => {
    const passages = Array.from({ length: rerankedPassages + 4 }, (_value, at) => hit(`o${at}`, 0, 2 - at / 100));
    const stored = Object.fromEntries(passages.map(({ passage }, at) => [passage.id, tokenAt(at === 10 ? 3 : 4, 0.9)]));
    const { parts, asked } = setUp(passages, stored);
    const hits = await searchInTwoStages(parts, { text: 'x', limit: 99 }, { reading });
    expect(asked.map((ids) => ids.length)).toEqual([rerankedPassages]);
    expect(owners(hits)[0]).toBe('o10');
    expect(owners(hits).slice(rerankedPassages)).toEqual(['o16', 'o17', 'o18', 'o19']);
    expect(hits.at(-1)?.match).toBeNull();
  });

  it('lets a passage in another language, which has no token vectors, stand where the first stage put it', async () => {
    const { parts } = setUp([hit('none', 0, 2), hit('bad', 0, 1), hit('good', 0, 1)], {
      'article:bad:0': tokenAt(4),
      'article:good:0': tokenAt(3),
    });
    expect(owners(await searchInTwoStages(parts, query, { reading }))).toEqual(['none', 'good', 'bad']);
  });

  it('counts a passage without token vectors as average among equals', async () => {
    const { parts } = setUp([hit('bad', 0, 1), hit('none', 0, 1), hit('good', 0, 1)], {
      'article:bad:0': tokenAt(4),
      'article:good:0': tokenAt(3),
    });
    expect(owners(await searchInTwoStages(parts, query, { reading }))).toEqual(['good', 'none', 'bad']);
  });

  it.each([
    ['the question has no token vectors', { vector: new Float32Array(384), tokens: null }],
    ['there is no model', null],
  ])('is absent when %s', async (_why, without) => {
    const { parts, asked, calls } = setUp([hit('a', 0, 1), hit('b', 0, 0.5)], {});
    expect(owners(await searchInTwoStages(parts, query, { reading: without }))).toEqual(['a', 'b']);
    expect([asked, calls]).toEqual([[], ['search']]);
  });

  it.each([
    ['fail', () => Promise.reject(new Error('the database is gone'))],
    ['do not come', () => new Promise<never>(() => {})],
    ['are not there', async (ids: string[]) => ids.map(() => undefined)],
  ])('keeps the first stage’s order when the token vectors %s', async (_how, readTokens) => {
    const { parts } = setUp([hit('a', 0, 1), hit('b', 0, 0.5)], {});
    const hits = await searchInTwoStages({ ...parts, readTokens }, query, { reading });
    expect(hits.map(({ ownerId, score, match }) => [ownerId, score, match])).toEqual([
      ['a', 1, null],
      ['b', 0.5, null],
    ]);
  });
});
