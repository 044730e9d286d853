import { useEffect, useState } from 'react';
import { Button, IconButton } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { optionalSteps, type Pointed, type StepName, stepNames, type TeachDeps } from './deps';
import { Glass } from './Glass';
import { Review } from './Review';
import { Steps } from './Steps';
import styles from './Teach.module.css';

/** The next step that was neither taken nor skipped. */
function nextStep(pointed: Pointed, skipped: readonly StepName[]): StepName | undefined {
  return stepNames.find((name) => !pointed[name] && !skipped.includes(name));
}

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

/** The agent points at the parts of a ticket; Deskside shows what it makes of them and keeps it for this address. */
export function Teach({ deps }: { deps: TeachDeps }) {
  const { strings, learn, close } = deps;
  const [pointed, setPointed] = useState<Pointed>({});
  const [skipped, setSkipped] = useState<readonly StepName[]>([]);
  const [reopened, setReopened] = useState<StepName>();
  const [hovered, setHovered] = useState<Element>();
  useEscape(close);
  const step = reopened ?? nextStep(pointed, skipped);
  const advance = (next: Pointed) => {
    setPointed(next);
    setReopened(undefined);
    setHovered(undefined);
  };
  const skip = (name: StepName) => {
    setSkipped([...skipped, name]);
    advance(Object.fromEntries(Object.entries(pointed).filter(([key]) => key !== name)));
  };
  const learnt = step === undefined ? learn(pointed) : undefined;
  return (
    <div className={styles.root} dir={deps.direction}>
      {step && (
        <Glass
          key={step}
          elementAt={deps.elementAt}
          label={`${strings.steps[step].prompt} ${strings.keys}`}
          hovered={hovered}
          onHover={setHovered}
          onPick={(element) => advance({ ...pointed, [step]: element })}
        />
      )}
      <section className={styles.card} aria-label={strings.title}>
        <header className={styles.header}>
          <h2 className={styles.title}>{strings.title}</h2>
          <IconButton icon="close" label={strings.cancel} onClick={close} />
        </header>
        {step && (
          <div>
            <p className={styles.prompt} role="status">
              {strings.steps[step].prompt}
            </p>
            <p className={styles.soft}>{strings.keys}</p>
          </div>
        )}
        <Steps strings={strings} pointed={pointed} current={step} onOpen={setReopened} />
        {step && optionalSteps.includes(step) && (
          <div className={styles.row}>
            <Button onClick={() => skip(step)}>{strings.skip[step === 'note' ? 'note' : 'subject']}</Button>
          </div>
        )}
        {learnt && !learnt.ok && <Notice tone="bad">{learnt.error.message}</Notice>}
        {learnt?.ok && <Review deps={deps} description={learnt.value} />}
      </section>
    </div>
  );
}
