import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { currentModel } from '../../lib/models/catalogue';
import type { Calibration, Model } from '../../lib/suggestions/calibration';
import { featureNames, score } from '../../lib/suggestions/rank';
import { macroPreference } from '../../lib/suggestions/reply/order';
import { type CandidateList, type JudgedCase, readCases } from '../calibration-cases';
import type { Command } from '../command';
import { readFlags, requireFlag } from '../flags';
import { chooseThreshold, expectedCalibrationError, fitLogistic, type Judged, precisionAt, rescale } from '../logistic';
import { openModel } from '../model';
import { round } from '../numbers';

const ownData = fileURLToPath(new URL('../data', import.meta.url));
/** Precision wanted among what is shown on the help centres fitted on; others lose about a tenth. */
const wanted = { reply: 0.83, article: 0.8 };

/** The candidate that the model puts first. */
function first(candidates: CandidateList, model: Model): CandidateList {
  return [...candidates].sort((a, b) => score(b.features, model) - score(a.features, model)).slice(0, 1);
}

/** Fitted on all candidates, then scaled on those put first, whose confidence is what people see. */
function fitModel(lists: CandidateList[], names: readonly string[]): Model {
  const model = fitLogistic(lists.flat(), names);
  const scaled = rescale(
    model,
    lists.flatMap((candidates) => first(candidates, model)),
  );
  const weights = Object.entries(scaled.weights).map(([name, weight]) => [name, round(weight)] as const);
  return { weights: Object.fromEntries(weights), bias: round(scaled.bias) };
}

function judgeFirst(lists: CandidateList[], model: Model): Judged[] {
  return lists.map((candidates) => {
    const [best] = first(candidates, model);
    return { confidence: best ? score(best.features, model) : 0, isRight: best?.label === 1 };
  });
}

/** The source a reply would be drafted from: macros go before articles that are little surer. */
function judgeReply(cases: JudgedCase[], models: Calibration['meaning']): Judged[] {
  return cases.map(({ macro, article }) => {
    const [a] = judgeFirst([macro], models.macro);
    const [b] = judgeFirst([article], models.article);
    if (!a || !b) return { confidence: 0, isRight: false };
    return a.confidence + macroPreference >= b.confidence ? a : b;
  });
}

function report(judged: Judged[], threshold: number) {
  const curve = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((at) => {
    const { precision, coverage } = precisionAt(judged, at);
    return { at, precision: round(precision), coverage: round(coverage) };
  });
  const { precision, coverage } = precisionAt(judged, threshold);
  const own = { threshold, precision: round(precision), coverage: round(coverage) };
  return { cases: judged.length, ece: round(expectedCalibrationError(judged)), ...own, curve };
}

/** Share of messages with a right answer whose right answer is among the first `top`. */
function recall(lists: CandidateList[], model: Model, top: number): number {
  const answerable = lists.filter((candidates) => candidates.some(({ label }) => label === 1));
  const found = answerable.filter((candidates) =>
    [...candidates]
      .sort((a, b) => score(b.features, model) - score(a.features, model))
      .slice(0, top)
      .some(({ label }) => label === 1),
  );
  return round(found.length / Math.max(1, answerable.length));
}

/** Whether the second stage had token vectors to read. */
function hasMatches(cases: JudgedCase[]): boolean {
  return cases.some(({ macro, article }) => [...macro, ...article].some(({ features }) => features.match !== 0));
}

function fitAll(cases: JudgedCase[], encoder: string): Calibration {
  const lists = (kind: Exclude<keyof JudgedCase, 'desk'>) => cases.map((one) => one[kind]);
  const withoutMatch = featureNames.filter((name) => !name.startsWith('match'));
  const withoutMeaning = withoutMatch.filter((name) => !name.startsWith('cosine'));
  const meaning = {
    macro: fitModel(lists('macroMeaning'), withoutMatch),
    article: fitModel(lists('articleMeaning'), withoutMatch),
  };
  const matched = hasMatches(cases)
    ? { macro: fitModel(lists('macro'), featureNames), article: fitModel(lists('article'), featureNames) }
    : undefined;
  const surest = matched ?? meaning;
  const words = {
    macro: fitModel(lists('macroWords'), withoutMeaning),
    article: fitModel(lists('articleWords'), withoutMeaning),
  };
  const article = chooseThreshold(judgeFirst(lists('article'), surest.article), wanted.article);
  const thresholds = {
    reply: chooseThreshold(judgeReply(cases, surest), wanted.reply),
    article,
    // No labelled past tickets yet: at least as careful as articles.
    similarTicket: round(Math.min(0.9, article + 0.15)),
  };
  const fitted = matched ? { encoder, meaning, words, matched } : { encoder, meaning, words };
  return { ...fitted, thresholds };
}

function reportAll(cases: JudgedCase[], calibration: Calibration) {
  const { meaning, words, matched, thresholds } = calibration;
  const surest = matched ?? meaning;
  const lists = (kind: Exclude<keyof JudgedCase, 'desk'>) => cases.map((one) => one[kind]);
  return {
    macroRecall: [1, 3].map((top) => recall(lists('macro'), surest.macro, top)),
    articleRecall: [1, 3].map((top) => recall(lists('article'), surest.article, top)),
    withoutTokensArticleRecall: [1, 3].map((top) => recall(lists('articleMeaning'), meaning.article, top)),
    wordsOnlyArticleRecall: [1, 3].map((top) => recall(lists('articleWords'), words.article, top)),
    reply: report(judgeReply(cases, surest), thresholds.reply),
    article: report(judgeFirst(lists('article'), surest.article), thresholds.article),
    withoutTokensArticle: report(judgeFirst(lists('articleMeaning'), meaning.article), thresholds.article),
    wordsOnlyArticle: report(judgeFirst(lists('articleWords'), words.article), thresholds.article),
  };
}

/** `calibrate`: fits the confidence of suggestions and reports it on help centres that were not fitted on. */
export const calibrate: Command = {
  help: 'calibrate --fit name,name --hold name [--data lab/data] [--models FOLDER/] [--write calibration.json]    fits confidence on labelled messages; prints one report a help centre',
  async run(args, { output }) {
    const flags = readFlags(args, ['--fit', '--hold', '--data', '--write', '--models']);
    const data = flags.get('--data') ?? ownData;
    const names = (flag: string) => requireFlag(flags, flag).split(',');
    const model = await openModel({ root: flags.get('--models') });
    const read = async (name: string) => readCases(data, name, model);
    const fitted = (await Promise.all(names('--fit').map(read))).flat();
    const calibration = fitAll(fitted, `${currentModel.id}@${currentModel.version}`);
    output.write(`${JSON.stringify({ fitted: names('--fit'), calibration, ...reportAll(fitted, calibration) })}\n`);
    for (const name of names('--hold')) {
      const held = await read(name);
      output.write(`${JSON.stringify({ heldOut: name, ...reportAll(held, calibration) })}\n`);
    }
    const path = flags.get('--write');
    if (path) writeFileSync(path, `${JSON.stringify(calibration, null, 2)}\n`);
    return 0;
  },
};
