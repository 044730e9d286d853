import { useEffect, useState } from 'react';
import type { NoteSwitch } from '../../lib/core/helpdesk-description';
import { Button, IconButton } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { isOptional, type Pointed, type StepName, sayFailure, stepNames, type TeachDeps } from './deps';
import { Glass } from './Glass';
import { Review } from './Review';
import { Steps } from './Steps';
import { SwitchStep } from './SwitchStep';
import styles from './Teach.module.css';

/** Escape leaves from everywhere, and does nothing in the page then. */
function useEscape(close: () => void): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      close();
    };
    addEventListener('keydown', leave, { capture: true });
    return () => removeEventListener('keydown', leave, { capture: true });
  }, [close]);
}

type Taught = { pointed: Pointed; noteSwitch?: NoteSwitch; skipped: readonly StepName[] };

/** Steps that were taken. */
function takenSteps({ pointed, noteSwitch }: Taught): StepName[] {
  return stepNames.filter((name) => (name === 'switch' ? noteSwitch !== undefined : pointed[name] !== undefined));
}

/** Without what was told in this step. Another box has another switch. */
function without({ pointed, noteSwitch, skipped }: Taught, step: StepName): Taught {
  const isSwitch = step === 'switch' || step === 'editor';
  return {
    pointed: Object.fromEntries(Object.entries(pointed).filter(([name]) => name !== step)),
    ...(noteSwitch && !isSwitch ? { noteSwitch } : {}),
    skipped: skipped.filter((name) => name !== step && !(name === 'switch' && isSwitch)),
  };
}

function useTaught() {
  const [taught, setTaught] = useState<Taught>({ pointed: {}, skipped: [] });
  const [reopened, open] = useState<StepName>();
  const taken = takenSteps(taught);
  const step = reopened ?? stepNames.find((name) => !taken.includes(name) && !taught.skipped.includes(name));
  const next = (name: StepName, change: (rest: Taught) => Taught) => {
    setTaught((before) => change(without(before, name)));
    open(undefined);
  };
  return { ...taught, taken, step, open, next };
}

/** The agent points at the parts of a ticket; Deskside shows what it makes of them and keeps it for this address. */
export function Teach({ deps }: { deps: TeachDeps }) {
  const { strings, learn, close } = deps;
  const { pointed, noteSwitch, taken, step, open, next } = useTaught();
  const [hovered, setHovered] = useState<Element>();
  useEscape(close);
  const skip = (name: StepName) => next(name, (rest) => ({ ...rest, skipped: [...rest.skipped, name] }));
  const point = (name: StepName, element: Element) => {
    setHovered(undefined);
    next(name, (rest) => ({ ...rest, pointed: { ...rest.pointed, [name]: element } }));
  };
  const learnt = step === undefined ? learn(pointed, noteSwitch) : undefined;
  const { editor } = pointed;
  return (
    <div className={styles.root} dir={deps.direction}>
      {step && step !== 'switch' && (
        <Glass
          key={step}
          elementAt={deps.elementAt}
          label={`${strings.steps[step].prompt} ${strings.keys}`}
          hovered={hovered}
          onHover={setHovered}
          onPick={(element) => point(step, element)}
        />
      )}
      <section className={styles.card} aria-label={strings.title} data-step={step}>
        <header className={styles.header}>
          <h2 className={styles.title}>{strings.title}</h2>
          <IconButton icon="close" label={strings.cancel} onClick={close} />
        </header>
        {step && (
          <div>
            <p className={styles.prompt} role="status">
              {strings.steps[step].prompt}
            </p>
            <p className={styles.soft}>{step === 'switch' ? strings.switchKeys : strings.keys}</p>
          </div>
        )}
        <Steps strings={strings} taken={taken} current={step} onOpen={open} />
        {step === 'switch' && editor && (
          <SwitchStep
            deps={deps}
            editor={editor}
            onLearnt={(seen) => next(step, (rest) => ({ ...rest, noteSwitch: seen }))}
            onSkip={() => skip(step)}
          />
        )}
        {step && step !== 'switch' && isOptional(step) && (
          <div className={styles.row}>
            <Button onClick={() => skip(step)}>{strings.skip[step]}</Button>
          </div>
        )}
        {learnt && !learnt.ok && <Notice tone="bad">{sayFailure(strings, learnt.error)}</Notice>}
        {learnt?.ok && <Review deps={deps} description={learnt.value} />}
      </section>
    </div>
  );
}
