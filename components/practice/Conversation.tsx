import { useLayoutEffect, useRef } from 'react';
import type { Message } from '../../lib/core/ticket';
import { formatTime } from '../page/format';
import { usePage } from '../page/page-context';
import styles from './Practice.module.css';
import type { DeskTicket } from './practice-desk';

/** What was written on the ticket, oldest first; new messages are scrolled to and read out. */
export function Conversation({ ticket }: { ticket: DeskTicket }) {
  const { strings, language } = usePage();
  const text = strings.practice;
  const log = useRef<HTMLDivElement>(null);
  const count = ticket.messages.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is what makes it scroll.
  useLayoutEffect(() => {
    // In braces: newer browsers answer a promise here, which React would take for a clean-up.
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [count, ticket.id]);
  const who = (role: Message['role']) => (role === 'customer' ? ticket.requester.name : text.roles[role]);
  return (
    <>
      <div className={styles.subject}>
        <h2>
          <bdi>{ticket.subject}</bdi>
        </h2>
        <span className={styles.soft}>
          {text.ticketNumber(ticket.id)} · <bdi>{ticket.requester.name}</bdi>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div ref={log} className={styles.log} role="log" aria-label={text.conversation} tabIndex={0}>
        {ticket.messages.map((message) => (
          <article key={message.id} className={styles.message} data-role={message.role}>
            <div className={styles.who}>
              <strong>
                <bdi>{who(message.role)}</bdi>
              </strong>
              {message.at && <time dateTime={message.at}>{formatTime(language, Date.parse(message.at))}</time>}
            </div>
            <p dir="auto">{message.text}</p>
          </article>
        ))}
      </div>
    </>
  );
}
