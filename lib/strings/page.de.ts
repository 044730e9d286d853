import { formatNumber, plural } from './language';
import type { PageStrings } from './page.en';
import { policyDe } from './policy.de';

const count = (value: number) => formatNumber('de', value);

/** Text that the popup, the library and the practice page share, German. */
export const pageDe: PageStrings = {
  onDevice: 'Nichts verlässt diesen Browser',
  loading: 'Wird geladen',
  toastRegion: 'Meldungen von Deskside',
  toastClose: 'Meldung schließen',
  cancel: 'Abbrechen',
  retry: 'Erneut versuchen',
  failed: 'Deskside konnte nicht antworten',
  failedReload: 'Deskside wurde aktualisiert. Laden Sie diese Seite neu, um fortzufahren.',
  notStored: 'Der Browser hat die Einstellung nicht gespeichert.',

  source: {
    file: (name) => `Datei: ${name}`,
    practice: 'Übungsdaten',
  },
  counts: {
    articles: (value) => plural('de', value, { one: '# Artikel', other: '# Artikel' }),
    macros: (value) => plural('de', value, { one: '# Makro', other: '# Makros' }),
    playbooks: (value) => plural('de', value, { one: '# Leitfaden', other: '# Leitfäden' }),
    passages: (value) => plural('de', value, { one: '# Textstelle', other: '# Textstellen' }),
    pastTickets: (value) => plural('de', value, { one: '# früheres Ticket', other: '# frühere Tickets' }),
    problems: (value) => plural('de', value, { one: '# Problem', other: '# Probleme' }),
  },
  policy: policyDe,
  sites: {
    type: 'Art des Helpdesks',
    auto: 'Von selbst erkannt',
    generic: 'Übliches HTML',
    taught: 'Wie ich es gezeigt habe',
    remove: 'Entfernen',
    removeNamed: (host) => `${host} entfernen`,
    removeTitle: (host) => `${host} entfernen?`,
    removeText: 'Deskside läuft dort nicht mehr, und der Browser entzieht die Erlaubnis.',
    removeTaughtText:
      'Deskside läuft dort nicht mehr und vergisst, was Sie gezeigt haben. Exportieren Sie es vorher, wenn Sie es behalten möchten.',
  },
  importing: {
    start: 'Importieren',
    refresh: 'Aktualisieren',
    resume: 'Fortsetzen',
    cancel: 'Import abbrechen',
    progressOf: (host) => `Import aus ${host}`,
    progress: (done, total) =>
      total === null ? `${count(done)} gelesen` : `${count(done)} von ${count(total)} gelesen`,
    noTab: 'Öffnen Sie ein Ticket Ihres Helpdesks in einem Tab, um Artikel und Makros zu importieren.',
    tabGone: 'Der Tab des Helpdesks hat nicht geantwortet. Laden Sie ihn neu und versuchen Sie es noch einmal.',
    status: {
      running: 'Wird importiert',
      paused: 'Angehalten',
      cancelled: 'Abgebrochen',
      failed: 'Fehlgeschlagen',
      done: 'Aktuell',
    },
  },
};
