import { formatNumber, formatPercent, plural } from './language';
import type { ReplayStrings } from './replay.en';

const count = (value: number) => formatNumber('fr', value);
const turns = (value: number) => plural('fr', value, { one: '# réponse', other: '# réponses' });
const tickets = (value: number) => plural('fr', value, { one: '# ticket', other: '# tickets' });

/** Text of the library page about what would have been suggested in past tickets, French. */
export const replayFr: ReplayStrings = {
  heading: 'Qu’aurait suggéré Deskside ?',
  intro:
    'Parcourt les tickets passés réponse par réponse et montre sa suggestion à côté de ce que l’agent a écrit. Tout se fait sur cet appareil, après les tickets sur lesquels vous travaillez. Rien n’est gardé et rien n’en est appris.',
  choose: 'Choisir un export',
  chooseHint: 'Des tickets avec leurs messages en JSON, JSON Lines ou CSV.',
  kept: 'Utiliser les tickets gardés ici',
  keptOff: 'Aucun ticket n’est gardé sur cet appareil : « Retenir les tickets consultés » est désactivé.',
  loaded: (name, value) => `${name ?? 'Gardés sur cet appareil'} : ${tickets(value)}`,
  close: 'Fermer ces tickets',
  leftOut: (value) =>
    plural('fr', value, {
      one: '# réponse laissée de côté : un passage n’en prend pas plus.',
      other: '# réponses laissées de côté : un passage n’en prend pas plus.',
    }),
  problems: (value) => plural('fr', value, { one: '# ligne non lue', other: '# lignes non lues' }),
  failures: {
    'unsupported-file':
      'Ce type de fichier ne contient pas de tickets que Deskside puisse lire. Utilisez JSON, JSON Lines ou CSV.',
    'file-too-large': 'Le fichier dépasse 20 Mo. Divisez-le et réessayez.',
    'not-text': 'Le fichier n’est pas du texte. Exportez les tickets en JSON ou CSV.',
    'no-turns': 'Dans aucun de ces tickets un agent n’a répondu à un client.',
    'memory-off': 'Aucun ticket n’est gardé sur cet appareil.',
  },
  noTickets: (why) => `Aucun ticket trouvé dedans : ${why}`,

  settings: 'Essayer d’autres réglages',
  settingsHint: 'Pour ce passage seulement. Vos réglages restent tels quels.',
  learning: 'Utiliser ce qui a été appris des choix',
  memory: 'Utiliser les tickets passés gardés ici',
  kinds: 'Ce qui s’affiche',
  reset: 'Revenir à mes réglages',
  compare: 'Comparer',
  again: 'Rejouer',
  changes: 'Essayé :',
  on: (name) => `${name} : activé`,
  off: (name) => `${name} : désactivé`,

  running: 'Passage en cours',
  progress: (done, total) => `${count(done)} sur ${turns(total)}`,
  cancel: 'Annuler',
  cancelled: (done, total) => `Annulé après ${count(done)} sur ${turns(total)}.`,
  failed: (why) => `Le passage s’est arrêté : ${why}`,

  totals: 'En chiffres',
  walked: (answers, value) => `${turns(answers)} dans ${tickets(value)}`,
  median: (ms) => `${count(Math.round(ms))} ms chacune (médiane)`,
  measure: 'Mesure',
  now: 'Maintenant',
  changed: 'Avec la modification',
  shown: 'Une réponse aurait été affichée',
  silent: 'Pas de réponse',
  agrees: 'En accord avec l’agent',
  differs: 'En désaccord avec l’agent',
  keptWords: 'Mots du brouillon que l’agent a aussi envoyés',
  sameSource: 'Même source, si connue',
  saved: 'Saisie épargnée',
  articles: 'Avec un article',
  nextSteps: 'Avec une étape suivante',
  of: (part, all) => `${count(part)} sur ${count(all)}`,
  withShare: (value, share) => `${count(value)} (${formatPercent('fr', share)})`,
  percent: (share) => formatPercent('fr', share),
  agreesHint:
    'Un brouillon est en accord quand au moins la moitié de ses mots figurent dans ce qui a été envoyé, ou quand il repose sur la même source.',
  different: (value) =>
    value === 0 ? 'La modification ne change rien ici.' : `La modification change ${turns(value)} :`,
  kindCount: (name, value) => `${name} ${count(value)}`,

  list: 'Réponse par réponse',
  filter: 'Afficher',
  filters: {
    all: 'Tout',
    shown: 'Affiché',
    silent: 'Silence',
    agrees: 'Accord',
    differs: 'Désaccord',
    changed: 'Modifié',
  },
  filterCount: (name, value) => `${name} ${count(value)}`,
  none: 'Rien de tel.',
  ticket: (id, subject) => (subject === '' ? `Ticket ${id}` : `Ticket ${id} : ${subject}`),
  customer: 'Le client',
  suggested: 'Deskside',
  suggestedChanged: 'Deskside avec la modification',
  agent: 'L’agent',
  keptChip: (share) => `${formatPercent('fr', share)} envoyés`,
  sameChip: 'Même source',
  otherChip: 'Autre source',
  sure: (share) => `sûr à ${formatPercent('fr', share)}`,
  changedChip: 'Modifié',
  articleList: 'Articles',
  nextStep: (playbook) => `Étape suivante, ${playbook}`,
  nothing: 'Rien du tout.',
  why: (value) => plural('fr', value, { one: '# type reste muet', other: '# types restent muets' }),
};
