import type { AuditFault } from '../core/audit';
import type { AuditStrings } from './audit.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('fr', value);
const rows = (value: number) => plural('fr', value, { one: '# ligne', other: '# lignes' });

/** Text of the library page about the log of what was shown and done, French. */
export const auditFr: AuditStrings = {
  heading: 'Journal de ce qui a été montré et fait',
  intro:
    'Ce que Deskside a suggéré, sur quelles sources et avec quelle certitude, quel modèle a lu le message, pourquoi il est resté silencieux et ce que vous en avez fait. Conservé sur cet appareil. Il ne contient aucun texte des tickets ; leurs numéros y figurent sous forme d’empreintes à clé.',
  keep: 'Tenir le journal',
  keepHint: 'Désactivé, seule sa désactivation est encore notée.',
  keepText: 'Garder aussi le texte que j’insère',
  keepTextHint: 'Sans les noms, adresses et numéros de personnes, dans la mesure où ils sont reconnus.',
  days: 'Garder les lignes',
  dayChoices: (value) => (value === 0 ? 'Sans limite' : plural('fr', value, { one: '# jour', other: '# jours' })),
  filters: 'Lignes à afficher',
  kind: 'Ce qui s’est passé',
  anyKind: 'Tout',
  from: 'Du',
  to: 'Au',
  ticket: 'Numéro du ticket',
  ticketHint: 'Ou la référence affichée sur une ligne.',
  list: 'Lignes du journal, les plus récentes d’abord',
  emptyTitle: 'Rien dans le journal pour l’instant',
  emptyText: 'Ouvrez un ticket : ce qui est suggéré à côté apparaîtra ici.',
  noneTitle: 'Aucune ligne ne correspond',
  noneText: 'Choisissez d’autres jours ou un autre ticket.',
  clear: 'Afficher toutes les lignes',
  kinds: {
    shown: 'Suggestion montrée',
    silent: 'Resté silencieux',
    inserted: 'Insérée',
    edited: 'Modifiée puis insérée',
    copied: 'Copiée',
    dismissed: 'Écartée',
    opened: 'Ouverte',
    alternative: 'Autre brouillon demandé',
    'knowledge-imported': 'Connaissances importées',
    'knowledge-changed': 'Connaissances modifiées',
    'knowledge-removed': 'Connaissances supprimées',
    'setting-changed': 'Réglage modifié',
    'learning-forgotten': 'Apprentissage oublié',
    'learning-imported': 'Apprentissage importé',
    'data-exported': 'Données exportées',
    'data-deleted': 'Tout a été supprimé',
    pruned: 'Anciennes lignes supprimées',
    'rows-erased': 'Lignes d’un client effacées',
    erased: 'Effacée avec son ticket',
  },
  row: (seq) => `Ligne ${count(seq)}`,
  why: 'Pourquoi',
  ticketRef: (reference) => `Réf. du ticket ${reference}`,
  confidence: (share, least) =>
    least === undefined
      ? `Certitude : ${formatPercent('fr', share)}.`
      : `Certitude : ${formatPercent('fr', share)} ; montrée à partir de ${formatPercent('fr', least)}.`,
  notEnough: (share, least) =>
    least === undefined
      ? `Certitude maximale : ${formatPercent('fr', share)}.`
      : `Certitude maximale : ${formatPercent('fr', share)} ; il aurait fallu ${formatPercent('fr', least)}.`,
  byRule: 'Une règle indique quand le moment est venu.',
  sources: 'S’appuie sur',
  model: 'Lu par',
  noModel: 'Aucun modèle n’avait lu le message : seuls les mots ont été comparés.',
  style: (name) => `Style : ${name}`,
  subject: (name) => `À propos de : ${name}`,
  value: (value) => `Nouvelle valeur : ${value}`,
  amount: (value) => `Nombre : ${count(value)}`,
  upTo: (seq) => `Les lignes jusqu’à ${count(seq)} ont été supprimées ; la chaîne continue à partir de la dernière.`,
  text: 'Ce qui a été inséré',
  proof: 'Le journal est-il intact ?',
  proofIntro:
    'Chaque ligne porte une empreinte d’elle-même et de la ligne précédente. Modifier, retirer, ajouter ou déplacer une ligne rompt la chaîne, et la vérification nomme la première ligne rompue. Une personne disposant de cet appareil et d’assez de savoir-faire pourrait réécrire toute la chaîne. Pour l’exclure, notez l’empreinte ci-dessous ailleurs, par exemple auprès de votre service informatique : un journal réécrit ne la contient plus.',
  hash: 'Empreinte de la dernière ligne',
  noHash: 'Il n’y a pas encore de ligne.',
  copy: 'Copier l’empreinte',
  copied: 'L’empreinte est copiée.',
  notCopied: 'Le navigateur n’a pas permis la copie.',
  noted: 'Une empreinte notée auparavant',
  notedHint: 'Facultatif : 64 chiffres et lettres de a à f.',
  notedWrong: 'Ce n’est pas une telle empreinte : elle a 64 chiffres et lettres de a à f.',
  verify: 'Vérifier le journal',
  verifyFile: 'Vérifier un fichier exporté',
  verifying: 'Vérification de chaque ligne',
  cancel: 'Annuler',
  cancelled: 'La vérification a été annulée.',
  whole: (value) => `Vérifié : ${rows(value)}. La chaîne est intacte.`,
  broken: (seq, fault) => `Rompue à la ligne ${count(seq)} : ${faults[fault]}`,
  breaks: (value) => plural('fr', value, { one: '# point de rupture.', other: '# points de rupture.' }),
  span: (from, to) => `Du ${from} au ${to}.`,
  notedFound: (seq) =>
    seq === 0
      ? 'L’empreinte notée est celle d’un journal vide.'
      : `L’empreinte notée est celle de la ligne ${count(seq)} : rien n’a changé jusque-là depuis.`,
  notedGone:
    'Aucune ligne ne porte l’empreinte notée : le journal a été réécrit, ou la ligne était parmi les anciennes supprimées depuis.',
  fileResult: (name) => `Le fichier ${name} :`,
  failures: {
    'not-a-log': 'Ce n’est pas un journal que Deskside a exporté en lignes JSON.',
    'newer-version': 'Le fichier vient d’un Deskside plus récent.',
    unreadable: 'Le navigateur n’a pas pu lire le fichier.',
  },
  exports: 'Emporter le journal',
  exportsHint: 'Les lignes JSON peuvent être vérifiées plus tard ; le tableau est pour les tableurs.',
  exportLines: 'Exporter en lignes JSON',
  exportTable: 'Exporter en tableau (CSV)',
  exporting: 'Écriture du fichier',
  exported: 'Exporté. Regardez dans vos téléchargements.',
};

const faults: Record<AuditFault, string> = {
  altered: 'la ligne n’est pas celle qui a été écrite.',
  missing: 'il manque des lignes avant elle.',
  order: 'elle n’est pas à sa place.',
  link: 'elle ne suit pas la ligne précédente.',
  start: 'il manque des lignes au début.',
  end: 'il manque des lignes après elle.',
  head: 'la fin du journal n’est pas celle qui a été conservée.',
  unreadable: 'la ligne est illisible.',
};
