import type { PracticeStrings } from './practice.en';

/** Text of the practice page, French. */
export const practiceFr: PracticeStrings = {
  title: 'Espace d’exercice',
  intro: 'Un helpdesk d’exemple dans l’extension : essayez Deskside avant qu’un vrai client n’écrive.',
  privacyTitle: 'Pour les responsables',
  privacyText:
    'Deskside exécute ses modèles dans ce navigateur. Aucune conversation, aucun article, aucune réponse n’en sort : nous n’avons pas de serveur où les envoyer. Il n’envoie jamais de message à un client ; ce sont vos agents qui le font.',
  toLibrary: 'Ouvrir la bibliothèque',

  steps: {
    label: 'Trois étapes pour essayer',
    customer: {
      title: 'Un client écrit',
      text: 'Choisissez un message sous « Jouer le client » ou écrivez le vôtre.',
    },
    suggest: {
      title: 'Deskside propose',
      text: 'Réponse, article et étape suivante apparaissent dans le panneau.',
    },
    insert: {
      title: 'Vous insérez',
      textBefore: 'Appuyez sur',
      textBetween: 'ou',
      textAfter: 'dans la zone de saisie. Puis envoyez.',
    },
    done: 'Terminé',
  },

  tickets: 'Tickets',
  conversation: 'Conversation',
  ticketNumber: (id) => `Ticket ${id}`,
  waiting: 'En attente d’une réponse',
  answered: 'Répondu',
  quiet: 'Rien d’écrit pour l’instant',
  roles: { customer: 'Client', agent: 'Vous', note: 'Note interne', bot: 'Bot', system: 'Système' },

  customer: {
    heading: 'Jouer le client',
    writes: (text) => `Le client écrit : ${text}`,
    own: 'Votre propre message en tant que client',
    send: 'Envoyer comme client',
    startOver: 'Recommencer',
  },
  composer: {
    label: 'Réponse au client',
    noteLabel: 'Note interne',
    channel: 'Destination du texte',
    public: 'Réponse publique',
    note: 'Note interne',
    placeholder: 'Écrivez une réponse…',
    notePlaceholder: 'Écrivez une note que seuls vos collègues voient…',
    bold: 'Gras',
    italic: 'Italique',
    list: 'Liste',
    tools: 'Mise en forme',
    send: 'Envoyer',
    sendNote: 'Ajouter la note',
  },

  library: {
    preparing: 'Préparation de la bibliothèque d’exemple',
    ready: 'La bibliothèque d’exemple de Larkleaf Tea est utilisée, séparée de vos propres connaissances.',
    removed: 'Les données d’exercice sont retirées. Les suggestions de cette page en ont besoin.',
    failed: 'Impossible d’enregistrer la bibliothèque d’exemple.',
    remove: 'Retirer les données d’exercice',
    restore: 'Remettre les données d’exercice',
    removeTitle: 'Retirer les données d’exercice ?',
    removeText:
      'Les articles et les macros d’exemple ainsi que la procédure d’exemple sont retirés de ce navigateur. Vos propres connaissances restent.',
    removedToast: 'Données d’exercice retirées.',
  },
  panel: 'Panneau Deskside',
};
