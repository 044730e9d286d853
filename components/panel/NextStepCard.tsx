import { useState } from 'react';
import type { NextStepSuggestion } from '../../lib/core/suggestion';
import { Bidi } from '../ui/Bidi';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Chip } from '../ui/Chip';
import { classNames } from '../ui/class-names';
import { ProgressBar } from '../ui/ProgressBar';
import { usePanel } from './deps';
import styles from './NextStepCard.module.css';
import type { Compose } from './use-compose';
import type { Ticks } from './use-ticks';

type Step = NextStepSuggestion['steps'][number];

/**
 * The step to take now, given what the conversation shows and what the agent ticked: the suggested one or what comes after it,
 * an earlier one only where nothing else is left. Undefined when all are done.
 */
function currentStep(
  { steps, step: suggested }: NextStepSuggestion,
  isDone: (step: Step) => boolean,
): Step | undefined {
  const place = Math.max(
    0,
    steps.findIndex(({ id }) => id === suggested),
  );
  return [...steps.slice(place), ...steps.slice(0, place)].find((step) => !isDone(step));
}

/** The matching playbook: what is done and by which evidence, what comes now. The agent may tick and untick. */
export function NextStepCard({
  suggestion,
  ticks,
  compose,
}: {
  suggestion: NextStepSuggestion;
  ticks: Ticks;
  compose: Compose;
}) {
  const { strings } = usePanel();
  const { nextStep, labels } = strings;
  const [made, setMade] = useState(() => ticks.read(suggestion.playbook.id));
  const isDone = (step: Step) => made[step.id] ?? step.done;
  const done = suggestion.steps.filter(isDone).length;
  const current = currentStep(suggestion, isDone);
  const progress = nextStep.progress(done, suggestion.steps.length);
  return (
    <Card title={nextStep.heading} icon="steps" aside={<span className={styles.progress}>{progress}</span>}>
      <p className={styles.playbook} dir="auto">
        {suggestion.playbook.title}
      </p>
      <ProgressBar label={progress} value={done / Math.max(1, suggestion.steps.length)} />
      <ol className={styles.steps}>
        {suggestion.steps.map((step) => (
          <StepRow
            key={step.id}
            step={step}
            isDone={isDone(step)}
            isCurrent={step.id === current?.id}
            isByHand={made[step.id] === true && !step.done}
            kind={labels.stepKinds[step.kind as keyof typeof labels.stepKinds] ?? step.kind}
            onTick={(value) => setMade(ticks.tick(suggestion.playbook.id, step.id, value))}
            onSay={(text) =>
              void compose.insert({ text }).then((done) => done && compose.record(suggestion, 'inserted'))
            }
          />
        ))}
      </ol>
      {!current && <p className={styles.finished}>{nextStep.finished}</p>}
    </Card>
  );
}

function StepRow({
  step,
  isDone,
  isCurrent,
  isByHand,
  kind,
  onTick,
  onSay,
}: {
  step: Step;
  isDone: boolean;
  isCurrent: boolean;
  isByHand: boolean;
  kind: string;
  onTick: (value: boolean) => void;
  onSay: (text: string) => void;
}) {
  const { nextStep } = usePanel().strings;
  return (
    <li
      className={classNames(styles.step, isDone && styles.done, isCurrent && styles.current)}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <label className={styles.label}>
        <input
          type="checkbox"
          className={styles.box}
          checked={isDone}
          onChange={(event) => onTick(event.target.checked)}
        />
        <span className={styles.text} dir="auto">
          {step.text}
        </span>
      </label>
      {isCurrent && <Chip tone="accent">{kind}</Chip>}
      {isCurrent && step.say && (
        <div className={styles.say}>
          <p className={styles.words} dir="auto">
            <Bidi text={step.say} />
          </p>
          <Button look="quiet" icon="insert" onClick={() => step.say && onSay(step.say)}>
            {nextStep.say}
          </Button>
        </div>
      )}
      {isDone && (isByHand || step.evidence) && (
        <p className={styles.evidence} dir="auto">
          {isByHand || !step.evidence ? nextStep.byHand : nextStep.seen(step.evidence)}
        </p>
      )}
    </li>
  );
}
