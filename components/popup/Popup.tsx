import { useState } from 'react';
import { PolicyNote } from '../page/PolicyNote';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { PageTabs } from '../ui/PageTabs';
import { DataTab } from './DataTab';
import type { PopupDeps } from './deps';
import { InterfaceTab } from './InterfaceTab';
import { PauseRow } from './PauseRow';
import styles from './Popup.module.css';
import { ShortcutsTab } from './ShortcutsTab';
import { SiteSwitch } from './SiteSwitch';
import { SuggestionsTab } from './SuggestionsTab';

type TabName = 'suggestions' | 'shortcuts' | 'interface' | 'data';

/** The agent's settings behind the toolbar button: this site and pause on top, the rest in tabs. */
export function Popup({ deps }: { deps: PopupDeps }) {
  const { popup, page } = usePage().strings;
  const [tab, setTab] = useState<TabName>('suggestions');
  const tabs = [
    { value: 'suggestions', label: popup.tabs.suggestions, panel: <SuggestionsTab /> },
    { value: 'shortcuts', label: popup.tabs.shortcuts, panel: <ShortcutsTab deps={deps} /> },
    { value: 'interface', label: popup.tabs.interface, panel: <InterfaceTab /> },
    { value: 'data', label: popup.tabs.data, panel: <DataTab deps={deps} /> },
  ] as const;
  return (
    <div className={styles.popup}>
      <header className={styles.header}>
        <span className={styles.mark}>
          <Icon name="spark" />
        </span>
        <h1 className={styles.name}>{popup.title}</h1>
        <span className={styles.local}>
          <Icon name="lock" /> {page.onDevice}
        </span>
      </header>
      <main className={styles.main}>
        <section className={styles.top}>
          <SiteSwitch deps={deps} />
          <PauseRow />
          <PolicyNote />
        </section>
        <PageTabs label={popup.tabs.label} value={tab} onChange={setTab} tabs={tabs} fill className={styles.tabs} />
      </main>
      <footer className={styles.footer}>
        <Button look="quiet" icon="book" onClick={() => deps.openPage('library')}>
          {popup.footer.library}
        </Button>
        <Button look="quiet" icon="spark" onClick={() => deps.openPage('practice')}>
          {popup.footer.practice}
        </Button>
        <span className={styles.version}>
          {popup.footer.version(deps.version)} ·{' '}
          <a href="/third-party-notices.txt" target="_blank" rel="noreferrer">
            {popup.footer.licences}
          </a>
        </span>
      </footer>
    </div>
  );
}
