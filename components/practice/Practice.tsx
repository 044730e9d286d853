import { type CSSProperties, useRef, useState, useSyncExternalStore } from 'react';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Composer } from './Composer';
import { Conversation } from './Conversation';
import { CustomerCard } from './CustomerCard';
import type { PracticeDeps } from './deps';
import { LibraryNote } from './LibraryNote';
import { PanelDock } from './PanelDock';
import styles from './Practice.module.css';
import { createPracticeDesk, openTicket } from './practice-desk';
import { Steps } from './Steps';
import { sampleTickets } from './sample-tickets';
import { TicketList } from './TicketList';
import { useSampleLibrary } from './use-sample-library';

/** Distance of the panel from the page's edges and from the desk, px. */
const panelGap = 22;
const handlePx = 40;

/** A small helpdesk with sample tickets, the real panel beside it: everything can be tried without a customer. */
export function Practice({ deps }: { deps: PracticeDeps }) {
  const { settings, strings } = usePage();
  const text = strings.practice;
  const [desk] = useState(() => createPracticeDesk(sampleTickets));
  const state = useSyncExternalStore(desk.subscribe, desk.get);
  const root = useRef<HTMLDivElement>(null);
  const library = useSampleLibrary(deps.origin);
  const ticket = openTicket(state);
  const room = settings.panelOpen ? settings.panelWidthPx + panelGap : handlePx;
  return (
    <div
      className={styles.page}
      ref={root}
      data-panel={settings.panelOpen}
      style={{ '--room': `${room}px` } as CSSProperties}
    >
      <header className={styles.header}>
        <span className={styles.mark}>
          <Icon name="spark" />
        </span>
        <div className={styles.brand}>
          <h1 className={styles.name}>{text.title}</h1>
          <p className={styles.soft}>{text.intro}</p>
        </div>
        <Button icon="book" onClick={() => deps.openPage('library')}>
          {text.toLibrary}
        </Button>
      </header>
      <main className={styles.main}>
        <Steps done={state.done} shortcut={settings.shortcuts.insertReply} />
        <div className={styles.desk}>
          <div className={styles.side}>
            <TicketList state={state} onOpen={desk.open} />
            {ticket && <CustomerCard key={ticket.id} ticket={ticket} desk={desk} />}
          </div>
          <div className={styles.ticket}>
            {ticket && <Conversation ticket={ticket} />}
            {state.tickets.map((one) => (
              <Composer key={one.id} ticket={one} desk={desk} isOpen={one.id === state.openId} />
            ))}
          </div>
        </div>
        <div className={styles.below}>
          <LibraryNote library={library} />
          <aside className={styles.privacy} aria-label={text.privacyTitle}>
            <Icon name="lock" />
            <p>
              <strong>{text.privacyTitle}.</strong> {text.privacyText}
            </p>
          </aside>
        </div>
      </main>
      {/* Mounted anew when the library changes, since the panel asks for its state once. */}
      <PanelDock key={library.status} desk={desk} deps={deps} root={root} />
    </div>
  );
}
