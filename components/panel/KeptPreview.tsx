import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { RedactedPart } from '../../lib/core/privacy';
import { conversationKey, type Ticket } from '../../lib/core/ticket';
import { unwrap } from '../query-client';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { usePanel } from './deps';
import styles from './KeptPreview.module.css';

/** Shows, when asked, what would be taken out of this ticket before it is kept on this device. */
export function KeptPreview({ ticket }: { ticket: Ticket }) {
  const { engine, strings } = usePanel();
  const text = strings.kept;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['kept', conversationKey(ticket)],
    queryFn: ({ signal }) => unwrap(engine.previewRedaction({ ticket }), signal),
    enabled: isOpen,
  });
  const count = data?.parts.reduce((sum, { removed }) => sum + removed.length, 0) ?? 0;
  return (
    <div className={styles.kept}>
      <Button look="quiet" icon="lock" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {isOpen ? text.hide : text.show}
      </Button>
      <section id={id} hidden={!isOpen} aria-label={text.heading} className={styles.preview}>
        <p role="status" className={styles.count}>
          {data ? (count === 0 ? text.none : text.count(count)) : isOpen && !error ? text.reading : ''}
        </p>
        {error && <Notice tone="warn">{error.message}</Notice>}
        {data && !data.isAnswered && <p className={styles.soft}>{text.open}</p>}
        {data?.parts.map((part) => (
          <div key={part.part}>
            <h3 className={styles.part}>{text.parts[part.part]}</h3>
            <p className={styles.text} dir="auto">
              <Redacted {...part} />
            </p>
          </div>
        ))}
      </section>
    </div>
  );
}

/** The text with what is taken out struck through; its kind is said, and shown by pointing at it. */
function Redacted({ text, removed }: RedactedPart) {
  const { kinds, takenOut } = usePanel().strings.kept;
  return removed
    .map((span, at) => ({ ...span, before: text.slice(removed[at - 1]?.end ?? 0, span.start) }))
    .map(({ start, end, kind, before }) => (
      <span key={start}>
        {before}
        <del className={styles.removed} title={takenOut(kinds[kind])}>
          {text.slice(start, end)}
        </del>
        <span className={styles.kind}> {kinds[kind]}</span>
      </span>
    ))
    .concat(<span key="rest">{text.slice(removed.at(-1)?.end ?? 0)}</span>);
}
