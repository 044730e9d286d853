import { auditKinds } from '../../lib/core/audit';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';
import styles from './AuditTab.module.css';
import { type AuditWish, noWish } from './audit-wish';

/** Which rows of the log are wanted; another wish begins at the newest. */
export function AuditFilters({ wish, onChange }: { wish: AuditWish; onChange: (wish: AuditWish) => void }) {
  const text = usePage().strings.library.audit;
  const set = (part: Partial<AuditWish>) => onChange({ ...wish, ...part, offset: 0 });
  const { offset: _offset, ...filters } = wish;
  const isAny = Object.values(filters).some((value) => value !== '');
  return (
    <div className={styles.filters}>
      <SelectField
        label={text.kind}
        layout="stack"
        value={wish.kind}
        options={[
          { value: '', label: text.anyKind },
          ...auditKinds.map((kind) => ({ value: kind, label: text.kinds[kind] })),
        ]}
        onChange={(kind) => set({ kind })}
      />
      <TextField type="date" label={text.from} value={wish.from} onChange={(from) => set({ from })} />
      <TextField type="date" label={text.to} value={wish.to} onChange={(to) => set({ to })} />
      <TextField
        label={text.ticket}
        hint={text.ticketHint}
        value={wish.ticket}
        onChange={(ticket) => set({ ticket })}
      />
      {isAny && (
        <Button look="quiet" icon="close" onClick={() => onChange(noWish)}>
          {text.clear}
        </Button>
      )}
    </div>
  );
}
