import type { IntentTraining as Training } from '../../lib/core/team-intents';
import { localeOf } from '../../lib/strings/language';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { ProgressBar } from '../ui/ProgressBar';
import styles from './Library.module.css';
import { useTrainIntents } from './use-intents';

/** How far the training is; it can be stopped and started again. */
export function IntentTraining({ training }: { training: Training }) {
  const { strings, language, say } = usePage();
  const text = strings.library.intents.training;
  const train = useTrainIntents();
  const { phase, tookMs, progress, message = '' } = training;
  const seconds = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format((tookMs ?? 0) / 1000);
  const words = {
    idle: text.idle,
    reading: text.reading,
    training: text.training,
    ready: tookMs === null ? text.readyBefore : text.ready(seconds),
    cancelled: text.cancelled,
    failed: text.failed(say(message)),
  };
  const isBusy = phase === 'reading' || phase === 'training';
  const canStart = phase === 'cancelled' || phase === 'failed';
  return (
    <section className={styles.side} aria-label={text.heading}>
      <p className={styles.soft} role="status">
        {words[phase]}
      </p>
      {isBusy && <ProgressBar label={words[phase]} value={progress} />}
      {(isBusy || canStart) && (
        <Button icon={isBusy ? 'close' : 'reload'} onClick={() => train.mutate(isBusy ? 'cancel' : 'start')}>
          {isBusy ? text.cancel : text.start}
        </Button>
      )}
    </section>
  );
}
