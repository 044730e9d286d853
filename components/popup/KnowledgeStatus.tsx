import { useQuery } from '@tanstack/react-query';
import type { KnowledgeCounts } from '../../lib/core/engine';
import { nameSource } from '../page/format';
import { helpdeskTabsQuery } from '../page/helpdesk-tabs';
import { ImportActions, ImportProgress } from '../page/ImportActions';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import type { PopupDeps } from './deps';
import styles from './Popup.module.css';

/** How much knowledge there is, how its imports stand, and the import of what is open in a tab. */
export function KnowledgeStatus({ deps, knowledge }: { deps: PopupDeps; knowledge: KnowledgeCounts }) {
  const { strings, say } = usePage();
  const { counts, importing } = strings.page;
  const text = strings.popup.data;
  const tabs = useQuery(helpdeskTabsQuery(deps.tabs)).data ?? [];
  const isEmpty = knowledge.articles + knowledge.macros + knowledge.playbooks === 0;
  const newTabs = tabs.filter((tab) => !knowledge.sources.some(({ source }) => source === tab.origin));
  return (
    <Card title={text.knowledge} icon="book">
      <p className={styles.strong}>
        {isEmpty
          ? text.knowledgeEmpty
          : [
              counts.articles(knowledge.articles),
              counts.macros(knowledge.macros),
              counts.playbooks(knowledge.playbooks),
            ].join(' · ')}
      </p>
      {isEmpty && tabs.length === 0 && <p className={styles.soft}>{importing.noTab}</p>}
      {knowledge.sources.map(({ source, job }) => {
        const tab = tabs.find(({ origin }) => origin === source);
        const name = nameSource(strings, source);
        return (
          <div key={source} className={styles.source}>
            <div className={styles.row}>
              <span className={styles.status} dir="auto">
                {name}
              </span>
              {tab ? (
                <ImportActions job={job} tab={tab} tabs={deps.tabs} name={name} isKnown />
              ) : (
                job && <span className={styles.soft}>{importing.status[job.status]}</span>
              )}
            </div>
            <ImportProgress job={job} name={name} />
            {job?.message && <p className={styles.soft}>{say(job.message)}</p>}
          </div>
        );
      })}
      {newTabs.map((tab) => (
        <div key={tab.origin} className={styles.row}>
          <span className={styles.status}>{new URL(tab.origin).host}</span>
          <ImportActions job={null} tab={tab} tabs={deps.tabs} name={new URL(tab.origin).host} isKnown={false} />
        </div>
      ))}
      <div>
        <Button look="quiet" icon="open" className={styles.outdent} onClick={() => deps.openPage('library')}>
          {text.manage}
        </Button>
      </div>
    </Card>
  );
}
