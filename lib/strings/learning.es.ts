import { formatNumber, plural } from './language';
import type { LearningStrings } from './learning.en';

const choices = (value: number) => plural('es', value, { one: '# elección', other: '# elecciones' });
const added = (value: number) => plural('es', value, { one: '# elección añadida', other: '# elecciones añadidas' });
const names = {
  macro: 'la macro',
  article: 'el artículo',
  past: 'la respuesta anterior',
  playbook: 'el procedimiento',
};

/** Text of the library page about what the agent's choices taught, Spanish. */
export const learningEs: LearningStrings = {
  heading: 'Lo que Deskside ha aprendido de usted',
  intro:
    'De lo que inserta, edita, descarta o escribe usted. Se guarda en este equipo, sin ningún texto de los tickets; cambia el orden de las sugerencias, nunca sus palabras.',
  switch: 'Aprender de mis elecciones',
  switchHint: 'Si se desactiva, no se anota nada y no se usa lo aprendido.',
  counted: (value) => `Aprendido de ${choices(value)}.`,
  latest: (time) => `La más reciente: ${time}.`,
  emptyTitle: 'Aún no se ha aprendido nada',
  emptyText:
    'Trabaje como siempre. Lo que prefiera una y otra vez aparecerá aquí, y podrá retirar cada preferencia por separado.',
  nothingClear: 'Aún no hay ninguna preferencia lo bastante clara para mostrarla.',
  list: 'Preferencias aprendidas',
  anyIntent: 'En general',
  forIntent: (intent) => `Para «${intent}»`,
  name: (kind, title) => (title === null ? 'una fuente que ya no existe' : `${names[kind]} «${title}»`),
  prefers: (when, what, over) =>
    over === null ? `${when}, su preferencia es ${what}.` : `${when}, prefiere ${what} antes que ${over}.`,
  avoids: (when, what) => `${when}, prescinde de ${what}.`,
  kinds: {
    article: {
      more: 'Prefiere los artículos a las macros.',
      less: 'Prefiere las macros a los artículos.',
    },
    past: {
      more: 'Prefiere las respuestas anteriores a las macros.',
      less: 'Prefiere las macros a las respuestas anteriores.',
    },
    playbook: {
      more: 'Prefiere los procedimientos a las macros.',
      less: 'Prefiere las macros a los procedimientos.',
    },
  },
  traits: {
    length: { more: 'Prefiere respuestas largas.', less: 'Prefiere respuestas cortas.' },
    formality: { more: 'Prefiere un estilo formal.', less: 'Prefiere un estilo informal.' },
    language: {
      more: 'Prefiere fuentes en el idioma del cliente.',
      less: 'A menudo usa fuentes en un idioma que no es el del cliente.',
    },
  },
  evidence: choices,
  forget: 'Olvidar',
  forgetThis: (what) => `Olvidar: ${what}`,
  forgotten: 'Olvidado.',
  forgetHour: 'Olvidar la última hora',
  lastHour: (value) => `${formatNumber('es', value)} en la última hora`,
  forgetAll: 'Olvidar todo',
  forgetAllTitle: '¿Olvidar todo lo aprendido?',
  forgetAllText:
    'Las sugerencias vuelven a su orden inicial. El conocimiento y los ajustes se conservan. Esta acción no se puede deshacer.',
  export: 'Exportar lo aprendido',
  exported: 'Exportado. Búsquelo en sus descargas.',
  import: 'Importar lo aprendido',
  imported: (fresh, known) =>
    known === 0 ? `${added(fresh)}.` : `${added(fresh)}; ya existían ${formatNumber('es', known)}.`,
};
