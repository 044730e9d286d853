import type { IntentsStrings } from './intents.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('es', value);
const examples = (value: number) => plural('es', value, { one: '# ejemplo', other: '# ejemplos' });

/** Text of the library page about the team's own intents, Spanish. */
export const intentsEs: IntentsStrings = {
  list: 'Intenciones del equipo',
  add: 'Nueva intención',
  import: 'Importar ejemplos',
  importHint: 'CSV o JSON con las columnas text e intent',
  examples,
  emptyTitle: 'Aún no hay intenciones propias',
  emptyText:
    'Asigne a cada intención de cinco a diez mensajes tal como los escriben los clientes. Deskside las aprende aquí, en este equipo.',
  choose: 'Elija una intención para modificarla aquí.',
  name: 'Nombre',
  nameHint: 'Sus palabras también cuentan como ejemplo.',
  editor: 'Ejemplos, uno por línea',
  save: 'Guardar',
  saved: (name) => `«${name}» se ha guardado.`,
  unsaved: 'Sin guardar',
  needsBoth: 'Una intención necesita un nombre y al menos un ejemplo.',
  merge: 'Combinar con',
  mergeNone: 'Elija una intención',
  mergeDo: 'Combinar',
  merged: (from, into) => `«${from}» se ha combinado con «${into}».`,
  remove: 'Eliminar intención',
  removed: (name) => `«${name}» se ha eliminado.`,
  undo: 'Deshacer',
  redo: 'Rehacer',
  changes: {
    add: 'añadir ejemplos',
    rename: 'cambiar el nombre',
    merge: 'combinar',
    remove: 'eliminar',
    examples: 'modificar ejemplos',
  },
  undoOf: (change) => `Deshacer: ${change}`,
  redoOf: (change) => `Rehacer: ${change}`,

  training: {
    heading: 'Aprendizaje',
    idle: 'Aún no hay nada que aprender.',
    reading: 'Leyendo los ejemplos',
    training: 'Aprendiendo',
    ready: (seconds) => `Aprendido en ${seconds} s.`,
    readyBefore: 'Aprendido.',
    cancelled: 'Detenido: las respuestas son las de antes del cambio.',
    failed: (reason) => `No se pudo aprender: ${reason}`,
    cancel: 'Detener',
    start: 'Aprender ahora',
  },
  try: {
    heading: 'Probar una frase',
    label: 'Un mensaje tal como lo escribe un cliente',
    none: 'Ninguna de ellas',
    sure: (share) => `${formatPercent('es', share)} de certeza`,
  },
  warnings: {
    heading: 'Conviene revisar',
    few: (name, value) => `«${name}» solo tiene ${examples(value)}: con cinco o más se aprende bien.`,
    overlap: (first, second, share) =>
      `«${first}» y «${second}» se solapan: el ${formatPercent('es', share)} de una se toma por la otra. Combínelas o aclare estos ejemplos:`,
    overlapPlain: (first, second, share) =>
      `«${first}» y «${second}» se solapan: el ${formatPercent('es', share)} de una se toma por la otra.`,
    duplicate: (text, names) => `«${text}» aparece más de una vez: ${names}.`,
    more: (value) => `y ${count(value)} más`,
  },
  label: {
    heading: 'Etiquete estos a continuación',
    intro: 'Mensajes de tickets anteriores de los que más se aprendería.',
    memoryOff: 'Active «Tickets similares» en los ajustes y Deskside propondrá aquí mensajes de tickets anteriores.',
    none: 'Aún no hay mensajes anteriores.',
    find: 'Proponer mensajes',
    intent: 'Intención',
    add: 'Añadir como ejemplo',
    addAs: (text) => `Añadir como ejemplo: ${text}`,
    added: (name) => `Añadido a «${name}».`,
  },
};
