import { plural } from './language';
import type { PrivacyStrings } from './privacy.en';

const entries = (value: number) => plural('de', value, { one: '# Eintrag', other: '# Einträge' });

/** German text of the library page about what is kept of customers. */
export const privacyDe: PrivacyStrings = {
  heading: 'Datenschutz',
  intro:
    'Was Deskside speichert, wo, wie lange, und wie Sie es ansehen, mitnehmen und löschen. Für die Teamleitung und alle, die für den Datenschutz einstehen.',
  print: 'Diese Seite drucken',
  facts: 'So funktioniert es',
  factList: [
    'Alles bleibt in diesem Browser auf diesem Computer. Deskside hat keinen Server, und seine Content Security Policy lässt keine seiner Seiten einen anderen Host erreichen.',
    'Ein Gespräch wird gelesen, solange sein Ticket offen ist, und ist danach aus dem Speicher verschwunden. Frühere Tickets werden nur aufbewahrt, solange „Gesehene Tickets merken“ eingeschaltet ist, und personenbezogene Daten werden entfernt, bevor etwas geschrieben wird.',
    'Was entfernt wird, finden Regeln, kein Mensch: Das Panel zeigt es für jedes Ticket, und ab und zu wird ein Name übersehen.',
    'Wer verantwortlich ist und auf welcher Rechtsgrundlage Ihr Team das hier Aufgeführte aufbewahrt, entscheidet Ihr Team; Deskside äußert sich dazu nicht.',
  ],
  remembering: (isOn: boolean) =>
    isOn
      ? 'Das Merken früherer Tickets ist eingeschaltet.'
      : 'Das Merken früherer Tickets ist ausgeschaltet: Es kommt keines hinzu.',
  table: 'Was auf diesem Gerät gespeichert ist',
  columns: { what: 'Was', holds: 'Inhalt', where: 'Wo', count: 'Anzahl', oldest: 'Ältestes', keep: 'Wie lange' },
  database: 'Datenbank dieser Erweiterung',
  kinds: {
    pastTickets: {
      name: 'Frühere Tickets',
      holds: 'Betreff, Frage und Antwort ohne personenbezogene Daten; die Ticketnummer',
    },
    choices: { name: 'Ihre Auswahl', holds: 'Welcher Vorschlag für welche Art von Anliegen genutzt wurde; kein Text' },
    gaps: { name: 'Fragen ohne Antwort', holds: 'Die Frage ohne personenbezogene Daten; ihre Tickets als Hashwerte' },
    importReports: {
      name: 'Importberichte',
      holds: 'Titel und Zeilen eines Imports, die nicht gelesen werden konnten',
    },
    audit: {
      name: 'Protokoll',
      holds:
        'Was vorgeschlagen und getan wurde, und wann; Tickets als Hashwerte mit Schlüssel, Text nur, wo Sie ihn aufbewahren',
    },
    articles: { name: 'Artikel', holds: 'Ihr Hilfecenter, wie importiert' },
    macros: { name: 'Makros', holds: 'Ihre Textbausteine, wie importiert' },
    playbooks: { name: 'Leitfäden', holds: 'Die Schritte, die Sie geschrieben oder importiert haben' },
    examples: {
      name: 'Beispiele Ihrer Anliegen',
      holds: 'Nachrichten, die Sie als Beispiele eingegeben oder importiert haben',
    },
  },
  untilDeleted: 'Bis Sie es löschen',
  keepFor: (what: string) => `Wie lange: ${what}`,
  days: (value: number) => plural('de', value, { one: '# Tag', other: '# Tage' }),
  never: 'Unbegrenzt',
  tidied: (time: string, removed: number) => `Zuletzt aufgeräumt ${time}: ${entries(removed)} gelöscht.`,
  tidiedNever: 'Noch nicht aufgeräumt; das geschieht beim Start des Browsers und einmal am Tag.',
  tidyNow: 'Zu Altes jetzt löschen',
  tidyDone: (removed: number) => `${entries(removed)} gelöscht.`,
  person: 'Löschen, was mit einem Kunden verknüpft ist',
  personText:
    'Deskside bewahrt mit Absicht keine Namen oder Adressen von Kunden auf, daher findet eine Ticketnummer am meisten; ein Name oder eine E-Mail-Adresse findet, wo etwas übersehen wurde. Mehrere durch Kommas trennen.',
  personLabel: 'Ticketnummern, E-Mail-Adressen oder Namen',
  find: 'Suchen',
  found: 'Gefunden',
  nothing: 'Nichts Gespeichertes ist damit verknüpft.',
  linked: {
    pastTickets: (value: number) => plural('de', value, { one: '# früheres Ticket', other: '# frühere Tickets' }),
    choices: (value: number) => plural('de', value, { one: '# Auswahl', other: '# Auswahlen' }),
    gaps: (value: number) => plural('de', value, { one: '# Frage', other: '# Fragen' }),
    examples: (value: number) =>
      plural('de', value, { one: '# Beispiel eines Anliegens', other: '# Beispiele von Anliegen' }),
    audit: (value: number) => plural('de', value, { one: '# Zeile des Protokolls', other: '# Zeilen des Protokolls' }),
    knowledge: (value: number) =>
      plural('de', value, { one: '# Artikel, Makro oder Leitfaden', other: '# Artikel, Makros oder Leitfäden' }),
  },
  knowledgeNote:
    'Artikel, Makros und Leitfäden sind Texte Ihres Teams: Ändern Sie sie an ihrer Quelle. Sie werden hier nicht gelöscht.',
  remove: 'Diese löschen',
  removeTitle: 'Verknüpftes löschen?',
  removeText: 'Das lässt sich nicht rückgängig machen.',
  removed: (what: string) => `Gelöscht: ${what}.`,
  everything: 'Alles',
  everythingText:
    'Die Datei enthält alles Gespeicherte als JSON und CSV samt den Einstellungen; Deskside liest deskside.json daraus wieder ein.',
  export: 'Alles exportieren (ZIP)',
  exported: 'Exportiert. Sehen Sie in Ihren Downloads nach.',
  deleteAll: 'Alles löschen',
  deleteTitle: 'Alles löschen?',
  deleteText:
    'Wissen, frühere Tickets, Gelerntes, das Protokoll und alle Einstellungen gehen verloren; eine Zeile hält das fest. Das lässt sich nicht rückgängig machen.',
  deleted: (count: number) => `Alles wurde gelöscht: ${entries(count)}.`,
  about:
    'Was Deskside auf diesem Gerät gespeichert hatte. deskside.json ist das Ganze und lässt sich wieder importieren; jede Liste liegt auch als JSON und als CSV (UTF-8) bei. settings.json enthält die Einstellungen.',
};
