import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntentsState, TeamIntent } from '../../lib/core/team-intents';
import { intentsQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { EmptyState } from '../ui/EmptyState';
import { ProgressBar } from '../ui/ProgressBar';
import type { LibraryDeps } from './deps';
import { IntentEditor } from './IntentEditor';
import { IntentImport } from './IntentImport';
import { IntentTraining } from './IntentTraining';
import { IntentTry } from './IntentTry';
import { IntentWarnings } from './IntentWarnings';
import styles from './Library.module.css';
import { MessagesToLabel } from './MessagesToLabel';
import { useEditIntents } from './use-intents';

/** The team's own intents: a list, an editor, and what was learnt of them. */
export function IntentsTab({ deps }: { deps: Pick<LibraryDeps, 'readFile' | 'importInPieces'> }) {
  const { engine, strings } = usePage();
  const text = strings.library.intents;
  const query = useQuery(intentsQuery(engine));
  const [open, setOpen] = useState<string | null>(null);
  if (query.isError) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <ProgressBar label={strings.page.loading} value={null} />;
  const state = query.data;
  const intent = state.intents.find(({ id }) => id === open);
  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        <IntentList state={state} openId={intent?.id} onOpen={setOpen} />
        <IntentTraining training={state.training} />
        <IntentImport deps={deps} />
      </div>
      <div className={styles.stack}>
        <div className={classNames(styles.surface, styles.padded)}>
          {intent || open === 'new' ? (
            <IntentEditor
              key={intent ? `${intent.id} ${JSON.stringify(intent)}` : 'new'}
              intent={intent}
              all={state.intents}
              onOpen={setOpen}
            />
          ) : (
            <EmptyState
              icon="tag"
              title={state.intents.length === 0 ? text.emptyTitle : text.choose}
              action={
                <Button look="primary" icon="plus" onClick={() => setOpen('new')}>
                  {text.add}
                </Button>
              }
            >
              {text.emptyText}
            </EmptyState>
          )}
        </div>
        <IntentTry state={state} />
        <IntentWarnings state={state} />
        <MessagesToLabel intents={state.intents} />
      </div>
    </div>
  );
}

function IntentList({
  state,
  openId,
  onOpen,
}: {
  state: IntentsState;
  openId: string | undefined;
  onOpen: (id: string) => void;
}) {
  const text = usePage().strings.library.intents;
  const edit = useEditIntents();
  const { intents, undo, redo } = state;
  return (
    <>
      <div className={styles.row}>
        <Button icon="plus" onClick={() => onOpen('new')}>
          {text.add}
        </Button>
        <Button
          look="quiet"
          disabled={!undo || edit.isPending}
          title={undo ? text.undoOf(text.changes[undo]) : undefined}
          onClick={() => edit.mutate({ edit: { kind: 'undo' } })}
        >
          {text.undo}
        </Button>
        <Button
          look="quiet"
          disabled={!redo || edit.isPending}
          title={redo ? text.redoOf(text.changes[redo]) : undefined}
          onClick={() => edit.mutate({ edit: { kind: 'redo' } })}
        >
          {text.redo}
        </Button>
      </div>
      {intents.length > 0 && (
        <ul className={classNames(styles.surface, styles.list)} aria-label={text.list}>
          {intents.map((intent) => (
            <IntentEntry key={intent.id} intent={intent} isOpen={intent.id === openId} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </>
  );
}

function IntentEntry({
  intent,
  isOpen,
  onOpen,
}: {
  intent: TeamIntent;
  isOpen: boolean;
  onOpen: (id: string) => void;
}) {
  const text = usePage().strings.library.intents;
  return (
    <li>
      <button
        type="button"
        className={styles.entry}
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => onOpen(intent.id)}
      >
        <span className={styles.entryTitle}>
          <bdi>{intent.name}</bdi>
        </span>
        <span className={styles.entryMeta}>{text.examples(intent.examples.length)}</span>
      </button>
    </li>
  );
}
