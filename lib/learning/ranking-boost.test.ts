import { describe, expect, it } from 'vitest';
import type { Choice } from '../core/suggestion';
import { rankingBoost } from './ranking-boost';

function choices(action: Choice['action'], count: number, sourceIds = ['a']): Choice[] {
  return Array.from({ length: count }, () => ({
    kind: 'reply',
    suggestionId: 's',
    sourceIds,
    action,
    at: '2026-01-01T00:00:00Z',
  }));
}

describe('rankingBoost', () => {
  it('says nothing about a source nobody chose', () => {
    expect(rankingBoost(choices('inserted', 3, ['b']), 'a')).toBe(0);
  });

  it('moves little by one wrong click', () => {
    expect(rankingBoost(choices('dismissed', 1), 'a')).toBeGreaterThan(-0.2);
    expect(rankingBoost(choices('dismissed', 1), 'a')).toBeLessThan(0);
  });

  it('raises what is taken and lowers what is refused, more the more often', () => {
    const once = rankingBoost(choices('inserted', 1), 'a');
    const often = rankingBoost(choices('inserted', 8), 'a');
    expect(often).toBeGreaterThan(once);
    expect(rankingBoost(choices('dismissed', 8), 'a')).toBeCloseTo(-often);
  });

  it('never outweighs what the text says', () => {
    expect(rankingBoost(choices('inserted', 1000), 'a')).toBe(1);
  });

  it('counts a source once a choice, however many sentences came from it', () => {
    expect(rankingBoost(choices('inserted', 1, ['a', 'a', 'a']), 'a')).toBe(rankingBoost(choices('inserted', 1), 'a'));
  });

  it('reads nothing into opening', () => {
    expect(rankingBoost(choices('opened', 50), 'a')).toBe(0);
  });
});
