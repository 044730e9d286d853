import {
  type ChoiceModel,
  type Choices,
  type PlaybookChoice,
  playbookNames,
  toChances,
} from '../lib/suggestions/next-step/choose';
import { type Choice, fitConditionalLogit, foldOf } from './conditional-logit';
import { chooseThreshold, expectedCalibrationError, type Judged, precisionAt } from './logistic';
import { round } from './numbers';
import { choiceWays, type PlaybookCase } from './playbook-cases';

/** Precision wanted among the playbooks shown. */
const wantedPrecision = 0.75;
const folds = 8;
const penalty = 0.002;
const noneNames = ['none', 'answered'] as const;

type Known = { desk: string; right: number | null; choice: PlaybookChoice };

const casesOf = (cases: readonly PlaybookCase[], way: keyof Choices): Known[] =>
  cases.flatMap(({ desk, right, found }) => {
    const choice = found[way];
    return choice?.by === way ? [{ desk, right, choice }] : [];
  });

/** Mean and deviation of a feature over all playbooks of all messages: the penalty is to weigh all alike. */
function readScale(known: readonly Known[], name: (typeof playbookNames)[number]) {
  const values = known.flatMap(({ choice }) => choice.playbooks.map((features) => features[name]));
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { name, mean, deviation: Math.sqrt(squares / Math.max(1, values.length)) || 1 };
}

/** Weights for features as they are, playbooks and none competing. */
function fitWeights(known: readonly Known[]): Record<string, number> {
  const scales = playbookNames.map((name) => readScale(known, name));
  const questions = known.map(
    ({ right, choice }): Choice => [
      ...choice.playbooks.map((features, at) => ({
        features: Object.fromEntries(
          scales.map(({ name, mean, deviation }) => [name, (features[name] - mean) / deviation]),
        ),
        wanted: Number(at === right),
      })),
      { features: choice.none, wanted: Number(right === null) },
    ],
  );
  const fitted = fitConditionalLogit(questions, [...playbookNames, ...noneNames], penalty);
  const own = scales.map(({ name, deviation }) => [name, (fitted[name] ?? 0) / deviation] as const);
  const shift = scales.reduce((sum, { mean }, at) => sum + mean * (own[at]?.[1] ?? 0), 0);
  const weights = [...own, ['none', (fitted.none ?? 0) + shift] as const, ['answered', fitted.answered ?? 0] as const];
  return Object.fromEntries(
    weights.map(([name, weight]) => [name, round(weight)]).filter(([, weight]) => weight !== 0),
  );
}

/** The playbook put first in each case, with its chance. */
function judge({ right, choice }: Known, weights: Record<string, number>): Judged & { desk?: string } {
  const chances = toChances(choice, { weights, threshold: 0 });
  const confidence = Math.max(0, ...chances);
  return { confidence, isRight: chances.indexOf(confidence) === right };
}

type JudgedCase = Judged & { desk: string; hasRight: boolean };

/** Each case judged by weights fitted on the other folds. */
function crossJudge(known: readonly Known[]): JudgedCase[] {
  const fitted = Array.from({ length: folds }, (_value, fold) =>
    fitWeights(known.filter((_one, at) => foldOf(at, folds) !== fold)),
  );
  return known.map((one, at) => ({
    ...judge(one, fitted[foldOf(at, folds)] ?? {}),
    desk: one.desk,
    hasRight: one.right !== null,
  }));
}

function fitWay(cases: readonly PlaybookCase[], way: keyof Choices): ChoiceModel {
  const known = casesOf(cases, way);
  return { weights: fitWeights(known), threshold: chooseThreshold(crossJudge(known), wantedPrecision) };
}

/** The weights of both ways; each threshold is chosen on cases that the weights judging them were not fitted on. */
export const fitPlaybooks = (cases: readonly PlaybookCase[]): Choices => ({
  linked: fitWay(cases, 'linked'),
  alone: fitWay(cases, 'alone'),
});

/** `first`: share of cases with a right playbook that put it first; `shown`: among those, the share that shows it. */
function report(judged: readonly JudgedCase[], threshold: number) {
  const told = judged.filter(({ hasRight }) => hasRight);
  const share = (is: (one: JudgedCase) => boolean) => round(told.filter(is).length / Math.max(1, told.length));
  const { precision, coverage } = precisionAt(judged, threshold);
  return {
    cases: judged.length,
    withPlaybook: told.length,
    first: share(({ isRight }) => isRight),
    shown: share(({ isRight, confidence }) => isRight && confidence >= threshold),
    precision: round(precision),
    coverage: round(coverage),
    ece: round(expectedCalibrationError(judged)),
  };
}

/** Figures of one desk's cases, by weights that were fitted without each of them. */
export function crossMeasure(cases: readonly PlaybookCase[], desk: string, choices: Choices) {
  return Object.fromEntries(
    choiceWays.map((way) => [
      way,
      report(
        crossJudge(casesOf(cases, way)).filter((one) => one.desk === desk),
        choices[way].threshold,
      ),
    ]),
  );
}

/** Figures of cases that were not fitted on. */
export function measurePlaybooks(cases: readonly PlaybookCase[], choices: Choices) {
  return Object.fromEntries(
    choiceWays.map((way) => [
      way,
      report(
        casesOf(cases, way).map((one) => ({
          ...judge(one, choices[way].weights),
          desk: one.desk,
          hasRight: one.right !== null,
        })),
        choices[way].threshold,
      ),
    ]),
  );
}
