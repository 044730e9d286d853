import type { AuditFault } from '../core/audit';
import type { AuditStrings } from './audit.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('de', value);
const rows = (value: number) => plural('de', value, { one: '# Zeile', other: '# Zeilen' });

/** Text of the library page about the log of what was shown and done, German. */
export const auditDe: AuditStrings = {
  heading: 'Protokoll dessen, was gezeigt und getan wurde',
  intro:
    'Was Deskside vorgeschlagen hat, auf welchen Quellen und wie sicher, welches Modell die Nachricht gelesen hat, warum es geschwiegen hat und was Sie damit getan haben. Es bleibt auf diesem Gerät. Es enthält keinen Text aus Tickets; Ticketnummern stehen darin nur als Hashwerte mit Schlüssel.',
  keep: 'Protokoll führen',
  keepHint: 'Ausgeschaltet wird nichts mehr geschrieben, außer dass es ausgeschaltet wurde.',
  keepText: 'Auch den eingefügten Text behalten',
  keepTextHint: 'Ohne Namen, Adressen und Nummern von Personen, soweit sie sich erkennen lassen.',
  days: 'Zeilen aufbewahren',
  dayChoices: (value) =>
    value === 0 ? 'Unbegrenzt' : plural('de', value, { one: '# Tag lang', other: '# Tage lang' }),
  filters: 'Welche Zeilen gezeigt werden',
  kind: 'Was geschehen ist',
  anyKind: 'Alles',
  from: 'Von',
  to: 'Bis',
  ticket: 'Ticketnummer',
  ticketHint: 'Oder der Verweis, den eine Zeile zeigt.',
  list: 'Zeilen des Protokolls, die neueste zuerst',
  emptyTitle: 'Noch nichts protokolliert',
  emptyText: 'Öffnen Sie ein Ticket: Was daneben vorgeschlagen wird, erscheint hier.',
  noneTitle: 'Keine Zeile passt',
  noneText: 'Wählen Sie andere Tage oder ein anderes Ticket.',
  clear: 'Alle Zeilen zeigen',
  kinds: {
    shown: 'Vorschlag gezeigt',
    silent: 'Geschwiegen',
    inserted: 'Eingefügt',
    edited: 'Bearbeitet, dann eingefügt',
    copied: 'Kopiert',
    dismissed: 'Verworfen',
    opened: 'Geöffnet',
    alternative: 'Anderen Entwurf verlangt',
    'knowledge-imported': 'Wissen importiert',
    'knowledge-changed': 'Wissen geändert',
    'knowledge-removed': 'Wissen entfernt',
    'setting-changed': 'Einstellung geändert',
    'learning-forgotten': 'Gelerntes vergessen',
    'learning-imported': 'Gelerntes importiert',
    'data-exported': 'Daten exportiert',
    'data-deleted': 'Alles gelöscht',
    pruned: 'Alte Zeilen entfernt',
    'rows-erased': 'Zeilen zu einem Kunden entfernt',
    erased: 'Mit ihrem Ticket entfernt',
  },
  row: (seq) => `Zeile ${count(seq)}`,
  why: 'Warum',
  ticketRef: (reference) => `Ticketverweis ${reference}`,
  confidence: (share, least) =>
    least === undefined
      ? `Sicher zu ${formatPercent('de', share)}.`
      : `Sicher zu ${formatPercent('de', share)}; gezeigt wird ab ${formatPercent('de', least)}.`,
  notEnough: (share, least) =>
    least === undefined
      ? `Höchstens zu ${formatPercent('de', share)} sicher.`
      : `Höchstens zu ${formatPercent('de', share)} sicher; nötig wären ${formatPercent('de', least)} gewesen.`,
  byRule: 'Eine Regel bestimmt, wann das fällig ist.',
  sources: 'Beruht auf',
  model: 'Gelesen von',
  noModel: 'Kein Modell hatte die Nachricht gelesen: Es wurden nur Wörter verglichen.',
  style: (name) => `Stil: ${name}`,
  subject: (name) => `Betrifft: ${name}`,
  value: (value) => `Neuer Wert: ${value}`,
  amount: (value) => `Anzahl: ${count(value)}`,
  upTo: (seq) => `Die Zeilen bis ${count(seq)} sind entfernt; die Kette geht von der letzten davon weiter.`,
  text: 'Was eingefügt wurde',
  proof: 'Ist das Protokoll vollständig?',
  proofIntro:
    'Jede Zeile trägt einen Hashwert über sich und über die Zeile davor. Wer eine Zeile ändert, entfernt, hinzufügt oder verschiebt, zerreißt die Kette, und die Prüfung nennt die erste Bruchstelle. Wer dieses Gerät hat und genug davon versteht, könnte die ganze Kette neu schreiben. Um das auszuschließen, notieren Sie den Hashwert unten an anderer Stelle, etwa bei Ihrer IT: Ein neu geschriebenes Protokoll enthält ihn nicht mehr.',
  hash: 'Hashwert der letzten Zeile',
  noHash: 'Es gibt noch keine Zeile.',
  copy: 'Hashwert kopieren',
  copied: 'Der Hashwert ist kopiert.',
  notCopied: 'Der Browser hat das Kopieren nicht erlaubt.',
  noted: 'Ein früher notierter Hashwert',
  notedHint: 'Freiwillig: 64 Ziffern und Buchstaben a bis f.',
  notedWrong: 'Das ist kein solcher Hashwert: Er hat 64 Ziffern und Buchstaben a bis f.',
  verify: 'Protokoll prüfen',
  verifyFile: 'Exportierte Datei prüfen',
  verifying: 'Jede Zeile wird geprüft',
  cancel: 'Abbrechen',
  cancelled: 'Die Prüfung wurde abgebrochen.',
  whole: (value) => `${rows(value)} geprüft: Die Kette ist vollständig.`,
  broken: (seq, fault) => `Bruch bei Zeile ${count(seq)}: ${faults[fault]}`,
  breaks: (value) => plural('de', value, { one: '# Bruchstelle.', other: '# Bruchstellen.' }),
  span: (from, to) => `Von ${from} bis ${to}.`,
  notedFound: (seq) =>
    seq === 0
      ? 'Der notierte Hashwert ist der eines leeren Protokolls.'
      : `Der notierte Hashwert gehört zu Zeile ${count(seq)}: Bis dahin wurde seit der Notiz nichts geändert.`,
  notedGone:
    'Keine Zeile hat den notierten Hashwert: Das Protokoll wurde neu geschrieben, oder die Zeile gehörte zu alten, die seitdem entfernt wurden.',
  fileResult: (name) => `Die Datei ${name}:`,
  failures: {
    'not-a-log': 'Das ist kein Protokoll, das Deskside als JSON-Zeilen exportiert hat.',
    'newer-version': 'Die Datei stammt von einem neueren Deskside.',
    unreadable: 'Der Browser konnte die Datei nicht lesen.',
  },
  exports: 'Das Protokoll mitnehmen',
  exportsHint: 'JSON-Zeilen lassen sich später prüfen; die Tabelle ist für Tabellenprogramme.',
  exportLines: 'Als JSON-Zeilen exportieren',
  exportTable: 'Als Tabelle exportieren (CSV)',
  exporting: 'Die Datei wird geschrieben',
  exported: 'Exportiert. Sehen Sie in Ihren Downloads nach.',
};

const faults: Record<AuditFault, string> = {
  altered: 'Die Zeile ist nicht die, die geschrieben wurde.',
  missing: 'Davor fehlen Zeilen.',
  order: 'Sie steht am falschen Platz.',
  link: 'Sie schließt nicht an die Zeile davor an.',
  start: 'Am Anfang fehlen Zeilen.',
  end: 'Danach fehlen Zeilen.',
  head: 'Das Ende des Protokolls ist nicht das aufbewahrte.',
  unreadable: 'Die Zeile ist nicht lesbar.',
};
