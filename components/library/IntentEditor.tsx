import { useState } from 'react';
import type { IntentEdit, TeamIntent } from '../../lib/core/team-intents';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Chip } from '../ui/Chip';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';
import styles from './Library.module.css';
import { useEditIntents } from './use-intents';

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Name and examples of one intent, or of a new one. Every change can be undone, so nothing is asked. */
export function IntentEditor({
  intent,
  all,
  onOpen,
}: {
  intent: TeamIntent | undefined;
  all: TeamIntent[];
  onOpen: (id: string | null) => void;
}) {
  const { strings, say } = usePage();
  const text = strings.library.intents;
  const [name, setName] = useState(intent?.name ?? '');
  const [lines, setLines] = useState(intent?.examples.join('\n') ?? '');
  const [error, setError] = useState<string>();
  const { mutateAsync, isPending } = useEditIntents();
  const examples = linesOf(lines);
  const hasNewName = name.trim() !== (intent?.name ?? '');
  const hasNewLines = examples.join('\n') !== (intent?.examples.join('\n') ?? '');
  const save = async () => {
    if (name.trim() === '' || examples.length === 0) return setError(text.needsBoth);
    const edits: IntentEdit[] = [];
    if (!intent) edits.push({ kind: 'add', examples: examples.map((line) => ({ intent: name, text: line })) });
    if (intent && hasNewLines) edits.push({ kind: 'examples', id: intent.id, examples });
    if (intent && hasNewName) edits.push({ kind: 'rename', id: intent.id, name });
    try {
      let id = intent?.id ?? null;
      for (const edit of edits) {
        const { intents } = await mutateAsync({ edit, done: text.saved(name.trim()) });
        id = intents.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())?.id ?? id;
      }
      onOpen(id);
    } catch (reason) {
      setError(say(reason instanceof Error ? reason.message : String(reason)));
    }
  };
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={text.name} hint={text.nameHint} value={name} error={error} onChange={setName} />
      <TextField
        label={text.editor}
        rows={10}
        value={lines}
        onChange={setLines}
        hint={text.examples(examples.length)}
      />
      <div className={styles.row}>
        <Button type="submit" look="primary" icon="check" disabled={isPending}>
          {text.save}
        </Button>
        {(hasNewName || hasNewLines) && (
          <Chip tone="warn" icon="edit">
            {text.unsaved}
          </Chip>
        )}
        {intent && (
          <span className={styles.end}>
            <RemoveIntent intent={intent} onRemoved={() => onOpen(null)} />
          </span>
        )}
      </div>
      {intent && all.length > 1 && <MergeIntent intent={intent} all={all} onMerged={onOpen} />}
    </form>
  );
}

function RemoveIntent({ intent, onRemoved }: { intent: TeamIntent; onRemoved: () => void }) {
  const text = usePage().strings.library.intents;
  const edit = useEditIntents();
  const remove = () =>
    edit
      .mutateAsync({ edit: { kind: 'remove', id: intent.id }, done: text.removed(intent.name) })
      // The mutation tells of a refusal.
      .then(onRemoved, () => {});
  return (
    <Button look="quiet" icon="trash" disabled={edit.isPending} onClick={remove}>
      {text.remove}
    </Button>
  );
}

function MergeIntent({
  intent,
  all,
  onMerged,
}: {
  intent: TeamIntent;
  all: TeamIntent[];
  onMerged: (id: string) => void;
}) {
  const text = usePage().strings.library.intents;
  const [into, setInto] = useState('');
  const edit = useEditIntents();
  const others = all.filter(({ id }) => id !== intent.id);
  const target = others.find(({ id }) => id === into);
  const options = [{ value: '', label: text.mergeNone }, ...others.map(({ id, name }) => ({ value: id, label: name }))];
  const merge = () =>
    target &&
    edit
      .mutateAsync({
        edit: { kind: 'merge', from: intent.id, into: target.id },
        done: text.merged(intent.name, target.name),
      })
      // The mutation tells of a refusal.
      .then(
        () => onMerged(target.id),
        () => {},
      );
  return (
    <div className={styles.row}>
      <SelectField label={text.merge} value={into} options={options} onChange={setInto} />
      <Button disabled={!target || edit.isPending} onClick={merge}>
        {text.mergeDo}
      </Button>
    </div>
  );
}
