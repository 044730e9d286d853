import { plural } from './language';
import type { TeachStrings } from './teach.en';

/** Text of the overlay in which an agent teaches Deskside a page, German. */
export const teachDe: TeachStrings = {
  title: 'Deskside diese Seite zeigen',
  keys: 'Klicken Sie darauf, oder bewegen Sie sich mit den Pfeiltasten und drücken Sie die Eingabetaste. Esc beendet.',
  optional: 'freiwillig',
  again: 'neu zeigen',
  steps: {
    customer: {
      name: 'Eine Nachricht des Kunden',
      prompt: 'Zeigen Sie auf die Wörter einer Nachricht, die der Kunde geschrieben hat.',
    },
    agent: {
      name: 'Eine Nachricht eines Agenten',
      prompt: 'Zeigen Sie auf die Wörter einer Antwort, die ein Agent gesendet hat.',
    },
    author: {
      name: 'Name eines Verfassers',
      prompt: 'Zeigen Sie auf den Namen der Person, die eine der Nachrichten geschrieben hat.',
    },
    editor: {
      name: 'Das Antwortfeld',
      prompt: 'Zeigen Sie auf das Feld, in das Sie Antworten schreiben. Es muss offen sein.',
    },
    switch: {
      name: 'Antwort oder Notiz',
      prompt: 'Nimmt dieses Feld auch interne Notizen auf? Dann schalten Sie es jetzt auf Notiz um, wie sonst auch.',
    },
    note: {
      name: 'Eine interne Notiz',
      prompt: 'Zeigen Sie auf eine interne Notiz, damit sie nie für eine Nachricht gehalten wird.',
    },
    subject: { name: 'Der Betreff', prompt: 'Zeigen Sie auf den Betreff des Tickets.' },
  },
  switchKeys: 'In diesem Schritt bedienen Sie die Seite selbst. Deskside drückt nichts.',
  isNote: 'Jetzt ist es eine Notiz',
  switchAgain: 'noch einmal',
  skip: { switch: 'Hier gibt es keine Notizen', note: 'Hier ist keine Notiz', subject: 'Es gibt keinen Betreff' },
  read: (count) =>
    plural('de', count, { one: 'Deskside liest hier # Nachricht.', other: 'Deskside liest hier # Nachrichten.' }),
  oneSided: 'Deskside findet nicht sowohl Kunde als auch Agent. Zeigen Sie noch einmal auf die Nachrichten.',
  unknown: (count) =>
    plural('de', count, {
      one: 'Bei # weiteren ist unklar, wer sie schrieb; Deskside lässt sie weg.',
      other: 'Bei # weiteren ist unklar, wer sie schrieb; Deskside lässt sie weg.',
    }),
  messages: 'Was Deskside liest',
  roles: { customer: 'Kunde', agent: 'Agent', note: 'Notiz', bot: 'Bot', system: 'System' },
  newestFirst: 'Die neueste Nachricht steht oben',
  correct:
    'Stimmt etwas nicht? Zeigen Sie oben noch einmal auf diesen Teil. Stimmt alles, liest Deskside hier jedes Ticket so.',
  failures: {
    'no-address': 'Die Adresse dieser Seite nennt kein Ticket. Öffnen Sie zuerst ein einzelnes Ticket.',
    'no-list': 'Die beiden Nachrichten liegen nicht in einer Liste. Zeigen Sie auf zwei Nachrichten eines Gesprächs.',
    'no-difference': 'Diese Seite unterscheidet nicht zwischen Nachrichten von Kunden und von Agenten.',
    'no-editor': 'Worauf Sie gezeigt haben, ist kein Eingabefeld. Öffnen Sie das Antwortfeld und zeigen Sie darauf.',
    'no-switch':
      'Auf der Seite hat sich nichts geändert. Schalten Sie das Feld zuerst auf Notiz um und drücken Sie dann hier.',
  },
  save: 'Für diese Adresse speichern',
  cancel: 'Abbrechen',
};
