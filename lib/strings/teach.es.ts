import { plural } from './language';
import type { TeachStrings } from './teach.en';

/** Text of the overlay in which an agent teaches Deskside a page, Spanish. */
export const teachEs: TeachStrings = {
  title: 'Enseñar esta página a Deskside',
  keys: 'Haga clic, o muévase con las flechas y pulse Enter. Con Esc se sale.',
  optional: 'opcional',
  again: 'volver a señalar',
  steps: {
    customer: { name: 'Un mensaje del cliente', prompt: 'Señale el texto de un mensaje que escribió el cliente.' },
    agent: { name: 'Un mensaje de un agente', prompt: 'Señale el texto de una respuesta que envió un agente.' },
    author: { name: 'El nombre de quien escribe', prompt: 'Señale el nombre de quien escribió uno de los mensajes.' },
    editor: {
      name: 'El cuadro de respuesta',
      prompt: 'Señale el cuadro en el que escribe las respuestas. Debe estar abierto.',
    },
    switch: {
      name: 'Respuesta o nota',
      prompt: '¿Este cuadro también escribe notas internas? Si es así, cámbielo ahora a nota, como hace siempre.',
    },
    note: {
      name: 'Una nota interna',
      prompt: 'Señale una nota interna, para que nunca se tome por un mensaje.',
    },
    subject: { name: 'El asunto', prompt: 'Señale el asunto del ticket.' },
  },
  switchKeys: 'En este paso la página es suya. Deskside no pulsa nada.',
  isNote: 'Ahora escribe una nota',
  switchAgain: 'otra vez',
  skip: { switch: 'Nunca escribe notas', note: 'Aquí no hay ninguna nota', subject: 'No hay asunto' },
  read: (count) => plural('es', count, { one: 'Deskside lee # mensaje aquí.', other: 'Deskside lee # mensajes aquí.' }),
  oneSided: 'No encuentra a la vez un cliente y un agente. Vuelva a señalar los mensajes.',
  unknown: (count) =>
    plural('es', count, {
      one: 'No sabe quién escribió # mensaje más y lo omite.',
      other: 'No sabe quién escribió # mensajes más y los omite.',
    }),
  messages: 'Lo que lee Deskside',
  roles: { customer: 'Cliente', agent: 'Agente', note: 'Nota', bot: 'Robot', system: 'Sistema' },
  newestFirst: 'El mensaje más reciente está arriba',
  correct:
    '¿Algo no es correcto? Vuelva a señalar esa parte más arriba. Si todo está bien, Deskside leerá así todos los tickets de este sitio.',
  failures: {
    'no-address': 'La dirección de esta página no indica ningún ticket. Abra primero un solo ticket.',
    'no-list': 'Los dos mensajes no están en una misma lista. Señale dos mensajes de una misma conversación.',
    'no-difference': 'Esta página no distingue entre los mensajes de clientes y los de agentes.',
    'no-editor': 'Lo que señaló no es un editor. Abra el cuadro de respuesta y señálelo.',
    'no-switch': 'Nada ha cambiado en la página. Pase primero el cuadro a nota y luego pulse aquí.',
  },
  save: 'Guardar para esta dirección',
  cancel: 'Cancelar',
};
