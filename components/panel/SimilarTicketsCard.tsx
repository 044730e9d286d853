import { useMemo } from 'react';
import type { SimilarTicketSuggestion } from '../../lib/core/suggestion';
import { localeOf } from '../../lib/strings/language';
import { Bidi } from '../ui/Bidi';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Confidence } from './Confidence';
import { usePanel } from './deps';
import { webAddress } from './reply-html';
import styles from './SimilarTicketsCard.module.css';
import type { Compose } from './use-compose';

/** Tickets seen before that resemble this one, and what was answered. */
export function SimilarTicketsCard({ tickets, compose }: { tickets: SimilarTicketSuggestion[]; compose: Compose }) {
  const { strings } = usePanel();
  if (tickets.length === 0) return null;
  return (
    <Card title={strings.similar.heading} icon="ticket">
      <ul className={styles.list}>
        {tickets.map((ticket) => (
          <SimilarTicket key={ticket.id} ticket={ticket} compose={compose} />
        ))}
      </ul>
    </Card>
  );
}

function SimilarTicket({ ticket, compose }: { ticket: SimilarTicketSuggestion; compose: Compose }) {
  const { strings, language } = usePanel();
  const dates = useMemo(() => new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' }), [language]);
  const seen = new Date(ticket.seenAt);
  const name = ticket.subject || strings.similar.ticket(ticket.ticketId);
  const url = webAddress(ticket.sources[0]?.url);
  const { reply } = ticket;
  return (
    <li className={styles.ticket}>
      <div className={styles.title} dir="auto">
        {url ? (
          <a
            className={styles.link}
            href={url}
            target="_blank"
            rel="noreferrer"
            onClick={() => compose.record(ticket, 'opened')}
          >
            <Bidi text={name} />
          </a>
        ) : (
          <Bidi text={name} />
        )}
      </div>
      <div className={styles.facts}>
        <span dir="ltr">#{ticket.ticketId}</span>
        {!Number.isNaN(seen.getTime()) && <time dateTime={ticket.seenAt}>{dates.format(seen)}</time>}
        <span className={styles.confidence}>
          <Confidence value={ticket.confidence} />
        </span>
      </div>
      {reply ? (
        <details className={styles.reply}>
          <summary className={styles.summary}>{strings.similar.showReply}</summary>
          <p className={styles.text} dir="auto">
            <Bidi text={reply} />
          </p>
          <Button
            look="quiet"
            icon="copy"
            onClick={() => void compose.copy(reply).then((done) => done && compose.record(ticket, 'copied'))}
          >
            {strings.similar.copyReply}
          </Button>
        </details>
      ) : (
        <p className={styles.none}>{strings.similar.noReply}</p>
      )}
    </li>
  );
}
