import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeArticle, makeDeps, textTools } from '../testing';
import { extractAnswer } from './extract';

async function extract(text: string, query: string): Promise<string[]> {
  const [hit] = await makeDeps({ articles: [makeArticle('a', text)] }).search({ text: query, limit: 1 }, null);
  if (!hit) throw new Error('no hit');
  return extractAnswer(hit, query, textTools).map(({ start, end }) => text.slice(start, end));
}

describe('extractAnswer', () => {
  it('takes the sentences that answer, without the heading', async () => {
    const text = 'Invoices\nWe were founded in 1990.\nOpen Billing and choose Download invoice.\nThe weather is nice.';
    expect(await extract(text, 'download my invoice')).toEqual(['Open Billing and choose Download invoice.']);
  });

  it('does not begin with a sentence that leans on the one before', async () => {
    const text = 'Hold the power button for ten seconds. This resets the lamp and the red lamp stops.';
    expect((await extract(text, 'red lamp stops'))[0]).toBe('Hold the power button for ten seconds.');
  });

  it('takes nothing from a bare table', async () => {
    expect(await extract('Plan | Ends | Money back\nMonthly | at once | none', 'money back')).toEqual([]);
  });

  it('takes 1 to 4 consecutive units of any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[A-Z][a-z ]{3,20}[.:!]$/), { minLength: 1, maxLength: 12 }),
        async (units) => {
          const text = units.join('\n');
          const taken = await extract(text, 'some words');
          expect(taken.length).toBeGreaterThanOrEqual(1);
          expect(taken.length).toBeLessThanOrEqual(4);
          expect(text).toContain(taken.join('\n'));
        },
      ),
      { numRuns: 60 },
    );
  });
});
