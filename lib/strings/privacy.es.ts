import { plural } from './language';
import type { PrivacyStrings } from './privacy.en';

const entries = (value: number) => plural('es', value, { one: '# elemento', other: '# elementos' });

/** Spanish text of the library page about what is kept of customers. */
export const privacyEs: PrivacyStrings = {
  heading: 'Privacidad',
  intro:
    'Qué guarda Deskside, dónde, cuánto tiempo, y cómo verlo, llevárselo y borrarlo. Para quien dirige el equipo y quien responde de la protección de datos.',
  print: 'Imprimir esta página',
  facts: 'Cómo funciona',
  factList: [
    'Todo se queda en este navegador, en este ordenador. Deskside no tiene servidor, y su política de seguridad de contenido no deja que ninguna de sus páginas llegue a otro host.',
    'Una conversación se lee mientras su ticket está abierto y después desaparece de la memoria. Los tickets anteriores solo se guardan si «Recordar los tickets que veo» está activado, y los datos personales se quitan antes de escribir nada.',
    'Lo que se quita lo encuentran reglas, no una persona: el panel lo muestra en cada ticket, y alguna vez se escapará un nombre.',
    'Quién responde de ello y con qué base jurídica guarda su equipo lo que aparece aquí lo decide su equipo; Deskside no se pronuncia.',
  ],
  remembering: (isOn: boolean) =>
    isOn
      ? 'Recordar tickets anteriores está activado.'
      : 'Recordar tickets anteriores está desactivado: no se añade ninguno.',
  table: 'Qué se guarda en este dispositivo',
  columns: {
    what: 'Qué',
    holds: 'Contenido',
    where: 'Dónde',
    count: 'Cuántos',
    oldest: 'El más antiguo',
    keep: 'Cuánto tiempo',
  },
  database: 'Base de datos de esta extensión',
  kinds: {
    pastTickets: {
      name: 'Tickets anteriores',
      holds: 'Asunto, pregunta y respuesta sin datos personales; el número del ticket',
    },
    choices: { name: 'Sus elecciones', holds: 'Qué sugerencia se usó para qué tipo de petición; sin texto' },
    gaps: { name: 'Preguntas sin respuesta', holds: 'La pregunta sin datos personales; sus tickets como huellas' },
    importReports: {
      name: 'Informes de importación',
      holds: 'Títulos y líneas de una importación que no se pudieron leer',
    },
    audit: {
      name: 'Registro',
      holds: 'Qué se sugirió y qué se hizo, y cuándo; los tickets como hashes con clave, texto solo si usted lo guarda',
    },
    articles: { name: 'Artículos', holds: 'Su centro de ayuda, tal como se importó' },
    macros: { name: 'Macros', holds: 'Sus respuestas predefinidas, tal como se importaron' },
    playbooks: { name: 'Procedimientos', holds: 'Los pasos que escribió o importó' },
    examples: { name: 'Ejemplos de sus intenciones', holds: 'Mensajes que escribió o importó como ejemplos' },
  },
  untilDeleted: 'Hasta que lo borre',
  keepFor: (what: string) => `Cuánto tiempo: ${what}`,
  days: (value: number) => plural('es', value, { one: '# día', other: '# días' }),
  never: 'Sin límite',
  tidied: (time: string, removed: number) => `Última limpieza ${time}: ${entries(removed)} borrados.`,
  tidiedNever: 'Aún no se ha limpiado; ocurre al iniciar el navegador y una vez al día.',
  tidyNow: 'Borrar ahora lo demasiado antiguo',
  tidyDone: (removed: number) => `Borrado: ${entries(removed)}.`,
  person: 'Borrar lo vinculado a un cliente',
  personText:
    'Deskside no guarda a propósito nombres ni direcciones de clientes, así que un número de ticket encuentra lo más; un nombre o un correo encuentra lo que se haya escapado. Separe varios con comas.',
  personLabel: 'Números de ticket, correos o nombres',
  find: 'Buscar',
  found: 'Encontrado',
  nothing: 'Nada de lo guardado está vinculado a esto.',
  linked: {
    pastTickets: (value: number) => plural('es', value, { one: '# ticket anterior', other: '# tickets anteriores' }),
    choices: (value: number) => plural('es', value, { one: '# elección', other: '# elecciones' }),
    gaps: (value: number) => plural('es', value, { one: '# pregunta', other: '# preguntas' }),
    examples: (value: number) =>
      plural('es', value, { one: '# ejemplo de intención', other: '# ejemplos de intenciones' }),
    audit: (value: number) => plural('es', value, { one: '# fila del registro', other: '# filas del registro' }),
    knowledge: (value: number) =>
      plural('es', value, { one: '# artículo, macro o procedimiento', other: '# artículos, macros o procedimientos' }),
  },
  knowledgeNote:
    'Artículos, macros y procedimientos son textos de su equipo: cámbielos en su origen. Aquí no se borran.',
  remove: 'Borrar esto',
  removeTitle: '¿Borrar lo vinculado?',
  removeText: 'No se puede deshacer.',
  removed: (what: string) => `Borrado: ${what}.`,
  everything: 'Todo',
  everythingText:
    'El archivo contiene todo lo guardado en JSON y CSV, con los ajustes; Deskside vuelve a leer su deskside.json.',
  export: 'Exportar todo (ZIP)',
  exported: 'Exportado. Mire en sus descargas.',
  deleteAll: 'Borrar todo',
  deleteTitle: '¿Borrar todo?',
  deleteText:
    'Se van el conocimiento, los tickets anteriores, lo aprendido, el registro y todos los ajustes; una fila lo deja dicho. No se puede deshacer.',
  deleted: (count: number) => `Se borró todo: ${entries(count)}.`,
  about:
    'Lo que Deskside guardaba en este dispositivo. deskside.json es el conjunto y se puede volver a importar; cada lista está también en JSON y en CSV (UTF-8). settings.json contiene los ajustes.',
};
