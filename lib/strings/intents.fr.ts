import type { IntentsStrings } from './intents.en';
import { formatPercent, plural } from './language';

const examples = (value: number) => plural('fr', value, { one: '# exemple', other: '# exemples' });

/** Text of the library page about the team's own intents, French. */
export const intentsFr: IntentsStrings = {
  list: 'Motifs de l’équipe',
  add: 'Nouveau motif',
  import: 'Importer des exemples',
  importHint: 'CSV ou JSON avec les colonnes text et intent',
  examples,
  emptyTitle: 'Aucun motif à vous pour l’instant',
  emptyText:
    'Donnez à chaque motif cinq à dix messages tels que les clients les écrivent. Deskside les apprend ici, sur cet appareil.',
  choose: 'Choisissez un motif pour le modifier ici.',
  name: 'Nom',
  nameHint: 'Ses mots comptent aussi comme exemple.',
  editor: 'Exemples, un par ligne',
  save: 'Enregistrer',
  saved: (name) => `« ${name} » est enregistré.`,
  unsaved: 'Pas encore enregistré',
  needsBoth: 'Un motif demande un nom et au moins un exemple.',
  merge: 'Fusionner avec',
  mergeNone: 'Choisissez un motif',
  mergeDo: 'Fusionner',
  merged: (from, into) => `« ${from} » est fusionné avec « ${into} ».`,
  remove: 'Supprimer le motif',
  removed: (name) => `« ${name} » est supprimé.`,
  undo: 'Annuler',
  redo: 'Rétablir',
  changes: {
    add: 'ajout d’exemples',
    rename: 'changement de nom',
    merge: 'fusion',
    remove: 'suppression',
    examples: 'modification des exemples',
  },
  undoOf: (change) => `Annuler : ${change}`,
  redoOf: (change) => `Rétablir : ${change}`,

  training: {
    heading: 'Apprentissage',
    idle: 'Rien à apprendre pour l’instant.',
    reading: 'Lecture des exemples',
    training: 'Apprentissage en cours',
    ready: (seconds) => `Appris en ${seconds} s.`,
    readyBefore: 'Appris.',
    cancelled: 'Arrêté : les réponses restent celles d’avant la modification.',
    failed: (reason) => `Apprentissage impossible : ${reason}`,
    cancel: 'Arrêter',
    start: 'Apprendre',
  },
  try: {
    heading: 'Essayer une phrase',
    label: 'Un message tel qu’un client l’écrit',
    none: 'Aucun d’eux',
    sure: (share) => `sûr à ${formatPercent('fr', share)}`,
  },
  warnings: {
    heading: 'À regarder',
    few: (name, value) => `« ${name} » n’a que ${examples(value)} : à partir de cinq, il s’apprend bien.`,
    overlap: (first, second, share) =>
      `« ${first} » et « ${second} » se recoupent : ${formatPercent('fr', share)} de l’un est pris pour l’autre. Fusionnez-les ou rendez ces exemples plus nets :`,
    overlapPlain: (first, second, share) =>
      `« ${first} » et « ${second} » se recoupent : ${formatPercent('fr', share)} de l’un est pris pour l’autre.`,
    duplicate: (text, names) => `« ${text} » figure plus d’une fois : ${names}.`,
    more: (value) => plural('fr', value, { one: 'et # autre', other: 'et # autres' }),
  },
  label: {
    heading: 'À classer ensuite',
    intro: 'Les messages de tickets passés qui apprendraient le plus.',
    memoryOff:
      'Activez « Tickets semblables » dans les réglages, et Deskside proposera ici des messages de tickets passés.',
    none: 'Aucun message passé pour l’instant.',
    find: 'Proposer des messages',
    intent: 'Motif',
    add: 'Ajouter comme exemple',
    addAs: (text) => `Ajouter comme exemple : ${text}`,
    added: (name) => `Ajouté à « ${name} ».`,
  },
};
