import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Playbook } from '../../lib/core/knowledge';
import { playbooksQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/ConfirmButton';
import { classNames } from '../ui/class-names';
import { EmptyState } from '../ui/EmptyState';
import { ProgressBar } from '../ui/ProgressBar';
import styles from './Library.module.css';
import { PlaybookEditor } from './PlaybookEditor';
import { writePlaybook } from './playbook-text';

/** What stands in the editor; `id` is absent for a new playbook, `saved` is the text as stored. */
export type Open = { id?: string; title: string; saved: string; text: string };

const openPlaybook = (playbook: Playbook): Open => {
  const text = writePlaybook(playbook);
  return { id: playbook.id, title: playbook.title, saved: text, text };
};

/** Playbooks: a list, and an editor for the one that is open. Unsaved changes are asked about before they are left. */
export function PlaybooksTab() {
  const { engine, strings } = usePage();
  const text = strings.library.playbooks;
  const query = useQuery(playbooksQuery(engine));
  const [open, setOpen] = useState<Open | null>(null);
  const [wanted, setWanted] = useState<Open | null>(null);
  const isDirty = open !== null && open.text !== open.saved;
  const go = (next: Open) => (isDirty ? setWanted(next) : setOpen(next));

  if (query.isError) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <ProgressBar label={strings.page.loading} value={null} />;
  const add = (draft: string) => go({ title: '', saved: '', text: draft });
  const words = {
    title: text.discardTitle,
    text: text.discardText,
    confirm: text.discard,
    cancel: strings.page.cancel,
  };
  return (
    <div className={styles.columns}>
      <PlaybookList
        playbooks={query.data}
        openId={open?.id}
        onOpen={(one) => go(openPlaybook(one))}
        onAdd={() => add('')}
      />
      <div className={classNames(styles.surface, styles.padded)}>
        {open ? (
          <PlaybookEditor
            key={open.id ?? 'new'}
            open={open}
            onChange={(draft) => setOpen({ ...open, text: draft })}
            onSaved={(playbook) => setOpen(openPlaybook(playbook))}
            onRemoved={() => setOpen(null)}
          />
        ) : (
          <EmptyState
            icon="steps"
            title={query.data.length === 0 ? text.emptyTitle : strings.library.list.choose}
            action={
              <>
                <Button look="primary" icon="plus" onClick={() => add('')}>
                  {text.add}
                </Button>
                <Button onClick={() => add(text.template)}>{text.useTemplate}</Button>
              </>
            }
          >
            {text.emptyText}
          </EmptyState>
        )}
      </div>
      <ConfirmDialog
        words={words}
        isOpen={wanted !== null}
        onOpenChange={(isOpen) => !isOpen && setWanted(null)}
        onConfirm={() => setOpen(wanted)}
      />
    </div>
  );
}

function PlaybookList({
  playbooks,
  openId,
  onOpen,
  onAdd,
}: {
  playbooks: Playbook[];
  openId: string | undefined;
  onOpen: (playbook: Playbook) => void;
  onAdd: () => void;
}) {
  const { strings } = usePage();
  const text = strings.library.playbooks;
  return (
    <div className={styles.side}>
      <Button icon="plus" onClick={onAdd}>
        {text.add}
      </Button>
      {playbooks.length > 0 && (
        <ul className={classNames(styles.surface, styles.list)} aria-label={text.list}>
          {playbooks.map((playbook) => (
            <li key={playbook.id}>
              <button
                type="button"
                className={styles.entry}
                aria-current={playbook.id === openId ? 'true' : undefined}
                onClick={() => onOpen(playbook)}
              >
                <span className={styles.entryTitle}>
                  <bdi>{playbook.title}</bdi>
                </span>
                <span className={styles.entryMeta}>{text.steps(playbook.steps.length)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
