import type { Hit } from '../../lib/core/knowledge';
import { colon } from '../../lib/strings/punctuation';
import { nameSource } from '../page/format';
import { usePage } from '../page/page-context';
import { webAddress } from '../panel/reply-html';
import { Chip } from '../ui/Chip';
import { Icon, type IconName } from '../ui/Icon';
import styles from './Library.module.css';

const icons: Record<Hit['ownerKind'], IconName> = { article: 'book', macro: 'reply', past: 'clock' };

/** The passage in three parts, the quote in the middle; empty quote when it does not stand in the passage. */
export function splitPassage({ passage, quote }: Pick<Hit, 'passage' | 'quote'>): [string, string, string] {
  const guess = quote.start - passage.start;
  const start = passage.text.startsWith(quote.text, guess) && guess >= 0 ? guess : passage.text.indexOf(quote.text);
  if (quote.text === '' || start < 0) return [passage.text, '', ''];
  const end = start + quote.text.length;
  return [passage.text.slice(0, start), quote.text, passage.text.slice(end)];
}

/** One hit: what it is and where from, the best passage with the best sentence marked, and the scores. */
export function HitCard({ hit }: { hit: Hit }) {
  const { strings, language } = usePage();
  const text = strings.library.search;
  const [before, quote, after] = splitPassage(hit);
  const url = webAddress(hit.url);
  const source = hit.ownerId.slice(0, Math.max(0, hit.ownerId.lastIndexOf('#')));
  return (
    <article className={`${styles.surface} ${styles.hit}`}>
      <div className={styles.row}>
        <h2 className={styles.hitTitle}>
          <bdi>{hit.title}</bdi>
        </h2>
        {url && (
          <a
            className={styles.open}
            href={url}
            target="_blank"
            rel="noreferrer"
            aria-label={`${strings.library.list.open}${colon(language)}${hit.title}`}
          >
            <Icon name="open" />
          </a>
        )}
      </div>
      <p className={styles.passage} dir="auto">
        {before}
        {quote && <mark>{quote}</mark>}
        {after}
      </p>
      <div className={styles.row}>
        <Chip icon={icons[hit.ownerKind]}>{strings.panel.source[hit.ownerKind]}</Chip>
        {source && <Chip icon="globe">{nameSource(strings, source)}</Chip>}
        <Chip tone="accent">{text.score(hit.score)}</Chip>
        {hit.cosine !== null && <Chip>{text.meaning(Math.max(0, hit.cosine))}</Chip>}
        <Chip>{text.words(hit.overlap)}</Chip>
      </div>
    </article>
  );
}
