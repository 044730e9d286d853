import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEncodingFile } from './encoding-file';
import { countFlips, swapTexts } from './flips';
import { goalAmong } from './goals';
import { fitLinear, linearLogits, toMatrix } from './linear';
import { withLoss } from './measure';
import { argmax } from './metrics';
import { printTable, withGoals } from './print';
import { plainTweet } from './public-sets';
import { cardOf, regressions, storeFigures } from './regression';
import { readBiasMessages } from './rows-bias';
import { heldOutIndustries, readSupport, splitOf } from './support-set';

describe('swapped words', () => {
  it('take every alternative in step', () => {
    expect(swapTexts('My {son|daughter} lost {his|her} key', [])).toEqual([
      'My son lost his key',
      'My daughter lost her key',
    ]);
    expect(swapTexts('I am {name}', ['Ana', 'Bo', 'Chi'])).toEqual(['I am Ana', 'I am Bo', 'I am Chi']);
    expect(swapTexts('On {Sunday|Friday|Saturday} I {go|stay}', [])[2]).toBe('On Saturday I stay');
  });

  it('count flips by label and group', () => {
    const label = (sentiment: string, urgency: string) => ({ sentiment, urgency });
    const messages = [
      {
        group: 'name',
        original: label('negative', 'low'),
        swapped: [label('negative', 'low'), label('neutral', 'high')],
      },
      { group: 'gender', original: label('positive', 'low'), swapped: [label('positive', 'normal')] },
    ];
    const counts = countFlips(messages, ['sentiment', 'urgency']);
    expect(counts.get('name')).toEqual({ swaps: 2, flips: { sentiment: 1, urgency: 1 }, any: 1 });
    expect(counts.get('all')).toEqual({ swaps: 3, flips: { sentiment: 1, urgency: 2 }, any: 2 });
  });

  it('are at least 500 messages, each with a swap, in every language and group', () => {
    const messages = readBiasMessages();
    expect(messages.flatMap(({ texts }) => texts).length).toBeGreaterThanOrEqual(500);
    expect(messages.filter(({ texts }) => new Set(texts).size < 2)).toEqual([]);
    expect(messages.flatMap(({ texts }) => texts).filter((text) => /[{}|]/.test(text))).toEqual([]);
    expect(new Set(messages.map(({ group }) => group))).toEqual(
      new Set(['name', 'gender', 'dialect', 'religion', 'country', 'signature']),
    );
    expect(new Set(messages.map(({ language }) => language))).toEqual(new Set(['en', 'ar', 'de', 'es', 'fr', 'pt']));
  });
});

describe('kept encodings', () => {
  const encoding = { vector: Float32Array.of(1, 2.5), logits: { sentiment: Float32Array.of(-1, 0, 1) } };

  it('come back as they were, also from disk', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'score-')), 'kept.bin');
    const file = openEncodingFile(path);
    expect(file.find('hello')).toBeUndefined();
    file.add('hello', encoding);
    expect(file.find('hello')).toEqual(encoding);
    file.save();
    expect(openEncodingFile(path).find('hello')).toEqual(encoding);
    expect(openEncodingFile(path).find('other')).toBeUndefined();
  });

  it('survive a record that was cut off', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'score-')), 'kept.bin');
    const file = openEncodingFile(path);
    file.add('hello', encoding);
    file.save();
    const { length } = readFileSync(path);
    appendFileSync(path, 'half');
    const again = openEncodingFile(path);
    again.add('more', encoding);
    again.save();
    expect(readFileSync(path).length).toBeGreaterThan(length);
    const third = openEncodingFile(path);
    expect([third.find('hello'), third.find('more')]).toEqual([encoding, encoding]);
  });
});

describe('our test messages', () => {
  it('are parted as training parts them', () => {
    const python = readFileSync('training/data.py', 'utf8');
    const names = (set: readonly string[]) => `{${set.map((name) => `"${name}"`).join(', ')}}`;
    const { test, validation } = heldOutIndustries;
    expect(python).toContain(`TEST_INDUSTRIES, VALIDATION_INDUSTRIES = ${names(test)}, ${names(validation)}`);
    expect(splitOf('any', 'hotel')).toBe('test');
    expect(splitOf('any', 'fashion')).toBe('train');
    // By `split_of` of data.py, run on 2026-11-29.
    expect(
      ['where is my order', 'Thanks,   that did it', 'è già PARTITO?', 'cancel it'].map((text) =>
        splitOf(text, undefined),
      ),
    ).toEqual(['train', 'test', 'test', 'test']);
  });

  it('hold every language', () => {
    const tested = readSupport().filter(({ split }) => split === 'test');
    for (const language of ['en', 'ar', 'de', 'es', 'fr', 'pt'])
      expect(tested.filter((row) => row.language === language).length, language).toBeGreaterThan(50);
  });
});

describe('a tweet', () => {
  it('is written as in the set it is measured on', () => {
    expect(plainTweet('@Ann I\\u2019m at https://t.co/x1 \\u002c bye')).toBe('@user I’m at http , bye');
  });
});

describe('a fitted head', () => {
  const rows = Array.from({ length: 300 }, (_, at) =>
    Float32Array.of(Math.sin(at) + 2 * (at % 3), Math.cos(at * 7) * (at % 2 ? 1 : -1)),
  );
  const label = (at: number) => at % 3;

  it('learns classes that lie apart', () => {
    const targets = rows.map((_, at) => [label(at)]);
    const head = fitLinear(toMatrix(rows), targets, { classes: 3, link: 'softmax', penalty: 0.001 });
    const right = rows.filter((row, at) => argmax(linearLogits(head, row)) === label(at)).length;
    expect(right / rows.length).toBeGreaterThan(0.75);
  });

  it('learns labels that come together', () => {
    const targets = rows.map(([x = 0, y = 0]) => [...(x > 1 ? [0] : []), ...(y > 0 ? [1] : [])]);
    const head = fitLinear(toMatrix(rows), targets, { classes: 2, link: 'sigmoid', penalty: 0.0001 });
    const right = rows.filter((row, at) =>
      [0, 1].every((one) => (linearLogits(head, row)[one] ?? 0) > 0 === targets[at]?.includes(one)),
    );
    expect(right.length / rows.length).toBeGreaterThan(0.9);
  });

  it('says little of anything under a heavy penalty', () => {
    const targets = rows.map((_, at) => [label(at)]);
    const head = fitLinear(toMatrix(rows), targets, { classes: 3, link: 'softmax', penalty: 100 });
    expect(Math.max(...head.weight.map(Math.abs))).toBeLessThan(0.05);
  });
});

describe('the table', () => {
  const figures = [
    { id: 'support.en.emotion', value: 70, frozen: 60, n: 10 },
    { id: 'support.de.emotion', value: 61.9 },
    { id: 'banking77.full', value: 94.5, int8Loss: 0.8 },
    { id: 'ece.en.urgency', value: 5.1 },
    { id: 'dstc10.recall1', value: 46, frozen: 40 },
    { id: 'dstc10.mrr5', value: 45.9, frozen: 40 },
    { id: 'matching.base.first', value: 45 },
  ];

  it('says what is reached: the lead over frozen weights and the nearness of other languages too', () => {
    const isReached = Object.fromEntries(withGoals(figures).map((figure) => [figure.id, figure.isReached]));
    expect(isReached).toEqual({
      'support.en.emotion': false,
      'support.de.emotion': false,
      'banking77.full': true,
      'ece.en.urgency': false,
      'dstc10.recall1': true,
      'dstc10.mrr5': false,
      'matching.base.first': true,
    });
    expect(goalAmong('support.de.emotion', () => 70).atLeast).toBe(62);
  });

  it('prints each figure beside its goal, the frozen and the published one', () => {
    const table = printTable({ figures, curves: {} });
    expect(table).toMatch(/emotion, macro-F1 +\| 10 +\| 70\.0 +\| ≥ 62\.0, \+12 +\| NO +\| 60\.0 \(\+10\.0\)/);
    expect(table).toMatch(/94\.5 +\| ≥ 94\.0 +\| yes +\| 93\.1 +\| tuned BERT 93\.7 +\| 0\.80 NO/);
  });

  it('takes what int8 loses from the fp32 figures', () => {
    const [one] = withLoss([{ id: 'banking77.full', value: 93 }], [{ id: 'banking77.full', value: 93.4 }]);
    expect(one?.int8Loss).toBeCloseTo(0.4);
  });
});

describe('figures in the cards', () => {
  it('stay when another part of the run is stored', () => {
    const root = mkdtempSync(join(tmpdir(), 'cards-'));
    for (const id of ['signals-en', 'signals-multilingual']) {
      mkdirSync(join(root, id));
      writeFileSync(join(root, id, 'card.json'), JSON.stringify({ id, scores: { test: { n: 1 } } }));
    }
    const figure = (id: string, value: number) => ({ id, label: id, n: 1, value });
    storeFigures([figure('banking77.full', 92), figure('umsab.ar', 66)], 'figures', root);
    storeFigures([figure('banking77.full', 93), figure('tweeteval', 67)], 'figures', root);
    const scoresOf = (id: string) => JSON.parse(readFileSync(join(root, id, 'card.json'), 'utf8')).scores;
    expect(scoresOf('signals-en')).toEqual({ test: { n: 1 }, figures: { 'banking77.full': 93, tweeteval: 67 } });
    expect(scoresOf('signals-multilingual').figures).toEqual({ 'umsab.ar': 66 });
  });
});

describe('regressions', () => {
  it('are figures that fell, errors that rose, and figures that vanished', () => {
    const stored = { 'support.en.emotion': 60, 'ece.en.emotion': 3, 'bias.all': 1, 'support.en.flags': 50 };
    const figure = (id: string, value: number, n = 400) => ({ id, label: id, n, value });
    const figures = [figure('support.en.emotion', 56.9), figure('ece.en.emotion', 6.2), figure('bias.all', 3.9)];
    expect(regressions(figures, stored)).toEqual([
      'support.en.emotion was 60, now it is 56.9',
      'ece.en.emotion was 3, now it is 6.2',
      'support.en.flags was 50, now it is not measured',
    ]);
    expect(regressions(figures, {})).toHaveLength(1);
    // Three of twenty messages are 15 points.
    expect(regressions([figure('support.fr.emotion', 46, 20)], { 'support.fr.emotion': 60 })).toEqual([]);
    expect(regressions([figure('support.fr.emotion', 44, 20)], { 'support.fr.emotion': 60 })).toHaveLength(1);
  });

  it('are looked for in the card of the model that reads the language', () => {
    expect(cardOf('support.en.emotion')).toBe('signals-en');
    expect(cardOf('support.ar.emotion')).toBe('signals-multilingual');
    expect(cardOf('umsab.mean')).toBe('signals-en');
    expect(cardOf('umsab.de')).toBe('signals-multilingual');
  });
});
