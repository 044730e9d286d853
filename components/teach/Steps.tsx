import { Icon } from '../ui/Icon';
import { isOptional, type StepName, stepNames, type TeachDeps } from './deps';
import styles from './Teach.module.css';

type Props = {
  strings: TeachDeps['strings'];
  taken: readonly StepName[];
  current: StepName | undefined;
  onOpen: (step: StepName) => void;
};

/** What is told and what is left; each can be told anew. Which switch it is depends on the box. */
export function Steps({ strings, taken, current, onOpen }: Props) {
  return (
    <ol className={styles.steps}>
      {stepNames.map((name) => (
        <li key={name}>
          <button
            type="button"
            className={styles.step}
            disabled={name === 'switch' && !taken.includes('editor')}
            aria-current={name === current ? 'step' : undefined}
            onClick={() => onOpen(name)}
          >
            <Icon name={taken.includes(name) ? 'check' : 'todo'} />
            <span>{strings.steps[name].name}</span>
            {isOptional(name) && !taken.includes(name) && <span className={styles.soft}>{strings.optional}</span>}
            {taken.includes(name) && (
              <span className={styles.soft}>{name === 'switch' ? strings.switchAgain : strings.again}</span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
