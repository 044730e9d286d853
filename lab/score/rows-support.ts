import { hideNames } from '../../lib/guard/names/hide-names';
import type { Heads } from '../../lib/signals/read-heads';
import { expectedCalibrationError, type Judged } from '../logistic';
import { encodeAll, type ScoreContext } from './context';
import type { KeptEncoding } from './encoding-file';
import { type Figure, mean, missing, percent } from './figures';
import { frozenFlags, frozenSingle, type VectorRow } from './frozen-heads';
import { headProbabilities, headsOf, readFlags } from './head-output';
import { argmax, macroF1, microF1, topAccuracy } from './metrics';
import { modelOf, type ScoreModel } from './models';
import { type RiskCoverage, riskCoverage } from './risk-coverage';
import { languages } from './support-languages';
import {
  type Head,
  labelsOf,
  readSupport,
  type SingleHead,
  type SupportRow,
  sampleByHash,
  singleHeads,
} from './support-set';

/** Base encoders as they come, with which the frozen column is measured. */
export type FrozenModels = { minilm: ScoreModel; e5: ScoreModel };

/** What the heads give for the test messages of one language. */
type Answers = {
  rows: SupportRow[];
  probabilities: Record<SingleHead, number[][]>;
  flags: number[][];
  shown: number[][];
};

function readAnswers(rows: SupportRow[], encodings: readonly KeptEncoding[], heads: Heads): Answers {
  const flags = encodings.map((encoding) => readFlags(encoding, heads));
  const of = (head: SingleHead) => encodings.map((encoding) => headProbabilities(encoding, heads, head));
  return {
    rows,
    probabilities: {
      sentiment: of('sentiment'),
      emotion: of('emotion'),
      urgency: of('urgency'),
      intents: of('intents'),
    },
    flags: flags.map((row) => row.map(({ probability }) => probability)),
    shown: flags.map((row) => row.flatMap(({ isShown }, flag) => (isShown ? [flag] : []))),
  };
}

/** Scores of one language by name of the figure, as shares. */
function qualities(rows: readonly SupportRow[], scores: (head: SingleHead) => ArrayLike<number>[], flags: number[][]) {
  const truth = (head: SingleHead) => rows.map(({ single }) => single[head]);
  const f1 = (head: SingleHead) => macroF1(truth(head), scores(head).map(argmax));
  return {
    sentiment: f1('sentiment'),
    emotion: f1('emotion'),
    urgency: f1('urgency'),
    intents1: topAccuracy(truth('intents'), scores('intents'), 1),
    intents3: topAccuracy(truth('intents'), scores('intents'), 3),
    flags: microF1(
      rows.map((row) => row.flags),
      flags,
      labelsOf.flags.length,
    ),
  };
}

/** Confidence and rightness of every answer of a head; of the flags, one answer a message and flag. */
function judge({ rows, probabilities, flags }: Answers, head: Head): Judged[] {
  if (head === 'flags')
    return rows.flatMap((row, at) =>
      (flags[at] ?? []).map((value, flag) => ({
        confidence: Math.max(value, 1 - value),
        isRight: value >= 0.5 === row.flags.includes(flag),
      })),
    );
  return rows.map(({ single }, at) => {
    const row = probabilities[head][at] ?? [];
    const best = argmax(row);
    return { confidence: row[best] ?? 0, isRight: best === single[head] };
  });
}

/** Calibration error of a head; of the flags the mean over the flags, each by its own probability. */
function calibrationError(answers: Answers, head: Head): number {
  if (head !== 'flags') return expectedCalibrationError(judge(answers, head));
  const errors = labelsOf.flags.map((_, flag) =>
    expectedCalibrationError(
      answers.rows.map((row, at) => ({
        confidence: answers.flags[at]?.[flag] ?? 0,
        isRight: row.flags.includes(flag),
      })),
    ),
  );
  return mean(errors);
}

/** The answers of several languages as one. */
function join(parts: readonly Answers[]): Answers {
  const of = (head: SingleHead) => parts.flatMap(({ probabilities }) => probabilities[head]);
  return {
    rows: parts.flatMap(({ rows }) => rows),
    probabilities: {
      sentiment: of('sentiment'),
      emotion: of('emotion'),
      urgency: of('urgency'),
      intents: of('intents'),
    },
    flags: parts.flatMap(({ flags }) => flags),
    shown: parts.flatMap(({ shown }) => shown),
  };
}

function errorFigure(language: string, head: Head, answers: Answers | null): Figure {
  const id = `ece.${language}.${head}`;
  return answers
    ? { id, value: percent(calibrationError(answers, head)), n: answers.rows.length }
    : missing(id, 'no heads');
}

async function frozenQualities(frozen: FrozenModels, language: string) {
  const isEnglish = language === 'en';
  const rows = readSupport().filter((row) => !isEnglish || row.language === 'en');
  const model = isEnglish ? frozen.minilm : frozen.e5;
  const texts = rows.map(({ text }) => (isEnglish ? text : `query: ${text}`));
  const encodings = await encodeAll(model, texts);
  const all: VectorRow[] = rows.map((row, at) => ({ row, vector: encodings[at]?.vector ?? new Float32Array() }));
  const of = (split: string) => all.filter(({ row }) => row.split === split);
  const test = of('test').filter(({ row }) => row.language === language);
  const parts = { train: of('train'), validation: of('validation'), test };
  const known = new Map<SingleHead, Float32Array[]>();
  const fitted = (head: SingleHead) => {
    const scores = known.get(head) ?? frozenSingle(parts, head);
    known.set(head, scores);
    return scores;
  };
  return qualities(
    test.map(({ row }) => row),
    fitted,
    frozenFlags(parts),
  );
}

const names = ['sentiment', 'emotion', 'urgency', 'intents1', 'intents3', 'flags'] as const;
const heads: readonly Head[] = [...singleHeads, 'flags'];

async function answersOf(context: ScoreContext, language: string): Promise<Answers | null> {
  const model = modelOf(context.models, language);
  const all = readSupport().filter((row) => row.split === 'test' && row.language === language);
  const rows = sampleByHash(all, ({ text }) => text, context.share);
  const [first] = rows;
  if (!first || !headsOf(model.card, await model.encode(first.text), language)) return null;
  const encodings = await encodeAll(
    model,
    rows.map(({ text }) => hideNames(text)),
  );
  const heads = headsOf(model.card, encodings[0], language);
  return heads && readAnswers(rows, encodings, heads);
}

/** Figures of our own test messages, a language at a time, and how far confidence can be trusted. */
export async function scoreSupport(context: ScoreContext, frozen?: FrozenModels) {
  const figures: Figure[] = [];
  const curves: Record<string, RiskCoverage> = {};
  const known: Answers[] = [];
  for (const language of languages) {
    context.say(`our test messages, ${language}`);
    const answers = await answersOf(context, language);
    const base = frozen ? await frozenQualities(frozen, language) : undefined;
    const own = answers && qualities(answers.rows, (head) => answers.probabilities[head], answers.shown);
    for (const name of names) {
      const id = `support.${language}.${name}`;
      const figure = own ? { id, value: percent(own[name]), n: answers.rows.length } : missing(id, 'no heads');
      figures.push({ ...figure, ...(base ? { frozen: percent(base[name]) } : {}) });
    }
    if (answers) known.push(answers);
    for (const head of heads) {
      figures.push(errorFigure(language, head, answers));
      if (answers) curves[`${language}.${head}`] = riskCoverage(judge(answers, head));
    }
  }
  const all = known.length > 0 ? join(known) : null;
  return { figures: [...figures, ...heads.map((head) => errorFigure('all', head, all))], curves };
}
