import { useMemo, useState } from 'react';
import type { HelpdeskDescription } from '../../lib/core/helpdesk-description';
import type { Message } from '../../lib/core/ticket';
import { Button } from '../ui/Button';
import { Chip, type ChipTone } from '../ui/Chip';
import { Notice } from '../ui/Notice';
import { Switch } from '../ui/Switch';
import type { TeachDeps } from './deps';
import styles from './Teach.module.css';

const tones: Record<Message['role'], ChipTone> = {
  customer: 'accent',
  agent: 'good',
  note: 'warn',
  bot: 'plain',
  system: 'plain',
};
/** More would not be looked through. */
const shown = 40;

/** What the description reads from the page, for the agent to confirm. */
export function Review({ deps, description }: { deps: TeachDeps; description: HelpdeskDescription }) {
  const { strings, read, save } = deps;
  const [isNewestFirst, setIsNewestFirst] = useState(false);
  const isPlaceOrder = description.message.order === 'oldest-first';
  const wanted = useMemo<HelpdeskDescription>(
    () =>
      isNewestFirst ? { ...description, message: { ...description.message, order: 'newest-first' } } : description,
    [description, isNewestFirst],
  );
  const { messages, unknown } = useMemo(() => read(wanted), [read, wanted]);
  const roles = new Set(messages.map(({ role }) => role));
  const isComplete = roles.has('customer') && roles.has('agent');
  return (
    <div className={styles.review}>
      <p className={styles.prompt} role="status">
        {strings.read(messages.length)}
      </p>
      {!isComplete && <Notice tone="bad">{strings.oneSided}</Notice>}
      {unknown > 0 && <Notice tone="warn">{strings.unknown(unknown)}</Notice>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach what is below. */}
      <ol className={styles.messages} aria-label={strings.messages} tabIndex={0}>
        {messages.slice(0, shown).map(({ id, role, authorName, text }) => (
          <li key={id} className={styles.message}>
            <Chip tone={tones[role]}>{strings.roles[role]}</Chip> <bdi className={styles.author}>{authorName}</bdi>
            <p className={styles.text} dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
      {isPlaceOrder && (
        <Switch checked={isNewestFirst} onChange={setIsNewestFirst}>
          {strings.newestFirst}
        </Switch>
      )}
      <p className={styles.soft}>{strings.correct}</p>
      <div className={styles.row}>
        <Button look="primary" icon="check" disabled={!isComplete} onClick={() => void save(wanted)}>
          {strings.save}
        </Button>
        <Button onClick={deps.close}>{strings.cancel}</Button>
      </div>
    </div>
  );
}
