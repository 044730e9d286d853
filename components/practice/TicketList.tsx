import { type Message, openTurn } from '../../lib/core/ticket';
import { usePage } from '../page/page-context';
import styles from './Practice.module.css';
import type { DeskState } from './practice-desk';

/** The tickets of the practice desk. */
export function TicketList({ state, onOpen }: { state: DeskState; onOpen: (id: string) => void }) {
  const text = usePage().strings.practice;
  const stateOf = (messages: Message[]) =>
    messages.length === 0 ? text.quiet : openTurn(messages) ? text.waiting : text.answered;
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
              <span className={styles.ticketSubject}>
                <bdi>{ticket.subject}</bdi>
              </span>
              <span className={styles.soft}>
                <bdi>{ticket.requester.name}</bdi> · {stateOf(ticket.messages)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
