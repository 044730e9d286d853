import type { PracticeStrings } from './practice.en';

/** Text of the practice page, German. */
export const practiceDe: PracticeStrings = {
  title: 'Übungsplatz',
  intro: 'Ein Beispiel-Helpdesk in der Erweiterung: Probieren Sie Deskside aus, bevor ein echter Kunde schreibt.',
  privacyTitle: 'Für die Teamleitung',
  privacyText:
    'Deskside rechnet mit Modellen in diesem Browser. Kein Gespräch, kein Artikel und keine Antwort verlässt ihn: Wir haben keinen Server, an den etwas gehen könnte. Deskside sendet nie eine Nachricht an Kunden; das tun Ihre Agenten.',
  toLibrary: 'Bibliothek öffnen',

  steps: {
    label: 'In drei Schritten ausprobieren',
    customer: {
      title: 'Ein Kunde schreibt',
      text: 'Wählen Sie unter „Kunde spielen“ eine Nachricht oder schreiben Sie selbst eine.',
    },
    suggest: { title: 'Deskside schlägt vor', text: 'Antwort, Artikel und nächster Schritt erscheinen im Panel.' },
    insert: {
      title: 'Sie fügen ein',
      textBefore: 'Drücken Sie',
      textBetween: 'oder',
      textAfter: 'im Eingabefeld. Dann senden Sie.',
    },
    done: 'Erledigt',
  },

  tickets: 'Tickets',
  conversation: 'Gespräch',
  ticketNumber: (id) => `Ticket ${id}`,
  waiting: 'Wartet auf Antwort',
  answered: 'Beantwortet',
  quiet: 'Noch nichts geschrieben',
  roles: { customer: 'Kunde', agent: 'Sie', note: 'Interne Notiz', bot: 'Bot', system: 'System' },

  customer: {
    heading: 'Kunde spielen',
    writes: (text) => `Kunde schreibt: ${text}`,
    own: 'Ihre eigene Nachricht als Kunde',
    send: 'Als Kunde senden',
    startOver: 'Neu beginnen',
  },
  composer: {
    label: 'Antwort an den Kunden',
    noteLabel: 'Interne Notiz',
    channel: 'Wohin der Text geht',
    public: 'Öffentliche Antwort',
    note: 'Interne Notiz',
    placeholder: 'Antwort schreiben…',
    notePlaceholder: 'Notiz schreiben, die nur das Team sieht…',
    bold: 'Fett',
    italic: 'Kursiv',
    list: 'Liste',
    tools: 'Format',
    send: 'Antwort senden',
    sendNote: 'Notiz hinzufügen',
  },

  library: {
    preparing: 'Beispielbibliothek wird vorbereitet',
    ready: 'Die Beispielbibliothek von Larkleaf Tea wird verwendet, getrennt von Ihrem eigenen Wissen.',
    removed: 'Die Übungsdaten sind entfernt. Vorschläge auf dieser Seite brauchen sie.',
    failed: 'Die Beispielbibliothek konnte nicht gespeichert werden.',
    remove: 'Übungsdaten entfernen',
    restore: 'Übungsdaten zurückholen',
    removeTitle: 'Übungsdaten entfernen?',
    removeText:
      'Die Beispielartikel, die Makros und der Beispielleitfaden werden aus diesem Browser entfernt. Ihr eigenes Wissen bleibt.',
    removedToast: 'Übungsdaten entfernt.',
  },
  panel: 'Panel von Deskside',
};
