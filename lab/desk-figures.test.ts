import { describe, expect, it } from 'vitest';
import { createBm25 } from './bm25';
import type { DeskConversation } from './desk-conversations';
import { isFound, measureOthers, measureProduct, ndcgAt3, printDeskTable, withGoals } from './desk-figures';
import type { DeskResult } from './desk-score';
import { openShelf, standardise } from './off-the-shelf';

const silentAnswer: DeskResult['answer'] = {
  reply: null,
  macros: null,
  articles: null,
  nextStep: null,
  routing: null,
  trend: 'flat',
  resolved: false,
  silent: [],
};

function result(labels: Partial<DeskConversation>, given: Partial<DeskResult> = {}): DeskResult {
  const lists = { articles: [], alsoArticles: [], macros: [], alsoMacros: [], done: [] };
  const conversation = { id: 'c', part: 'tune', language: 'en', playbook: null, step: null, nothing: false, ...lists };
  return {
    conversation: { ...conversation, ...labels } as DeskConversation,
    articles: [],
    macros: [],
    others: {},
    answer: silentAnswer,
    ...given,
  };
}

const shareOf = (results: DeskResult[], id: string) =>
  [...measureProduct('all', results), ...measureOthers('all', results)].find((figure) => figure.id === id)?.value;

describe('figures of a desk', () => {
  it('counts what would do too as found, and ranks it lower', () => {
    expect(isFound(['x', 'b'], ['a', 'b'], 2)).toBe(true);
    expect(isFound(['x', 'b'], ['a', 'b'], 1)).toBe(false);
    expect(ndcgAt3(['a', 'b'], ['a'], ['b'])).toBeCloseTo(1);
    // 1 + 3 / log2(3) against 3 + 1 / log2(3).
    expect(ndcgAt3(['b', 'a'], ['a'], ['b'])).toBeCloseTo(2.893 / 3.631, 3);
    expect(ndcgAt3(['x', 'y', 'z', 'a'], ['a'], [])).toBe(0);
  });

  it('leaves out of recall what has no answer', () => {
    const results = [
      result({ articles: ['a'] }, { articles: ['a'] }),
      result({ articles: ['a'] }, { articles: ['x', 'y', 'z', 'a'] }),
      result({ nothing: true }, { articles: ['x'] }),
    ];
    expect(shareOf(results, 'all.article.recall3')).toBe(0.5);
  });

  it('asks for playbook and step, both', () => {
    const step = (playbook: string, id: string) => ({
      answer: { ...silentAnswer, nextStep: { playbook, step: id, done: [], say: null, confidence: 1 } },
    });
    const results = [
      result({ playbook: 'p', step: 's2' }, step('p', 's2')),
      result({ playbook: 'p', step: 's2' }, step('p', 's1')),
      result({ playbook: 'p', step: 's2' }, step('q', 's2')),
      result({ playbook: 'p', step: 's2' }),
      result({}, step('p', 's2')),
    ];
    expect(shareOf(results, 'all.step.right')).toBe(0.25);
    expect(shareOf(results, 'all.step.playbook')).toBe(0.5);
    expect(shareOf(results, 'all.step.silent')).toBe(0);
  });

  it('tells silence that is right from silence that is wrong', () => {
    const spoken = { answer: { ...silentAnswer, macros: [{ id: 'm', confidence: 0.5 }] } };
    const results = [result({ nothing: true }), result({ nothing: true }, spoken), result({ macros: ['m'] })];
    expect(shareOf(results, 'all.abstains')).toBe(0.5);
    expect(shareOf(results, 'all.wronglySilent')).toBe(1);
  });

  it('holds the product against the best of the others', () => {
    const others = { 'bm25, last turn': ['x'], 'sum, last turn': ['a'] };
    const results = [result({ articles: ['a'] }, { articles: ['a'], others }), result({ articles: ['b'] }, { others })];
    const figures = withGoals([...measureProduct('all', results), ...measureOthers('all', results)]);
    expect(figures.find(({ id }) => id === 'all.article.recall1')).toMatchObject({ goal: '≥ 0.700', isReached: false });
    expect(printDeskTable(figures)).toMatch(/all\.article\.recall1 +\| 2 +\| 0\.500 +\| ≥ 0\.700 +\| NO/);
  });
});

describe('what is off the shelf', () => {
  it('scores rare words above common ones and short texts above long ones', () => {
    const score = createBm25(['refund to card', 'refund to card and much else that is not asked for', 'voucher']);
    const [short = 0, long = 0, other] = score('refund card');
    expect(short).toBeGreaterThan(long);
    expect(long).toBeGreaterThan(0);
    expect(other).toBe(0);
    expect(score('voucher')[2]).toBeGreaterThan(score('refund')[0] ?? Number.POSITIVE_INFINITY);
  });

  it('standardises, flat scores too', () => {
    expect(standardise([1, 3])).toEqual([-1, 1]);
    expect(standardise([2, 2])).toEqual([0, 0]);
  });

  it('goes without vectors where there is no encoder', async () => {
    const set = (id: string, text: string) => ({
      owner: { kind: 'article' as const, id, source: 's', title: id },
      hash: '',
      model: '',
      vectors: null,
      passages: [{ id, ownerId: id, ownerKind: 'article' as const, heading: '', start: 0, end: text.length, text }],
    });
    const shelf = await openShelf([set('one', 'seats are numbered'), set('two', 'queues are long')], undefined);
    expect(await shelf('a long queues')).toEqual({ bm25: ['two'] });
  });
});
