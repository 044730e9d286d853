import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { stateQuery } from '../page/engine-queries';
import { PolicyNote } from '../page/PolicyNote';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Icon, type IconName } from '../ui/Icon';
import { PageTabs } from '../ui/PageTabs';
import { AuditTab } from './AuditTab';
import type { LibraryDeps } from './deps';
import { HealthTab } from './HealthTab';
import { IntentsTab } from './IntentsTab';
import { ItemsTab } from './ItemsTab';
import { LearningTab } from './LearningTab';
import styles from './Library.module.css';
import { PlaybooksTab } from './PlaybooksTab';
import { PrivacyTab } from './PrivacyTab';
import { ReplayTab } from './ReplayTab';
import { SearchTab } from './SearchTab';
import { SourcesTab } from './SourcesTab';

const tabNames = [
  'articles',
  'macros',
  'playbooks',
  'intents',
  'sources',
  'search',
  'health',
  'learning',
  'replay',
  'audit',
  'privacy',
] as const;
type TabName = (typeof tabNames)[number];
const icons: Record<TabName, IconName> = {
  articles: 'book',
  macros: 'reply',
  playbooks: 'steps',
  intents: 'tag',
  sources: 'download',
  search: 'search',
  health: 'heart',
  learning: 'spark',
  replay: 'clock',
  audit: 'lock',
  privacy: 'lock',
};

function readHash(): TabName {
  return tabNames.find((name) => `#${name}` === location.hash) ?? 'articles';
}

/** The tab named in the address, so that reload, links and Back lead to it. */
function useTab(): [TabName, (name: TabName) => void] {
  const [tab, setTab] = useState(readHash);
  useEffect(() => {
    const follow = () => setTab(readHash());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const open = (name: TabName) => {
    history.replaceState(null, '', `#${name}`);
    setTab(name);
  };
  return [tab, open];
}

/** Everything Deskside knows on this device, to read, search, write and remove. */
export function Library({ deps }: { deps: LibraryDeps }) {
  const { strings } = usePage();
  const text = strings.library;
  const [tab, setTab] = useTab();
  const toSources = () => setTab('sources');
  const panels = {
    articles: <ItemsTab key="article" kind="article" onOpenSources={toSources} />,
    macros: <ItemsTab key="macro" kind="macro" onOpenSources={toSources} />,
    playbooks: <PlaybooksTab />,
    intents: <IntentsTab deps={deps} />,
    sources: <SourcesTab deps={deps} />,
    search: <SearchTab onOpenSources={toSources} />,
    health: <HealthTab />,
    learning: <LearningTab deps={deps} />,
    replay: <ReplayTab deps={deps} />,
    audit: <AuditTab deps={deps} />,
    privacy: <PrivacyTab deps={deps} />,
  };
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <span className={styles.mark}>
          <Icon name="spark" />
        </span>
        <div className={styles.brand}>
          <h1 className={styles.name}>{text.title}</h1>
          <Totals />
        </div>
        <span className={styles.local}>
          <Icon name="lock" /> {strings.page.onDevice}
        </span>
        <Button icon="spark" onClick={() => deps.openPage('practice')}>
          {text.toPractice}
        </Button>
      </header>
      <PolicyNote />
      <main>
        <PageTabs
          label={text.tabs.label}
          value={tab}
          onChange={setTab}
          beside
          tabs={tabNames.map((value) => ({ value, label: text.tabs[value], icon: icons[value], panel: panels[value] }))}
          className={styles.tabs}
        />
      </main>
    </div>
  );
}

function Totals() {
  const { engine, strings } = usePage();
  const { counts } = strings.page;
  const knowledge = useQuery(stateQuery(engine)).data?.knowledge;
  if (!knowledge) return null;
  const { articles, macros, playbooks, passages } = knowledge;
  return (
    <p className={styles.soft}>
      {[counts.articles(articles), counts.macros(macros), counts.playbooks(playbooks), counts.passages(passages)].join(
        ' · ',
      )}
    </p>
  );
}
