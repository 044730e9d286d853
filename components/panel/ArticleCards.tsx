import { useState } from 'react';
import type { ArticleSuggestion } from '../../lib/core/suggestion';
import { Button, IconButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { Chip } from '../ui/Chip';
import { Icon } from '../ui/Icon';
import styles from './ArticleCards.module.css';
import { Confidence } from './Confidence';
import { usePanel } from './deps';
import { excerpt } from './excerpt';
import { escapeHtml, webAddress } from './reply-html';
import type { Compose } from './use-compose';

/** The articles that answer, each with the passage that does. */
export function ArticleCards({ articles, compose }: { articles: ArticleSuggestion[]; compose: Compose }) {
  const { strings } = usePanel();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const shown = articles.filter(({ id }) => !dismissed.includes(id));
  if (shown.length === 0) return null;
  return (
    <Card title={strings.article.heading} icon="book">
      {shown.map((article) => (
        <Article
          key={article.id}
          article={article}
          compose={compose}
          onDismiss={() => {
            compose.record(article, 'dismissed');
            setDismissed([...dismissed, article.id]);
          }}
        />
      ))}
    </Card>
  );
}

function Article({
  article,
  compose,
  onDismiss,
}: {
  article: ArticleSuggestion;
  compose: Compose;
  onDismiss: () => void;
}) {
  const { strings } = usePanel();
  const url = webAddress(
    article.sources.find((source) => source.id === article.articleId)?.url ?? article.sources[0]?.url,
  );
  const { before, marked, after } = excerpt(article.passage, article.highlight);
  return (
    <article className={styles.article}>
      <div className={styles.head}>
        <h3 className={styles.title} dir="auto">
          {url ? (
            <a
              className={styles.link}
              href={url}
              target="_blank"
              rel="noreferrer"
              title={strings.article.open}
              onClick={() => compose.record(article, 'opened')}
            >
              {article.title} <Icon name="open" />
            </a>
          ) : (
            article.title
          )}
        </h3>
        <IconButton label={strings.article.dismiss(article.title)} icon="close" onClick={onDismiss} />
      </div>
      <p className={styles.passage} dir="auto">
        {before}
        <mark className={styles.mark}>{marked}</mark>
        {after}
      </p>
      <div className={styles.actions}>
        {article.isInternal && (
          <Chip tone="warn" icon="lock">
            {strings.article.internal}
          </Chip>
        )}
        {url && <LinkActions article={article} url={url} compose={compose} />}
        <span className={styles.confidence}>
          <Confidence value={article.confidence} />
        </span>
      </div>
    </article>
  );
}

function LinkActions({ article, url, compose }: { article: ArticleSuggestion; url: string; compose: Compose }) {
  const { strings } = usePanel();
  const insert = async () => {
    const html = `<a href="${escapeHtml(url)}">${escapeHtml(article.title)}</a>`;
    if (await compose.insert({ text: `${article.title}: ${url}`, html })) compose.record(article, 'inserted');
  };
  const copy = async () => {
    if (await compose.copy(url)) compose.record(article, 'copied');
  };
  return (
    <>
      {!article.isInternal && (
        <Button look="quiet" icon="insert" onClick={() => void insert()}>
          {strings.article.insertLink}
        </Button>
      )}
      <IconButton label={strings.article.copyLink} icon="link" onClick={() => void copy()} />
    </>
  );
}
