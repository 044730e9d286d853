import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplaySettings, ReplayState } from '../../lib/core/replay';
import { replayQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import type { LibraryDeps } from './deps';
import styles from './Library.module.css';
import { ReplayLoad } from './ReplayLoad';
import { ReplayTotals } from './ReplayTotals';
import { ReplayTry } from './ReplayTry';
import { ReplayTurns } from './ReplayTurns';
import { changeBetween, useReplay } from './use-replay';

/** What would have been suggested in past tickets, beside what the agent wrote, and what other settings would change. */
export function ReplayTab({ deps }: { deps: Pick<LibraryDeps, 'readFile'> }) {
  const { engine, settings, strings } = usePage();
  const query = useQuery(replayQuery(engine));
  const { start, end } = useReplay(deps);
  // What is tried, as far as it was touched; the rest follows the settings.
  const [tried, setTried] = useState<Partial<ReplaySettings>>({});
  if (query.isError) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <ProgressBar label={strings.page.loading} value={null} />;
  const state = query.data;
  const { kinds, tone, rememberTickets, learnFromChoices } = settings;
  const whole: ReplaySettings = { kinds, tone, rememberTickets, learnFromChoices, ...tried };
  const change = changeBetween(settings, whole);
  return (
    <div className={styles.stack}>
      <ReplayLoad
        state={state}
        error={start.error}
        isStarting={start.isPending}
        onFile={(file) => start.mutate({ from: { kind: 'chosen', file }, change })}
        onKept={() => start.mutate({ from: { kind: 'memory' }, change })}
        onClear={() => end.mutate('clear')}
      />
      <ReplayTry
        tried={whole}
        isChanged={change !== null}
        isReady={state.source !== null && !start.isPending}
        onChange={(next) => setTried({ ...tried, ...next })}
        onReset={() => setTried({})}
        onStart={() => start.mutate({ from: { kind: 'again' }, change })}
      />
      <Progress state={state} onCancel={() => end.mutate('cancel')} />
      {state.done > 0 && (
        <>
          <ReplayTotals state={state} />
          <ReplayTurns state={state} />
        </>
      )}
    </div>
  );
}

function Progress({ state, onCancel }: { state: ReplayState; onCancel: () => void }) {
  const text = usePage().strings.library.replay;
  const { phase, done, turns, failure } = state;
  return (
    <div role="status" aria-live="polite">
      {phase === 'running' && (
        <div className={styles.stack}>
          <ProgressBar label={text.running} value={turns === 0 ? null : done / turns} />
          <div className={styles.row}>
            <span className={styles.soft}>{text.progress(done, turns)}</span>
            <Button icon="close" className={styles.end} onClick={onCancel}>
              {text.cancel}
            </Button>
          </div>
        </div>
      )}
      {phase === 'cancelled' && <Notice tone="info">{text.cancelled(done, turns)}</Notice>}
      {phase === 'failed' && <Notice tone="bad">{text.failed(failure ?? '')}</Notice>}
    </div>
  );
}
