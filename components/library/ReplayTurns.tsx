import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ReplayFilter, type ReplayState, replayFilters } from '../../lib/core/replay';
import { replayTurnsQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { Segments } from '../ui/Segments';
import styles from './Library.module.css';
import { Pager } from './Pager';
import { ReplayTurn } from './ReplayTurn';

const pageSize = 10;

function countOf(filter: ReplayFilter, { done, now, differing }: ReplayState): number {
  const { shown = 0, silent = 0, agrees = 0 } = now ?? {};
  return { all: done, shown, silent, agrees, differs: shown - agrees, changed: differing?.turns ?? 0 }[filter];
}

/** The turns of a replay, some of them by choice; those that the change makes different come first. */
export function ReplayTurns({ state }: { state: ReplayState }) {
  const { engine, strings } = usePage();
  const text = strings.library.replay;
  const [chosen, setChosen] = useState<ReplayFilter>('all');
  const [offset, setOffset] = useState(0);
  const filters = replayFilters.filter((filter) => filter !== 'changed' || state.change !== null);
  const filter = filters.includes(chosen) ? chosen : 'all';
  const query = useQuery(replayTurnsQuery(engine, { filter, offset, limit: pageSize, done: state.done }));
  const { items = [], total = 0 } = query.data ?? {};
  return (
    <section className={styles.stack} aria-label={text.list}>
      <h2 className={styles.heading}>{text.list}</h2>
      <Segments
        label={text.filter}
        hideLabel
        value={filter}
        options={filters.map((value) => ({
          value,
          label: text.filterCount(text.filters[value], countOf(value, state)),
        }))}
        onChange={(next) => {
          setChosen(next);
          setOffset(0);
        }}
      />
      {query.isError && <QueryFailure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && total === 0 && <p className={styles.soft}>{text.none}</p>}
      <ol className={styles.hits}>
        {items.map((turn) => (
          <li key={turn.id}>
            <ReplayTurn turn={turn} />
          </li>
        ))}
      </ol>
      {total > pageSize && <Pager offset={offset} size={pageSize} total={total} onChange={setOffset} />}
    </section>
  );
}
