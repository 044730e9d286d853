import type { Playbook } from '../../core/knowledge';
import type { NextStepSuggestion } from '../../core/suggestion';
import { defineSuggestion, type Outcome, type SuggestContext, unsure } from '../define-suggestion';
import { findPlaybook } from './choose';
import { nextStepOf } from './place';
import { readProgress, type StepProgress } from './progress';
import { sayStep } from './say';

function toSuggestion(
  playbook: Playbook,
  steps: StepProgress[],
  step: StepProgress,
  confidence: number,
): NextStepSuggestion {
  return {
    kind: 'next-step',
    id: `next-step|${playbook.id}|${step.id}`,
    confidence,
    sources: [
      { kind: 'playbook', id: playbook.id, title: playbook.title, quote: step.text, start: 0, end: step.text.length },
    ],
    playbook: { id: playbook.id, title: playbook.title },
    steps: steps.map((one) => {
      const say = sayStep(one);
      return say === undefined ? one : { ...one, say };
    }),
    step: step.id,
  };
}

async function suggestNextStep(context: SuggestContext): Promise<Outcome> {
  if (context.turn && context.isResolved) return { silent: 'resolved' };
  const playbooks = (await context.deps.knowledge.listPlaybooks()).filter(({ steps }) => steps.length > 0);
  if (playbooks.length === 0) return { silent: 'no-playbook' };
  if (!context.ticket.messages.some(({ role }) => role === 'customer')) return { silent: 'too-short' };
  const chosen = await findPlaybook(context);
  if (!chosen?.isSure) return unsure(context, chosen?.confidence ?? 0);
  const progress = await readProgress(chosen.playbook, context);
  const { steps } = progress;
  const next = nextStepOf(progress);
  if (!next) return { silent: 'playbook-finished', confidence: chosen.confidence };
  return { items: [toSuggestion(chosen.playbook, steps, next, chosen.confidence)] };
}

export { keepPlaybookVectors } from './kept-vectors';

/** The next step of the playbook that fits, with what is already done ticked off. */
export const nextStep = defineSuggestion({ id: 'next-step', needs: [], suggest: suggestNextStep });
