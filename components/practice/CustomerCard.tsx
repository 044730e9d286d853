import { type FormEvent, useState } from 'react';
import { usePage } from '../page/page-context';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { TextField } from '../ui/TextField';
import styles from './Practice.module.css';
import type { DeskTicket, PracticeDesk } from './practice-desk';

/** Lets the agent play the customer: messages that are ready, or their own. */
export function CustomerCard({ ticket, desk }: { ticket: DeskTicket; desk: PracticeDesk }) {
  const text = usePage().strings.practice.customer;
  const [own, setOwn] = useState('');
  const said = new Set(ticket.messages.map((message) => message.text));
  const send = (event: FormEvent) => {
    event.preventDefault();
    desk.customerWrites(own);
    setOwn('');
  };
  return (
    <Card title={text.heading} icon="person" className={styles.customer}>
      <ul className={styles.says}>
        {ticket.prepared
          .filter((message) => !said.has(message))
          .map((message) => (
            <li key={message}>
              <button
                type="button"
                className={styles.say}
                dir="auto"
                aria-label={text.writes(message)}
                onClick={() => desk.customerWrites(message)}
              >
                {message}
              </button>
            </li>
          ))}
      </ul>
      <form onSubmit={send} className={styles.says}>
        <TextField label={text.own} rows={2} value={own} onChange={setOwn} />
        <div className={styles.row}>
          <Button type="submit" icon="reply" disabled={own.trim() === ''}>
            {text.send}
          </Button>
          <Button look="quiet" icon="reload" onClick={() => desk.startOver()}>
            {text.startOver}
          </Button>
        </div>
      </form>
    </Card>
  );
}
