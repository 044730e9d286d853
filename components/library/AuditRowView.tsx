import type { AuditRow } from '../../lib/core/audit';
import { afterKinds } from '../../lib/core/suggestion';
import { colon } from '../../lib/strings/punctuation';
import { formatMoment, nameSource } from '../page/format';
import { usePage } from '../page/page-context';
import styles from './AuditTab.module.css';
import shared from './Library.module.css';

/** One row of the log, and on demand why it happened. `titles`: what the library calls its sources now. */
export function AuditRowView({ row, titles }: { row: AuditRow; titles: Record<string, string> }) {
  const { strings, language } = usePage();
  const text = strings.library.audit;
  const kinds = strings.labels.kinds;
  const of = row.suggestion ?? (row.silences?.length === 1 ? row.silences[0]?.suggestion : undefined);
  return (
    <li className={styles.row} data-seq={row.seq}>
      <details>
        <summary className={styles.summary}>
          <span className={styles.what}>
            {text.kinds[row.kind]}
            {of && `${colon(language)}${kinds[of]}`}
          </span>
          <span className={shared.soft}>
            <time dateTime={row.at}>{formatMoment(language, row.at)}</time>
            {row.site && (
              <>
                {' · '}
                <bdi>{nameSource(strings, row.site)}</bdi>
              </>
            )}
          </span>
          <span className={styles.whyMark}>{text.why}</span>
        </summary>
        <Why row={row} titles={titles} />
      </details>
    </li>
  );
}

function Why({ row, titles }: { row: AuditRow; titles: Record<string, string> }) {
  const { strings } = usePage();
  const text = strings.library.audit;
  const isAfter = afterKinds.some((kind) => kind === row.suggestion);
  const isAboutTicket = row.suggestion !== undefined || row.silences !== undefined;
  return (
    <div className={styles.why}>
      {row.silences && <Silences row={row} />}
      {isAfter && <p>{text.byRule}</p>}
      {row.confidence !== undefined && !isAfter && <p>{text.confidence(row.confidence, row.threshold)}</p>}
      {row.sources && (
        <>
          <p>{text.sources}</p>
          <ul>
            {row.sources.map((source) => (
              <li key={source}>
                {titles[source] && <bdi>{titles[source]} </bdi>}
                <code>{source}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {row.subject && <p>{row.suggestion ? text.style(row.subject) : text.subject(row.subject)}</p>}
      {row.value !== undefined && <p>{text.value(row.value)}</p>}
      {row.count !== undefined && <p>{text.amount(row.count)}</p>}
      {row.upTo && <p>{text.upTo(row.upTo.seq)}</p>}
      {row.model && (
        <p>
          {text.model} <code>{row.model}</code>
        </p>
      )}
      {isAboutTicket && !row.model && <p>{text.noModel}</p>}
      {row.text !== undefined && (
        <>
          <p>{text.text}</p>
          <blockquote className={styles.text} dir="auto">
            {row.text}
          </blockquote>
        </>
      )}
      <p className={shared.soft}>
        {text.row(row.seq)}
        {row.ticket && ` · ${text.ticketRef(row.ticket)}`}
        {' · '}
        <code className={styles.hash}>{row.hash}</code>
      </p>
    </div>
  );
}

function Silences({ row }: { row: AuditRow }) {
  const { strings, language } = usePage();
  const text = strings.library.audit;
  return (
    <ul>
      {row.silences?.map(({ suggestion, why, confidence, threshold }) => (
        <li key={suggestion}>
          {strings.labels.kinds[suggestion]}
          {colon(language)}
          {strings.panel.silent.because(why)}
          {confidence !== undefined && why === 'low-confidence' && ` ${text.notEnough(confidence, threshold)}`}
        </li>
      ))}
    </ul>
  );
}
