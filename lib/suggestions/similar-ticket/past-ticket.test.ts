import { describe, expect, it } from 'vitest';
import type { Role, Ticket } from '../../core/ticket';
import { toPastTicket } from './past-ticket';

const ticket = (...lines: [Role, string][]): Ticket => ({
  id: '7',
  helpdesk: 'zendesk',
  origin: 'https://a.zendesk.com',
  subject: 'Parcel of Mira Okafor',
  channel: 'email',
  tags: [],
  requester: { name: 'Mira Okafor' },
  agent: { name: 'Jonas Feld' },
  isComplete: true,
  messages: lines.map(([role, text], index) => ({ id: String(index), role, text })),
  composer: { target: 'public', format: 'rich', draft: '' },
});
const redact = (text: string) => text.replace(/\S+@\S+/g, '[email]');

describe('toPastTicket', () => {
  it('keeps the last question that was answered, without names and personal data', () => {
    const past = toPastTicket(
      ticket(
        ['customer', 'Old one'],
        ['agent', 'Old answer'],
        ['customer', 'Mira here, mail me at m@example.com'],
        ['note', 'secret'],
        ['agent', 'Hello Mira, done. Jonas'],
        ['customer', 'And now?'],
      ),
      redact,
      '2026-11-23T10:00:00Z',
    );
    expect(past).toMatchObject({
      subject: 'Parcel of [name]',
      question: '[name] here, mail me at [email]',
      reply: 'Hello [name], done. [name]',
    });
    expect(JSON.stringify(past)).not.toContain('secret');
  });

  it('keeps the question rather than the thanks for its answer, and that it was solved', () => {
    const past = toPastTicket(
      ticket(['customer', 'How do I pay?'], ['agent', 'By card.'], ['customer', 'Thank you!'], ['agent', 'Any time.']),
      redact,
      '',
    );
    expect(past).toMatchObject({ question: 'How do I pay?', reply: 'By card.', isSolved: true });
    const open = toPastTicket(ticket(['customer', 'How do I pay?'], ['agent', 'By card.']), redact, '');
    expect(open).not.toHaveProperty('isSolved');
    const doubted = ticket(
      ['customer', 'How do I pay?'],
      ['agent', 'By card.'],
      ['customer', "Thanks, but it doesn't work"],
    );
    expect(toPastTicket(doubted, redact, '')).not.toHaveProperty('isSolved');
  });

  it('takes names out as whole words, in any case', () => {
    const past = toPastTicket(ticket(['customer', 'MIRA here: a miracle, mira.'], ['agent', 'Hi']), redact, '');
    expect(past?.question).toBe('[name] here: a miracle, [name].');
  });

  it('keeps nothing while no agent has answered', () => {
    expect(toPastTicket(ticket(['customer', 'Hello?'], ['bot', 'Hi']), redact, '')).toBeUndefined();
    expect(toPastTicket(ticket(['agent', 'We call you']), redact, '')).toBeUndefined();
  });
});
