import type { KeptStrings } from './kept.en';
import { plural } from './language';

/** Text of the panel about what would be kept of a ticket, French. */
export const keptFr: KeptStrings = {
  show: 'Que garderait-on de ce ticket ?',
  hide: 'Masquer ce qui serait gardé',
  heading: 'Avant de garder ce ticket',
  none: 'Aucune donnée personnelle n’y a été trouvée.',
  open: 'Rien n’est gardé avant votre réponse ; une question sans réponse peut être comptée ainsi.',
  reading: 'Recherche…',
  count: (value: number) => plural('fr', value, { one: '# élément est retiré', other: '# éléments sont retirés' }),
  parts: { subject: 'Objet', question: 'Question', reply: 'Réponse' },
  kinds: {
    email: 'adresse e-mail',
    phone: 'numéro de téléphone',
    credit_card: 'numéro de carte',
    iban: 'IBAN',
    bank_account: 'compte bancaire',
    national_id: 'numéro d’identité',
    tax_id: 'numéro fiscal',
    ip: 'adresse IP',
    device_id: 'numéro d’appareil',
    date_of_birth: 'date de naissance',
    link: 'lien personnel',
    secret: 'mot de passe ou clé',
    address: 'adresse postale',
    name: 'nom',
  },
  takenOut: (kind: string) => `retiré : ${kind}`,
};
