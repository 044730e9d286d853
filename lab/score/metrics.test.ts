import { describe, expect, it } from 'vitest';
import { expectedCalibrationError } from '../logistic';
import { accuracy, argmax, bestF1, macroF1, macroF1OfSets, macroRecall, microF1, topAccuracy } from './metrics';
import { rejectingThreshold, scopeScores, separation } from './out-of-scope';
import { riskCoverage } from './risk-coverage';

describe('scores of one label a message', () => {
  // Label 0: 2 hits of 3, 1 false; label 1: 1 hit of 2, 1 false; label 2: 1 of 1; F1 2/3, 1/2, 1; one label predicted that never occurs.
  const truth = [0, 0, 0, 1, 1, 2];
  const predicted = [0, 0, 1, 0, 1, 2];

  it('are those computed by hand', () => {
    expect(accuracy(truth, predicted)).toBeCloseTo(4 / 6);
    expect(macroF1(truth, predicted)).toBeCloseTo((4 / 6 + 2 / 4 + 1) / 3);
    expect(macroRecall(truth, predicted)).toBeCloseTo((2 / 3 + 1 / 2 + 1) / 3);
  });

  it('count only labels that occur, and a label that is never found as zero', () => {
    expect(macroF1([0, 0], [0, 3])).toBeCloseTo(2 / 3);
    expect(macroF1([0, 1], [0, 0])).toBeCloseTo((2 / 3 + 0) / 2);
  });

  it('find the right label among the first few', () => {
    const scores = [
      [0.5, 0.3, 0.2],
      [0.5, 0.3, 0.2],
      [0.1, 0.2, 0.7],
    ];
    expect(topAccuracy([0, 2, 1], scores, 1)).toBeCloseTo(1 / 3);
    expect(topAccuracy([0, 2, 1], scores, 2)).toBeCloseTo(2 / 3);
    expect(argmax([0.1, 0.7, 0.7])).toBe(1);
  });
});

describe('scores of several labels a message', () => {
  const truth = [[0, 1], [1], []];
  const predicted = [[0], [0, 1], [1]];

  it('are those computed by hand', () => {
    // Pairs: 2 hits, 3 true, 4 predicted. Label 0: 1 hit, 1, 2; label 1: 1 hit, 2, 2; label 2 neither occurs nor is given.
    expect(microF1(truth, predicted, 3)).toBeCloseTo(4 / 7);
    expect(macroF1OfSets(truth, predicted, 3)).toBeCloseTo((2 / 3 + 2 / 4 + 0) / 3);
  });

  it('choose the threshold with the highest F1', () => {
    // At 0.9: 2/3; at 0.7: 1/2; at 0.6: 4/5; at 0.1: 4/6.
    const { threshold, f1 } = bestF1([0.9, 0.7, 0.6, 0.1], [true, false, true, false]);
    expect(threshold).toBe(0.6);
    expect(f1).toBeCloseTo(4 / 5);
    expect(bestF1([0.2, 0.4], [false, false])).toEqual({ threshold: Number.POSITIVE_INFINITY, f1: 0 });
  });

  it('never part messages that are equally sure', () => {
    expect(bestF1([0.5, 0.5, 0.1], [true, false, false])).toEqual({ threshold: 0.5, f1: 2 / 3 });
  });
});

describe('calibration', () => {
  it('has the error computed by hand', () => {
    // Bin 0.9: two of three right, mean confidence 0.95; bin 0.5: one, right, at 0.55.
    const judged = [
      { confidence: 0.95, isRight: true },
      { confidence: 0.95, isRight: true },
      { confidence: 0.95, isRight: false },
      { confidence: 0.55, isRight: true },
    ];
    expect(expectedCalibrationError(judged)).toBeCloseTo(0.75 * Math.abs(0.95 - 2 / 3) + 0.25 * 0.45);
  });

  it('has the risk–coverage curve computed by hand', () => {
    // Surest first: right, right, wrong, right: risks 0, 0, 1/3, 1/4.
    const judged = [
      { confidence: 0.9, isRight: true },
      { confidence: 0.5, isRight: true },
      { confidence: 0.8, isRight: true },
      { confidence: 0.6, isRight: false },
    ];
    const { area, coverageAtRisk, curve, n } = riskCoverage(judged);
    expect(n).toBe(4);
    expect(area).toBeCloseTo((0 + 0 + 1 / 3 + 1 / 4) / 4);
    expect(coverageAtRisk).toEqual({ '0.05': 0.5, '0.1': 0.5, '0.2': 0.5 });
    expect(curve[4]).toBe(0);
    expect(curve.at(-1)).toBeCloseTo(1 / 4);
  });

  it('gives equally sure messages one risk, whatever their order', () => {
    const judged = [true, false].map((isRight) => ({ confidence: 0.7, isRight }));
    expect(riskCoverage(judged)).toMatchObject({ area: 0.5, coverageAtRisk: { '0.2': 0 } });
    expect(riskCoverage([...judged].reverse()).area).toBe(0.5);
  });
});

describe('out of scope', () => {
  const own = [0.2, 0.5, 0.7, 0.8].map((confidence) => ({ confidence, isRight: confidence !== 0.7 }));

  it('turns away the wanted share of messages in scope', () => {
    expect(rejectingThreshold(own, 0.25)).toBe(0.5);
    expect(rejectingThreshold(own, 0)).toBe(0.2);
  });

  it('counts a message turned away as wrong', () => {
    expect(scopeScores(own, [0.1, 0.4, 0.6], 0.5)).toEqual({ accuracy: 0.5, recall: 2 / 3 });
  });

  it('measures how well the confidence parts both kinds', () => {
    expect(separation([0.8, 0.9], [0.1, 0.2])).toBe(1);
    // Pairs won: 0.5 over 0.1, half of 0.5 against 0.5, 0.9 over both: 3.5 of 4.
    expect(separation([0.5, 0.9], [0.1, 0.5])).toBe(3.5 / 4);
  });
});
