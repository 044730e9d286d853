import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { HealthReport, HealthState } from '../../lib/core/health';
import { healthQuery } from '../page/engine-queries';
import { formatDay } from '../page/format';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import { DuplicateRow, GapRow, StaleRow, TagRow, UseRow } from './HealthRows';
import styles from './Library.module.css';
import { useCheckHealth } from './use-health';

/** Rows shown of each list; the others are counted. */
const shown = 25;

/** What is wrong or missing in the library, and what of it helps. */
export function HealthTab() {
  const { engine, strings } = usePage();
  const query = useQuery(healthQuery(engine));
  if (query.isError) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <ProgressBar label={strings.page.loading} value={null} />;
  const { report, gaps } = query.data;
  return (
    <div className={styles.stack}>
      <Check state={query.data} />
      <Gaps gaps={gaps} />
      {report && <Report report={report} />}
    </div>
  );
}

function Check({ state: { progress, report, failure } }: { state: HealthState }) {
  const { strings, language } = usePage();
  const text = strings.library.health;
  const check = useCheckHealth();
  return (
    <section className={styles.stack} aria-label={text.heading}>
      <div className={styles.row}>
        <div>
          <h2 className={styles.heading}>{text.heading}</h2>
          <p className={styles.soft}>
            {report ? text.checked(formatDay(language, report.at), report.items) : text.intro}
          </p>
        </div>
        <span className={styles.end}>
          {progress === null ? (
            <Button look="primary" icon="reload" disabled={check.isPending} onClick={() => check.mutate('start')}>
              {text.start}
            </Button>
          ) : (
            <Button icon="close" onClick={() => check.mutate('cancel')}>
              {text.cancel}
            </Button>
          )}
        </span>
      </div>
      <div role="status" aria-live="polite">
        {progress !== null && <ProgressBar label={text.running} value={progress} />}
      </div>
      {failure && <Notice tone="bad">{failure}</Notice>}
    </section>
  );
}

function Gaps({ gaps }: Pick<HealthState, 'gaps'>) {
  const text = usePage().strings.library.health;
  if (gaps === null) {
    return (
      <Section heading={text.gaps} hint={text.gapsOff} count={0}>
        {null}
      </Section>
    );
  }
  return (
    <Section heading={text.gaps} hint={gaps.length > 0 ? text.gapsHint : text.gapsNone} count={gaps.length}>
      {gaps.slice(0, shown).map((gap) => (
        <GapRow key={gap.id} gap={gap} />
      ))}
    </Section>
  );
}

function Report({ report: { duplicates, stale, tags, use } }: { report: HealthReport }) {
  const text = usePage().strings.library.health;
  if (duplicates.length + stale.length + tags.length + use.length === 0) {
    return (
      <div className={styles.surface}>
        <EmptyState icon="check" title={text.allGood} />
      </div>
    );
  }
  return (
    <>
      <Section heading={text.duplicates} hint={text.duplicatesHint} count={duplicates.length}>
        {duplicates.slice(0, shown).map((pair) => (
          <DuplicateRow key={pair.items.map(({ kind, id }) => `${kind} ${id}`).join(' ')} pair={pair} />
        ))}
      </Section>
      <Section heading={text.stale} hint={text.staleHint} count={stale.length}>
        {stale.slice(0, shown).map((item) => (
          <StaleRow key={`${item.kind} ${item.id}`} item={item} />
        ))}
      </Section>
      <Section heading={text.tags} hint={text.tagsHint} count={tags.length}>
        {tags.slice(0, shown).map((item) => (
          <TagRow key={item.id} item={item} />
        ))}
      </Section>
      <Section heading={text.use} hint={text.useHint} count={use.length}>
        {use.slice(0, shown).map((item) => (
          <UseRow key={`${item.kind} ${item.id}`} item={item} />
        ))}
      </Section>
    </>
  );
}

function Section(props: { heading: string; hint: string; count: number; children: ReactNode }) {
  const { heading, hint, count, children } = props;
  const text = usePage().strings.library.health;
  return (
    <section className={styles.surface} aria-label={heading}>
      <div className={styles.source}>
        <h3 className={styles.sourceName}>{text.counted(heading, count)}</h3>
        <p className={styles.soft}>{hint}</p>
      </div>
      {count > 0 && <ul className={styles.list}>{children}</ul>}
      {count > shown && <p className={`${styles.source} ${styles.soft}`}>{text.more(count - shown)}</p>}
    </section>
  );
}
