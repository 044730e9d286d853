import { currentModel } from '../../lib/models/catalogue';
import { createProgress } from '../progress';
import { openScoreModel, type ScoreModel, shippedModels, toEncoder } from '../score/models';
import { fixedTexts } from './features';
import {
  createChoiceReader,
  domainOf,
  domains,
  type Fold,
  meanScores,
  readAllDecisions,
  runFold,
  type Scores,
  type StarSet,
  scoreLabels,
} from './next-action';
import { listAmong, listOffered, measurePicks, type PickRow, readPicks, remember } from './picks';
import { openPlaybooks, proposeStep, toPlaybook } from './product';
import { readCharts, readDialogues, type StarDialogue } from './read';
import { statusText } from './said';
import type { Decision, EncodingOf } from './state';

/**
 * `test`: the happy dialogues of one task, as published; `validation`: the unhappy ones, on which settings were chosen.
 * `limit`: dialogues of each task, for a quick look.
 */
type StarOptions = { part: 'test' | 'validation'; limit?: number | undefined };

/** Charts and the dialogues of the part, oldest first. */
export function readStar(folder: string, { part, limit }: StarOptions): StarSet {
  const counts = new Map<string, number>();
  const isWanted = ({ task, isHappy, isMultiTask }: StarDialogue): boolean => {
    if (isMultiTask || isHappy !== (part === 'test')) return false;
    const count = (counts.get(task) ?? 0) + 1;
    counts.set(task, count);
    return limit === undefined || count <= limit;
  };
  return { charts: readCharts(folder), dialogues: readDialogues(folder).filter(isWanted) };
}

/** The shipped English encoder, its encodings kept on disk. */
export function openStarModel(signal: AbortSignal): ScoreModel {
  return openScoreModel(currentModel, { root: shippedModels, precision: 'q8', signal });
}

/** Encodes every text that the set's measures read. */
export async function encodeStar({ charts, dialogues }: StarSet, model: ScoreModel): Promise<EncodingOf> {
  const texts = new Set(fixedTexts);
  for (const { texts: nodes } of charts.values()) for (const text of nodes.values()) texts.add(text);
  for (const event of dialogues.flatMap(({ events }) => events)) {
    if (event.kind === 'customer' || event.kind === 'agent') texts.add(event.text);
    if (event.kind === 'agent' && event.label !== undefined)
      texts.add(event.label.replace(/_\d+$/, '').replaceAll('_', ' '));
    if (event.kind === 'result') texts.add(statusText(event.item));
  }
  const known = new Map<string, Awaited<ReturnType<ScoreModel['encode']>>>();
  const progress = createProgress(texts.size);
  try {
    for (const text of texts) {
      if (text.trim() !== '') known.set(text, await model.encode(text));
      progress.step();
    }
  } finally {
    model.save();
    progress.end();
  }
  return (text) => {
    const encoding = known.get(text);
    if (!encoding) throw new Error(`not encoded: ${text}`);
    return encoding;
  };
}

/** The first 80 % of the dialogues by number, and the others. */
function splitInTime(dialogues: readonly StarDialogue[]): { train: StarDialogue[]; test: StarDialogue[] } {
  const at = Math.floor(dialogues.length * 0.8);
  return { train: dialogues.slice(0, at), test: dialogues.slice(at) };
}

/** Folds of the three published experiments. What is held out is held out whole, also where a dialogue lacks its domain's name. */
export function foldsOf(decisions: readonly Decision[], dialogues: readonly StarDialogue[]): Record<string, Fold[]> {
  const late = new Set(splitInTime(dialogues).test);
  const tasks = [...new Set(dialogues.map(({ task }) => task))].sort();
  const known = decisions.filter(({ dialogue }) => dialogue.domain !== undefined);
  const byDomain = domains.map((name) => ({
    name,
    train: decisions.filter(({ dialogue }) => domainOf(dialogue.task) !== name),
    test: known.filter(({ dialogue }) => dialogue.domain === name),
    knowsTasks: false,
  }));
  const byTask = tasks.map((name) => ({
    name,
    train: decisions.filter(({ dialogue }) => dialogue.task !== name),
    test: decisions.filter(({ dialogue }) => dialogue.task === name),
    knowsTasks: false,
  }));
  const inDistribution = {
    name: 'all tasks',
    train: decisions.filter(({ dialogue }) => !late.has(dialogue)),
    test: decisions.filter(({ dialogue }) => late.has(dialogue)),
    knowsTasks: true,
  };
  const usable = (folds: Fold[]) => folds.filter(({ train, test }) => train.length > 0 && test.length > 0);
  return {
    'zero-shot, new domain': usable(byDomain),
    'zero-shot, new task': usable(byTask),
    'in distribution': usable([inDistribution]),
  };
}

export type NextRow = { experiment: string; way: string; scores: Scores; folds: { name: string; scores: Scores }[] };

type NextParts = { set: StarSet; encodingOf: EncodingOf; model: ScoreModel; say: (line: string) => void };

const truthOf = ({ test }: Fold) => test.map(({ label }) => label);
const toRow = (experiment: string, way: string, folds: { name: string; scores: Scores }[]): NextRow => ({
  experiment,
  way,
  folds,
  scores: meanScores(folds.map(({ scores }) => scores)),
});

/** Next agent action by experiment: the chart alone, the product's next step as it is, and the learnt walk along the chart. */
export async function measureNext(
  { set, encodingOf, model, say }: NextParts,
  wanted: readonly string[],
): Promise<NextRow[]> {
  const decisions = readAllDecisions(set);
  const readAs = createChoiceReader(set.charts, encodingOf);
  const deps = await openPlaybooks(toEncoder(model, 'without tokens'));
  const playbooks = new Map([...set.charts].map(([task, chart]) => [task, toPlaybook(chart)]));
  const proposed = new Map<Decision, string>();
  const propose = async (decision: Decision): Promise<string> => {
    const playbook = playbooks.get(decision.dialogue.task);
    const step = proposed.get(decision) ?? (playbook ? await proposeStep(decision, playbook, deps) : '');
    proposed.set(decision, step);
    return step;
  };
  const follow = ({ dialogue, state }: Decision) =>
    set.charts.get(dialogue.task)?.next.get(state.done.at(-1) ?? '') ?? (state.done.length === 0 ? 'hello' : '');
  const rows: NextRow[] = [];
  for (const [experiment, folds] of Object.entries(foldsOf(decisions, set.dialogues))) {
    if (!wanted.includes(experiment)) continue;
    const ways: Record<string, { name: string; scores: Scores }[]> = { chart: [], product: [], walk: [] };
    for (const fold of folds) {
      say(`${experiment}: ${fold.name}, ${fold.test.length} decisions`);
      const truth = truthOf(fold);
      const steps: string[] = [];
      for (const decision of fold.test) steps.push(await propose(decision));
      ways.chart?.push({ name: fold.name, scores: scoreLabels(truth, fold.test.map(follow)) });
      ways.product?.push({ name: fold.name, scores: scoreLabels(truth, steps) });
      ways.walk?.push({ name: fold.name, scores: scoreLabels(truth, runFold(fold, set.charts, readAs)) });
    }
    rows.push(
      toRow(experiment, 'successor in the chart', ways.chart ?? []),
      toRow(experiment, 'the product’s next step as it is', ways.product ?? []),
      toRow(experiment, 'learnt walk along the chart', ways.walk ?? []),
    );
  }
  model.save();
  return rows;
}

/** Reply picks of the last 20 % of dialogues: among the offered, and among 100 as sent; the first 80 % are the past. */
export function measureStarPicks({ charts, dialogues }: StarSet, encodingOf: EncodingOf): PickRow[] {
  const { train, test } = splitInTime(dialogues);
  const memory = remember(readPicks(train));
  const picks = readPicks(test);
  const lists = { offered: listOffered(picks, charts), '100': listAmong(picks, 100, 1) };
  const progress = createProgress(lists.offered.length + lists[100].length);
  const options = { memory, encodingOf, onList: progress.step };
  const rows = Object.entries(lists).flatMap(([among, own]) => measurePicks(among, own, options));
  progress.end();
  return rows.sort((a, b) => Number(a.among === '100') - Number(b.among === '100'));
}
