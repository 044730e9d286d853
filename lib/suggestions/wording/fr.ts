import type { Wording } from './wording';

export const fr: Wording = {
  empathy: {
    upset: {
      plain: [
        'Je suis désolé pour ce désagrément.',
        'Je comprends que ce soit agaçant, et je m’en excuse.',
        'Désolé pour ces complications.',
      ],
      formal: [
        'Nous vous prions d’excuser ce désagrément.',
        'Nous vous présentons nos excuses pour la gêne occasionnée.',
      ],
    },
    letDown: {
      plain: [
        'Je comprends la déception, et j’en suis désolé.',
        'Je suis désolé que ce soit si décevant.',
        'C’est vraiment dommage, et je le regrette.',
      ],
      formal: ['Nous regrettons d’avoir déçu vos attentes.', 'Nous comprenons votre déception et la regrettons.'],
    },
    worried: {
      plain: [
        'Je comprends l’inquiétude, on va éclaircir cela.',
        'C’est une inquiétude bien naturelle, voyons cela ensemble.',
        'Merci d’avoir posé la question, cela mérite d’être vérifié.',
      ],
      formal: [
        'Nous comprenons votre inquiétude et allons clarifier ce point.',
        'Nous vous remercions de nous en avoir fait part.',
      ],
    },
    confused: {
      plain: [
        'C’est facile à confondre, voici donc l’explication.',
        'Je comprends la question, j’explique volontiers.',
        'Ce point prête à confusion, voici comment cela marche.',
      ],
      formal: ['Nous vous expliquons volontiers ce point.', 'Nous comprenons que cela puisse prêter à confusion.'],
    },
  },
  facts: {
    order: 'le numéro de commande',
    booking: 'le numéro de réservation',
    invoice: 'le numéro de facture',
    tracking: 'le numéro de suivi',
    serial: 'le numéro de série',
    account: 'le numéro de client',
  },
  ask: {
    plain: [
      'Pouvez-vous m’envoyer % ?',
      'Pour vérifier, il me manque une chose : quel est % ?',
      'Quel est % ? Je pourrai alors regarder.',
    ],
    formal: ['Pourriez-vous nous communiquer % ?', 'Afin d’examiner votre demande, merci de nous indiquer %.'],
  },
  onceKnown: {
    plain: ['Avec cela, je peux continuer.', 'Dès que je l’ai, je regarde.', 'Je pourrai alors vérifier.'],
    formal: ['Nous examinerons votre demande dès réception.', 'Cela nous permettra de poursuivre.'],
  },
  ifNot: {
    plain: [
      'S’il reste une question, il suffit de répondre ici.',
      'Écrivez-nous si un point reste flou.',
      'En cas de souci, une réponse suffit.',
    ],
    formal: [
      'Si un point reste à éclaircir, merci de répondre à ce message.',
      'Pour toute question, merci de nous répondre.',
    ],
  },
  opening: {
    plain: ['Merci pour ce message.', 'Merci de nous avoir écrit.', 'Merci d’avoir pris contact.'],
    formal: ['Nous vous remercions de votre message.', 'Merci d’avoir contacté notre service.'],
  },
  offer: {
    plain: [
      'J’aide volontiers pour la suite.',
      'Nous restons là pour tout le reste.',
      'Avec plaisir pour toute autre question.',
    ],
    formal: ['Nous restons à votre disposition pour toute question.', 'Nous vous aiderons volontiers pour la suite.'],
  },
  closing: {
    plain: [
      'Ravi que ce soit réglé. Bonne journée !',
      'Content que cela marche maintenant. À bientôt !',
      'Merci pour la bonne nouvelle, bonne journée !',
    ],
    formal: [
      'Nous sommes ravis que la situation soit réglée. Merci de nous l’avoir confirmé.',
      'Nous vous remercions de votre confirmation.',
    ],
  },
  rating: {
    plain: [
      'Une petite chose encore : comment s’est passé cet échange ? Une courte note nous aide beaucoup.',
      'Si vous avez un instant, donnez une note à cet échange.',
      'Votre avis sur cet échange nous ferait plaisir.',
    ],
    formal: [
      'Nous vous serions reconnaissants d’évaluer notre service.',
      'Votre avis sur notre service nous serait précieux.',
    ],
  },
  followUpAsked: {
    plain: [
      'Je reviens vers vous, car ce point est encore ouvert. La question était : « % »',
      'Un petit rappel pour régler cela bientôt. Nous avions demandé : « % »',
      'J’aimerais avancer sur ce point. Notre question était : « % »',
    ],
    formal: [
      'Nous nous permettons de vous rappeler notre question : « % »',
      'Afin de poursuivre, merci de répondre à notre question : « % »',
    ],
  },
  followUp: {
    plain: [
      'Je voulais savoir si le dernier message a aidé.',
      'Comment cela s’est-il passé depuis le dernier message ?',
      'Est-ce réglé, ou reste-t-il quelque chose ?',
    ],
    formal: [
      'Nous souhaitons savoir si notre dernier message a permis de régler la situation.',
      'Nous revenons vers vous pour savoir si notre réponse vous a aidé.',
    ],
  },
  update: {
    plain: [
      'Un petit point : nous avions écrit : « % » C’est encore en cours.',
      'Pour vous tenir au courant : ce point est encore ouvert chez nous. Nous avions écrit : « % »',
      'Voici où nous en sommes. Nous avions écrit : « % » Nous y travaillons encore.',
    ],
    formal: [
      'Nous vous informons de l’avancement. Nous avions écrit : « % » Le dossier est encore en cours.',
      'Le point suivant est encore en cours : « % »',
    ],
  },
  updateEnd: {
    plain: ['Merci de votre patience.', 'J’écris dès qu’il y a du nouveau.', 'Merci d’attendre avec nous.'],
    formal: ['Nous vous remercions de votre patience.', 'Nous vous informerons dès qu’il y aura du nouveau.'],
  },
  notice: 'Cette réponse a été rédigée avec l’aide de l’IA.',
  summary: {
    heading: 'Résumé en citations',
    problem: 'Client',
    answer: 'Réponse',
    outcome: 'Issue',
    turn: 'message %',
  },
};
