import type { KeptStrings } from './kept.en';
import { plural } from './language';

/** Text of the panel about what would be kept of a ticket, German. */
export const keptDe: KeptStrings = {
  show: 'Was würde von diesem Ticket aufbewahrt?',
  hide: 'Ausblenden, was aufbewahrt würde',
  heading: 'Bevor dieses Ticket aufbewahrt wird',
  none: 'Es wurden keine personenbezogenen Daten darin gefunden.',
  open: 'Nichts wird aufbewahrt, bis Sie geantwortet haben; eine Frage ohne Antwort kann so gezählt werden.',
  reading: 'Wird gesucht …',
  count: (value: number) => plural('de', value, { one: '# Stelle wird entfernt', other: '# Stellen werden entfernt' }),
  parts: { subject: 'Betreff', question: 'Frage', reply: 'Antwort' },
  kinds: {
    email: 'E-Mail-Adresse',
    phone: 'Telefonnummer',
    credit_card: 'Kartennummer',
    iban: 'IBAN',
    bank_account: 'Bankkonto',
    national_id: 'Ausweis- oder Personennummer',
    tax_id: 'Steuernummer',
    ip: 'IP-Adresse',
    device_id: 'Gerätenummer',
    date_of_birth: 'Geburtsdatum',
    link: 'persönlicher Link',
    secret: 'Passwort oder Schlüssel',
    address: 'Postanschrift',
    name: 'Name',
  },
  takenOut: (kind: string) => `entfernt: ${kind}`,
};
