import type { PracticeStrings } from './practice.en';

/** Text of the practice page, Spanish. */
export const practiceEs: PracticeStrings = {
  title: 'Mesa de práctica',
  intro:
    'Un sistema de soporte de ejemplo dentro de la extensión: pruebe Deskside antes de que escriba un cliente real.',
  privacyTitle: 'Para responsables de soporte',
  privacyText:
    'Deskside ejecuta sus modelos en este navegador. Ninguna conversación, ningún artículo y ninguna respuesta sale de él: no tenemos ningún servidor al que enviarlos. Nunca envía un mensaje a un cliente; lo hacen sus agentes.',
  toLibrary: 'Abrir la biblioteca',

  steps: {
    label: 'Tres pasos para probarlo',
    customer: {
      title: 'Un cliente escribe',
      text: 'Elija un mensaje en «Hacer de cliente» o escriba uno propio.',
    },
    suggest: {
      title: 'Deskside sugiere',
      text: 'La respuesta, el artículo y el siguiente paso aparecen en el panel.',
    },
    insert: {
      title: 'Usted inserta',
      textBefore: 'Pulse',
      textBetween: 'o',
      textAfter: 'en el cuadro de respuesta. Después, envíe.',
    },
    done: 'Hecho',
  },

  tickets: 'Tickets',
  conversation: 'Conversación',
  ticketNumber: (id) => `Ticket n.º ${id}`,
  waiting: 'Espera respuesta',
  answered: 'Respondido',
  quiet: 'Aún no hay nada escrito',
  roles: { customer: 'Cliente', agent: 'Usted', note: 'Nota interna', bot: 'Robot', system: 'Sistema' },

  customer: {
    heading: 'Hacer de cliente',
    writes: (text) => `El cliente escribe: ${text}`,
    own: 'Su propio mensaje como cliente',
    send: 'Enviar como cliente',
    startOver: 'Empezar de nuevo',
  },
  composer: {
    label: 'Respuesta al cliente',
    noteLabel: 'Nota interna',
    channel: 'Destino del texto',
    public: 'Respuesta pública',
    note: 'Nota interna',
    placeholder: 'Escriba una respuesta…',
    notePlaceholder: 'Escriba una nota que solo verá el equipo…',
    bold: 'Negrita',
    italic: 'Cursiva',
    list: 'Lista',
    tools: 'Formato',
    send: 'Enviar respuesta',
    sendNote: 'Añadir nota',
  },

  library: {
    preparing: 'Preparando la biblioteca de ejemplo',
    ready: 'Se usa la biblioteca de ejemplo de Larkleaf Tea, separada de su propio conocimiento.',
    removed: 'Los datos de práctica se han eliminado. Las sugerencias de esta página los necesitan.',
    failed: 'No se pudo guardar la biblioteca de ejemplo.',
    remove: 'Eliminar los datos de práctica',
    restore: 'Recuperar los datos de práctica',
    removeTitle: '¿Eliminar los datos de práctica?',
    removeText:
      'Los artículos, las macros y el procedimiento de ejemplo se eliminan de este navegador. Su propio conocimiento se conserva.',
    removedToast: 'Datos de práctica eliminados.',
  },
  panel: 'Panel de Deskside',
};
