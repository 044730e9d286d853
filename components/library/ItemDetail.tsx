import type { Article, Macro } from '../../lib/core/knowledge';
import { formatDay, nameSource } from '../page/format';
import { usePage } from '../page/page-context';
import { webAddress } from '../panel/reply-html';
import { Chip } from '../ui/Chip';
import { ConfirmButton } from '../ui/ConfirmButton';
import { Icon } from '../ui/Icon';
import styles from './Library.module.css';

/** One article or macro as plain text, with where it came from. */
export function ItemDetail({ item, onRemove }: { item: Article | Macro; onRemove: () => void }) {
  const { strings } = usePage();
  const { list } = strings.library;
  const words = {
    title: list.removeTitle,
    text: list.removeText(item.title),
    confirm: list.remove,
    cancel: strings.page.cancel,
  };
  const url = 'url' in item ? webAddress(item.url) : undefined;
  return (
    <article>
      <div className={styles.detailHead}>
        <h2 className={styles.detailTitle}>
          <bdi>{item.title}</bdi>
        </h2>
        <ConfirmButton words={words} onConfirm={onRemove}>
          {list.remove}
        </ConfirmButton>
      </div>
      <div className={styles.chips}>
        <Chips item={item} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className={styles.text} tabIndex={0}>
        {item.text.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in a text that never moves.
          <p key={index} dir="auto">
            {line}
          </p>
        ))}
      </div>
      {url && (
        <p>
          <a className={styles.open} href={url} target="_blank" rel="noreferrer">
            <Icon name="open" /> {list.open}
          </a>
        </p>
      )}
    </article>
  );
}

function Chips({ item }: { item: Article | Macro }) {
  const { strings, language } = usePage();
  const { list } = strings.library;
  const isArticle = 'isInternal' in item;
  const labels = isArticle ? item.labels : item.tags;
  return (
    <>
      <Chip icon="globe">{nameSource(strings, item.source)}</Chip>
      {isArticle && item.isInternal && (
        <Chip tone="warn" icon="lock">
          {list.internal}
        </Chip>
      )}
      {!isArticle && item.isNote && (
        <Chip tone="warn" icon="lock">
          {list.note}
        </Chip>
      )}
      {isArticle && item.section && <Chip icon="book">{item.section}</Chip>}
      {isArticle && item.locale && <Chip>{item.locale}</Chip>}
      {item.updatedAt && <Chip icon="clock">{list.updated(formatDay(language, item.updatedAt))}</Chip>}
      {[...new Set(labels)].map((label) => (
        <Chip key={label} icon="tag">
          {label}
        </Chip>
      ))}
    </>
  );
}
