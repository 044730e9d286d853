import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { mayUseKnowledge } from '../../lib/core/policy';
import { translateFailure } from '../../lib/strings/failures';
import { Button, IconButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import spoken from '../ui/spoken.module.css';
import { type Importer, type ImportStatus, usePanel } from './deps';
import styles from './KnowledgeCard.module.css';
import { useSettings } from './use-settings';

const never = () => () => {};
const idle: ImportStatus = { phase: 'idle', done: 0, total: null, articles: 0, macros: 0 };
const noStatus = () => idle;
/** Problems named in the panel; the library page lists all. */
const problemsShown = 3;

/** How the import stands; idle where the helpdesk offers none. `hasRun`: it was seen running since this card is there. */
function useImport(importer: Importer | undefined): ImportStatus & { hasRun: boolean } {
  const status = useSyncExternalStore(importer?.subscribe ?? never, importer?.get ?? noStatus);
  const [hasRun, setRun] = useState(false);
  const isRunning = status.phase === 'running';
  useEffect(() => {
    if (isRunning) setRun(true);
  }, [isRunning]);
  return { ...status, hasRun };
}

/** Asks anew for the library's state and for suggestions whenever an import ends. */
export function useKnowledgeRefresh(importer: Importer | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    let last = importer?.get().phase;
    return importer?.subscribe(() => {
      const { phase } = importer.get();
      if (last === 'running' && phase !== 'running') {
        void queries.invalidateQueries({ queryKey: ['engine-state'] });
        void queries.invalidateQueries({ queryKey: ['suggest'] });
      }
      last = phase;
    });
  }, [importer, queries]);
}

/** Seconds until `at` (epoch milliseconds), counting down; 0 when it has passed. */
function useSecondsUntil(at: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  const seconds = at === undefined ? 0 : Math.max(0, Math.ceil((at - now) / 1000));
  useEffect(() => {
    setNow(Date.now());
    if (at === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [at]);
  return seconds;
}

/**
 * Offers to import the helpdesk's knowledge when the library holds none of it, and shows how the import goes. `unread`:
 * entries of the library that have no vectors yet.
 */
export function KnowledgeCard({ isEmpty, unread }: { isEmpty: boolean; unread: number }) {
  const { strings, importer } = usePanel();
  const status = useImport(importer);
  const text = strings.knowledge;
  const said = {
    idle: '',
    running: text.running,
    paused: text.paused(status.done),
    failed: text.failed,
    done: status.hasRun ? text.doneHeading : '',
  };
  return (
    <>
      <div className={spoken.only} role="status">
        {said[status.phase]}
      </div>
      <Knowledge status={status} isEmpty={isEmpty} unread={unread} />
    </>
  );
}

type KnowledgeProps = { status: ReturnType<typeof useImport>; isEmpty: boolean; unread: number };

function Knowledge({ status, isEmpty, unread }: KnowledgeProps) {
  const { strings, helpdesk, importer, openPage, settings } = usePanel();
  const { policy } = useSettings(settings);
  const [isSeen, setSeen] = useState(false);
  const text = strings.knowledge;
  if (!mayUseKnowledge(policy, 'helpdesk')) return null;
  if (status.phase === 'done' && !isEmpty) {
    if (isSeen || !status.hasRun) return null;
    return (
      <Card
        title={text.doneHeading}
        icon="check"
        aside={<IconButton label={strings.toast.close} icon="close" onClick={() => setSeen(true)} />}
      >
        <p className={styles.text}>{unread > 0 ? text.reading(unread) : text.done(status.articles, status.macros)}</p>
        {status.problems?.slice(0, problemsShown).map((problem) => (
          <Notice key={problem} tone="warn">
            {translateFailure(strings.failures, problem)}
          </Notice>
        ))}
      </Card>
    );
  }
  if (status.phase === 'running') return <Running status={status} />;
  if (!isEmpty && status.phase === 'idle') return null;
  return (
    <Card title={text.heading} icon="book">
      <p className={styles.text}>{importer ? text.text(helpdesk.name) : text.noApi(helpdesk.name)}</p>
      {importer && <StartImport importer={importer} status={status} />}
      <Button look="quiet" onClick={() => openPage('library')}>
        {text.fromFiles}
      </Button>
    </Card>
  );
}

function Running({ status }: { status: ImportStatus }) {
  const { strings, importer } = usePanel();
  const text = strings.knowledge;
  return (
    <Card
      title={text.running}
      icon="book"
      aside={
        <Button look="quiet" onClick={() => importer?.cancel()}>
          {text.cancel}
        </Button>
      }
    >
      <ProgressBar label={text.running} value={status.total ? status.done / status.total : null} />
      <p className={styles.text}>{text.progress(status.done, status.total)}</p>
    </Card>
  );
}

function StartImport({ importer, status }: { importer: Importer; status: ImportStatus }) {
  const { knowledge: text, failures } = usePanel().strings;
  const wait = useSecondsUntil(status.retryAt);
  const label = { idle: text.start, paused: text.resume, failed: text.retry, running: text.start, done: text.retry };
  return (
    <>
      {status.phase === 'paused' && (
        <p className={styles.text}>
          {text.paused(status.done)} {wait > 0 && text.retryIn(wait)}
        </p>
      )}
      {status.phase === 'failed' && (
        <Notice tone="bad">
          {text.failed} {status.message && translateFailure(failures, status.message)} {wait > 0 && text.retryIn(wait)}
        </Notice>
      )}
      <Button look="primary" disabled={wait > 0} onClick={() => importer.start()}>
        {label[status.phase]}
      </Button>
    </>
  );
}
