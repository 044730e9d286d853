import { formatNumber, plural } from './language';
import type { PageStrings } from './page.en';
import { policyEs } from './policy.es';

const count = (value: number) => formatNumber('es', value);

/** Text that the popup, the library and the practice page share, Spanish. */
export const pageEs: PageStrings = {
  onDevice: 'Nada sale de este navegador',
  loading: 'Cargando',
  toastRegion: 'Mensajes de Deskside',
  toastClose: 'Cerrar el mensaje',
  cancel: 'Cancelar',
  retry: 'Reintentar',
  failed: 'Deskside no pudo responder',
  failedReload: 'Deskside se ha actualizado. Vuelva a cargar esta página para continuar.',
  notStored: 'El navegador no permitió guardar el ajuste.',

  source: {
    file: (name) => `Archivo: ${name}`,
    practice: 'Datos de práctica',
  },
  counts: {
    articles: (value) => plural('es', value, { one: '# artículo', other: '# artículos' }),
    macros: (value) => plural('es', value, { one: '# macro', other: '# macros' }),
    playbooks: (value) => plural('es', value, { one: '# procedimiento', other: '# procedimientos' }),
    passages: (value) => plural('es', value, { one: '# fragmento', other: '# fragmentos' }),
    pastTickets: (value) => plural('es', value, { one: '# ticket anterior', other: '# tickets anteriores' }),
    problems: (value) => plural('es', value, { one: '# problema', other: '# problemas' }),
  },
  policy: policyEs,
  sites: {
    type: 'Tipo de sistema de soporte',
    auto: 'Detectado automáticamente',
    generic: 'Marcado estándar',
    taught: 'Como se lo enseñé',
    remove: 'Quitar',
    removeNamed: (host) => `Quitar ${host}`,
    removeTitle: (host) => `¿Quitar ${host}?`,
    removeText: 'Deskside deja de ejecutarse allí y el navegador retira su permiso.',
    removeTaughtText:
      'Deskside deja de ejecutarse allí y olvida lo que usted le enseñó. Expórtelo antes si quiere conservarlo.',
  },
  importing: {
    start: 'Importar',
    refresh: 'Actualizar',
    resume: 'Continuar',
    cancel: 'Cancelar la importación',
    progressOf: (host) => `Importación desde ${host}`,
    progress: (done, total) =>
      total === null
        ? plural('es', done, { one: '# leído', other: '# leídos' })
        : `${count(done)} de ${plural('es', total, { one: '# leído', other: '# leídos' })}`,
    noTab: 'Abra un ticket de su sistema de soporte en una pestaña para importar sus artículos y macros.',
    tabGone: 'La pestaña del sistema de soporte no respondió. Vuelva a cargarla e inténtelo de nuevo.',
    status: {
      running: 'Importando',
      paused: 'En pausa',
      cancelled: 'Cancelado',
      failed: 'Con errores',
      done: 'Al día',
    },
  },
};
