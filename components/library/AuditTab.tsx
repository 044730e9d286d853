import { useState } from 'react';
import { usePage } from '../page/page-context';
import { useLock } from '../page/use-lock';
import { SelectField } from '../ui/SelectField';
import { Switch } from '../ui/Switch';
import { AuditFilters } from './AuditFilters';
import { AuditList } from './AuditList';
import { AuditProof } from './AuditProof';
import styles from './AuditTab.module.css';
import { type AuditWish, noWish } from './audit-wish';
import type { LibraryDeps } from './deps';
import shared from './Library.module.css';

/** Days to choose from; 0: for ever. */
const days = [30, 90, 180, 365, 730, 0];

/** The log of what was shown and done: what is kept of it, its rows with why, and whether it is whole. */
export function AuditTab({ deps }: { deps: LibraryDeps }) {
  const [wish, setWish] = useState<AuditWish>(noWish);
  return (
    <div className={shared.stack}>
      <Keeping />
      <section className={shared.surface} aria-label={usePage().strings.library.audit.filters}>
        <AuditFilters wish={wish} onChange={setWish} />
        <AuditList wish={wish} onChange={setWish} />
      </section>
      <AuditProof deps={deps} />
    </div>
  );
}

function Keeping() {
  const { settings, change, strings } = usePage();
  const text = strings.library.audit;
  const lockOf = useLock();
  // A team's own number of days stands beside ours.
  const choices = [...new Set([...days, settings.auditDays])].sort((one, other) => (one || 1e9) - (other || 1e9));
  return (
    <section className={`${shared.surface} ${shared.padded} ${shared.stack}`} aria-label={text.heading}>
      <h2 className={shared.heading}>{text.heading}</h2>
      <p className={shared.soft}>{text.intro}</p>
      <Switch
        checked={settings.auditLog}
        locked={lockOf('auditLog')}
        onChange={(next) => void change('auditLog', next)}
        hint={text.keepHint}
      >
        {text.keep}
      </Switch>
      <Switch
        checked={settings.auditText}
        locked={lockOf('auditText')}
        onChange={(next) => void change('auditText', next)}
        hint={text.keepTextHint}
      >
        {text.keepText}
      </Switch>
      <div className={styles.days}>
        <SelectField
          label={text.days}
          value={String(settings.auditDays)}
          locked={lockOf('auditDays')}
          options={choices.map((value) => ({ value: String(value), label: text.dayChoices(value) }))}
          onChange={(next) => void change('auditDays', Number(next))}
        />
      </div>
    </section>
  );
}
