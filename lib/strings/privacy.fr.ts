import { plural } from './language';
import type { PrivacyStrings } from './privacy.en';

const entries = (value: number) => plural('fr', value, { one: '# élément', other: '# éléments' });

/** French text of the library page about what is kept of customers. */
export const privacyFr: PrivacyStrings = {
  heading: 'Confidentialité',
  intro:
    'Ce que Deskside conserve, où, combien de temps, et comment le consulter, l’emporter et le supprimer. Pour le responsable d’équipe et la personne chargée de la protection des données.',
  print: 'Imprimer cette page',
  facts: 'Fonctionnement',
  factList: [
    'Tout reste dans ce navigateur, sur cet ordinateur. Deskside n’a pas de serveur, et sa politique de sécurité du contenu ne laisse aucune de ses pages joindre un autre hôte.',
    'Une conversation est lue tant que son ticket est ouvert, puis disparaît de la mémoire. Les tickets passés ne sont conservés que si « Retenir les tickets consultés » est activé, et les données personnelles sont retirées avant toute écriture.',
    'Ce qui est retiré est trouvé par des règles, non par une personne : le panneau le montre pour chaque ticket, et un nom peut parfois échapper.',
    'Qui en répond, et sur quelle base juridique votre équipe conserve ce qui figure ici, c’est à votre équipe d’en décider ; Deskside ne se prononce pas.',
  ],
  remembering: (isOn: boolean) =>
    isOn
      ? 'La mémoire des tickets passés est activée.'
      : 'La mémoire des tickets passés est désactivée : aucun n’est ajouté.',
  table: 'Ce qui est conservé sur cet appareil',
  columns: { what: 'Quoi', holds: 'Contenu', where: 'Où', count: 'Combien', oldest: 'Le plus ancien', keep: 'Durée' },
  database: 'Base de données de cette extension',
  kinds: {
    pastTickets: {
      name: 'Tickets passés',
      holds: 'Objet, question et réponse sans données personnelles ; le numéro du ticket',
    },
    choices: { name: 'Vos choix', holds: 'Quelle suggestion a servi pour quel type de demande ; aucun texte' },
    gaps: {
      name: 'Questions sans réponse',
      holds: 'La question sans données personnelles ; ses tickets sous forme d’empreintes',
    },
    importReports: {
      name: 'Rapports d’importation',
      holds: 'Titres et lignes d’une importation qui n’ont pu être lus',
    },
    audit: {
      name: 'Journal',
      holds:
        'Ce qui a été proposé et fait, et quand ; tickets sous forme de hachages à clé, texte seulement si vous le conservez',
    },
    articles: { name: 'Articles', holds: 'Votre centre d’aide, tel qu’importé' },
    macros: { name: 'Macros', holds: 'Vos réponses types, telles qu’importées' },
    playbooks: { name: 'Procédures', holds: 'Les étapes que vous avez écrites ou importées' },
    examples: { name: 'Exemples de vos motifs', holds: 'Messages saisis ou importés comme exemples' },
  },
  untilDeleted: 'Jusqu’à ce que vous le supprimiez',
  keepFor: (what: string) => `Durée : ${what}`,
  days: (value: number) => plural('fr', value, { one: '# jour', other: '# jours' }),
  never: 'Sans limite',
  tidied: (time: string, removed: number) => `Dernier ménage ${time} : ${entries(removed)} supprimés.`,
  tidiedNever: 'Pas encore de ménage ; il a lieu au démarrage du navigateur et une fois par jour.',
  tidyNow: 'Supprimer maintenant ce qui est trop ancien',
  tidyDone: (removed: number) => `Supprimé : ${entries(removed)}.`,
  person: 'Supprimer ce qui est lié à un client',
  personText:
    'Deskside ne conserve volontairement ni nom ni adresse de client : un numéro de ticket trouve donc le plus ; un nom ou une adresse e-mail trouve ce qui aurait échappé. Séparez-en plusieurs par des virgules.',
  personLabel: 'Numéros de ticket, adresses e-mail ou noms',
  find: 'Chercher',
  found: 'Trouvé',
  nothing: 'Rien de ce qui est conservé n’y est lié.',
  linked: {
    pastTickets: (value: number) => plural('fr', value, { one: '# ticket passé', other: '# tickets passés' }),
    choices: (value: number) => plural('fr', value, { one: '# choix', other: '# choix' }),
    gaps: (value: number) => plural('fr', value, { one: '# question', other: '# questions' }),
    examples: (value: number) => plural('fr', value, { one: '# exemple de motif', other: '# exemples de motifs' }),
    audit: (value: number) => plural('fr', value, { one: '# ligne du journal', other: '# lignes du journal' }),
    knowledge: (value: number) =>
      plural('fr', value, { one: '# article, macro ou procédure', other: '# articles, macros ou procédures' }),
  },
  knowledgeNote:
    'Articles, macros et procédures sont les textes de votre équipe : modifiez-les à leur source. Ils ne sont pas supprimés ici.',
  remove: 'Supprimer',
  removeTitle: 'Supprimer ce qui est lié ?',
  removeText: 'C’est irréversible.',
  removed: (what: string) => `Supprimé : ${what}.`,
  everything: 'Tout',
  everythingText:
    'Le fichier contient tout ce qui est conservé en JSON et CSV, avec les réglages ; Deskside sait relire son deskside.json.',
  export: 'Tout exporter (ZIP)',
  exported: 'Exporté. Voyez vos téléchargements.',
  deleteAll: 'Tout supprimer',
  deleteTitle: 'Tout supprimer ?',
  deleteText:
    'Connaissances, tickets passés, apprentissages, journal et réglages disparaissent ; une ligne le signale. C’est irréversible.',
  deleted: (count: number) => `Tout a été supprimé : ${entries(count)}.`,
  about:
    'Ce que Deskside conservait sur cet appareil. deskside.json est l’ensemble et peut être réimporté ; chaque liste est aussi en JSON et en CSV (UTF-8). settings.json contient les réglages.',
};
