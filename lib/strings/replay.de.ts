import { formatNumber, formatPercent, plural } from './language';
import type { ReplayStrings } from './replay.en';

const count = (value: number) => formatNumber('de', value);
const turns = (value: number) => plural('de', value, { one: '# Antwort', other: '# Antworten' });
const tickets = (value: number) => plural('de', value, { one: '# Ticket', other: '# Tickets' });

/** Text of the library page about what would have been suggested in past tickets, German. */
export const replayDe: ReplayStrings = {
  heading: 'Was hätte Deskside vorgeschlagen?',
  intro:
    'Geht frühere Tickets Antwort für Antwort durch und zeigt den Vorschlag neben dem, was der Agent schrieb. Läuft auf diesem Gerät, hinter den Tickets, an denen Sie arbeiten. Nichts wird aufbewahrt und nichts daraus gelernt.',
  choose: 'Exportdatei wählen',
  chooseHint: 'Tickets mit ihren Nachrichten als JSON, JSON Lines oder CSV.',
  kept: 'Aufbewahrte Tickets verwenden',
  keptOff: 'Auf diesem Gerät werden keine Tickets aufbewahrt: „Gesehene Tickets merken“ ist aus.',
  loaded: (name, value) => `${name ?? 'Auf diesem Gerät aufbewahrt'}: ${tickets(value)}`,
  close: 'Diese Tickets schließen',
  leftOut: (value) => `${turns(value)} weggelassen: Mehr fasst ein Durchlauf nicht.`,
  problems: (value) => plural('de', value, { one: '# Zeile nicht gelesen', other: '# Zeilen nicht gelesen' }),
  failures: {
    'unsupported-file':
      'Diese Art Datei enthält keine Tickets, die Deskside lesen kann. Verwenden Sie JSON, JSON Lines oder CSV.',
    'file-too-large': 'Die Datei ist größer als 20 MB. Teilen Sie sie und versuchen Sie es noch einmal.',
    'not-text': 'Die Datei ist kein Text. Exportieren Sie die Tickets als JSON oder CSV.',
    'no-turns': 'In keinem dieser Tickets hat ein Agent einem Kunden geantwortet.',
    'memory-off': 'Auf diesem Gerät werden keine Tickets aufbewahrt.',
  },
  noTickets: (why) => `Keine Tickets darin gefunden: ${why}`,

  settings: 'Andere Einstellungen probieren',
  settingsHint: 'Nur für diesen Durchlauf. Ihre Einstellungen bleiben, wie sie sind.',
  learning: 'Gelerntes aus Entscheidungen verwenden',
  memory: 'Hier aufbewahrte Tickets verwenden',
  kinds: 'Was angezeigt wird',
  reset: 'Zurück zu meinen Einstellungen',
  compare: 'Vergleichen',
  again: 'Noch einmal',
  changes: 'Probiert:',
  on: (name) => `${name}: an`,
  off: (name) => `${name}: aus`,

  running: 'Durchlauf',
  progress: (done, total) => `${count(done)} von ${turns(total)}`,
  cancel: 'Abbrechen',
  cancelled: (done, total) => `Nach ${count(done)} von ${turns(total)} abgebrochen.`,
  failed: (why) => `Der Durchlauf wurde unterbrochen: ${why}`,

  totals: 'In Zahlen',
  walked: (answers, value) => `${turns(answers)} in ${tickets(value)}`,
  median: (ms) => `je ${count(Math.round(ms))} ms (Median)`,
  measure: 'Messgröße',
  now: 'Jetzt',
  changed: 'Mit der Änderung',
  shown: 'Antwort wäre gezeigt worden',
  silent: 'Keine Antwort',
  agrees: 'Stimmt mit dem Agenten überein',
  differs: 'Weicht vom Agenten ab',
  keptWords: 'Wörter des Entwurfs, die auch der Agent sandte',
  sameSource: 'Gleiche Quelle, wo bekannt',
  saved: 'Gespartes Tippen',
  articles: 'Mit Artikel',
  nextSteps: 'Mit nächstem Schritt',
  of: (part, all) => `${count(part)} von ${count(all)}`,
  withShare: (value, share) => `${count(value)} (${formatPercent('de', share)})`,
  percent: (share) => formatPercent('de', share),
  agreesHint:
    'Ein Entwurf stimmt überein, wenn mindestens die Hälfte seiner Wörter im Gesendeten steht oder wenn er auf derselben Quelle beruht.',
  different: (value) =>
    value === 0
      ? 'Die Änderung macht hier keinen Unterschied.'
      : plural('de', value, {
          one: 'Die Änderung macht # Antwort anders:',
          other: 'Die Änderung macht # Antworten anders:',
        }),
  kindCount: (name, value) => `${name} ${count(value)}`,

  list: 'Antwort für Antwort',
  filter: 'Anzeigen',
  filters: {
    all: 'Alle',
    shown: 'Gezeigt',
    silent: 'Still',
    agrees: 'Gleich',
    differs: 'Anders',
    changed: 'Geändert',
  },
  filterCount: (name, value) => `${name} ${count(value)}`,
  none: 'Keine davon.',
  ticket: (id, subject) => (subject === '' ? `Ticket ${id}` : `Ticket ${id}: ${subject}`),
  customer: 'Der Kunde',
  suggested: 'Deskside',
  suggestedChanged: 'Deskside mit der Änderung',
  agent: 'Der Agent',
  keptChip: (share) => `${formatPercent('de', share)} davon gesendet`,
  sameChip: 'Gleiche Quelle',
  otherChip: 'Andere Quelle',
  sure: (share) => `zu ${formatPercent('de', share)} sicher`,
  changedChip: 'Geändert',
  articleList: 'Artikel',
  nextStep: (playbook) => `Nächster Schritt, ${playbook}`,
  nothing: 'Gar nichts.',
  why: (value) => plural('de', value, { one: '# Art bleibt still', other: '# Arten bleiben still' }),
};
