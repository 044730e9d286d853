import { currentModel } from '../../lib/models/catalogue';
import type { Calibration, Model } from '../../lib/suggestions/calibration';
import type { FoundBy } from '../../lib/suggestions/order';
import { featureNames, score } from '../../lib/suggestions/rank';
import { macroPreference } from '../../lib/suggestions/reply/order';
import { type CandidateList, type JudgedCase, type LibrarySize, readCases } from '../calibration-cases';
import type { Command } from '../command';
import { runFit } from '../fit-run';
import type { OrderedKind } from '../labelled';
import { chooseThreshold, expectedCalibrationError, fitLogistic, type Judged, precisionAt, rescale } from '../logistic';
import { round } from '../numbers';

/** Precision wanted among what is shown on the help centres fitted on, of which one is hard; others have a little less. */
const wanted = { reply: 0.76, article: 0.76 };
/** What each way to find has not to be sure by. */
const absent: Record<FoundBy, readonly string[]> = {
  matched: [],
  meaning: ['match', 'lead'],
  words: ['match', 'lead', 'cosine'],
};
/** What means little where there are few others. */
const againstOthers = ['lead', 'order', 'share'];

/** Fitted on all candidates, then scaled on those put first, whose confidence is what people see. */
function fitModel(lists: CandidateList[], features: readonly string[]): Model {
  const scaled = rescale(
    fitLogistic(lists.flat(), features),
    lists.flatMap((candidates) => candidates.slice(0, 1)),
  );
  const weights = Object.entries(scaled.weights).map(([name, weight]) => [name, round(weight)] as const);
  return { weights: Object.fromEntries(weights), bias: round(scaled.bias) };
}

const listsOf = (cases: JudgedCase[], way: FoundBy, kind: OrderedKind): CandidateList[] =>
  cases.map(({ found }) => found[way][kind]);

function fitWays(cases: JudgedCase[], left: readonly string[]): Calibration['few'] {
  const fitWay = (way: FoundBy) => {
    const names = featureNames.filter((name) => !absent[way].includes(name) && !left.includes(name));
    return {
      macro: fitModel(listsOf(cases, way, 'macro'), names),
      article: fitModel(listsOf(cases, way, 'article'), names),
    };
  };
  return { meaning: fitWay('meaning'), words: fitWay('words'), matched: fitWay('matched') };
}

function judgeFirst([best]: CandidateList, model: Model): Judged {
  return { confidence: best ? score(best.features, model) : 0, isRight: best?.label === 1 };
}

/** The source a reply would be drafted from: macros go before articles that are little surer. */
function judgeReply({ found }: JudgedCase, models: Record<OrderedKind, Model>): Judged {
  const a = judgeFirst(found.matched.macro, models.macro);
  const b = judgeFirst(found.matched.article, models.article);
  return a.confidence > 0 && a.confidence + macroPreference >= b.confidence ? a : b;
}

const ofSize = (cases: JudgedCase[], size: LibrarySize) => cases.filter((one) => one.size === size);

function fitAll(cases: JudgedCase[]): Calibration {
  const [whole, lone, tiny] = [ofSize(cases, 'whole'), ofSize(cases, 'lone'), ofSize(cases, 'tiny')];
  const ways = fitWays([...whole, ...lone], []);
  // Precision in whole libraries: in a tiny one most questions have no answer, and few are asked there.
  const articles = listsOf(whole, 'matched', 'article').map((list) => judgeFirst(list, ways.matched.article));
  const article = chooseThreshold(articles, wanted.article);
  const replies = whole.map((one) => judgeReply(one, ways.matched));
  return {
    encoder: `${currentModel.id}@${currentModel.version}`,
    ...ways,
    few: fitWays(tiny, againstOthers),
    thresholds: {
      reply: chooseThreshold(replies, wanted.reply),
      article,
      // No labelled past tickets yet: at least as careful as articles.
      similarTicket: round(Math.min(0.9, article + 0.15)),
    },
  };
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

/** Expected calibration error, precision and coverage of what would be shown, by the size of the library. */
function reportAll(cases: JudgedCase[], calibration: Calibration): object {
  const { thresholds } = calibration;
  const measure = (some: JudgedCase[], { matched, words }: Calibration['few']) => {
    const first = (way: FoundBy, kind: OrderedKind, model: Model) =>
      report(
        listsOf(some, way, kind).map((list) => judgeFirst(list, model)),
        thresholds.article,
      );
    return {
      reply: report(
        some.map((one) => judgeReply(one, matched)),
        thresholds.reply,
      ),
      macro: first('matched', 'macro', matched.macro),
      article: first('matched', 'article', matched.article),
      articleByWords: first('words', 'article', words.article),
    };
  };
  return {
    whole: measure(ofSize(cases, 'whole'), calibration),
    lone: measure(ofSize(cases, 'lone'), calibration),
    tiny: measure(ofSize(cases, 'tiny'), calibration.few),
  };
}

/** `calibrate`: fits the confidence of suggestions and reports it on help centres that were not fitted on. */
export const calibrate: Command = {
  help: 'calibrate --fit name,name --hold name [--data lab/data] [--models FOLDER/] [--write calibration.json]    fits confidence on labelled messages; prints it, then a report a help centre: those fitted on as the others would have it',
  run: (args, { output }) =>
    runFit(args, output, {
      read: readCases,
      fitAll,
      cross: (cases, name) =>
        reportAll(
          cases.filter(({ desk }) => desk === name),
          fitAll(cases.filter(({ desk }) => desk !== name)),
        ),
      measure: reportAll,
    }),
};
