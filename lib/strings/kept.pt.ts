import type { KeptStrings } from './kept.en';
import { plural } from './language';

/** Text of the panel about what would be kept of a ticket, Portuguese. */
export const keptPt: KeptStrings = {
  show: 'O que seria guardado deste ticket?',
  hide: 'Ocultar o que seria guardado',
  heading: 'Antes de guardar este ticket',
  none: 'Não foram encontrados dados pessoais nele.',
  open: 'Nada é guardado até responder; uma pergunta sem resposta pode ser contada assim.',
  reading: 'A procurar…',
  count: (value: number) => plural('pt', value, { one: 'é retirada # parte', other: 'são retiradas # partes' }),
  parts: { subject: 'Assunto', question: 'Pergunta', reply: 'Resposta' },
  kinds: {
    email: 'e-mail',
    phone: 'número de telefone',
    credit_card: 'número de cartão',
    iban: 'IBAN',
    bank_account: 'conta bancária',
    national_id: 'número de identidade',
    tax_id: 'número fiscal',
    ip: 'endereço IP',
    device_id: 'número de dispositivo',
    date_of_birth: 'data de nascimento',
    link: 'ligação pessoal',
    secret: 'senha ou chave',
    address: 'morada',
    name: 'nome',
  },
  takenOut: (kind: string) => `retirado: ${kind}`,
};
