import { type AgingKind, agingKinds, type PrivacyState } from '../../lib/core/privacy';
import { formatDay, formatNumber } from '../page/format';
import { usePage } from '../page/page-context';
import { useLock } from '../page/use-lock';
import { SelectField } from '../ui/SelectField';
import own from './PrivacyTab.module.css';

type Kind = keyof PrivacyState['counts'];

const order: readonly Kind[] = [...agingKinds, 'audit', 'articles', 'macros', 'playbooks', 'examples'];
/** Days to choose from; 0 is without limit. */
const spans = [7, 30, 90, 180, 365, 730, 0];
const isAging = (kind: Kind): kind is AgingKind => agingKinds.some((one) => one === kind);

/** Everything that is kept, a row a kind; what goes by age lets its time be chosen. */
export function PrivacyTable({ state: { counts, oldest } }: { state: PrivacyState }) {
  const { settings, strings, language } = usePage();
  const { columns, kinds, database, table, untilDeleted, days, never } = strings.library.privacy;
  // Set with the log itself, in its own tab.
  const auditSpan = settings.auditDays > 0 ? days(settings.auditDays) : never;
  return (
    // A narrow window scrolls the table, not the page.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1).
    <section className={own.scroll} aria-label={table} tabIndex={0}>
      <table className={own.table}>
        <thead>
          <tr>
            {Object.entries(columns).map(([name, title]) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((kind) => {
            const since = isAging(kind) || kind === 'audit' ? oldest[kind] : null;
            return (
              <tr key={kind}>
                <th scope="row">{kinds[kind].name}</th>
                <td>{kinds[kind].holds}</td>
                <td>{database}</td>
                <td className={own.number}>{formatNumber(language, counts[kind])}</td>
                <td>{since ? formatDay(language, since) : '–'}</td>
                <td>{isAging(kind) ? <KeepFor kind={kind} /> : kind === 'audit' ? auditSpan : untilDeleted}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function KeepFor({ kind }: { kind: AgingKind }) {
  const { settings, change, strings } = usePage();
  const lockOf = useLock();
  const text = strings.library.privacy;
  const { keepDays } = settings;
  const days = keepDays[kind];
  const options = [...new Set([...spans, days])].map((value) => ({
    value: String(value),
    label: value === 0 ? text.never : text.days(value),
  }));
  return (
    <>
      <div className={own.screenOnly}>
        <SelectField
          label={text.keepFor(text.kinds[kind].name)}
          hideLabel
          locked={lockOf('keepDays', kind)}
          value={String(days)}
          options={options}
          onChange={(value) => void change('keepDays', { ...keepDays, [kind]: Number(value) })}
        />
      </div>
      <span className={own.printOnly}>{days === 0 ? text.never : text.days(days)}</span>
    </>
  );
}
