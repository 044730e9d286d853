import type { SilenceReason } from '../core/suggestion';
import { keptDe } from './kept.de';
import { formatNumber, formatPercent, plural } from './language';
import { modelCardDe } from './model-card.de';
import type { PanelStrings } from './panel.en';

const count = (value: number) => formatNumber('de', value);

const silence: Record<SilenceReason, string> = {
  'no-open-turn': 'Keine Nachricht des Kunden wartet auf Antwort.',
  'no-knowledge': 'In der Bibliothek steht nichts, worauf sich das stützen ließe.',
  'low-confidence': 'Nichts in der Bibliothek passt gut genug, um Ihre Zeit wert zu sein.',
  'language-unsupported': 'Der Kunde schreibt in einer Sprache, die die Modelle nicht kennen.',
  'placeholder-unfilled': 'Der beste Treffer hat eine Lücke, die dieses Ticket nicht füllt.',
  'no-playbook': 'Kein Leitfaden behandelt dieses Anliegen.',
  'playbook-finished': 'Alle Schritte des Leitfadens sind erledigt.',
  'no-memory': 'Auf diesem Gerät gleicht noch kein gesehenes Ticket diesem.',
  'memory-off': 'Das Merken von Tickets ist ausgeschaltet.',
  resolved: 'Der Kunde schreibt, dass es gelöst ist.',
  'model-unavailable': 'Die Modelle konnten nicht gestartet werden.',
  'too-short': 'Die Nachricht ist zu kurz, um die Frage zu erkennen.',
  'not-now': 'Nach der Antwort ist nichts fällig.',
  failed: 'Bei der Suche ist etwas schiefgegangen.',
};

/** Text of the panel on the helpdesk page, German. */
export const panelDe: PanelStrings = {
  name: 'Deskside',
  open: 'Deskside öffnen',
  collapse: 'Panel ausblenden',
  resize: 'Breite des Panels',
  openLibrary: 'Bibliothek öffnen',
  onDevice: 'Auf diesem Gerät',
  onDeviceWhy: 'Die Modelle laufen in diesem Browser. Nichts aus dem Gespräch verlässt ihn.',

  states: {
    waitingTitle: 'Öffnen Sie ein Ticket',
    waitingText: 'Deskside liest das Gespräch, sobald eines offen ist.',
    unsupportedTitle: 'Diese Seite kennt Deskside nicht',
    unsupportedText: 'Deskside arbeitet neben Tickets in Zendesk und Freshdesk.',
    brokenTitle: 'Dieser Aufbau ist neu für Deskside',
    brokenText: 'Das Ticket ist offen, aber Teile der Seite wurden nicht gefunden. Bis dahin wird nichts geraten.',
    brokenMissing: 'Nicht gefunden:',
    saveLayout: 'Bericht zum Aufbau speichern',
    saveLayoutText:
      'Eine Datei mit dem Aufbau dieser Seite für die Entwickler von Deskside, ohne Texte, Namen und Adressen. Es wird nichts gesendet.',
    layoutSaved: 'Gespeichert. Sie finden die Datei in Ihren Downloads.',
    loadingTitle: 'Modelle werden gestartet',
    loadingText: 'Das geschieht einmal nach dem Start des Browsers. Es wird nichts heruntergeladen.',
    pausedTitle: 'Deskside macht Pause',
    pausedUntil: (time) => `Es geht um ${time} Uhr weiter.`,
    pausedText: 'Deskside liest nichts, bis Sie fortsetzen.',
    resume: 'Jetzt fortsetzen',
    offTitle: 'Auf dieser Seite aus',
    offText: (host) => `Deskside liest nichts auf ${host}.`,
    turnOn: 'Hier einschalten',
    messageCut: 'Eine Nachricht ist zu lang, um sie ganz zu lesen: Hier zählt nur ihr Anfang.',
    errorTitle: 'Deskside konnte nicht antworten',
    retry: 'Erneut versuchen',
    reloadTitle: 'Laden Sie diesen Tab neu',
    reloadText:
      'Deskside wurde aktualisiert und hat die Verbindung zu dieser Seite verloren. Sichern Sie Ihren Entwurf und laden Sie dann neu.',
    reload: 'Tab neu laden',
    reading: 'Gespräch wird gelesen',
    modelFailed: 'Die Modelle konnten nicht gestartet werden.',
    refusedTitle: {
      'file-damaged': 'Eine Modelldatei ist beschädigt',
      'self-test': 'Die Modelle rechnen hier falsch',
    },
    refused: {
      'file-damaged':
        'Deskside verwendet sie nicht. Installieren Sie die Erweiterung neu. Bis dahin wird Wissen nur anhand der Wörter gefunden.',
      'self-test': 'Deskside verwendet sie auf diesem Computer nicht. Wissen wird nur anhand der Wörter gefunden.',
    },
    fallback: 'Läuft mit einem Thread: Der schnellere Weg lieferte hier falsche Ergebnisse.',
  },

  signals: {
    region: 'Was das Gespräch verrät',
    language: (name) => `Sprache: ${name}`,
    languageUnsure: 'Sprache unsicher: keine Signale zu dieser Nachricht.',
    unsupported: (name) => `${name} wird nicht unterstützt: keine Signale und keine Vorschläge.`,
    searchOnly: (name) => `${name}: nur Vorschläge, noch keine Signale.`,
    sentiment: (name) => `Stimmung: ${name}`,
    emotion: (name) => `Gefühl: ${name}`,
    urgency: (name) => `Dringlichkeit: ${name}`,
    intent: (name) => `Anliegen: ${name}`,
    teamIntent: (name) => `Anliegen Ihres Teams: ${name}`,
    flag: (name) => `Risiko: ${name}`,
    sure: (share) => `zu ${formatPercent('de', share)} sicher`,
    resolved: 'Gelöst, schreibt der Kunde',
    trendOver: (messages) => plural('de', messages, { one: 'über # Nachricht', other: 'über # Nachrichten' }),
    nothingClear: 'Keine klaren Signale in dieser Nachricht.',
  },

  reply: {
    heading: 'Entwurf',
    draft: 'Entwurf; jeder Satz zeigt seine Quelle',
    insert: 'Einfügen',
    insertEdited: 'Bearbeitete Antwort einfügen',
    edit: 'Bearbeiten',
    editLabel: 'Antwort vor dem Einfügen bearbeiten',
    cancelEdit: 'Abbrechen',
    copy: 'Kopieren',
    next: 'Nächste Alternative',
    position: (index, total) => `${count(index)} von ${count(total)}`,
    dismiss: 'Verwerfen',
    undo: 'Rückgängig',
    dismissed: 'Antwort verworfen.',
    inserted: 'Eingefügt',
    basedOn: 'Gestützt auf',
    noSource: 'Gruß oder Signatur aus Ihren Einstellungen',
    ready: 'Eine Antwort liegt vor.',
    movedOn: 'Während Sie bearbeitet haben, kam eine neue Nachricht. Prüfen Sie, ob Ihr Text sie noch beantwortet.',
    looking: 'Antwort wird gesucht',
    unanswered: 'Noch nicht beantwortet:',
    otherLanguage: (source, customer) =>
      `Sprache der Quelle: ${source}, Sprache des Kunden: ${customer}. In der Sprache des Kunden wurde nichts gefunden.`,
    pastUse: (tickets, solved) =>
      `In ${plural('de', tickets, { one: '# ähnlichem Ticket', other: '# ähnlichen Tickets' })} gegeben, davon ${count(solved)} gelöst`,
    style: {
      label: 'Anders formulieren',
      shorter: 'Kürzer',
      longer: 'Länger',
      warmer: 'Herzlicher',
      formal: 'Förmlicher',
    },
  },

  source: {
    macro: 'Makro',
    article: 'Artikel',
    past: 'Frühere Antwort',
    playbook: 'Leitfaden',
    message: 'Nachricht',
    open: 'Quelle öffnen',
  },

  confidence: {
    high: 'Passt gut',
    medium: 'Passt halbwegs',
    low: 'Passt kaum',
    meaning: (share) =>
      `Geschätzte Wahrscheinlichkeit, dass ein erfahrener Agent das übernimmt: ${formatPercent('de', share)}`,
    percent: (share) => formatPercent('de', share),
  },

  article: {
    heading: 'Artikel',
    open: 'In neuem Tab öffnen',
    copyLink: 'Link kopieren',
    insertLink: 'Link einfügen',
    internal: 'Intern, nicht für Kunden',
    noLink: 'Aus einer Datei, ohne Link',
    dismiss: (title) => `${title} verwerfen`,
  },

  nextStep: {
    heading: 'Nächster Schritt',
    progress: (done, total) => `${count(done)} von ${count(total)} erledigt`,
    current: 'Jetzt erledigen',
    seen: (quote) => `Im Gespräch gesehen: „${quote}“`,
    byHand: 'Von Ihnen abgehakt',
    finished: 'Alle Schritte sind erledigt.',
    say: 'Diesen Text einfügen',
  },

  routing: {
    heading: 'Wohin dieses Ticket gehört',
    team: (name) => `Team: ${name}`,
    macro: (title) => `Makro: ${title}`,
    of: { team: 'Team', priority: 'Priorität', tags: 'Tags', macro: 'Makro' },
    because: (what, why) => `${what}: ${why}`,
    byPlaybook: (title) => `laut Leitfaden „${title}“`,
    byMacro: (title) => `laut Makro „${title}“`,
    bySignal: (label) => `laut Nachricht: ${label}`,
    byAnswer: 'beantwortet die Nachricht',
    copyTags: 'Tags kopieren',
  },

  similar: {
    heading: 'Ähnliche Tickets',
    ticket: (id) => `Ticket ${id}`,
    showReply: 'Was geantwortet wurde',
    copyReply: 'Antwort kopieren',
    noReply: 'Keine Antwort wurde aufbewahrt.',
  },

  silent: {
    title: 'Deskside schweigt',
    because: (reason) => silence[reason],
    best: (share) => `Bester Treffer: ${formatPercent('de', share)}.`,
    without: {
      reply: 'Keine Antwort',
      article: 'Kein Artikel',
      'next-step': 'Kein nächster Schritt',
      routing: 'Keine Zuordnung',
      'similar-ticket': 'Kein ähnliches Ticket',
      closing: 'Kein Abschlusssatz',
      'csat-request': 'Keine Bitte um Bewertung',
      summary: 'Keine Zusammenfassung',
      'status-update': 'Kein Zwischenstand',
      'follow-up': 'Keine Erinnerung',
    },
    waiting: 'Sie haben geantwortet. Deskside wartet auf den Kunden.',
  },

  after: {
    heading: 'Nach der Antwort',
    insertNote: 'In interne Notiz einfügen',
    noteClosed:
      'Das ist für eine interne Notiz. Schalten Sie das Eingabefeld auf interne Notiz um und fügen Sie dann ein.',
    dismiss: (kind) => `Verwerfen: ${kind}`,
  },

  knowledge: {
    heading: 'Holen Sie Ihr Wissen herein',
    doneHeading: 'Ihr Wissen ist da',
    text: (helpdesk) =>
      `Artikel und Makros aus ${helpdesk}, mit Ihrer eigenen Anmeldung gelesen und nur in diesem Browser aufbewahrt.`,
    start: 'Artikel und Makros importieren',
    resume: 'Import fortsetzen',
    retry: 'Erneut versuchen',
    cancel: 'Abbrechen',
    running: 'Wissen wird importiert',
    progress: (done, total) =>
      total === null ? `${count(done)} gelesen` : `${count(done)} von ${count(total)} gelesen`,
    paused: (done) =>
      plural('de', done, {
        one: 'Nach # Eintrag angehalten. Er bleibt erhalten.',
        other: 'Nach # Einträgen angehalten. Sie bleiben erhalten.',
      }),
    failed: 'Der Import wurde unterbrochen.',
    retryIn: (seconds) =>
      `Der Helpdesk bittet um Geduld. Versuchen Sie es in ${plural('de', seconds, { one: '# Sekunde', other: '# Sekunden' })} wieder.`,
    reading: (unread) =>
      `Deskside liest noch ${plural('de', unread, { one: '# Eintrag', other: '# Einträge' })}. Bis dahin werden nur deren Wörter durchsucht.`,
    done: (articles, macros) =>
      `Bereit: ${plural('de', articles, { one: '# Artikel', other: '# Artikel' })} und ${plural('de', macros, { one: '# Makro', other: '# Makros' })}.`,
    fromFiles: 'Dateien in der Bibliothek importieren',
    noApi: (helpdesk) => `${helpdesk} bietet keinen direkten Import. Mit Dateien geht es auch.`,
  },

  memory: {
    heading: 'Aus gesehenen Tickets lernen?',
    text: 'Deskside kann frühere Tickets auf diesem Gerät aufbewahren, ohne Namen und Nummern, um ähnliche zu zeigen.',
    turnOn: 'Einschalten',
    decline: 'Nein danke',
  },

  kept: keptDe,

  toast: {
    region: 'Meldungen von Deskside',
    inserted: 'Eingefügt. Lesen Sie es noch einmal und senden Sie dann.',
    copied: 'Kopiert.',
    clipboard:
      'Das Eingabefeld hat den Text nicht angenommen, er liegt in der Zwischenablage: Fügen Sie ihn selbst ein.',
    noteOpen:
      'Das Eingabefeld steht auf interner Notiz. Schalten Sie es auf öffentliche Antwort um und fügen Sie dann ein.',
    notInserted: (why) => `Nicht eingefügt: ${why}`,
    notCopied: 'Der Browser hat den Zugriff auf die Zwischenablage verweigert.',
    nothing: 'Gerade ist keine Antwort vorgeschlagen.',
    stale: 'Das Gespräch ist weitergegangen. Ein neuer Vorschlag kommt.',
    close: 'Meldung schließen',
    lastAlternative: 'Es gibt keine weitere Alternative.',
  },
  noteOpen: 'Interne Notiz ist offen: Dort wird keine Antwort an den Kunden eingefügt.',

  ghost: {
    available: 'Eine Antwort ist vorgeschlagen. Tab fügt sie ein, Esc blendet sie für dieses Ticket aus.',
    hint: 'Tab fügt ein',
    muted: 'Vorschläge im Eingabefeld sind für dieses Ticket ausgeblendet.',
  },

  modelCard: modelCardDe,
};
