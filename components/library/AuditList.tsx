import { useQuery } from '@tanstack/react-query';
import { auditQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { ProgressBar } from '../ui/ProgressBar';
import { AuditRowView } from './AuditRowView';
import styles from './AuditTab.module.css';
import { type AuditWish, noWish, toFilter } from './audit-wish';
import { Pager } from './Pager';
import { useSettled } from './use-settled';

const pageSize = 50;

/** The rows that are wanted, newest first, page by page. */
export function AuditList({ wish, onChange }: { wish: AuditWish; onChange: (wish: AuditWish) => void }) {
  const { engine, strings } = usePage();
  const text = strings.library.audit;
  const ticket = useSettled(wish.ticket, 250);
  const filter = toFilter({ ...wish, ticket });
  const query = useQuery(auditQuery(engine, { filter, offset: wish.offset, limit: pageSize }));
  if (query.isError) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <ProgressBar label={strings.page.loading} value={null} />;
  const { items, total, titles } = query.data;
  if (total === 0) {
    return Object.keys(filter).length === 0 ? (
      <EmptyState icon="lock" title={text.emptyTitle}>
        {text.emptyText}
      </EmptyState>
    ) : (
      <EmptyState
        icon="search"
        title={text.noneTitle}
        action={<Button onClick={() => onChange(noWish)}>{text.clear}</Button>}
      >
        {text.noneText}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={styles.rows} aria-label={text.list}>
        {items.map((row) => (
          <AuditRowView key={row.seq} row={row} titles={titles} />
        ))}
      </ul>
      <Pager offset={wish.offset} size={pageSize} total={total} onChange={(offset) => onChange({ ...wish, offset })} />
    </>
  );
}
