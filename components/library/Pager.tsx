import { usePage } from '../page/page-context';
import { IconButton } from '../ui/Button';
import styles from './Library.module.css';

/** Which part of a list is shown, and the way to the parts before and after. Nothing for an empty list. */
export function Pager({
  offset,
  size,
  total,
  onChange,
}: {
  offset: number;
  size: number;
  total: number;
  onChange: (offset: number) => void;
}) {
  const { list } = usePage().strings.library;
  if (total === 0) return null;
  const end = Math.min(total, offset + size);
  return (
    <nav className={styles.pager} aria-label={list.pages}>
      <span role="status">{list.shown(Math.min(offset + 1, end), end, total)}</span>
      <span>
        <IconButton
          icon="chevron"
          label={list.previous}
          className={styles.back}
          disabled={offset === 0}
          onClick={() => onChange(Math.max(0, offset - size))}
        />
        <IconButton
          icon="chevron"
          label={list.next}
          className={styles.flip}
          disabled={end >= total}
          onClick={() => onChange(offset + size)}
        />
      </span>
    </nav>
  );
}
