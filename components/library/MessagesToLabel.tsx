import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageToLabel, TeamIntent } from '../../lib/core/team-intents';
import { usePage } from '../page/page-context';
import { failureKind, unwrap } from '../query-client';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/SelectField';
import styles from './Library.module.css';
import { useEditIntents } from './use-intents';

/** Messages of past tickets that would teach most, to be added to an intent. Looked for when it is asked for. */
export function MessagesToLabel({ intents }: { intents: TeamIntent[] }) {
  const { engine, strings, settings, say } = usePage();
  const text = strings.library.intents.label;
  const query = useQuery({
    queryKey: ['library', 'messages-to-label'],
    queryFn: ({ signal }) => unwrap(engine.messagesToLabel(), signal),
    enabled: false,
    gcTime: 0,
  });
  if (intents.length === 0) return null;
  const known = new Set(intents.flatMap(({ examples }) => examples));
  const left = query.data?.filter((message) => !known.has(message.text.replace(/\s+/g, ' ').trim()));
  const isOff = !settings.rememberTickets || failureKind(query.error) === 'memory-off';
  return (
    <section className={`${styles.surface} ${styles.padded} ${styles.stack}`} aria-label={text.heading}>
      <h2 className={styles.heading}>{text.heading}</h2>
      <p className={styles.soft}>{isOff ? text.memoryOff : text.intro}</p>
      {!isOff && (
        <div>
          <Button icon="search" disabled={query.isFetching} onClick={() => void query.refetch()}>
            {text.find}
          </Button>
        </div>
      )}
      {query.isError && !isOff && <p className={styles.soft}>{say(query.error.message)}</p>}
      {!isOff && left?.length === 0 && <p className={styles.soft}>{text.none}</p>}
      {!isOff && left?.map((message) => <ToLabel key={message.text} message={message} intents={intents} />)}
    </section>
  );
}

function ToLabel({ message, intents }: { message: MessageToLabel; intents: TeamIntent[] }) {
  const text = usePage().strings.library.intents.label;
  const [chosen, setChosen] = useState(message.intent ?? intents[0]?.name ?? '');
  const edit = useEditIntents();
  const options = intents.map(({ name }) => ({ value: name, label: name }));
  const add = () =>
    edit.mutate({
      edit: { kind: 'add', examples: [{ intent: chosen, text: message.text }] },
      done: text.added(chosen),
    });
  return (
    <div className={styles.stack}>
      <p className={styles.passage} dir="auto">
        {message.text}
      </p>
      <div className={styles.row}>
        <SelectField label={text.intent} value={chosen} options={options} onChange={setChosen} />
        <Button icon="plus" aria-label={text.addAs(message.text)} disabled={edit.isPending} onClick={add}>
          {text.add}
        </Button>
      </div>
    </div>
  );
}
