import { writeMail } from './mime.ts';
import { domain } from './people.ts';
import { type RunningTracker, subjectOf } from './server.ts';
import type { SeededTicket } from './tickets.ts';

/** Lets the mails of the tickets arrive one after the other, as their order among themselves is what is tested. */
export async function seed(tracker: RunningTracker, tickets: readonly SeededTicket[]): Promise<void> {
  for (const [index, { subject, mails }] of tickets.entries()) {
    for (const [place, mail] of mails.entries()) {
      const to = mail.gateway === 'comment' ? `support-comment@${domain}` : `support@${domain}`;
      const line = place === 0 ? subject : subjectOf(index + 1, `Re: ${subject}`);
      await tracker.receive(mail.gateway, writeMail({ ...mail, to, subject: line }));
    }
  }
}
