import type { AuditFault } from '../core/audit';
import type { AuditStrings } from './audit.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('es', value);
const rows = (value: number) => plural('es', value, { one: '# fila', other: '# filas' });

/** Text of the library page about the log of what was shown and done, Spanish. */
export const auditEs: AuditStrings = {
  heading: 'Registro de lo mostrado y lo hecho',
  intro:
    'Lo que Deskside sugirió, con qué fuentes y con cuánta seguridad, qué modelo leyó el mensaje, por qué guardó silencio y qué hizo usted con la sugerencia. Se guarda en este equipo. No contiene texto de los tickets; sus números se guardan como huellas con clave.',
  keep: 'Llevar el registro',
  keepHint: 'Desactivado, solo se anota que se desactivó.',
  keepText: 'Guardar también el texto que inserto',
  keepTextHint: 'Sin nombres, direcciones ni números de personas, en la medida en que se reconocen.',
  days: 'Conservar las filas',
  dayChoices: (value) => (value === 0 ? 'Sin límite' : plural('es', value, { one: '# día', other: '# días' })),
  filters: 'Qué filas se muestran',
  kind: 'Qué ocurrió',
  anyKind: 'Todo',
  from: 'Desde',
  to: 'Hasta',
  ticket: 'Número de ticket',
  ticketHint: 'O la referencia que muestra una fila.',
  list: 'Filas del registro, las más recientes primero',
  emptyTitle: 'Aún no hay nada en el registro',
  emptyText: 'Abra un ticket: lo que se sugiera a su lado aparecerá aquí.',
  noneTitle: 'Ninguna fila coincide',
  noneText: 'Elija otros días u otro ticket.',
  clear: 'Mostrar todas las filas',
  kinds: {
    shown: 'Sugerencia mostrada',
    silent: 'Sin sugerencia',
    inserted: 'Insertada',
    edited: 'Editada y luego insertada',
    copied: 'Copiada',
    dismissed: 'Descartada',
    opened: 'Abierta',
    alternative: 'Se pidió otro borrador',
    'knowledge-imported': 'Conocimiento importado',
    'knowledge-changed': 'Conocimiento modificado',
    'knowledge-removed': 'Conocimiento eliminado',
    'setting-changed': 'Ajuste modificado',
    'learning-forgotten': 'Lo aprendido se olvidó',
    'learning-imported': 'Lo aprendido se importó',
    'data-exported': 'Datos exportados',
    'data-deleted': 'Se borró todo',
    pruned: 'Filas antiguas eliminadas',
    'rows-erased': 'Filas de un cliente borradas',
    erased: 'Borrada con su ticket',
  },
  row: (seq) => `Fila ${count(seq)}`,
  why: 'Por qué',
  ticketRef: (reference) => `Ref. de ticket ${reference}`,
  confidence: (share, least) =>
    least === undefined
      ? `Seguridad: ${formatPercent('es', share)}.`
      : `Seguridad: ${formatPercent('es', share)}; se muestra a partir de ${formatPercent('es', least)}.`,
  notEnough: (share, least) =>
    least === undefined
      ? `Seguridad máxima: ${formatPercent('es', share)}.`
      : `Seguridad máxima: ${formatPercent('es', share)}; se necesitaba ${formatPercent('es', least)}.`,
  byRule: 'Una regla indica cuándo toca.',
  sources: 'Se apoya en',
  model: 'Leído por',
  noModel: 'Ningún modelo había leído el mensaje: solo se compararon palabras.',
  style: (name) => `Estilo: ${name}`,
  subject: (name) => `Sobre: ${name}`,
  value: (value) => `Valor nuevo: ${value}`,
  amount: (value) => `Cantidad: ${count(value)}`,
  upTo: (seq) => `Las filas hasta la ${count(seq)} se eliminaron; la cadena sigue desde la última de ellas.`,
  text: 'Lo que se insertó',
  proof: '¿Está íntegro el registro?',
  proofIntro:
    'Cada fila lleva una huella de sí misma y de la anterior. Quien altere, quite, añada o mueva una fila rompe la cadena, y la comprobación nombra la primera fila rota. Alguien con este equipo y conocimientos suficientes podría reescribir toda la cadena. Para descartarlo, anote la huella de abajo en otro lugar, por ejemplo con su departamento de TI: un registro reescrito ya no la contiene.',
  hash: 'Huella de la última fila',
  noHash: 'Aún no hay filas.',
  copy: 'Copiar la huella',
  copied: 'La huella está copiada.',
  notCopied: 'El navegador no permitió copiar.',
  noted: 'Una huella anotada antes',
  notedHint: 'Opcional: 64 cifras y letras de la a a la f.',
  notedWrong: 'No es una huella así: tiene 64 cifras y letras de la a a la f.',
  verify: 'Comprobar el registro',
  verifyFile: 'Comprobar un archivo exportado',
  verifying: 'Comprobando cada fila',
  cancel: 'Cancelar',
  cancelled: 'La comprobación se canceló.',
  whole: (value) => `Comprobado: ${rows(value)}. La cadena está íntegra.`,
  broken: (seq, fault) => `Rota en la fila ${count(seq)}: ${faults[fault]}`,
  breaks: (value) => plural('es', value, { one: '# punto roto.', other: '# puntos rotos.' }),
  span: (from, to) => `Del ${from} al ${to}.`,
  notedFound: (seq) =>
    seq === 0
      ? 'La huella anotada es la de un registro vacío.'
      : `La huella anotada es la de la fila ${count(seq)}: nada cambió hasta ahí desde que se anotó.`,
  notedGone:
    'Ninguna fila tiene la huella anotada: el registro se reescribió, o la fila estaba entre las antiguas que se eliminaron después.',
  fileResult: (name) => `El archivo ${name}:`,
  failures: {
    'not-a-log': 'No es un registro que Deskside haya exportado como líneas JSON.',
    'newer-version': 'El archivo lo escribió un Deskside más reciente.',
    unreadable: 'El navegador no pudo leer el archivo.',
  },
  exports: 'Llevarse el registro',
  exportsHint: 'Las líneas JSON se pueden comprobar más tarde; la tabla es para hojas de cálculo.',
  exportLines: 'Exportar como líneas JSON',
  exportTable: 'Exportar como tabla (CSV)',
  exporting: 'Escribiendo el archivo',
  exported: 'Exportado. Búsquelo en sus descargas.',
};

const faults: Record<AuditFault, string> = {
  altered: 'la fila no es la que se escribió.',
  missing: 'faltan filas antes de ella.',
  order: 'está en un lugar equivocado.',
  link: 'no continúa la fila anterior.',
  start: 'faltan filas al principio.',
  end: 'faltan filas después de ella.',
  head: 'el final del registro no es el que se guardó.',
  unreadable: 'la fila no se puede leer.',
};
