import type { SilenceReason } from '../core/suggestion';
import { keptEs } from './kept.es';
import { formatNumber, formatPercent, plural } from './language';
import { modelCardEs } from './model-card.es';
import type { PanelStrings } from './panel.en';

const count = (value: number) => formatNumber('es', value);

const silence: Record<SilenceReason, string> = {
  'no-open-turn': 'Ningún mensaje de un cliente espera respuesta.',
  'no-knowledge': 'No hay nada en la biblioteca en lo que basarse.',
  'low-confidence': 'Nada de la biblioteca encaja lo suficiente para que merezca su tiempo.',
  'language-unsupported': 'El cliente escribe en un idioma que los modelos no conocen.',
  'placeholder-unfilled': 'La mejor coincidencia tiene un hueco que este ticket no permite rellenar.',
  'no-playbook': 'Ningún procedimiento cubre lo que pide el cliente.',
  'playbook-finished': 'Todos los pasos del procedimiento están hechos.',
  'no-memory': 'Ningún ticket visto en este equipo se parece a este por ahora.',
  'memory-off': 'Recordar tickets está desactivado.',
  resolved: 'El cliente dice que está resuelto.',
  'model-unavailable': 'No se pudieron iniciar los modelos.',
  'too-short': 'El mensaje es demasiado corto para saber qué se pide.',
  'not-now': 'No hay nada pendiente después de la respuesta.',
  failed: 'Algo falló durante la búsqueda.',
};

/** Text of the panel on the helpdesk page, Spanish. */
export const panelEs: PanelStrings = {
  name: 'Deskside',
  open: 'Abrir Deskside',
  collapse: 'Ocultar el panel',
  resize: 'Ancho del panel',
  openLibrary: 'Abrir la biblioteca',
  onDevice: 'En este equipo',
  onDeviceWhy: 'Los modelos se ejecutan en este navegador. Nada de la conversación sale de él.',

  states: {
    waitingTitle: 'Abra un ticket',
    waitingText: 'Deskside lee la conversación en cuanto haya uno abierto.',
    unsupportedTitle: 'Deskside no conoce esta página',
    unsupportedText: 'Funciona junto a los tickets de Zendesk y Freshdesk.',
    brokenTitle: 'Este diseño es nuevo para Deskside',
    brokenText: 'El ticket está abierto, pero faltan partes de la página. No se supone nada hasta encontrarlas.',
    brokenMissing: 'No se encontró:',
    saveLayout: 'Guardar un informe del diseño',
    saveLayoutText:
      'Un archivo con la estructura de esta página para los creadores de Deskside, sin textos, nombres ni direcciones. No se envía nada.',
    layoutSaved: 'Guardado. Búsquelo en sus descargas.',
    loadingTitle: 'Iniciando los modelos',
    loadingText: 'Ocurre una vez después de abrir el navegador. No se descarga nada.',
    pausedTitle: 'Deskside está en pausa',
    pausedUntil: (time) => `Vuelve a las ${time}.`,
    pausedText: 'No lee nada hasta que usted lo reanude.',
    resume: 'Reanudar ahora',
    offTitle: 'Desactivado en este sitio',
    offText: (host) => `Deskside no lee nada en ${host}.`,
    turnOn: 'Activar aquí',
    messageCut: 'Un mensaje es demasiado largo para leerlo entero: aquí solo cuenta el principio.',
    errorTitle: 'Deskside no pudo responder',
    retry: 'Reintentar',
    reloadTitle: 'Vuelva a cargar esta pestaña',
    reloadText:
      'Deskside se ha actualizado y ha perdido el contacto con esta página. Guarde su borrador y vuelva a cargarla.',
    reload: 'Volver a cargar la pestaña',
    reading: 'Leyendo la conversación',
    modelFailed: 'No se pudieron iniciar los modelos.',
    refusedTitle: {
      'file-damaged': 'Un archivo de modelo está dañado',
      'self-test': 'Los modelos dan resultados erróneos aquí',
    },
    refused: {
      'file-damaged':
        'Deskside no lo ejecuta. Vuelva a instalar la extensión. Mientras tanto, el conocimiento se busca solo por palabras.',
      'self-test': 'Deskside no los usa en este equipo. El conocimiento se busca solo por palabras.',
    },
    fallback: 'Se ejecuta con un solo hilo: la forma más rápida daba resultados erróneos aquí.',
  },

  signals: {
    region: 'Lo que indica la conversación',
    language: (name) => `Idioma: ${name}`,
    languageUnsure: 'Idioma dudoso: este mensaje queda sin señales.',
    unsupported: (name) => `Idioma no admitido (${name}): sin señales ni sugerencias.`,
    searchOnly: (name) => `${name}: solo sugerencias, aún sin señales.`,
    sentiment: (name) => `Sentimiento: ${name}`,
    emotion: (name) => `Emoción: ${name}`,
    urgency: (name) => `Urgencia: ${name}`,
    intent: (name) => `Quiere: ${name}`,
    teamIntent: (name) => `Intención de su equipo: ${name}`,
    flag: (name) => `Riesgo: ${name}`,
    sure: (share) => `${formatPercent('es', share)} de certeza`,
    resolved: 'Resuelto, según el cliente',
    trendOver: (messages) => plural('es', messages, { one: 'en # mensaje', other: 'en # mensajes' }),
    nothingClear: 'No hay señales claras en este mensaje.',
  },

  reply: {
    heading: 'Borrador',
    draft: 'Borrador; cada frase muestra su fuente',
    insert: 'Insertar',
    insertEdited: 'Insertar la respuesta editada',
    edit: 'Editar',
    editLabel: 'Editar la respuesta antes de insertarla',
    cancelEdit: 'Cancelar',
    copy: 'Copiar',
    next: 'Siguiente alternativa',
    position: (index, total) => `${count(index)} de ${count(total)}`,
    dismiss: 'Descartar',
    undo: 'Deshacer',
    dismissed: 'Respuesta descartada.',
    inserted: 'Insertada',
    basedOn: 'Basada en',
    noSource: 'Saludo o firma, de sus ajustes',
    ready: 'Hay una respuesta sugerida.',
    movedOn: 'Llegó un mensaje nuevo mientras editaba. Compruebe que su texto sigue siendo una respuesta válida.',
    looking: 'Buscando una respuesta',
    unanswered: 'Queda por responder:',
    otherLanguage: (source, customer) =>
      `Idioma de la fuente: ${source}; idioma del cliente: ${customer}. No se encontró nada en este último (${customer}).`,
    pastUse: (tickets, solved) =>
      `Enviada en ${plural('es', tickets, { one: '# ticket similar', other: '# tickets similares' })}; ${plural('es', solved, { one: '# resuelto', other: '# resueltos' })}`,
    style: {
      label: 'Decirlo de otra manera',
      shorter: 'Más corta',
      longer: 'Más larga',
      warmer: 'Más cercana',
      formal: 'Más formal',
    },
  },

  source: {
    macro: 'Macro',
    article: 'Artículo',
    past: 'Respuesta anterior',
    playbook: 'Procedimiento',
    message: 'Mensaje',
    open: 'Abrir la fuente',
  },

  confidence: {
    high: 'Encaja bien',
    medium: 'Encaja en parte',
    low: 'Encaja poco',
    meaning: (share) =>
      `Probabilidad estimada de que un agente con experiencia la acepte: ${formatPercent('es', share)}`,
    percent: (share) => formatPercent('es', share),
  },

  article: {
    heading: 'Artículos',
    open: 'Abrir en una pestaña nueva',
    copyLink: 'Copiar enlace',
    insertLink: 'Insertar enlace',
    internal: 'Interno, no para clientes',
    noLink: 'De un archivo, sin enlace',
    dismiss: (title) => `Descartar ${title}`,
  },

  nextStep: {
    heading: 'Siguiente paso',
    progress: (done, total) => `${count(done)} de ${count(total)} hechos`,
    current: 'Haga esto ahora',
    seen: (quote) => `Visto en la conversación: «${quote}»`,
    byHand: 'Marcado por usted',
    finished: 'Todos los pasos están hechos.',
    say: 'Insertar estas palabras',
  },

  routing: {
    heading: 'A quién corresponde este ticket',
    team: (name) => `Equipo: ${name}`,
    macro: (title) => `Macro: ${title}`,
    of: { team: 'Equipo', priority: 'Prioridad', tags: 'Etiquetas', macro: 'Macro' },
    because: (what, why) => `${what}: ${why}`,
    byPlaybook: (title) => `lo indica el procedimiento «${title}»`,
    byMacro: (title) => `las establece la macro «${title}»`,
    bySignal: (label) => `el mensaje indica: ${label}`,
    byAnswer: 'responde al mensaje',
    copyTags: 'Copiar etiquetas',
  },

  similar: {
    heading: 'Tickets similares',
    ticket: (id) => `Ticket n.º ${id}`,
    showReply: 'Qué se respondió',
    copyReply: 'Copiar la respuesta',
    noReply: 'No se guardó ninguna respuesta.',
  },

  silent: {
    title: 'Deskside guarda silencio',
    because: (reason) => silence[reason],
    best: (share) => `Mejor coincidencia: ${formatPercent('es', share)}.`,
    without: {
      reply: 'Sin respuesta',
      article: 'Sin artículo',
      'next-step': 'Sin siguiente paso',
      routing: 'Sin asignación',
      'similar-ticket': 'Sin tickets similares',
      closing: 'Sin frase de cierre',
      'csat-request': 'Sin solicitud de valoración',
      summary: 'Sin resumen',
      'status-update': 'Sin aviso de estado',
      'follow-up': 'Sin recordatorio',
    },
    waiting: 'Su turno ha terminado. Deskside espera al cliente.',
  },

  after: {
    heading: 'Después de la respuesta',
    insertNote: 'Insertar en la nota interna',
    noteClosed: 'Esto es para una nota interna. Cambie el cuadro de respuesta a nota interna e insértelo.',
    dismiss: (kind) => `Descartar ${kind}`,
  },

  knowledge: {
    heading: 'Incorpore su conocimiento',
    doneHeading: 'Su conocimiento está listo',
    text: (helpdesk) =>
      `Artículos y macros de ${helpdesk}, leídos con su propia sesión y guardados solo en este navegador.`,
    start: 'Importar artículos y macros',
    resume: 'Continuar la importación',
    retry: 'Reintentar',
    cancel: 'Cancelar',
    running: 'Importando conocimiento',
    progress: (done, total) =>
      total === null
        ? plural('es', done, { one: '# leído', other: '# leídos' })
        : `${count(done)} de ${plural('es', total, { one: '# leído', other: '# leídos' })}`,
    paused: (done) =>
      plural('es', done, {
        one: 'Detenido después de # elemento, que se conserva.',
        other: 'Detenido después de # elementos, que se conservan.',
      }),
    failed: 'La importación se detuvo.',
    retryIn: (seconds) =>
      `El sistema de soporte pide esperar. Vuelva a intentarlo dentro de ${plural('es', seconds, { one: '# segundo', other: '# segundos' })}.`,
    reading: (unread) =>
      `Deskside aún está leyendo ${plural('es', unread, { one: '# entrada', other: '# entradas' })}. Hasta entonces solo se busca en sus palabras.`,
    done: (articles, macros) =>
      `Listo: ${plural('es', articles, { one: '# artículo', other: '# artículos' })} y ${plural('es', macros, { one: '# macro', other: '# macros' })}.`,
    fromFiles: 'Importar archivos en la biblioteca',
    noApi: (helpdesk) => `${helpdesk} no ofrece importación directa. Los archivos también sirven.`,
  },

  memory: {
    heading: '¿Aprender de los tickets que ve?',
    text: 'Deskside puede guardar tickets anteriores en este equipo, sin nombres ni números, para mostrar otros similares.',
    turnOn: 'Activar',
    decline: 'No, gracias',
  },

  kept: keptEs,

  toast: {
    region: 'Mensajes de Deskside',
    inserted: 'Insertado. Léalo una vez más antes de enviarlo.',
    copied: 'Copiado.',
    clipboard: 'El editor no aceptó el texto, así que está en el portapapeles: péguelo usted.',
    noteOpen: 'El cuadro está en nota interna. Cámbielo a respuesta pública e inserte.',
    notInserted: (why) => `No se insertó: ${why}`,
    notCopied: 'El navegador denegó el acceso al portapapeles.',
    nothing: 'Ahora mismo no hay ninguna respuesta sugerida.',
    stale: 'La conversación ha avanzado. Llega una sugerencia nueva.',
    close: 'Cerrar el mensaje',
    lastAlternative: 'No hay más alternativas.',
  },
  noteOpen: 'La nota interna está abierta: no se insertará en ella una respuesta al cliente.',

  ghost: {
    available: 'Hay una respuesta sugerida. Pulse Tab para insertarla o Esc para ocultarla en este ticket.',
    hint: 'Tab inserta',
    muted: 'Las sugerencias en el cuadro de respuesta están ocultas en este ticket.',
  },

  modelCard: modelCardEs,
};
