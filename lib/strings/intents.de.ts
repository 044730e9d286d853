import type { IntentsStrings } from './intents.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('de', value);
const examples = (value: number) => plural('de', value, { one: '# Beispiel', other: '# Beispiele' });

/** Text of the library page about the team's own intents, German. */
export const intentsDe: IntentsStrings = {
  list: 'Anliegen des Teams',
  add: 'Neues Anliegen',
  import: 'Beispiele importieren',
  importHint: 'CSV oder JSON mit den Spalten text und intent',
  examples,
  emptyTitle: 'Noch keine eigenen Anliegen',
  emptyText:
    'Geben Sie jedem Anliegen fünf bis zehn Nachrichten, wie Kunden sie schreiben. Deskside lernt sie hier, auf diesem Gerät.',
  choose: 'Wählen Sie ein Anliegen, um es hier zu ändern.',
  name: 'Name',
  nameHint: 'Seine Wörter zählen auch als Beispiel.',
  editor: 'Beispiele, eins je Zeile',
  save: 'Speichern',
  saved: (name) => `„${name}“ ist gespeichert.`,
  unsaved: 'Noch nicht gespeichert',
  needsBoth: 'Ein Anliegen braucht einen Namen und mindestens ein Beispiel.',
  merge: 'Zusammenführen mit',
  mergeNone: 'Anliegen wählen',
  mergeDo: 'Zusammenführen',
  merged: (from, into) => `„${from}“ gehört jetzt zu „${into}“.`,
  remove: 'Anliegen löschen',
  removed: (name) => `„${name}“ ist gelöscht.`,
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  changes: {
    add: 'Beispiele hinzufügen',
    rename: 'Umbenennen',
    merge: 'Zusammenführen',
    remove: 'Löschen',
    examples: 'Beispiele ändern',
  },
  undoOf: (change) => `Rückgängig: ${change}`,
  redoOf: (change) => `Wiederholen: ${change}`,

  training: {
    heading: 'Lernen',
    idle: 'Noch nichts zu lernen.',
    reading: 'Beispiele werden gelesen',
    training: 'Lernt',
    ready: (seconds) => `In ${seconds} s gelernt.`,
    readyBefore: 'Gelernt.',
    cancelled: 'Angehalten: Es gilt der Stand vor der Änderung.',
    failed: (reason) => `Lernen fehlgeschlagen: ${reason}`,
    cancel: 'Anhalten',
    start: 'Jetzt lernen',
  },
  try: {
    heading: 'Einen Satz ausprobieren',
    label: 'Eine Nachricht, wie ein Kunde sie schreibt',
    none: 'Keines davon',
    sure: (share) => `zu ${formatPercent('de', share)} sicher`,
  },
  warnings: {
    heading: 'Einen Blick wert',
    few: (name, value) => `„${name}“ hat nur ${examples(value)}: Ab fünf wird es gut gelernt.`,
    overlap: (first, second, share) =>
      `„${first}“ und „${second}“ überschneiden sich: ${formatPercent('de', share)} des einen werden für das andere gehalten. Führen Sie beide zusammen oder machen Sie diese Beispiele deutlicher:`,
    overlapPlain: (first, second, share) =>
      `„${first}“ und „${second}“ überschneiden sich: ${formatPercent('de', share)} des einen werden für das andere gehalten.`,
    duplicate: (text, names) => `„${text}“ steht mehrfach: ${names}.`,
    more: (value) => `und ${count(value)} weitere`,
  },
  label: {
    heading: 'Als Nächstes zuordnen',
    intro: 'Nachrichten früherer Tickets, aus denen am meisten zu lernen ist.',
    memoryOff:
      'Schalten Sie in den Einstellungen „Ähnliche Tickets“ ein, dann schlägt Deskside hier Nachrichten früherer Tickets vor.',
    none: 'Noch keine früheren Nachrichten.',
    find: 'Nachrichten vorschlagen',
    intent: 'Anliegen',
    add: 'Als Beispiel hinzufügen',
    addAs: (text) => `Als Beispiel hinzufügen: ${text}`,
    added: (name) => `Zu „${name}“ hinzugefügt.`,
  },
};
