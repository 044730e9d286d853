import type { HealthStrings } from './health.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('de', value);

/** Text of the library page about the state of what is in it, German. */
export const healthDe: HealthStrings = {
  heading: 'Zustand der Bibliothek',
  intro: 'Findet Doppeltes, möglicherweise Veraltetes und fehlende Tags. Läuft auf diesem Gerät.',
  checked: (day, items) => `Geprüft am ${day}: ${plural('de', items, { one: '# Eintrag', other: '# Einträge' })}`,
  start: 'Jetzt prüfen',
  running: 'Bibliothek wird geprüft',
  cancel: 'Abbrechen',
  allGood: 'Nichts gefunden, was Pflege braucht',
  counted: (heading, value) => (value > 0 ? `${heading} (${count(value)})` : heading),
  more: (value) => `und ${count(value)} weitere`,

  gaps: 'Fragen ohne Antwort',
  gapsHint:
    'Kunden haben das mehr als einmal gefragt, und nichts Passendes wurde gefunden. Schreiben Sie einen Artikel oder ein Makro dazu.',
  gapsNone: 'Noch wurde keine mehr als einmal gestellt.',
  gapsOff:
    'Wird nicht festgehalten: Schalten Sie in den Einstellungen „Gesehene Tickets merken“ ein. Personenbezogene Daten werden vor dem Speichern entfernt.',
  tickets: (value) => plural('de', value, { one: '# Ticket', other: '# Tickets' }),
  last: (day) => `zuletzt ${day}`,
  dismiss: 'Erledigt',

  duplicates: 'Doppeltes',
  duplicatesHint: 'Sie sagen fast dasselbe. Behalten Sie eins davon oder gleichen Sie beide an.',
  meaning: (share) => `Bedeutung ${formatPercent('de', share)}`,
  shared: (share) => `Gleiche Wörter ${formatPercent('de', share)}`,
  differ: 'Hier unterscheiden sie sich',

  stale: 'Veraltet?',
  staleHint: 'Ein neuerer Eintrag sagt etwas anderes, oder seit einem Jahr wurde nichts geändert.',
  contradicted: 'Ein neuerer Eintrag sagt etwas anderes',
  old: 'Seit einem Jahr nicht geändert',

  tags: 'Vorgeschlagene Tags',
  tagsHint:
    'Einträge ohne Tags und die Tags ähnlicher Einträge. Sie bleiben auf diesem Gerät; der Helpdesk bleibt unberührt.',
  addTag: (tag, title) => `Tag ${tag} zu ${title} hinzufügen`,

  use: 'Was hilft',
  useHint: 'Wie oft etwas in eine Antwort eingefügt, zum Lesen geöffnet oder verworfen wurde.',
  inserted: (value) => `${count(value)}× eingefügt`,
  opened: (value) => `${count(value)}× geöffnet`,
  dismissed: (value) => `${count(value)}× verworfen`,
};
