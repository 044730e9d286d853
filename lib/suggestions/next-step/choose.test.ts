import { describe, expect, it } from 'vitest';
import type { Encoder } from '../../core/engine';
import type { Playbook } from '../../core/knowledge';
import { calibration } from '../calibration';
import { readContext, runKinds } from '../suggest';
import { hashEncoder, type Library, makeArticle, makeDeps, makeRequest, makeTicket } from '../testing';
import { nextStep } from '.';
import { findPlaybook, readPlaybookFeatures, toChances } from './choose';

const lost: Playbook = {
  id: 'lost',
  title: 'Parcel lost on the way',
  steps: [{ id: '1', kind: 'ask', text: 'Ask for the parcel number' }],
};
const invoice: Playbook = {
  id: 'invoice',
  title: 'Copy of an invoice',
  steps: [{ id: '1', kind: 'ask', text: 'Ask for the year of the invoice' }],
};
const features = { cosine: 0, words: 0, article: 0, macro: 0, intent: 0 };

const contextOf = (text: string, library: Library, encoder?: Encoder) =>
  readContext(makeRequest(makeTicket([['customer', text]])), makeDeps(library, encoder));

describe('findPlaybook', () => {
  it('takes the one that the conversation is about, and is sure of it', async () => {
    const chosen = await findPlaybook(
      await contextOf('My parcel is lost on the way, the parcel number is 12', { playbooks: [invoice, lost] }),
    );
    expect(chosen).toMatchObject({ playbook: { id: 'lost' }, isSure: true });
  });

  it('is sure of none where nothing is near', async () => {
    const context = await contextOf('Which colours does the hat come in?', { playbooks: [invoice, lost] });
    expect(await findPlaybook(context)).toMatchObject({ isSure: false });
  });

  it('hears from what is found for the conversation which playbook shares its words', async () => {
    const article = makeArticle(
      'a',
      'Nothing arrived at the door? The parcel was lost on the way; we need its number.',
    );
    const asked = 'Nothing arrived at the door';
    const context = await contextOf(asked, { playbooks: [invoice, lost], articles: [article] });
    const choice = await readPlaybookFeatures([invoice, lost], context);
    const [other, right] = choice?.playbooks ?? [];
    expect(choice?.by).toBe('linked');
    expect(right?.article).toBeGreaterThan(other?.article ?? 1);
    const alone = await readPlaybookFeatures([invoice, lost], await contextOf(asked, { playbooks: [invoice, lost] }));
    expect(alone?.by).toBe('alone');
  });

  it('hears the more from what is found the surer that is, and nothing from what is most unsure', async () => {
    const article = makeArticle('a', 'Nothing arrived at the door? The parcel was lost on the way.');
    const found = await contextOf('Nothing arrived at the door', { playbooks: [lost], articles: [article] });
    const readAt = (confidence: number) =>
      readPlaybookFeatures([lost], {
        ...found,
        rankEach: async (kinds) =>
          (await found.rankEach(kinds)).map((list) => list.map((ranked) => ({ ...ranked, confidence }))),
      });
    const { article: shown } = calibration.thresholds;
    const [sure, less, unsure] = await Promise.all([readAt(0.9), readAt(0.9 * shown), readAt(0.4 * shown)]);
    expect(sure?.playbooks[0]?.article).toBeGreaterThan(0);
    expect(less?.playbooks[0]?.article).toBeCloseTo(shown * (sure?.playbooks[0]?.article ?? 0), 5);
    expect(less?.by).toBe('linked');
    expect(unsure).toMatchObject({ by: 'alone', playbooks: [{ article: 0 }] });
  });

  it('does not hold against a playbook that the library is about other matters', async () => {
    const article = makeArticle('a', 'Grease the saddle post before you tighten it again.');
    const context = await contextOf('My parcel is lost on the way', { playbooks: [lost], articles: [article] });
    expect((await readPlaybookFeatures([lost], context))?.by).toBe('alone');
    expect(await findPlaybook(context)).toMatchObject({ isSure: true });
  });

  it('makes no pass but those for the conversation and for playbooks that it sees first', async () => {
    const encoder = hashEncoder();
    const context = await contextOf('My parcel is lost', { playbooks: [invoice, lost] }, encoder);
    encoder.passes.length = 0;
    await findPlaybook(context);
    expect(encoder.passes).toHaveLength(2);
    encoder.passes.length = 0;
    await findPlaybook(await readContext(context, context.deps));
    expect(encoder.passes).toEqual(['My parcel is lost']);
  });

  it('is silent, and says why, while the model is away', async () => {
    const down: Encoder = { ...hashEncoder(), encode: () => Promise.reject(new Error('down')) };
    const { silent } = await runKinds(await contextOf('My parcel is lost', { playbooks: [lost] }, down), [nextStep]);
    expect(silent).toMatchObject([{ why: 'model-unavailable' }]);
  });
});

describe('toChances', () => {
  const model = { weights: { cosine: 10, none: 4, answered: -1 }, threshold: 0.5 };
  const of = (cosines: number[], answered = 0) => ({
    by: 'alone' as const,
    playbooks: cosines.map((cosine) => ({ ...features, cosine })),
    none: { none: 1, answered },
  });

  it('shares certainty among playbooks and none', () => {
    const [first = 0, second = 0] = toChances(of([0.6, 0.4]), model);
    expect(first).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 2), 5);
    expect(second).toBeCloseTo(1 / (Math.exp(2) + 2), 5);
  });

  it('is surer of any once an agent has answered, and of one that the agent’s choices lift', () => {
    const [before = 1] = toChances(of([0.4]), model);
    expect(before).toBeCloseTo(0.5, 5);
    expect(toChances(of([0.4], 1), model)[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 5);
    expect(toChances(of([0.4]), model, [2])[0]).toBeCloseTo(1 / (1 + Math.exp(-2)), 5);
  });
});
