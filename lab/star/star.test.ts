import { describe, expect, it } from 'vitest';
import { createExperience } from './experience';
import { candidateSize, contextSize, readChoice } from './features';
import { fitHead, toSparse } from './head';
import { createChoiceReader, meanScores, readAllDecisions, runFold, scoreLabels } from './next-action';
import { listAmong, listOffered, measurePicks, rankOf, readPicks, remember } from './picks';
import { toPlaybook } from './product';
import { readCharts, readDialogues } from './read';
import { foldsOf, readStar } from './run';
import type { EncodingOf } from './state';
import { makeFolder } from './testing';
import { prepareWalk } from './walk';

/** Letters counted: alike texts have alike vectors. */
const encodingOf: EncodingOf = (text) => {
  const vector = new Float32Array(26);
  for (const letter of text.toLowerCase().match(/[a-z]/g) ?? []) {
    const at = letter.charCodeAt(0) - 97;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return { vector: vector.map((value) => value / length), logits: { intent: Float32Array.of(-1, 0, 1) } };
};

const read = () => {
  const folder = makeFolder();
  return { charts: readCharts(folder), dialogues: readDialogues(folder) };
};

describe('reading STAR', () => {
  it('tells acts of the agent from conditions, and dialogues by number', () => {
    const { charts: own, dialogues } = read();
    expect([...(own.get('boat_lend')?.conditions ?? [])]).toEqual(['yes_free', 'not_free']);
    expect(dialogues.map(({ id }) => id)).toEqual([6, 7, 8, 9, 10]);
    expect(dialogues.find(({ id }) => id === 7)).toMatchObject({ domain: undefined, task: 'kite_mend', isHappy: true });
  });

  it('gives the happy dialogues as test, the others as validation, fewer with a limit', () => {
    const folder = makeFolder();
    expect(readStar(folder, { part: 'test' }).dialogues).toHaveLength(4);
    expect(readStar(folder, { part: 'test', limit: 1 }).dialogues).toHaveLength(2);
    expect(readStar(folder, { part: 'validation' }).dialogues.map(({ id }) => id)).toEqual([8]);
  });

  it('names the folder or file that is missing', () => {
    expect(() => readCharts('/nowhere')).toThrow('/nowhere/tasks');
    expect(() => readDialogues('/nowhere')).toThrow('/nowhere/dialogues.jsonl');
  });
});

describe('decisions', () => {
  it('are replies picked and queries; what was said before is recognised by its words', () => {
    const set = read();
    const decisions = readAllDecisions(set).filter(({ dialogue }) => dialogue.id === 9);
    expect(decisions.map(({ label }) => label)).toEqual([
      'kite_ask_colour',
      'kite_ask_tear',
      'query_check',
      'kite_mended',
    ]);
    expect(decisions[1]?.state).toMatchObject({ done: ['kite_ask_colour'], isFree: true, last: 'agent' });
    expect(decisions[3]?.state).toMatchObject({
      last: 'result',
      result: { Message: 'mended' },
      queries: ['query_check'],
    });
  });

  it('become rows of the sizes that the head is made for', () => {
    const set = read();
    const chart = set.charts.get('boat_lend');
    const [decision] = readAllDecisions(set).filter(({ dialogue }) => dialogue.task === 'boat_lend');
    if (!chart || !decision) throw new Error('nothing was read');
    const walk = prepareWalk(chart, new Map([['goodbye_1', 'Bye']]));
    const choice = readChoice(decision, walk, encodingOf);
    expect(walk.candidates.map(({ id }) => id)).not.toContain('not_free');
    expect(walk.candidates.at(-1)?.id).toBe('goodbye_1');
    expect(walk.candidates[choice.right]?.id).toBe('ask_name');
    expect(Math.max(...choice.context.places)).toBeLessThan(contextSize);
    for (const { places } of choice.candidates) expect(Math.max(...places)).toBeLessThan(candidateSize);
  });
});

describe('the learnt walk', () => {
  it('chooses in a chart that it never saw', () => {
    const set = read();
    const decisions = readAllDecisions(set);
    const [fold] = [{ name: 'kite', knowsTasks: false }].map((one) => ({
      ...one,
      train: decisions
        .filter(({ dialogue }) => dialogue.task === 'boat_lend')
        .flatMap((decision) => Array(12).fill(decision)),
      test: decisions.filter(({ dialogue }) => dialogue.task === 'kite_mend'),
    }));
    if (!fold) throw new Error('no fold');
    const chosen = runFold(fold, set.charts, createChoiceReader(set.charts, encodingOf));
    const { accuracy } = scoreLabels(
      fold.test.map(({ label }) => label),
      chosen,
    );
    expect(chosen).toHaveLength(8);
    expect(accuracy).toBeGreaterThanOrEqual(50);
  });

  it('never learns from what it is asked about', () => {
    const set = read();
    const decisions = readAllDecisions(set);
    const folds = foldsOf(decisions, set.dialogues);
    const tasks = folds['zero-shot, new task'] ?? [];
    expect(tasks.map(({ name }) => name)).toEqual(['boat_lend', 'kite_mend']);
    for (const { name, train, test } of tasks) {
      expect(train.some(({ dialogue }) => dialogue.task === name)).toBe(false);
      expect(test.every(({ dialogue }) => dialogue.task === name)).toBe(true);
    }
    const [seen] = folds['in distribution'] ?? [];
    expect(new Set(seen?.test.map(({ dialogue }) => dialogue.id))).toEqual(new Set([10]));
    expect(seen?.train.some(({ dialogue }) => dialogue.id === 10)).toBe(false);
  });

  it('learns to tell candidates apart, and the same each time', () => {
    const choices = Array.from({ length: 60 }, (_one, at) => ({
      context: toSparse([1]),
      candidates: [toSparse([at % 2, 0.5]), toSparse([1 - (at % 2), 0.5])],
      right: at % 2 === 0 ? 1 : 0,
    }));
    const options = { hidden: 4, epochs: 150, rate: 0.02, decay: 0, dropout: 0, seed: 3 };
    const sizes = { context: 1, candidate: 2 };
    const [one, other] = [fitHead(choices, sizes, options), fitHead(choices, sizes, options)];
    const [asked] = choices;
    if (!asked) throw new Error('no choice');
    const scores = one(asked);
    expect(scores[1]).toBeGreaterThan((scores[0] ?? 0) + 1);
    expect(other(asked)).toEqual(scores);
    expect(() => fitHead([], sizes, options)).toThrow('nothing to learn');
  });

  it('adds what agents did in the same situation where the task is known', () => {
    const decisions = readAllDecisions(read()).filter(({ dialogue }) => dialogue.task === 'boat_lend');
    const experience = createExperience(decisions);
    const [first] = decisions;
    if (!first) throw new Error('no decision');
    expect(experience(first, 'ask_name')).toBeGreaterThan(experience(first, 'boat_lent'));
  });
});

describe('scores', () => {
  it('weigh F1 by how often a label is right', () => {
    const { f1, ...rest } = scoreLabels(['a', 'a', 'a', 'b'], ['a', 'a', 'b', 'c']);
    expect(f1).toBeCloseTo(60);
    expect(rest).toEqual({ accuracy: 50, n: 4 });
    expect(
      meanScores([
        { f1: 40, accuracy: 50, n: 1 },
        { f1: 60, accuracy: 70, n: 9 },
      ]),
    ).toEqual({ f1: 50, accuracy: 60, n: 10 });
  });
});

describe('reply picks', () => {
  it('lists the offered as templates, and the one sent among others', () => {
    const set = read();
    const picks = readPicks(set.dialogues);
    const [offered] = listOffered(picks, set.charts);
    expect(picks).toHaveLength(15);
    expect(offered?.replies.map(({ label }) => label)).toEqual(['ask_name', 'hello', 'boat_ask_day']);
    const among = listAmong(picks, 5, 1);
    expect(among).toHaveLength(15);
    for (const { pick: own, replies, right } of among) {
      expect(replies[right]?.text).toBe(own.sent);
      expect(replies).toHaveLength(5);
      expect(replies.filter(({ text }) => text === own.sent)).toHaveLength(1);
    }
  });

  it('ranks equals in the middle', () => {
    expect([rankOf([0, 0, 0], 1), rankOf([3, 1, 2], 2), rankOf([1, 1], 0)]).toEqual([2, 2, 2]);
  });

  it('finds replies given in like situations before', () => {
    const { dialogues } = read();
    const picks = readPicks(dialogues);
    const rows = measurePicks('5', listAmong(picks, 5, 1), { memory: remember(picks), encodingOf });
    const mrrOf = (way: string) => rows.find((row) => row.way === way)?.mrr ?? 0;
    expect(rows.map(({ n }) => n)).toEqual([15, 15, 15, 15]);
    expect(mrrOf('with past replies')).toBeGreaterThan(mrrOf('BM25'));
  });
});

describe('the product’s playbook of a chart', () => {
  it('holds the acts along the chart', () => {
    const chart = read().charts.get('kite_mend');
    if (!chart) throw new Error('no chart');
    const { steps } = toPlaybook(chart);
    expect(steps.map(({ id }) => id)).toEqual(['hello', 'kite_ask_colour', 'kite_ask_tear', 'query', 'kite_mended']);
    expect(steps[1]?.kind).toBe('ask');
  });
});
