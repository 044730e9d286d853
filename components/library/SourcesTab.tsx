import { useQuery } from '@tanstack/react-query';
import { mayUseKnowledge } from '../../lib/core/policy';
import { stateQuery } from '../page/engine-queries';
import { helpdeskTabsQuery } from '../page/helpdesk-tabs';
import { ImportActions } from '../page/ImportActions';
import { usePage } from '../page/page-context';
import { QueryFailure } from '../page/QueryFailure';
import { Chip } from '../ui/Chip';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import { AddedSites } from './AddedSites';
import type { LibraryDeps } from './deps';
import { FileImport } from './FileImport';
import styles from './Library.module.css';
import { SourceRow } from './SourceRow';

/** Helpdesks first, then files, the practice data last. */
const rankOf = (source: string) => (source.startsWith('https://') ? 0 : source.startsWith('file:') ? 1 : 2);

/** Where knowledge came from, the import from helpdesks that are open in a tab, and from files. */
export function SourcesTab({ deps }: { deps: LibraryDeps }) {
  const { engine, settings, strings } = usePage();
  const text = strings.library.sources;
  const query = useQuery(stateQuery(engine));
  const tabs = useQuery(helpdeskTabsQuery(deps.tabs)).data ?? [];
  if (query.isError) return <QueryFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <ProgressBar label={strings.page.loading} value={null} />;
  const sources = [...query.data.knowledge.sources].sort((left, right) => rankOf(left.source) - rankOf(right.source));
  const newTabs = tabs.filter((tab) => !sources.some(({ source }) => source === tab.origin));
  return (
    <div className={styles.stack}>
      <div>
        <h2 className={styles.heading}>{text.heading}</h2>
        <p className={styles.soft}>{text.intro}</p>
        {!mayUseKnowledge(settings.policy, 'helpdesk') && <Notice tone="info">{strings.page.policy.noHelpdesk}</Notice>}
      </div>
      <div className={styles.surface}>
        {sources.length + newTabs.length === 0 && (
          <EmptyState icon="download" title={text.emptyTitle}>
            {text.emptyText}
          </EmptyState>
        )}
        {newTabs.map((tab) => {
          const name = new URL(tab.origin).host;
          return (
            <section key={tab.origin} className={styles.source}>
              <div className={styles.row}>
                <h3 className={styles.sourceName}>{name}</h3>
                <Chip tone="good" icon="check">
                  {text.tabOpen}
                </Chip>
                <span className={styles.end}>
                  <ImportActions job={null} tab={tab} tabs={deps.tabs} name={name} isKnown={false} />
                </span>
              </div>
            </section>
          );
        })}
        {sources.map((source) => (
          <SourceRow
            key={source.source}
            source={source}
            tab={tabs.find(({ origin }) => origin === source.source)}
            tabs={deps.tabs}
          />
        ))}
      </div>
      {mayUseKnowledge(settings.policy, 'files') ? (
        <FileImport deps={deps} />
      ) : (
        <Notice tone="info">{strings.page.policy.noFiles}</Notice>
      )}
      <AddedSites deps={deps} />
    </div>
  );
}
