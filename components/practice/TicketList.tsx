import { openTurn } from '../../lib/core/ticket';
import { usePage } from '../page/page-context';
import styles from './Practice.module.css';
import type { DeskState } from './practice-desk';

/** The tickets of the practice desk. */
export function TicketList({ state, onOpen }: { state: DeskState; onOpen: (id: string) => void }) {
  const text = usePage().strings.practice;
  return (
    <nav className={styles.surface} aria-label={text.tickets}>
      <ul className={styles.tickets}>
        {state.tickets.map((ticket) => (
          <li key={ticket.id}>
            <button
              type="button"
              className={styles.ticketButton}
              aria-current={ticket.id === state.openId ? 'true' : undefined}
              onClick={() => onOpen(ticket.id)}
            >
              <span className={styles.ticketSubject} dir="auto">
                {ticket.subject}
              </span>
              <span className={styles.soft}>
                <bdi>{ticket.requester.name}</bdi> · {openTurn(ticket.messages) ? text.waiting : text.answered}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
