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
/** As the guard does, in small: addresses, and the names that it is given. */
const redact = (texts: readonly string[], people: readonly string[]) =>
  texts.map((text) =>
    people
      .flatMap((name) => [name, ...name.split(' ')])
      .reduce((rest, name) => rest.replaceAll(name, '[name]'), text.replace(/\S+@\S+/g, '[email]')),
  );

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

  it('tells the names of everybody who wrote', () => {
    const people: string[][] = [];
    const note = (texts: readonly string[], names: readonly string[]) => {
      people.push([...names]);
      return [...texts];
    };
    const named = ticket(['customer', 'Hello?'], ['agent', 'Hi']);
    named.messages[1] = { ...(named.messages[1] as (typeof named.messages)[number]), authorName: 'Ola Berg' };
    toPastTicket(named, note, '');
    expect(people).toEqual([['Mira Okafor', 'Jonas Feld', 'Ola Berg']]);
  });

  it('keeps nothing while no agent has answered', () => {
    expect(toPastTicket(ticket(['customer', 'Hello?'], ['bot', 'Hi']), redact, '')).toBeUndefined();
    expect(toPastTicket(ticket(['agent', 'We call you']), redact, '')).toBeUndefined();
  });
});
