import { defaultSettings } from '../lib/core/settings';
import { nextStepOf, placeNames } from '../lib/suggestions/next-step/place';
import { type Progress, readProgress } from '../lib/suggestions/next-step/progress';
import { readContext } from '../lib/suggestions/suggest';
import { type Choice, fitConditionalLogit, foldOf } from './conditional-logit';
import { type Desk, openDesk } from './desk';
import type { DeskConversation } from './desk-conversations';
import type { LabModel } from './model';
import { round } from './numbers';
import { openReader } from './reader';

const folds = 8;
const penalty = 0.002;

/** One labelled conversation with the right playbook: the steps as read, the id of the next one; whether an agent wrote. */
export type StepCase = { progress: Progress; right: string; isAnswered: boolean };

/** Reads conversations whose playbook and step are labelled; `onDone` is called after each. */
export async function readStepCases(
  { desk, conversations }: { desk: Desk; conversations: readonly DeskConversation[] },
  model: LabModel,
  onDone: () => void,
): Promise<StepCase[]> {
  const deps = await openDesk(desk, model.encoder);
  const reader = openReader(model);
  const cases: StepCase[] = [];
  for (const { ticket, playbook, step } of conversations) {
    const labelled = desk.playbooks.find(({ id }) => id === playbook);
    if (labelled && step !== null) {
      const signals = await reader.read(ticket, 'all');
      const context = await readContext({ ticket, signals, settings: defaultSettings, alternative: 0 }, deps);
      const isAnswered = ticket.messages.some(({ role }) => role === 'agent' || role === 'note');
      cases.push({ progress: await readProgress(labelled, context), right: step, isAnswered });
    }
    onDone();
  }
  return cases;
}

/** Weights of `placeNames`. */
export function fitSteps(cases: readonly StepCase[]): Record<string, number> {
  const choices = cases.map(
    ({ progress, right }): Choice =>
      progress.places.map((features, at) => ({ features, wanted: Number(progress.steps[at]?.id === right) })),
  );
  const fitted = fitConditionalLogit(choices, placeNames, penalty);
  return Object.fromEntries(Object.entries(fitted).map(([name, weight]) => [name, round(weight)]));
}

/** Shares of cases whose step is found by weights fitted on the other folds: of all, of those that an agent has written in. */
export function measureSteps(cases: readonly StepCase[]) {
  const fitted = Array.from({ length: folds }, (_value, fold) =>
    fitSteps(cases.filter((_one, at) => foldOf(at, folds) !== fold)),
  );
  const judged = cases.map(({ progress, right, isAnswered }, at) => ({
    isAnswered,
    isRight: nextStepOf(progress, fitted[foldOf(at, folds)])?.id === right,
  }));
  const share = (part: typeof judged) => round(part.filter(({ isRight }) => isRight).length / Math.max(1, part.length));
  return { cases: cases.length, right: share(judged), answered: share(judged.filter((one) => one.isAnswered)) };
}
