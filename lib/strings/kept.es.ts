import type { KeptStrings } from './kept.en';
import { plural } from './language';

/** Text of the panel about what would be kept of a ticket, Spanish. */
export const keptEs: KeptStrings = {
  show: '¿Qué se guardaría de este ticket?',
  hide: 'Ocultar lo que se guardaría',
  heading: 'Antes de guardar este ticket',
  none: 'No se encontraron datos personales en él.',
  open: 'No se guarda nada hasta que responda; una pregunta sin respuesta puede contarse así.',
  reading: 'Buscando…',
  count: (value: number) => plural('es', value, { one: 'se quita # parte', other: 'se quitan # partes' }),
  parts: { subject: 'Asunto', question: 'Pregunta', reply: 'Respuesta' },
  kinds: {
    email: 'correo electrónico',
    phone: 'número de teléfono',
    credit_card: 'número de tarjeta',
    iban: 'IBAN',
    bank_account: 'cuenta bancaria',
    national_id: 'número de identidad',
    tax_id: 'número fiscal',
    ip: 'dirección IP',
    device_id: 'número de dispositivo',
    date_of_birth: 'fecha de nacimiento',
    link: 'enlace personal',
    secret: 'contraseña o clave',
    address: 'dirección postal',
    name: 'nombre',
  },
  takenOut: (kind: string) => `quitado: ${kind}`,
};
