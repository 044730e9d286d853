import { Icon } from '../ui/Icon';
import { optionalSteps, type Pointed, type StepName, stepNames, type TeachDeps } from './deps';
import styles from './Teach.module.css';

type Props = {
  strings: TeachDeps['strings'];
  pointed: Pointed;
  current: StepName | undefined;
  onOpen: (step: StepName) => void;
};

/** What is pointed at and what is left; each can be pointed at anew. */
export function Steps({ strings, pointed, current, onOpen }: Props) {
  return (
    <ol className={styles.steps}>
      {stepNames.map((name) => (
        <li key={name}>
          <button
            type="button"
            className={styles.step}
            aria-current={name === current ? 'step' : undefined}
            onClick={() => onOpen(name)}
          >
            <Icon name={pointed[name] ? 'check' : 'next'} />
            <span>{strings.steps[name].name}</span>
            {optionalSteps.includes(name) && !pointed[name] && <span className={styles.soft}>{strings.optional}</span>}
            {pointed[name] && <span className={styles.soft}>{strings.again}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}
