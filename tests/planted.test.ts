import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { findPlants } from './support/planted';
import { runPlanted } from './support/planted-run';

/** Few, for a quick test; `npm run prove:pii` plants 5,000. */
const count = 150;
const run = runPlanted(count);

// The whole engine works on every ticket: seconds on a quiet machine.
describe('personal data that customers write', { timeout: 120_000 }, () => {
  it('is planted in earnest: of every kind and in six languages', async () => {
    const { plants } = await run;
    expect(plants.length).toBeGreaterThanOrEqual(count);
    expect(new Set(plants.map(({ language }) => language)).size).toBe(6);
    expect(new Set(plants.map(({ kind }) => kind)).size).toBe(14);
    const [one] = plants;
    expect(findPlants(`so ${one?.value} said`, plants)).toContain(one);
  });

  it('went through everything that keeps something', async () => {
    const { places, tickets } = await run;
    expect(places.database).toContain('[name]');
    expect(places.database?.match(/#past-/g)?.length).toBeGreaterThan(tickets / 2);
    expect(JSON.parse(places['export as JSON'] ?? '{}').gaps.length).toBeGreaterThan(0);
    expect(JSON.parse(places['export of what was learnt'] ?? '{}').choices).toHaveLength(tickets);
    expect(places['replay of kept tickets']).toContain('[name]');
  });

  it('is in nothing that is stored, exported, shown again or logged', async () => {
    const { found } = await run;
    expect(found.size).toBeGreaterThan(9);
    const left = [...found].flatMap(([place, plants]) =>
      plants.map(({ kind, language, value }) => `${place}: ${language} ${kind} ${value}`),
    );
    expect(left).toEqual([]);
  });
});
