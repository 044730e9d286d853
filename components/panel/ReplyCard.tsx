import { useEffect, useRef } from 'react';
import { Button, IconButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { Kbd } from '../ui/Kbd';
import { Notice } from '../ui/Notice';
import { Confidence } from './Confidence';
import { Draft } from './Draft';
import { DraftNotes } from './DraftNotes';
import { usePanel } from './deps';
import { shortcutKeys } from './keyboard';
import styles from './ReplyCard.module.css';
import { StyleButtons } from './StyleButtons';
import type { ReplyModel } from './use-reply';
import { useSettings } from './use-settings';
import { useComposer } from './use-ticket';

/** The one reply that is suggested: its sentences with their sources, and what can be done with it. */
export function ReplyCard({ reply }: { reply: ReplyModel }) {
  const { strings } = usePanel();
  const { suggestion, status, edit } = reply;
  if (edit) return <ReplyEditor reply={reply} edit={edit} />;
  if (!suggestion) return null;
  if (status === 'dismissed') {
    return (
      <div className={styles.dismissed}>
        <span>{strings.reply.dismissed}</span>
        <Button look="quiet" onClick={reply.undo}>
          {strings.reply.undo}
        </Button>
      </div>
    );
  }
  return (
    <Card
      title={strings.reply.heading}
      icon="reply"
      className={styles.card}
      aside={
        <>
          <Confidence value={suggestion.confidence} />
          <IconButton label={strings.reply.dismiss} icon="close" onClick={reply.dismiss} />
        </>
      }
    >
      <Draft key={suggestion.id} suggestion={suggestion} />
      <DraftNotes suggestion={suggestion} />
      <NoteWarning />
      <InsertButton label={status === 'inserted' ? strings.reply.inserted : strings.reply.insert} reply={reply} />
      <div className={styles.actions}>
        <Button look="quiet" icon="edit" onClick={reply.startEdit}>
          {strings.reply.edit}
        </Button>
        <Button look="quiet" icon="copy" onClick={() => void reply.copy()}>
          {strings.reply.copy}
        </Button>
        {suggestion.alternative.count > 1 && <NextButton reply={reply} alternative={suggestion.alternative} />}
      </div>
      <StyleButtons reply={reply} current={suggestion.style} />
    </Card>
  );
}

function NextButton({ reply, alternative }: { reply: ReplyModel; alternative: { index: number; count: number } }) {
  const { strings, settings } = usePanel();
  const { shortcuts } = useSettings(settings);
  const keys = shortcutKeys(shortcuts.nextAlternative).join(' ');
  return (
    <Button
      look="quiet"
      icon="next"
      className={styles.next}
      aria-label={`${strings.reply.position(alternative.index + 1, alternative.count)}, ${strings.reply.next}`}
      title={`${strings.reply.next}  ${keys}`}
      onClick={reply.next}
    >
      {strings.reply.position(alternative.index + 1, alternative.count)}
    </Button>
  );
}

function InsertButton({ reply, label }: { reply: ReplyModel; label: string }) {
  const { pageState, settings } = usePanel();
  const { shortcuts } = useSettings(settings);
  const isNote = useComposer(pageState, 'target') === 'note';
  return (
    <Button
      look="primary"
      icon={reply.status === 'inserted' && !reply.edit ? 'check' : 'insert'}
      className={styles.insert}
      // Still pressable, so that the agent is told why it would not be inserted.
      aria-disabled={isNote || undefined}
      aria-busy={reply.isInserting || undefined}
      data-panel-focus
      onClick={() => void reply.insert()}
    >
      {label}
      <Kbd keys={shortcutKeys(shortcuts.insertReply)} />
    </Button>
  );
}

function NoteWarning() {
  const { strings, pageState } = usePanel();
  if (useComposer(pageState, 'target') !== 'note') return null;
  return <Notice tone="warn">{strings.noteOpen}</Notice>;
}

function ReplyEditor({ reply, edit }: { reply: ReplyModel; edit: { text: string; isOutdated: boolean } }) {
  const { strings } = usePanel();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  return (
    <Card title={strings.reply.heading} icon="edit" className={styles.card}>
      {edit.isOutdated && <Notice tone="warn">{strings.reply.movedOn}</Notice>}
      <textarea
        ref={field}
        className={styles.editor}
        dir="auto"
        rows={8}
        aria-label={strings.reply.editLabel}
        value={edit.text}
        onChange={(event) => reply.changeEdit(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') reply.cancelEdit();
        }}
      />
      <NoteWarning />
      <InsertButton label={strings.reply.insertEdited} reply={reply} />
      <div className={styles.actions}>
        <Button look="quiet" onClick={reply.cancelEdit}>
          {strings.reply.cancelEdit}
        </Button>
      </div>
    </Card>
  );
}
