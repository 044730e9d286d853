import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Playbook } from '../../lib/core/knowledge';
import { intents } from '../../lib/core/signals';
import { usePage } from '../page/page-context';
import { failureKind, unwrap } from '../query-client';
import { Button } from '../ui/Button';
import { Chip } from '../ui/Chip';
import { ConfirmButton } from '../ui/ConfirmButton';
import { TextField } from '../ui/TextField';
import styles from './Library.module.css';
import { PlaybookPreview } from './PlaybookPreview';
import type { Open } from './PlaybooksTab';
import { failedLine, findLine } from './playbook-text';

/** A playbook as text with its preview. What the engine cannot read is shown by line, and that line is selected. */
export function PlaybookEditor({
  open,
  onChange,
  onSaved,
  onRemoved,
}: {
  open: Open;
  onChange: (text: string) => void;
  onSaved: (playbook: Playbook) => void;
  onRemoved: () => void;
}) {
  const { strings, say } = usePage();
  const text = strings.library.playbooks;
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [error, setError] = useState<string>();
  const showLine = (message: string) => {
    const line = failedLine(message);
    setError(say(message));
    if (line === null) return;
    const { start, end } = findLine(open.text, line);
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  const save = useSave(open, onSaved, showLine);
  const remove = useRemove(onRemoved);
  const words = {
    title: text.removeTitle,
    text: text.removeText(open.title),
    confirm: text.remove,
    cancel: strings.page.cancel,
  };
  return (
    <div className={styles.stack}>
      <div className={styles.editor}>
        <TextField
          label={text.editor}
          hint={text.editorHint}
          rows={16}
          monospace
          value={open.text}
          error={error}
          inputRef={field}
          onChange={(next) => {
            setError(undefined);
            onChange(next);
          }}
        />
        <PlaybookPreview text={open.text} />
      </div>
      <IntentList />
      <div className={styles.row}>
        <Button look="primary" icon="check" disabled={save.isPending} onClick={() => save.mutate()}>
          {text.save}
        </Button>
        {open.text !== open.saved && (
          <Chip tone="warn" icon="edit">
            {text.unsaved}
          </Chip>
        )}
        {open.id && (
          <span className={styles.end}>
            <ConfirmButton words={words} onConfirm={() => open.id && remove.mutate(open.id)}>
              {text.remove}
            </ConfirmButton>
          </span>
        )}
      </div>
    </div>
  );
}

function useSave(open: Open, onSaved: (playbook: Playbook) => void, showLine: (message: string) => void) {
  const { engine, strings, showToast, say } = usePage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(engine.savePlaybook({ ...(open.id ? { id: open.id } : {}), text: open.text })),
    async onSuccess(playbook) {
      showToast('good', strings.library.playbooks.saved(playbook.title));
      onSaved(playbook);
      await client.invalidateQueries();
    },
    onError: (error) =>
      failureKind(error) === 'disconnected' ? showToast('warn', say(error.message)) : showLine(error.message),
  });
}

function useRemove(onRemoved: () => void) {
  const { engine, showToast, say } = usePage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(engine.remove({ kind: 'playbook', id })),
    onSuccess: onRemoved,
    onError: (error) => showToast('warn', say(error.message)),
    onSettled: () => client.invalidateQueries(),
  });
}

function IntentList() {
  const { strings } = usePage();
  return (
    <details className={styles.details}>
      <summary>{strings.library.playbooks.intentList}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <ul className={styles.intents} tabIndex={0}>
        {intents.map((intent) => (
          <li key={intent}>
            <code dir="ltr">{intent}</code> {strings.labels.intents[intent]}
          </li>
        ))}
      </ul>
    </details>
  );
}
