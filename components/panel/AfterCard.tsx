import { useState } from 'react';
import type { AfterSuggestion } from '../../lib/core/suggestion';
import { Bidi } from '../ui/Bidi';
import { Button, IconButton } from '../ui/Button';
import { Card } from '../ui/Card';
import styles from './AfterCard.module.css';
import { usePanel } from './deps';
import type { Compose } from './use-compose';

/** What is due after the answer: closing line, rating request, summary, news or a reminder. */
export function AfterCard({ items, compose }: { items: AfterSuggestion[]; compose: Compose }) {
  const { after, labels, reply } = usePanel().strings;
  const [gone, setGone] = useState<readonly string[]>([]);
  const shown = items.filter(({ id }) => !gone.includes(id));
  if (shown.length === 0) return null;
  const insert = async (item: AfterSuggestion) => {
    const { text, html, target, notice } = item;
    if (await compose.insert({ text, html, target, notice })) compose.record(item, 'inserted', text);
  };
  const dismiss = (item: AfterSuggestion) => {
    compose.record(item, 'dismissed');
    setGone([...gone, item.id]);
  };
  return (
    <Card title={after.heading} icon="check">
      {shown.map((item) => (
        <article key={item.id} data-after={item.kind}>
          <div className={styles.head}>
            <h3 className={styles.title}>{labels.kinds[item.kind]}</h3>
            <IconButton label={after.dismiss(labels.kinds[item.kind])} icon="close" onClick={() => dismiss(item)} />
          </div>
          <p className={styles.text} dir="auto" lang={item.language}>
            <Bidi text={item.text} />
          </p>
          <Button icon="insert" onClick={() => void insert(item)}>
            {item.target === 'note' ? after.insertNote : reply.insert}
          </Button>
        </article>
      ))}
    </Card>
  );
}
