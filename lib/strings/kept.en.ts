import type { PersonalDataKind } from '../core/privacy';
import { plural } from './language';

/** Text of the panel about what would be kept of a ticket. */
export const keptEn = {
  show: 'What would be kept of this ticket?',
  hide: 'Hide what would be kept',
  heading: 'Before this ticket is kept',
  none: 'No personal data was found in it.',
  open: 'Nothing is kept until you have answered; a question without an answer may be counted, like this.',
  reading: 'Looking …',
  count: (value: number) => plural('en', value, { one: '# piece is taken out', other: '# pieces are taken out' }),
  parts: { subject: 'Subject', question: 'Question', reply: 'Answer' },
  kinds: {
    email: 'e-mail address',
    phone: 'phone number',
    credit_card: 'card number',
    iban: 'IBAN',
    bank_account: 'bank account',
    national_id: 'identity number',
    tax_id: 'tax number',
    ip: 'IP address',
    device_id: 'device number',
    date_of_birth: 'date of birth',
    link: 'personal link',
    secret: 'password or key',
    address: 'postal address',
    name: 'name',
  } satisfies Record<PersonalDataKind, string>,
  takenOut: (kind: string) => `taken out: ${kind}`,
};

/** Keys every language must carry. */
export type KeptStrings = typeof keptEn;
