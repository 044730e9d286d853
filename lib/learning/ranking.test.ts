import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, offered } from '../../tests/support/choice-fakes';
import { type Candidate, factNames, type OfferedSource } from '../core/learning';
import type { Intent } from '../core/signals';
import { type Choice, choiceActions } from '../core/suggestion';
import { createRanking } from './ranking';

const toCandidates = (list: OfferedSource[]): Candidate[] => list.map((one) => ({ ...one, text: '' }));
const macro = (id: string, base: number) => offered('macro', id, { base });
const intent: Intent = 'refund.status';

function orderOf(list: OfferedSource[], choices: Choice[], about: { intent: Intent | null } = { intent }): string[] {
  return createRanking(choices)
    .prefer(toCandidates(list), about)
    .map(({ index }) => list[index]?.id ?? '');
}
/** That choice again and again, a minute apart. */
const times = (count: number, make: (minute: number) => Choice) =>
  Array.from({ length: count }, (_one, index) => make(index));

const source = fc.record({
  kind: fc.constantFrom('macro', 'article', 'past' as const),
  id: fc.constantFrom(...'abcdefghij'),
  base: fc.double({ min: -3, max: 3, noNaN: true }),
  facts: fc.dictionary(fc.constantFrom(...factNames), fc.double({ min: -2, max: 2, noNaN: true })),
}) as fc.Arbitrary<OfferedSource>;
const sources = (least: number, most: number) =>
  fc.uniqueArray(source, { minLength: least, maxLength: most, selector: ({ kind, id }) => `${kind}${id}` });
const choice = fc
  .record({
    offered: sources(1, 6),
    pick: fc.nat(5),
    action: fc.constantFrom(...choiceActions),
    minute: fc.nat(500_000),
    intent: fc.constantFrom('refund.status', 'order.cancel' as const),
    kept: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  })
  .map(({ offered: shown, pick, kept, ...more }) =>
    choose((shown[pick % shown.length] as OfferedSource).id, shown, {
      ...more,
      ...(kept === undefined ? {} : { kept }),
    }),
  );

describe('the ranking that choices teach', () => {
  it('moves nothing by more than one rank for one more click, whatever was clicked before', () => {
    let moved = 0;
    fc.assert(
      fc.property(sources(2, 24), fc.array(choice, { maxLength: 25 }), choice, (list, history, click) => {
        const sorted = [...list].sort((a, b) => b.base - a.base);
        const before = history.sort((a, b) => (a.at < b.at ? -1 : 1));
        const ids = (choices: Choice[]) =>
          createRanking(choices)
            .prefer(toCandidates(sorted), { intent })
            .map(({ index }) => index);
        const [without, withClick] = [ids(before), ids([...before, click])];
        const distances = without.map((index, place) => Math.abs(withClick.indexOf(index) - place));
        moved = Math.max(moved, ...distances);
        expect([new Set(withClick).size, Math.max(...distances) <= 1]).toEqual([sorted.length, true]);
      }),
      { numRuns: 200 },
    );
    // Else the property would hold for a ranking that learns nothing.
    expect(moved).toBe(1);
  }, 60_000);

  it('leaves the order alone where nothing was chosen', () => {
    const list = [macro('a', 1), macro('b', 1), macro('c', -1)];
    expect(orderOf(list, [])).toEqual(['a', 'b', 'c']);
    expect(orderOf(list, [choose('a', list, { action: 'opened' })])).toEqual(['a', 'b', 'c']);
  });

  it('brings what is always taken to the top, and what stands far below but a rank a click', () => {
    const list = ['a', 'b', 'c', 'd', 'e'].map((id, index) => macro(id, 0.2 - index / 10));
    const taking = (count: number) => times(count, (minute) => choose('e', list, { minute, intent }));
    expect(orderOf(list, taking(1))).toEqual(['a', 'b', 'c', 'e', 'd']);
    expect(orderOf(list, taking(6))[0]).toBe('e');
  });

  it('is kept by one wrong click among right ones', () => {
    const list = [macro('a', 0.3), macro('b', 0)];
    const right = times(10, (minute) => choose('b', list, { minute, intent }));
    expect(orderOf(list, right)).toEqual(['b', 'a']);
    expect(orderOf(list, [...right, choose('a', [macro('b', 0.3), macro('a', 0)], { minute: 11, intent })])).toEqual([
      'b',
      'a',
    ]);
  });

  it('holds for the intent where it was learnt more than for another', () => {
    const list = [macro('a', 0.9), macro('b', 0)];
    const choices = times(6, (minute) => choose('b', list, { minute, intent }));
    expect(orderOf(list, choices)).toEqual(['b', 'a']);
    const weights = (other: Intent) => createRanking(choices).boost({ kind: 'macro', id: 'b' }, { intent: other });
    expect(weights(intent)).toBeGreaterThan(weights('order.cancel'));
    expect(weights('order.cancel')).toBeGreaterThan(0);
  });

  it('carries a style to sources never met', () => {
    const long = { facts: { length: 1 } };
    const short = { facts: { length: -1 } };
    const choices = times(12, (minute) =>
      choose(`s${minute}`, [offered('macro', `l${minute}`, long), offered('macro', `s${minute}`, short)], { minute }),
    );
    const list = [offered('macro', 'x', { base: 0.2, ...long }), offered('macro', 'y', short)];
    expect(orderOf(list, choices)).toEqual(['y', 'x']);
    expect(
      orderOf(
        list,
        choices.map((one) => ({ ...one, muted: ['length'] })),
      ),
    ).toEqual(['x', 'y']);
  });

  it('never outweighs what the text says', () => {
    const list = [macro('a', 4), macro('b', -4)];
    expect(
      orderOf(
        list,
        times(500, (minute) => choose('b', list, { minute, intent })),
      ),
    ).toEqual(['a', 'b']);
  });

  it('changes the chance to be accepted by refusals too, within bounds', () => {
    const boost = (choices: Choice[]) => createRanking(choices).boost({ kind: 'macro', id: 'a' }, { intent });
    const refusing = (count: number) =>
      times(count, (minute) => choose('a', [macro('a', 0)], { minute, intent, action: 'dismissed' }));
    expect(boost(refusing(1))).toBeGreaterThan(-0.3);
    expect(boost(refusing(3))).toBeLessThan(0);
    expect(boost(refusing(8))).toBeLessThan(boost(refusing(3)));
    expect(boost(refusing(1000))).toBeGreaterThanOrEqual(-1);
    expect(boost(times(1000, (minute) => choose('a', [macro('a', 0)], { minute, intent })))).toBeLessThanOrEqual(1);
  });

  it('counts what was kept of a draft, and nothing where it was thrown away', () => {
    const boost = (kept: number | undefined) => {
      const more = { action: 'edited' as const, ...(kept === undefined ? {} : { kept }) };
      const choices = times(20, (minute) => choose('a', [macro('a', 0)], { minute, ...more }));
      return createRanking(choices).boost({ kind: 'macro', id: 'a' }, { intent: null });
    };
    expect(boost(0.1)).toBe(0);
    expect(boost(0.4)).toBeGreaterThan(0);
    expect(boost(0.9)).toBeGreaterThan(boost(0.4));
    expect(boost(0.9)).toBeGreaterThan(boost(undefined));
  });

  it('lets old choices fade', () => {
    const old = times(6, (minute) => choose('a', [macro('a', 0)], { minute }));
    const year = 365 * 24 * 60;
    const later = choose('z', [macro('z', 0)], { minute: year });
    const about = { intent: null };
    const [fresh, faded] = [old, [...old, later]].map((choices) =>
      createRanking(choices).boost({ kind: 'macro', id: 'a' }, about),
    );
    expect(faded).toBeGreaterThan(0);
    expect(faded).toBeLessThan((fresh as number) / 8);
  });

  it('understands choices stored before anything but their sources was noted', () => {
    const old: Choice = {
      kind: 'reply',
      suggestionId: 's',
      sourceIds: ['a', 'b'],
      action: 'inserted',
      at: '2025-11-01T08:00:00Z',
    };
    const ranking = createRanking(
      [old, old, old, old].flatMap((one) => [one, { ...one, action: 'dismissed', sourceIds: ['c'] }]),
    );
    expect(ranking.boost({ kind: 'macro', id: 'a' }, { intent: null })).toBeGreaterThan(0);
    expect(ranking.boost({ kind: 'macro', id: 'c' }, { intent: null })).toBeLessThan(0);
  });
});
