import { formatNumber } from '../page/format';
import { usePage } from '../page/page-context';
import { shortcutKeys } from '../panel/keyboard';
import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import spoken from '../ui/spoken.module.css';
import styles from './Practice.module.css';
import type { StepsDone } from './practice-desk';

const order = ['customer', 'suggest', 'insert'] as const;

/** The tour in three steps; each ticks itself off, the next one to do is marked. */
export function Steps({ done, shortcut }: { done: StepsDone; shortcut: string }) {
  const { strings, language } = usePage();
  const text = strings.practice.steps;
  const next = order.find((step) => !done[step]);
  return (
    <ol className={styles.steps} aria-label={text.label}>
      {order.map((step, index) => (
        <li
          key={step}
          className={styles.step}
          data-done={done[step] || undefined}
          aria-current={step === next ? 'step' : undefined}
        >
          <span className={styles.stepMark}>
            {done[step] ? <Icon name="check" /> : formatNumber(language, index + 1)}
          </span>
          <div>
            <p className={styles.stepTitle}>
              {text[step].title}
              {done[step] && <span className={spoken.only}> ({text.done})</span>}
            </p>
            <p className={styles.soft}>
              {step === 'insert' ? (
                <>
                  {text.insert.textBefore} <Kbd keys={shortcutKeys(shortcut)} /> {text.insert.textBetween}{' '}
                  <Kbd keys={['Tab']} /> {text.insert.textAfter}
                </>
              ) : (
                text[step].text
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
