import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listQuery } from '../page/engine-queries';
import { nameSource } from '../page/format';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { unwrap } from '../query-client';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { EmptyState } from '../ui/EmptyState';
import { ProgressBar } from '../ui/ProgressBar';
import { TextField } from '../ui/TextField';
import { ItemDetail } from './ItemDetail';
import styles from './Library.module.css';
import { Pager } from './Pager';
import { useSettled } from './use-settled';

const pageSize = 25;

/** Articles or macros: a paged list filtered by title, and the entry that was chosen. */
export function ItemsTab({ kind, onOpenSources }: { kind: 'article' | 'macro'; onOpenSources: () => void }) {
  const { engine, strings } = usePage();
  const text = strings.library;
  const [filter, setFilter] = useState('');
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<string | null>(null);
  const settled = useSettled(filter.trim(), 180);
  const query = useQuery(listQuery(engine, { kind, offset, limit: pageSize, text: settled }));
  const remove = useRemoveItem(kind);

  if (query.isError) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <ProgressBar label={strings.page.loading} value={null} />;
  const { items, total } = query.data;
  if (total === 0 && settled === '' && filter === '') {
    const empty = kind === 'article' ? text.articles : text.macros;
    const action = (
      <Button look="primary" icon="download" onClick={onOpenSources}>
        {text.toSources}
      </Button>
    );
    return (
      <div className={styles.surface}>
        <EmptyState icon={kind === 'article' ? 'book' : 'reply'} title={empty.emptyTitle} action={action}>
          {empty.emptyText}
        </EmptyState>
      </div>
    );
  }
  const item = items.find(({ id }) => id === chosen);
  const changeFilter = (next: string) => {
    setFilter(next);
    setOffset(0);
  };
  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        <TextField
          type="search"
          icon="search"
          label={text.list.filter}
          placeholder={text.list.filter}
          hideLabel
          value={filter}
          onChange={changeFilter}
        />
        <div className={styles.surface}>
          {items.length === 0 && (
            <EmptyState
              icon="search"
              title={text.list.noMatch(settled)}
              action={<Button onClick={() => changeFilter('')}>{text.list.clear}</Button>}
            />
          )}
          <ul className={styles.list} aria-label={kind === 'article' ? text.tabs.articles : text.tabs.macros}>
            {items.map((entry) => (
              <li key={entry.id}>
                <button
                  type="button"
                  className={styles.entry}
                  aria-current={entry.id === chosen ? 'true' : undefined}
                  onClick={() => setChosen(entry.id)}
                >
                  <span className={styles.entryTitle}>
                    <bdi>{entry.title}</bdi>
                  </span>
                  <span className={styles.entryMeta}>{nameSource(strings, entry.source)}</span>
                </button>
              </li>
            ))}
          </ul>
          <Pager offset={offset} size={pageSize} total={total} onChange={setOffset} />
        </div>
      </div>
      <div className={classNames(styles.surface, styles.padded, styles.detail)}>
        {item ? (
          <ItemDetail item={item} onRemove={() => remove.mutate(item)} />
        ) : (
          <EmptyState icon={kind === 'article' ? 'book' : 'reply'} title={text.list.choose} />
        )}
      </div>
    </div>
  );
}

function useRemoveItem(kind: 'article' | 'macro') {
  const { engine, strings, showToast, say } = usePage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: { id: string; title: string }) => unwrap(engine.remove({ kind, id })),
    onSuccess: (_done, { title }) => showToast('good', strings.library.list.removed(title)),
    onError: (error) => showToast('warn', say(error.message)),
    onSettled: () => client.invalidateQueries(),
  });
}
