import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../knowledge/sentences';
import { makeArticle, makeDeps, textTools } from '../testing';
import { extractAnswer } from './extract';

async function extract(text: string, query: string): Promise<string[]> {
  const [hit] = await makeDeps({ articles: [makeArticle('a', text)] }).search({ text: query, limit: 1 }, null);
  if (!hit) throw new Error('no hit');
  return extractAnswer(hit, query, { ...textTools, splitSentences }).map(({ start, end }) => text.slice(start, end));
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

  const steps = [
    'Take the battery off the bike. Let it reach room temperature for two hours.',
    'Plug the charger into a wall socket. Do not use an extension lead.',
    'Hold the button for ten seconds.',
    'Wait until one light blinks.',
    'Leave the charger connected for four hours.',
    'Put the battery back.',
  ].map((step, index) => `${index + 1}. ${step}`);

  it('takes numbered steps from the first to the last, each whole', async () => {
    const taken = await extract(`Do this:\n${steps.join('\n')}`, 'battery room temperature, the light blinks');
    expect(taken.join(' ')).toBe(`Do this: ${steps.join(' ')}`);
  });

  it('never begins within a step', async () => {
    const taken = await extract(steps.join('\n'), 'let it reach room temperature');
    expect(taken[0]).toBe('1. Take the battery off the bike.');
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
