import type { Difference, Duplicate, Gap, HealthItem, ItemUse, StaleItem, TagSuggestion } from '../../lib/core/health';
import { formatDay, nameSource } from '../page/format';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Chip } from '../ui/Chip';
import { Icon } from '../ui/Icon';
import styles from './Library.module.css';
import { useAddTag, useDismissGap } from './use-health';

/** Differences shown of one pair. */
const shownDifferences = 3;

/** Title, source and age of an article or macro. */
function Item({ item }: { item: HealthItem }) {
  const { strings, language } = usePage();
  const parts = [nameSource(strings, item.source)];
  if (item.updatedAt) parts.push(strings.library.list.updated(formatDay(language, item.updatedAt)));
  return (
    <span>
      <Icon name={item.kind === 'article' ? 'book' : 'reply'} /> <bdi>{item.title}</bdi>{' '}
      <span className={styles.soft}>{parts.join(' · ')}</span>
    </span>
  );
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {differences.slice(0, shownDifferences).map(([first, second]) => (
        <li key={first}>
          <bdi>{first}</bdi> ↔ <bdi>{second}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Two items that say much the same. */
export function DuplicateRow({ pair: { items, cosine, shared, differences } }: { pair: Duplicate }) {
  const text = usePage().strings.library.health;
  return (
    <li className={styles.report}>
      <Item item={items[0]} />
      <Item item={items[1]} />
      <span className={styles.row}>
        {cosine !== null && <Chip>{text.meaning(cosine)}</Chip>}
        <Chip>{text.shared(shared)}</Chip>
        {differences.length > 0 && (
          <Chip tone="warn" icon="alert">
            {text.differ}
          </Chip>
        )}
      </span>
      <Differences differences={differences} />
    </li>
  );
}

/** An item that may be wrong by now, with the newer one that says otherwise. */
export function StaleRow({ item }: { item: StaleItem }) {
  const text = usePage().strings.library.health;
  return (
    <li className={styles.report}>
      <Item item={item} />
      {item.newer ? (
        <>
          <span className={styles.row}>
            <Chip tone="bad" icon="alert">
              {text.contradicted}
            </Chip>
            <Item item={item.newer} />
          </span>
          <Differences differences={item.differences} />
        </>
      ) : (
        <span>
          <Chip tone="warn" icon="clock">
            {text.old}
          </Chip>
        </span>
      )}
    </li>
  );
}

/** A question without an answer. */
export function GapRow({ gap: { id, text: question, tickets, lastAt } }: { gap: Gap }) {
  const { strings, language } = usePage();
  const text = strings.library.health;
  const dismiss = useDismissGap();
  return (
    <li className={styles.report}>
      <q dir="auto">{question}</q>
      <span className={styles.row}>
        <Chip tone="warn" icon="ticket">
          {text.tickets(tickets)}
        </Chip>
        <span className={styles.soft}>{text.last(formatDay(language, lastAt))}</span>
        <span className={styles.end}>
          <Button look="quiet" icon="check" disabled={dismiss.isPending} onClick={() => dismiss.mutate(id)}>
            {text.dismiss}
          </Button>
        </span>
      </span>
    </li>
  );
}

/** An article without tags, and those it could have. */
export function TagRow({ item }: { item: TagSuggestion }) {
  const text = usePage().strings.library.health;
  const add = useAddTag();
  return (
    <li className={styles.report}>
      <Item item={item} />
      <span className={styles.row}>
        {item.tags.map((tag) => (
          <Button
            key={tag}
            icon="plus"
            aria-label={text.addTag(tag, item.title)}
            disabled={add.isPending}
            onClick={() => add.mutate({ item, tag })}
          >
            {tag}
          </Button>
        ))}
      </span>
    </li>
  );
}

/** How often an item was used. */
export function UseRow({ item }: { item: ItemUse }) {
  const text = usePage().strings.library.health;
  return (
    <li className={styles.report}>
      <Item item={item} />
      <span className={styles.row}>
        <Chip tone="good" icon="insert">
          {text.inserted(item.inserted)}
        </Chip>
        <Chip icon="open">{text.opened(item.opened)}</Chip>
        <Chip icon="close">{text.dismissed(item.dismissed)}</Chip>
      </span>
    </li>
  );
}
