import type { HealthStrings } from './health.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('es', value);

/** Text of the library page about the state of what is in it, Spanish. */
export const healthEs: HealthStrings = {
  heading: 'Estado de la biblioteca',
  intro:
    'Busca duplicados, contenido que puede estar desactualizado y etiquetas que faltan. Se ejecuta en este equipo.',
  checked: (day, items) => `Revisada el ${day}: ${plural('es', items, { one: '# entrada', other: '# entradas' })}`,
  start: 'Revisar ahora',
  running: 'Revisando la biblioteca',
  cancel: 'Cancelar',
  allGood: 'No hay nada que requiera atención',
  counted: (heading, value) => (value > 0 ? `${heading} (${count(value)})` : heading),
  more: (value) => `y ${count(value)} más`,

  gaps: 'Preguntas sin respuesta',
  gapsHint:
    'Los clientes lo preguntaron más de una vez y no se encontró nada adecuado. Escriba un artículo o una macro para ello.',
  gapsNone: 'Aún no se ha preguntado nada más de una vez.',
  gapsOff:
    'No se guardan: active «Recordar los tickets que veo» en los ajustes. Los datos personales se eliminan antes de guardar nada.',
  tickets: (value) => plural('es', value, { one: '# ticket', other: '# tickets' }),
  last: (day) => `último: ${day}`,
  dismiss: 'Hecho',

  duplicates: 'Duplicados',
  duplicatesHint: 'Dicen casi lo mismo. Conserve uno solo o haga que ambos digan lo mismo.',
  meaning: (share) => `Significado: ${formatPercent('es', share)}`,
  shared: (share) => `Mismas palabras: ${formatPercent('es', share)}`,
  differ: 'Difieren',

  stale: '¿Desactualizado?',
  staleHint: 'Una entrada más reciente dice otra cosa, o no se ha modificado en un año.',
  contradicted: 'Una entrada más reciente dice otra cosa',
  old: 'Sin cambios desde hace un año',

  tags: 'Etiquetas sugeridas',
  tagsHint:
    'Entradas sin etiquetas, con las etiquetas de otras parecidas. Se guardan en este equipo; el sistema de soporte no se modifica.',
  addTag: (tag, title) => `Añadir la etiqueta ${tag} a ${title}`,

  use: 'Lo que ayuda',
  useHint: 'Cuántas veces se insertó en una respuesta, se abrió para leerlo o se descartó.',
  inserted: (value) => `Insertado ${count(value)}×`,
  opened: (value) => `Abierto ${count(value)}×`,
  dismissed: (value) => `Descartado ${count(value)}×`,
};
