import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../lib/core/signals';
import { currentModel, multilingualModel } from '../../lib/models/catalogue';
import { detectLanguage, isSureLanguage, weighLanguage } from '../../lib/signals/language';
import type { Command } from '../command';
import { readFlags, requireFlag } from '../flags';
import {
  type LanguageCase,
  type LanguagePart,
  readSupportCases,
  readXsidCases,
  toFragments,
  toMixtures,
  toReplies,
} from '../language-sets';
import { type Example, expectedCalibrationError, fitLogistic, type Judged } from '../logistic';
import { round } from '../numbers';

const list: readonly string[] = [...currentModel.languages, ...multilingualModel.languages];
const features = ['score', 'margin', 'lead', 'words', 'chat', 'foreign', ...list];
const fitFile = fileURLToPath(new URL('../../lib/signals/language-fit.json', import.meta.url));

/** Right among those let through, on the fitting part: above it labels may be read. */
const targetPrecision = 0.985;

type Sets = { support: string; root: string };

function readCases({ support, root }: Sets, part: LanguagePart): LanguageCase[] {
  const messages = readSupportCases(support, part);
  const fragments = toFragments(messages);
  return [
    ...messages,
    ...fragments,
    ...(part === 'test' ? toReplies(fragments) : []),
    ...toMixtures(messages),
    ...readXsidCases(root, part),
  ];
}

/** Examples whose best guess is in the list: only there does the confidence decide about labels. */
function toExamples(cases: readonly LanguageCase[]): Example[] {
  return cases.flatMap(({ set, text, right }) => {
    const evidence = /^(dialect|two)/.test(set) ? undefined : weighLanguage(text);
    if (!evidence || !list.includes(evidence.code)) return [];
    return [{ features: evidence.features, label: right.includes(evidence.code) ? 1 : 0 }];
  });
}

/** The lowest threshold, in steps of a hundredth, with the precision that is asked for. */
function lowestThreshold(judged: readonly Judged[]): number {
  for (let step = 50; step < 99; step++) {
    const shown = judged.filter(({ confidence }) => confidence >= step / 100);
    if (shown.filter(({ isRight }) => isRight).length / shown.length >= targetPrecision) return step / 100;
  }
  return 0.99;
}

function fitGate(sets: Sets) {
  const examples = toExamples(readCases(sets, 'fit'));
  const model = fitLogistic(examples, features, 1e-4);
  const judged = examples.map((example) => {
    const sum = features.reduce(
      (all, name) => all + (model.weights[name] ?? 0) * (example.features[name] ?? 0),
      model.bias,
    );
    return { confidence: 1 / (1 + Math.exp(-sum)), isRight: example.label === 1 };
  });
  const weights = Object.fromEntries(Object.entries(model.weights).map(([name, weight]) => [name, round(weight)]));
  return { examples: examples.length, weights, bias: round(model.bias), threshold: lowestThreshold(judged) };
}

type Verdict = { one: LanguageCase; language: Language; outcome: 'right' | 'wrong' | 'unsupported' | 'unsure' };

/** Labels in the right language, in a wrong one, none since outside of the list, none since unsure. */
function judge(one: LanguageCase): Verdict {
  const language = detectLanguage(one.text, () => one.conversation);
  if (!isSureLanguage(language)) return { one, language, outcome: 'unsure' };
  if (!list.includes(language.code)) return { one, language, outcome: 'unsupported' };
  return { one, language, outcome: one.right.includes(language.code) ? 'right' : 'wrong' };
}

function countOutcomes(verdicts: readonly Verdict[]) {
  const count = (outcome: Verdict['outcome']) => verdicts.filter((one) => one.outcome === outcome).length;
  return {
    n: verdicts.length,
    right: count('right'),
    wrong: count('wrong'),
    unsupported: count('unsupported'),
    unsure: count('unsure'),
  };
}

/** Precision: of what is let through, the share in its language. Recall: of what is in the list, the share let through as such. */
function summarise(verdicts: readonly Verdict[]) {
  const inside = verdicts.filter(({ one }) => one.right.some((code) => list.includes(code)));
  const guesses = verdicts.filter(({ language }) => list.includes(language.code));
  const { n, right, wrong } = countOutcomes(verdicts);
  const judged = guesses.map(({ one, language }) => ({
    confidence: language.confidence,
    isRight: one.right.includes(language.code),
  }));
  return {
    n,
    precision: round(right / (right + wrong)),
    recall: round(right / inside.length),
    ece: round(expectedCalibrationError(judged)),
  };
}

const groups: [name: string, pattern: RegExp][] = [
  ['messages of the list beside utterances of other languages', /^(support|xsid (?!ar|de|en))/],
  ['the same and utterances of the list', /^(support|xsid)/],
  ['fragments', /^fragment [a-z]{2}$/],
  ['fragments in a conversation', /^fragment in/],
];

/** `languages`: how well the gate before the heads knows languages, on support messages and on xSID. */
export const languages: Command = {
  help: 'languages --public folder [--support training/data/support] [--fit yes]    what the language gate lets through, a line a set; --fit chooses its numbers anew',
  async run(args, { output }) {
    const flags = readFlags(args, ['--public', '--support', '--fit']);
    const sets = { root: requireFlag(flags, '--public'), support: flags.get('--support') ?? 'training/data/support' };
    if (flags.has('--fit')) {
      const fitted = fitGate(sets);
      writeFileSync(fitFile, `${JSON.stringify(fitted, null, 2)}\n`);
      output.write(`${JSON.stringify(fitted)}\n`);
      return 0;
    }
    const verdicts = readCases(sets, 'test').map(judge);
    for (const set of new Set(verdicts.map(({ one }) => one.set)))
      output.write(`${JSON.stringify({ set, ...countOutcomes(verdicts.filter(({ one }) => one.set === set)) })}\n`);
    for (const [set, pattern] of groups)
      output.write(`${JSON.stringify({ set, ...summarise(verdicts.filter(({ one }) => pattern.test(one.set))) })}\n`);
    return 0;
  },
};
