import { type FewShotSet, type Labelled, readFewShotSets } from '../few-shot-sets';
import type { ScoreContext } from './context';
import { type Figure, percent } from './figures';
import { chooseHead, type FeatureRow, fitHead, logitsOf, readFeatures } from './head-over-encoder';
import { accuracy, argmax } from './metrics';
import { rejectingThreshold, type ScopeGuess, scopeScores, separation } from './out-of-scope';
import type { LabelledText, Parts } from './public-sets';

const penalties = [0.001, 0.01, 0.05];
/** Share of the validation messages in scope that the threshold turns away, as for the frozen floor. */
const turnedAway = 0.03;

const truthOf = (rows: readonly FeatureRow[]) => rows.map(({ labels }) => labels[0] ?? 0);
const quality = (logits: Float32Array[], rows: readonly FeatureRow[]) => accuracy(truthOf(rows), logits.map(argmax));

function numbered(rows: readonly Labelled[], intents: readonly string[]): LabelledText[] {
  return rows.map(({ text, intent }) => ({ text, labels: [intents.indexOf(intent)] }));
}

function findSet(root: string, name: string): { validation: FewShotSet; test: FewShotSet; intents: string[] } {
  const of = (part: 'validation' | 'test') => readFewShotSets(root, part).find((set) => set.name === name);
  const [validation, test] = [of('validation'), of('test')];
  if (!validation || !test) throw new Error(`no set ${name}`);
  return { validation, test, intents: [...new Set(test.train.map(({ intent }) => intent))].sort() };
}

/** BANKING77 with all training rows: the penalty is chosen on every fifth of them, then all are fitted. */
export async function scoreBankingFull(context: ScoreContext, root: string): Promise<Figure[]> {
  context.say('BANKING77, all training rows');
  const { validation, test, intents } = findSet(root, 'BANKING77');
  const parts: Parts<LabelledText> = {
    train: numbered(validation.train, intents),
    validation: numbered(validation.asked, intents),
    test: numbered(test.asked, intents),
  };
  const rows = await readFeatures(context.models.english, parts);
  const options = { classes: intents.length, link: 'softmax' } as const;
  const { penalty } = chooseHead(rows, penalties, { ...options, epochs: 10 }, quality);
  const head = fitHead([...rows.train, ...rows.validation], penalty, options);
  const value = percent(quality(logitsOf(head, rows.test), rows.test));
  return [{ id: 'banking77.full', value, n: rows.test.length, note: 'head fitted over the shipped encoder' }];
}

/** Ways to tell from the logits how sure the classifier is that a message is in scope. */
const confidences: Record<string, (logits: Float32Array) => number> = {
  'highest logit': (logits) => Math.max(...logits),
  'highest probability': (logits) => -logSum(logits) + Math.max(...logits),
  energy: logSum,
};

function logSum(logits: Float32Array): number {
  const top = Math.max(...logits);
  return top + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - top), 0));
}

/** The confidence that best tells validation messages in scope from foreign ones. */
function chooseConfidence(own: readonly Float32Array[], foreign: readonly Float32Array[]): string {
  const names = Object.keys(confidences);
  const scores = names.map((name) => {
    const of = confidences[name] ?? logSum;
    return separation(own.map(of), foreign.map(of));
  });
  return names[scores.indexOf(Math.max(...scores))] ?? 'energy';
}

/** CLINC150 with all training rows: in-scope accuracy and out-of-scope recall at one threshold chosen on validation. */
export async function scoreClincFull(context: ScoreContext, root: string): Promise<Figure[]> {
  context.say('CLINC150, all training rows');
  const { validation, test, intents } = findSet(root, 'CLINC150');
  const { english } = context.models;
  const rows = await readFeatures(english, {
    train: numbered(test.train, intents),
    validation: numbered(validation.asked, intents),
    test: numbered(test.asked, intents),
  });
  const unlabelled = (texts: readonly string[]) => texts.map((text) => ({ text, labels: [] }));
  const parts = { train: [], validation: unlabelled(validation.foreign), test: unlabelled(test.foreign) };
  const foreign = await readFeatures(english, parts);
  const { head } = chooseHead(rows, penalties, { classes: intents.length, link: 'softmax', epochs: 12 }, quality);
  const logits = { own: logitsOf(head, rows.validation), foreign: logitsOf(head, foreign.validation) };
  const name = chooseConfidence(logits.own, logits.foreign);
  const confidence = confidences[name] ?? logSum;
  const guesses = (part: readonly FeatureRow[]): ScopeGuess[] =>
    logitsOf(head, part).map((row, at) => ({
      confidence: confidence(row),
      isRight: argmax(row) === part[at]?.labels[0],
    }));
  const threshold = rejectingThreshold(guesses(rows.validation), turnedAway);
  const own = guesses(rows.test);
  const others = logitsOf(head, foreign.test).map(confidence);
  const { accuracy: share, recall } = scopeScores(own, others, threshold);
  const note = `threshold on ${name} that turns away ${percent(turnedAway)} % of the validation part; without: ${percent(scopeScores(own, others, Number.NEGATIVE_INFINITY).accuracy)}`;
  return [
    { id: 'clinc150.inScope', value: percent(share), n: own.length, note },
    { id: 'clinc150.oosRecall', value: percent(recall), n: others.length, note: 'at the same threshold' },
  ];
}
