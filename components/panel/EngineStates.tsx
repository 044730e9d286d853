import { useEffect, useState } from 'react';
import type { ModelState } from '../../lib/core/engine';
import { translateFailure } from '../../lib/strings/failures';
import { failureKind } from '../query-client';
import { Button } from '../ui/Button';
import { ProgressBar } from '../ui/ProgressBar';
import spoken from '../ui/spoken.module.css';
import { usePanel } from './deps';
import styles from './EngineStates.module.css';
import { StateNotice } from './StateNotice';
import type { Assist } from './use-assist';

/** Shown before anything is known. Nothing for the first 250 ms, since a warm engine answers sooner. */
export function Looking({ model }: { model: ModelState | undefined }) {
  const { states, reply } = usePanel().strings;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 250);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  if (model?.status === 'loading' || model?.status === 'unloaded') {
    return (
      <StateNotice icon="spark" title={states.loadingTitle} text={states.loadingText}>
        <div className={styles.bar} data-model={model.status}>
          <ProgressBar label={states.loadingTitle} value={model.progress > 0 ? model.progress : null} />
        </div>
      </StateNotice>
    );
  }
  return (
    <div className={styles.looking} role="status">
      <span className={styles.lines} aria-hidden="true" />
      <span className={spoken.only}>{reply.looking}</span>
    </div>
  );
}

/** What went wrong with the engine or its models and what can be done; nothing when nothing did. */
export function EngineTrouble({ assist, model }: { assist: Assist; model: ModelState | undefined }) {
  const { states, failures } = usePanel().strings;
  if (assist.error && failureKind(assist.error) === 'reload-tab') return <ReloadNotice />;
  if (model?.failure) {
    return <StateNotice icon="alert" title={states.refusedTitle[model.failure]} text={states.refused[model.failure]} />;
  }
  if (!assist.error) return model?.fallbacks ? <p className={styles.fallback}>{states.fallback}</p> : null;
  return (
    <StateNotice icon="alert" title={states.errorTitle} text={translateFailure(failures, assist.error.message)}>
      <Button icon="reload" onClick={assist.retry}>
        {states.retry}
      </Button>
    </StateNotice>
  );
}

/** Says that this page has lost its extension. */
export function ReloadNotice() {
  const { states } = usePanel().strings;
  return (
    <StateNotice icon="reload" title={states.reloadTitle} text={states.reloadText}>
      <Button look="primary" onClick={() => location.reload()}>
        {states.reload}
      </Button>
    </StateNotice>
  );
}
