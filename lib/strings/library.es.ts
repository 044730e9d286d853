import { auditEs } from './audit.es';
import { healthEs } from './health.es';
import { intentsEs } from './intents.es';
import { formatNumber, formatPercent, localeOf, plural } from './language';
import { learningEs } from './learning.es';
import type { LibraryStrings } from './library.en';
import { privacyEs } from './privacy.es';
import { replayEs } from './replay.es';

const count = (value: number) => formatNumber('es', value);

/** Text of the library page, Spanish. */
export const libraryEs: LibraryStrings = {
  title: 'Biblioteca',
  tabs: {
    label: 'Secciones de la biblioteca',
    articles: 'Artículos',
    macros: 'Macros',
    playbooks: 'Procedimientos',
    intents: 'Intenciones',
    sources: 'Fuentes',
    search: 'Búsqueda',
    health: 'Estado',
    learning: 'Aprendido',
    replay: 'Repaso',
    audit: 'Registro',
    privacy: 'Privacidad',
  },
  toPractice: 'Página de práctica',

  list: {
    filter: 'Filtrar por título',
    shown: (from, to, total) => `${count(from)}-${count(to)} de ${count(total)}`,
    previous: 'Página anterior',
    next: 'Página siguiente',
    pages: 'Páginas de la lista',
    choose: 'Elija una entrada para leerla aquí.',
    noMatch: (text) => `Ningún título contiene «${text}».`,
    clear: 'Borrar el filtro',
    remove: 'Eliminar',
    removed: (title) => `«${title}» se ha eliminado.`,
    removeTitle: '¿Eliminar esta entrada?',
    removeText: (title) =>
      `«${title}» se elimina de la biblioteca de este equipo. La próxima actualización de su fuente puede volver a traerla.`,
    open: 'Abrir el original',
    internal: 'Interno, no para clientes',
    note: 'Escribe una nota interna',
    updated: (day) => `Modificado el ${day}`,
  },
  articles: {
    emptyTitle: 'Aún no hay artículos',
    emptyText:
      'Impórtelos desde su sistema de soporte o desde archivos y Deskside podrá señalar el fragmento que responde.',
  },
  macros: {
    emptyTitle: 'Aún no hay macros',
    emptyText:
      'Importe sus respuestas predefinidas desde el sistema de soporte o desde archivos: con ellas se componen las respuestas sugeridas.',
  },
  toSources: 'Ir a Fuentes',

  playbooks: {
    list: 'Procedimientos',
    add: 'Nuevo procedimiento',
    emptyTitle: 'Aún no hay procedimientos',
    emptyText:
      'Escriba cómo atiende su equipo una solicitud, con un paso numerado por línea. Deskside muestra el siguiente paso pendiente.',
    editor: 'Procedimiento como texto',
    editorHint:
      'Primera línea: título. Después, si quiere, las líneas Intent: refund.status, Team: Pagos, Priority: high, Tags: refund. A continuación, pasos numerados; Ask, Verify, Do, Tell o Escalate delante es opcional. Una línea con sangría que empieza por Say: contiene las palabras para el cliente.',
    template: [
      'El reembolso no ha llegado',
      'Intent: refund.status',
      'Team: Pagos',
      'Tags: refund-late',
      '1. Ask: el número de pedido, si no está en el mensaje',
      '   Say: ¿Podría indicarme su número de pedido, por favor?',
      '2. Verify: el día en que se emitió el reembolso',
      '3. Tell: cuánto tarda el banco con este método de pago',
      '4. Escalate: al equipo de pagos después de diez días laborables',
    ].join('\n'),
    useTemplate: 'Empezar con un ejemplo',
    preview: 'Vista previa',
    previewEmpty: 'Los pasos aparecen aquí mientras escribe.',
    untitled: 'Sin título',
    intent: (name) => `Cuando el cliente quiere: ${name}`,
    unknownIntent: (id) => `No es una intención: ${id}`,
    team: (name) => `Equipo: ${name}`,
    unknownPriority: (word) => `No es una prioridad: ${word}`,
    intentList: 'Intenciones disponibles',
    steps: (value) => plural('es', value, { one: '# paso', other: '# pasos' }),
    save: 'Guardar',
    saved: (title) => `«${title}» se ha guardado.`,
    unsaved: 'Sin guardar',
    discardTitle: '¿Salir sin guardar?',
    discardText: 'Los cambios de este procedimiento se perderán.',
    discard: 'Salir',
    remove: 'Eliminar procedimiento',
    removeTitle: '¿Eliminar este procedimiento?',
    removeText: (title) => `«${title}» se elimina de este equipo. Esta acción no se puede deshacer.`,
  },

  intents: intentsEs,
  health: healthEs,
  learning: learningEs,
  replay: replayEs,
  audit: auditEs,
  privacy: privacyEs,

  sources: {
    heading: 'De dónde viene el conocimiento',
    intro: 'Se lee con su propia sesión y se guarda solo en este navegador. No se envía nada a ningún sitio.',
    emptyTitle: 'Aún no se ha importado nada',
    emptyText: 'Abra un ticket en su sistema de soporte y vuelva aquí, o suelte archivos más abajo.',
    tabOpen: 'Abierto en una pestaña',
    tabClosed: (host) => `Abra ${host} en una pestaña para actualizarlo.`,
    refreshed: (day) => `Última importación: ${day}`,
    remove: 'Quitar',
    removeFrom: (name) => `Quitar ${name}`,
    removeTitle: '¿Quitar esta fuente?',
    removeText: (name) =>
      `Todos los artículos, macros y tickets anteriores de ${name} se eliminan de este equipo. El sistema de soporte no se modifica.`,
    removed: (name) => `${name} se ha quitado.`,
    problems: 'Lo que se omitió',
    progress: 'Importación',
    retryHint: 'Lo leído hasta ahora se conserva.',
  },
  sites: {
    heading: 'Sistemas de soporte añadidos',
    intro: 'Direcciones en las que Deskside se ejecuta porque usted lo permitió, y cómo se leen sus páginas.',
    emptyTitle: 'Ninguno por ahora',
    emptyText: 'Abra su sistema de soporte y pulse el botón de Deskside del navegador para añadirlo.',
    notAllowed: 'El navegador no lo permite',
    export: 'Exportar descripción',
    import: 'Importar descripción',
    importFor: (host) => `Descripción para ${host}`,
    imported: (name) => `Las páginas se leen ahora como «${name}».`,
    unreadable: (name) => `No se pudo leer ${name}. Use un archivo JSON exportado por Deskside.`,
  },
  files: {
    heading: 'Importar archivos',
    drop: 'Suelte los archivos aquí',
    choose: 'Elegir archivos',
    kinds: 'CSV, JSON, Markdown, HTML, texto, Word (DOCX), PDF o un ZIP con ellos; varios a la vez',
    reading: (name) => `Leyendo ${name}`,
    reports: 'Archivos importados',
    nothing: 'No se encontró nada utilizable',
    line: (value) => `Línea ${count(value)}:`,
    failed: 'No se importó:',
    failures: {
      unsupported: 'Este tipo de archivo no se puede leer. Use CSV, JSON, Markdown, HTML, DOCX o PDF.',
      mislabelled: 'El archivo no es lo que dice su nombre: contiene texto, no un documento.',
      'too-large':
        'El archivo es demasiado grande: 20 MB de texto, 50 MB para documentos y archivos comprimidos. Divídalo e inténtelo de nuevo.',
      'not-text': 'El archivo no es texto UTF-8. Guárdelo como UTF-8 e inténtelo de nuevo.',
      empty: 'El archivo está vacío.',
      encrypted: 'El archivo requiere una contraseña. Guárdelo sin ella e inténtelo de nuevo.',
      damaged: 'El archivo está dañado o incompleto.',
      'no-text': 'El archivo solo contiene imágenes, como un escaneado. Aplique antes el reconocimiento de texto.',
      'archive-bomb': 'El archivo comprimido ocupa mucho más de lo normal al descomprimirse. No se ha abierto.',
      unreadable: 'El navegador no pudo leer el archivo.',
      'took-too-long': 'La lectura tardó más de dos minutos. Divida el archivo e inténtelo de nuevo.',
      cancelled: 'Cancelado.',
    },
    cancel: 'Cancelar',
    paste: 'Pegar un artículo',
    pasteTitle: 'Título',
    pasteTitleHint: 'Sustituye a un artículo pegado antes con el mismo título.',
    pasteText: 'Texto',
    pasteHint: 'Texto o HTML.',
    pasteFormatted: 'Se conservan los títulos, las listas y las tablas.',
    pasteAdd: 'Añadir a la biblioteca',
    clear: 'Borrar los informes',
  },

  search: {
    label: 'Buscar en la biblioteca',
    placeholder: 'Pregunte como un cliente: ¿dónde está mi paquete?',
    in: 'Buscar en',
    kinds: { article: 'Artículos', macro: 'Macros', past: 'Tickets anteriores' },
    hits: (value) => plural('es', value, { one: '# resultado', other: '# resultados' }),
    startTitle: 'La misma búsqueda que alimenta las sugerencias',
    startText: 'Escriba una pregunta. De cada resultado se muestra el mejor fragmento, con la frase que responde.',
    noneTitle: 'No se encontró nada',
    noneText: 'Pruebe con otras palabras o importe más conocimiento.',
    score: (value) =>
      `Puntuación ${new Intl.NumberFormat(localeOf('es'), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)}`,
    meaning: (share) => `Significado: ${formatPercent('es', share)}`,
    words: (share) => `Palabras: ${formatPercent('es', share)}`,
  },
};
