import { formatNumber, formatPercent, plural } from './language';
import type { ReplayStrings } from './replay.en';

const count = (value: number) => formatNumber('es', value);
const turns = (value: number) => plural('es', value, { one: '# respuesta', other: '# respuestas' });
const tickets = (value: number) => plural('es', value, { one: '# ticket', other: '# tickets' });

/** Text of the library page about what would have been suggested in past tickets, Spanish. */
export const replayEs: ReplayStrings = {
  heading: '¿Qué habría sugerido Deskside?',
  intro:
    'Recorre tickets anteriores respuesta a respuesta y muestra su sugerencia junto a lo que escribió el agente. Se ejecuta en este equipo y cede el paso a los tickets en los que usted trabaja. No se guarda nada ni se aprende nada de ello.',
  choose: 'Elegir una exportación',
  chooseHint: 'Tickets con sus mensajes en formato JSON, JSON lines o CSV.',
  kept: 'Usar los tickets guardados aquí',
  keptOff: 'No se guardan tickets en este equipo: «Recordar los tickets que veo» está desactivado.',
  loaded: (name, value) => `${name ?? 'Guardados en este equipo'}: ${tickets(value)}`,
  close: 'Cerrar estos tickets',
  leftOut: (value) =>
    `${plural('es', value, { one: '# respuesta omitida', other: '# respuestas omitidas' })}: es el máximo de un repaso.`,
  problems: (value) => plural('es', value, { one: '# línea sin leer', other: '# líneas sin leer' }),
  failures: {
    'unsupported-file': 'Este tipo de archivo no contiene tickets que Deskside pueda leer. Use JSON, JSON lines o CSV.',
    'file-too-large': 'El archivo supera los 20 MB. Divídalo e inténtelo de nuevo.',
    'not-text': 'El archivo no es de texto. Exporte los tickets como JSON o CSV.',
    'no-turns': 'En ninguno de estos tickets un agente respondió a un cliente.',
    'memory-off': 'No se guardan tickets en este equipo.',
  },
  noTickets: (why) => `No se encontraron tickets: ${why}`,

  settings: 'Probar otros ajustes',
  settingsHint: 'Solo para este repaso. Sus ajustes no cambian.',
  learning: 'Usar lo aprendido de las elecciones',
  memory: 'Usar los tickets anteriores guardados aquí',
  kinds: 'Qué se muestra',
  reset: 'Volver a mis ajustes',
  compare: 'Comparar',
  again: 'Repasar de nuevo',
  changes: 'Probado:',
  on: (name) => `${name}: sí`,
  off: (name) => `${name}: no`,

  running: 'Repasando',
  progress: (done, total) => `${count(done)} de ${turns(total)}`,
  cancel: 'Cancelar',
  cancelled: (done, total) => `Cancelado después de ${count(done)} de ${turns(total)}.`,
  failed: (why) => `El repaso se detuvo: ${why}`,

  totals: 'En cifras',
  walked: (answers, value) => `${turns(answers)} en ${tickets(value)}`,
  median: (ms) => `${count(Math.round(ms))} ms cada una (mediana)`,
  measure: 'Medida',
  now: 'Ahora',
  changed: 'Con el cambio',
  shown: 'Se habría mostrado una respuesta',
  silent: 'Sin respuesta',
  agrees: 'Coincide con el agente',
  differs: 'Difiere del agente',
  keptWords: 'Palabras del borrador que el agente también envió',
  sameSource: 'Misma fuente, si se conoce',
  saved: 'Escritura ahorrada',
  articles: 'Con un artículo',
  nextSteps: 'Con un siguiente paso',
  of: (part, all) => `${count(part)} de ${count(all)}`,
  withShare: (value, share) => `${count(value)} (${formatPercent('es', share)})`,
  percent: (share) => formatPercent('es', share),
  agreesHint:
    'Un borrador coincide cuando al menos la mitad de sus palabras está en lo enviado, o cuando se basa en la misma fuente.',
  different: (value) =>
    value === 0
      ? 'El cambio no supone ninguna diferencia aquí.'
      : `Con el cambio ${plural('es', value, { one: 'varía # respuesta', other: 'varían # respuestas' })}:`,
  kindCount: (name, value) => `${name} ${count(value)}`,

  list: 'Respuesta a respuesta',
  filter: 'Mostrar',
  filters: {
    all: 'Todas',
    shown: 'Mostradas',
    silent: 'En silencio',
    agrees: 'Coinciden',
    differs: 'Difieren',
    changed: 'Cambian',
  },
  filterCount: (name, value) => `${name} ${count(value)}`,
  none: 'Ninguna de estas.',
  ticket: (id, subject) => (subject === '' ? `Ticket n.º ${id}` : `Ticket n.º ${id}: ${subject}`),
  customer: 'El cliente',
  suggested: 'Deskside',
  suggestedChanged: 'Deskside con el cambio',
  agent: 'El agente',
  keptChip: (share) => `${formatPercent('es', share)} enviado`,
  sameChip: 'Misma fuente',
  otherChip: 'Otra fuente',
  sure: (share) => `${formatPercent('es', share)} de certeza`,
  changedChip: 'Con cambios',
  articleList: 'Artículos',
  nextStep: (playbook) => `Siguiente paso, ${playbook}`,
  nothing: 'Nada en absoluto.',
  why: (value) => plural('es', value, { one: '# tipo guarda silencio', other: '# tipos guardan silencio' }),
};
