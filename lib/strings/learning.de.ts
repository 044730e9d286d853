import { formatNumber, plural } from './language';
import type { LearningStrings } from './learning.en';

const choices = (value: number) => plural('de', value, { one: '# Entscheidung', other: '# Entscheidungen' });
const names = { macro: 'Makro', article: 'Artikel', past: 'frühere Antwort', playbook: 'Leitfaden' };

/** Text of the library page about what the agent's choices taught, German. */
export const learningDe: LearningStrings = {
  heading: 'Was Deskside von Ihnen gelernt hat',
  intro:
    'Aus dem, was Sie einfügen, bearbeiten, verwerfen oder selbst schreiben. Bleibt auf diesem Gerät, ohne Text aus Tickets; es ändert die Reihenfolge der Vorschläge, nie ihren Wortlaut.',
  switch: 'Aus meinen Entscheidungen lernen',
  switchHint: 'Ist das aus, wird nichts festgehalten und Gelerntes nicht verwendet.',
  counted: (value) => `Aus ${choices(value)} gelernt.`,
  latest: (time) => `Die letzte: ${time}.`,
  emptyTitle: 'Noch nichts gelernt',
  emptyText:
    'Arbeiten Sie wie immer. Was Sie immer wieder bevorzugen, erscheint hier, und Sie können jedes davon zurücknehmen.',
  nothingClear: 'Noch ist keine Vorliebe deutlich genug.',
  list: 'Gelernte Vorlieben',
  anyIntent: 'Im Allgemeinen',
  forIntent: (intent) => `Bei „${intent}“`,
  name: (kind, title) => (title === null ? 'eine Quelle, die es nicht mehr gibt' : `${names[kind]} „${title}“`),
  prefers: (when, what, over) =>
    over === null ? `${when} nehmen Sie gern: ${what}.` : `${when} nehmen Sie lieber: ${what}, statt ${over}.`,
  avoids: (when, what) => `${when} lassen Sie weg: ${what}.`,
  kinds: {
    article: { more: 'Sie ziehen Artikel Makros vor.', less: 'Sie ziehen Makros Artikeln vor.' },
    past: { more: 'Sie ziehen frühere Antworten Makros vor.', less: 'Sie ziehen Makros früheren Antworten vor.' },
    playbook: { more: 'Sie ziehen Leitfäden Makros vor.', less: 'Sie ziehen Makros Leitfäden vor.' },
  },
  traits: {
    length: { more: 'Sie bevorzugen lange Antworten.', less: 'Sie bevorzugen kurze Antworten.' },
    formality: { more: 'Sie bevorzugen förmliche Sprache.', less: 'Sie bevorzugen lockere Sprache.' },
    language: {
      more: 'Sie bevorzugen Quellen in der Sprache des Kunden.',
      less: 'Sie nehmen oft Quellen in einer anderen Sprache als der des Kunden.',
    },
  },
  evidence: choices,
  forget: 'Vergessen',
  forgetThis: (what) => `Vergessen: ${what}`,
  forgotten: 'Vergessen.',
  forgetHour: 'Die letzte Stunde vergessen',
  lastHour: (value) => `${formatNumber('de', value)} in der letzten Stunde`,
  forgetAll: 'Alles Gelernte vergessen',
  forgetAllTitle: 'Alles Gelernte vergessen?',
  forgetAllText:
    'Vorschläge kommen wieder in ihrer ersten Reihenfolge. Wissen und Einstellungen bleiben. Das lässt sich nicht rückgängig machen.',
  export: 'Gelerntes exportieren',
  exported: 'Exportiert. Sie finden die Datei in Ihren Downloads.',
  import: 'Gelerntes importieren',
  imported: (added, known) =>
    known === 0
      ? `${choices(added)} hinzugefügt.`
      : `${choices(added)} hinzugefügt, ${plural('de', known, { one: '# war', other: '# waren' })} schon da.`,
};
