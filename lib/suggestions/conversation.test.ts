import { describe, expect, it } from 'vitest';
import type { Reading } from '../core/engine';
import type { Role } from '../core/ticket';
import { blendReadings, readConversation } from './conversation';
import { buildQueries } from './query';
import { makeTicket, textTools } from './testing';

function read(...lines: [Role, string][]) {
  const ticket = makeTicket(lines);
  return readConversation(ticket, buildQueries(ticket, textTools), textTools);
}

const reading = (vector: number[], rows: number[][], scale = 1 / 127): Reading => ({
  vector: Float32Array.from(vector),
  tokens: { dims: 2, count: rows.length, values: Int8Array.from(rows.flat()), scale },
});

describe('the conversation that is searched', () => {
  it('is one customer turn alone at first', () => {
    const one = read(['customer', 'My parcel never arrived in Leeds.']);
    expect(one).toEqual({
      customer: ['My parcel never arrived in Leeds.'],
      agent: [],
      text: 'My parcel never arrived in Leeds.',
    });
  });

  it('has the earlier turns in front, and what the agent wrote and noted', () => {
    const { customer, agent, text } = read(
      ['customer', 'My parcel never arrived in Leeds.'],
      ['agent', 'Which order number is it?'],
      ['note', 'Carrier lost it.'],
      ['customer', 'The order number is SF4411 from last Friday evening, paid by card in one go.'],
    );
    expect(customer[0]).toBe('My parcel never arrived in Leeds.');
    expect(customer).toHaveLength(2);
    expect(agent).toEqual(['Which order number is it?', 'Carrier lost it.']);
    for (const part of [...customer, ...agent]) expect(text).toContain(part);
  });

  it('says what came before only once when the open turn lives from it', () => {
    const { customer } = read(
      ['customer', 'My parcel never arrived in Leeds.'],
      ['agent', 'Please wait a day.'],
      ['customer', 'still nothing'],
    );
    expect(customer.join('\n').match(/Leeds/g)).toHaveLength(1);
  });

  it('is empty where nothing is asked', () => {
    expect(read(['customer', 'Thanks!'])).toEqual({ customer: [], agent: [], text: '' });
  });
});

describe('the reading of a conversation', () => {
  it('is the customer’s own where nobody else spoke', () => {
    const own = blendReadings([reading([1, 0], [[127, 0]])], []);
    expect([...(own?.vector ?? [])]).toEqual([1, 0]);
    expect([...(own?.tokens?.values ?? [])]).toEqual([127, 0]);
  });

  it('leans to the agent’s words, less than to the customer’s, by vector and by tokens', () => {
    const both = blendReadings(
      [reading([1, 0], [[127, 0]]), reading([1, 0], [[127, 0]])],
      [reading([0, 1], [[0, 127]])],
    );
    const [x = 0, y = 0] = both?.vector ?? [];
    expect(Math.hypot(x, y)).toBeCloseTo(1, 5);
    expect(y / x).toBeCloseTo(0.6, 5);
    const weights = [...(both?.tokens?.weights ?? [])];
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1.6, 5);
    const agentAt = [...(both?.tokens?.values ?? [])].findIndex((value, at) => at % 2 === 1 && value === 127) >> 1;
    expect(weights[agentAt]).toBeCloseTo(0.6, 5);
  });

  it('keeps each token’s length where the parts have other scales', () => {
    const { tokens } = blendReadings([reading([1, 0], [[100, 0]], 0.01)], [reading([1, 0], [[50, 0]], 0.02)]) ?? {};
    const lengths = [0, 1].map((at) => (tokens?.values[at * 2] ?? 0) * (tokens?.scale ?? 0));
    expect(lengths).toEqual([expect.closeTo(1, 2), expect.closeTo(1, 2)]);
  });

  it('has no tokens where the customer’s language has none, and at most 256', () => {
    expect(
      blendReadings([{ vector: Float32Array.of(1, 0), tokens: null }], [reading([0, 1], [[1, 1]])])?.tokens,
    ).toBeNull();
    const long = reading(
      [1, 0],
      Array.from({ length: 200 }, () => [1, 1]),
    );
    expect(blendReadings([long, long], [])?.tokens?.count).toBe(256);
    expect(blendReadings([], [])).toBeNull();
  });
});
