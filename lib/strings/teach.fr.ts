import { plural } from './language';
import type { TeachStrings } from './teach.en';

/** Text of the overlay in which an agent teaches Deskside a page, French. */
export const teachFr: TeachStrings = {
  title: 'Montrer cette page à Deskside',
  keys: 'Cliquez dessus, ou déplacez-vous avec les flèches et appuyez sur Entrée. Échap pour quitter.',
  optional: 'facultatif',
  again: 'montrer à nouveau',
  steps: {
    customer: {
      name: 'Un message du client',
      prompt: 'Montrez le texte d’un message écrit par le client.',
    },
    agent: {
      name: 'Un message d’un agent',
      prompt: 'Montrez le texte d’une réponse envoyée par un agent.',
    },
    author: {
      name: 'Le nom d’un auteur',
      prompt: 'Montrez le nom de la personne qui a écrit l’un des messages.',
    },
    editor: {
      name: 'La zone de réponse',
      prompt: 'Montrez la zone où vous écrivez vos réponses. Elle doit être ouverte.',
    },
    switch: {
      name: 'Réponse ou note',
      prompt:
        'Cette zone sert-elle aussi aux notes internes ? Alors passez-la maintenant en mode note, comme d’habitude.',
    },
    note: {
      name: 'Une note interne',
      prompt: 'Montrez une note interne, pour qu’elle ne soit jamais prise pour un message.',
    },
    subject: { name: 'L’objet', prompt: 'Montrez l’objet du ticket.' },
  },
  switchKeys: 'À cette étape, la page est à vous. Deskside n’appuie sur rien.',
  isNote: 'C’est maintenant une note',
  switchAgain: 'à nouveau',
  skip: { switch: 'Jamais de notes ici', note: 'Pas de note ici', subject: 'Il n’y a pas d’objet' },
  read: (count) => plural('fr', count, { one: 'Deskside lit # message ici.', other: 'Deskside lit # messages ici.' }),
  oneSided: 'Il ne trouve pas à la fois un client et un agent. Montrez à nouveau les messages.',
  unknown: (count) =>
    plural('fr', count, {
      one: 'L’auteur de # autre message reste inconnu : Deskside le laisse de côté.',
      other: 'L’auteur de # autres messages reste inconnu : Deskside les laisse de côté.',
    }),
  messages: 'Ce que lit Deskside',
  roles: { customer: 'Client', agent: 'Agent', note: 'Note', bot: 'Bot', system: 'Système' },
  newestFirst: 'Le message le plus récent est en haut',
  correct:
    'Quelque chose ne va pas ? Montrez à nouveau cet élément ci-dessus. Si tout est juste, Deskside lira ainsi chaque ticket ici.',
  failures: {
    'no-address': 'L’adresse de cette page ne désigne pas de ticket. Ouvrez d’abord un ticket seul.',
    'no-list': 'Les deux messages ne sont pas dans une même liste. Montrez deux messages d’une même conversation.',
    'no-difference': 'Cette page ne distingue pas les messages des clients de ceux des agents.',
    'no-editor': 'Ce que vous avez montré n’est pas un éditeur. Ouvrez la zone de réponse et montrez-la.',
    'no-switch': 'Rien n’a changé sur la page. Passez d’abord la zone en mode note, puis appuyez ici.',
  },
  save: 'Enregistrer pour cette adresse',
  cancel: 'Annuler',
};
