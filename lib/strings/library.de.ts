import { auditDe } from './audit.de';
import { healthDe } from './health.de';
import { intentsDe } from './intents.de';
import { formatNumber, formatPercent, plural } from './language';
import { learningDe } from './learning.de';
import type { LibraryStrings } from './library.en';
import { privacyDe } from './privacy.de';
import { replayDe } from './replay.de';

const count = (value: number) => formatNumber('de', value);

/** Text of the library page, German. */
export const libraryDe: LibraryStrings = {
  title: 'Bibliothek',
  tabs: {
    label: 'Teile der Bibliothek',
    articles: 'Artikel',
    macros: 'Makros',
    playbooks: 'Leitfäden',
    intents: 'Anliegen',
    sources: 'Quellen',
    search: 'Suche',
    health: 'Zustand',
    learning: 'Gelernt',
    replay: 'Rückblick',
    audit: 'Protokoll',
    privacy: 'Datenschutz',
  },
  toPractice: 'Übungsseite',

  list: {
    filter: 'Nach Titel filtern',
    shown: (from, to, total) => `${count(from)}–${count(to)} von ${count(total)}`,
    previous: 'Vorige Seite',
    next: 'Nächste Seite',
    pages: 'Seiten der Liste',
    choose: 'Wählen Sie einen Eintrag, um ihn hier zu lesen.',
    noMatch: (text) => `Kein Titel enthält „${text}“.`,
    clear: 'Filter aufheben',
    remove: 'Löschen',
    removed: (title) => `„${title}“ ist gelöscht.`,
    removeTitle: 'Diesen Eintrag löschen?',
    removeText: (title) =>
      `„${title}“ wird aus der Bibliothek auf diesem Gerät gelöscht. Beim nächsten Aktualisieren der Quelle kann der Eintrag wiederkommen.`,
    open: 'Original öffnen',
    internal: 'Intern, nicht für Kunden',
    note: 'Schreibt eine interne Notiz',
    updated: (day) => `Geändert am ${day}`,
  },
  articles: {
    emptyTitle: 'Noch keine Artikel',
    emptyText:
      'Importieren Sie Artikel aus Ihrem Helpdesk oder aus Dateien, dann kann Deskside auf die Stelle zeigen, die antwortet.',
  },
  macros: {
    emptyTitle: 'Noch keine Makros',
    emptyText:
      'Importieren Sie Ihre Textbausteine aus dem Helpdesk oder aus Dateien: Daraus entstehen die vorgeschlagenen Antworten.',
  },
  toSources: 'Zu den Quellen',

  playbooks: {
    list: 'Leitfäden',
    add: 'Neuer Leitfaden',
    emptyTitle: 'Noch keine Leitfäden',
    emptyText:
      'Schreiben Sie auf, wie Ihr Team ein Anliegen bearbeitet, je Zeile ein nummerierter Schritt. Deskside zeigt den nächsten offenen Schritt.',
    editor: 'Leitfaden als Text',
    editorHint:
      'Erste Zeile: Titel. Dann, wenn Sie möchten, die Zeilen Intent: refund.status, Team: Zahlungen, Priority: high, Tags: refund. Dann nummerierte Schritte; Ask, Verify, Do, Tell oder Escalate davor ist freiwillig. Eine eingerückte Zeile Say: enthält die Worte für den Kunden.',
    template: [
      'Erstattung ist nicht angekommen',
      'Intent: refund.status',
      'Team: Zahlungen',
      'Tags: refund-late',
      '1. Ask: nach der Bestellnummer, falls sie nicht in der Nachricht steht',
      '   Say: Könnten Sie mir bitte Ihre Bestellnummer nennen?',
      '2. Verify: an welchem Tag die Erstattung angewiesen wurde',
      '3. Tell: wie lange die Bank bei dieser Zahlungsart braucht',
      '4. Escalate: nach zehn Werktagen an das Team Zahlungen',
    ].join('\n'),
    useTemplate: 'Mit einem Beispiel beginnen',
    preview: 'Vorschau',
    previewEmpty: 'Die Schritte erscheinen hier, während Sie schreiben.',
    untitled: 'Ohne Titel',
    intent: (name) => `Anliegen des Kunden: ${name}`,
    unknownIntent: (id) => `Kein Anliegen: ${id}`,
    team: (name) => `Team: ${name}`,
    unknownPriority: (word) => `Keine Priorität: ${word}`,
    intentList: 'Anliegen zur Auswahl',
    steps: (value) => plural('de', value, { one: '# Schritt', other: '# Schritte' }),
    save: 'Speichern',
    saved: (title) => `„${title}“ ist gespeichert.`,
    unsaved: 'Noch nicht gespeichert',
    discardTitle: 'Ohne Speichern verlassen?',
    discardText: 'Ihre Änderungen an diesem Leitfaden gehen verloren.',
    discard: 'Verlassen',
    remove: 'Leitfaden löschen',
    removeTitle: 'Diesen Leitfaden löschen?',
    removeText: (title) => `„${title}“ wird von diesem Gerät entfernt. Das lässt sich nicht rückgängig machen.`,
  },

  intents: intentsDe,
  health: healthDe,
  learning: learningDe,
  replay: replayDe,
  audit: auditDe,
  privacy: privacyDe,

  sources: {
    heading: 'Woher das Wissen kommt',
    intro: 'Mit Ihrer eigenen Anmeldung gelesen, nur in diesem Browser aufbewahrt. Es wird nichts gesendet.',
    emptyTitle: 'Noch nichts importiert',
    emptyText: 'Öffnen Sie ein Ticket in Ihrem Helpdesk und kommen Sie zurück, oder legen Sie unten Dateien ab.',
    tabOpen: 'In einem Tab offen',
    tabClosed: (host) => `Öffnen Sie ${host} in einem Tab, um zu aktualisieren.`,
    refreshed: (day) => `Letzter Import am ${day}`,
    remove: 'Entfernen',
    removeFrom: (name) => `${name} entfernen`,
    removeTitle: 'Diese Quelle entfernen?',
    removeText: (name) =>
      `Alle Artikel, Makros und früheren Tickets aus ${name} werden von diesem Gerät entfernt. Der Helpdesk bleibt unberührt.`,
    removed: (name) => `${name} ist entfernt.`,
    problems: 'Was ausgelassen wurde',
    progress: 'Import',
    retryHint: 'Was bisher gelesen wurde, bleibt erhalten.',
  },
  sites: {
    heading: 'Von Ihnen hinzugefügte Helpdesks',
    intro: 'Adressen, auf denen Deskside läuft, weil Sie es erlaubt haben, und wie ihre Seiten gelesen werden.',
    emptyTitle: 'Noch keine',
    emptyText: 'Öffnen Sie Ihren Helpdesk und drücken Sie im Browser den Knopf von Deskside, um ihn hinzuzufügen.',
    notAllowed: 'Vom Browser nicht erlaubt',
    export: 'Beschreibung exportieren',
    import: 'Beschreibung importieren',
    importFor: (host) => `Beschreibung für ${host}`,
    imported: (name) => `Seiten werden jetzt als „${name}“ gelesen.`,
    unreadable: (name) =>
      `${name} konnte nicht gelesen werden. Verwenden Sie eine JSON-Datei, die Deskside exportiert hat.`,
  },
  files: {
    heading: 'Dateien importieren',
    drop: 'Dateien hier ablegen',
    choose: 'Dateien wählen',
    kinds: 'CSV, JSON, Markdown, HTML, Text, Word (DOCX), PDF oder ein ZIP davon; auch mehrere zugleich',
    reading: (name) => `${name} wird gelesen`,
    reports: 'Importierte Dateien',
    nothing: 'Nichts Brauchbares gefunden',
    line: (value) => `Zeile ${count(value)}:`,
    failed: 'Nicht importiert:',
    failures: {
      unsupported: 'Diese Art Datei kann nicht gelesen werden. Verwenden Sie CSV, JSON, Markdown, HTML, DOCX oder PDF.',
      mislabelled: 'Die Datei ist nicht, was ihr Name sagt: Sie enthält Text, kein Dokument.',
      'too-large':
        'Die Datei ist zu groß: 20 MB bei Text, 50 MB bei Dokumenten und Archiven. Teilen Sie sie und versuchen Sie es noch einmal.',
      'not-text': 'Die Datei ist kein UTF-8-Text. Speichern Sie sie als UTF-8 und versuchen Sie es noch einmal.',
      empty: 'Die Datei ist leer.',
      encrypted: 'Die Datei braucht ein Passwort. Speichern Sie sie ohne Passwort und versuchen Sie es noch einmal.',
      damaged: 'Die Datei ist beschädigt oder abgeschnitten.',
      'no-text': 'Die Datei enthält nur Bilder, wie Scans. Lassen Sie zuerst eine Texterkennung laufen.',
      'archive-bomb': 'Das Archiv wäre entpackt viel größer als erlaubt. Es wurde nicht geöffnet.',
      unreadable: 'Der Browser konnte die Datei nicht lesen.',
      'took-too-long':
        'Das Lesen dauerte länger als zwei Minuten. Teilen Sie die Datei und versuchen Sie es noch einmal.',
      cancelled: 'Abgebrochen.',
    },
    cancel: 'Abbrechen',
    paste: 'Artikel einfügen',
    pasteTitle: 'Titel',
    pasteTitleHint: 'Ein früher unter demselben Titel eingefügter Artikel wird ersetzt.',
    pasteText: 'Text',
    pasteHint: 'Text oder HTML.',
    pasteFormatted: 'Überschriften, Listen und Tabellen bleiben erhalten.',
    pasteAdd: 'In die Bibliothek',
    clear: 'Berichte leeren',
  },

  search: {
    label: 'Bibliothek durchsuchen',
    placeholder: 'Fragen Sie wie ein Kunde: Wo ist mein Paket?',
    in: 'Suchen in',
    kinds: { article: 'Artikel', macro: 'Makros', past: 'Frühere Tickets' },
    hits: (value) => plural('de', value, { one: '# Treffer', other: '# Treffer' }),
    startTitle: 'Dieselbe Suche, aus der die Vorschläge kommen',
    startText:
      'Geben Sie eine Frage ein. Von jedem Treffer erscheint die beste Textstelle mit dem Satz, der antwortet.',
    noneTitle: 'Nichts gefunden',
    noneText: 'Versuchen Sie andere Wörter oder importieren Sie mehr Wissen.',
    score: (value) =>
      `Wert ${new Intl.NumberFormat('de', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)}`,
    meaning: (share) => `Bedeutung ${formatPercent('de', share)}`,
    words: (share) => `Wörter ${formatPercent('de', share)}`,
  },
};
