import type { HealthStrings } from './health.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('fr', value);

/** Text of the library page about the state of what is in it, French. */
export const healthFr: HealthStrings = {
  heading: 'État de la bibliothèque',
  intro:
    'Trouve les doublons, ce qui est peut-être périmé et les étiquettes manquantes. Tout se fait sur cet appareil.',
  checked: (day, items) => `Vérifié le ${day} : ${plural('fr', items, { one: '# entrée', other: '# entrées' })}`,
  start: 'Vérifier',
  running: 'Vérification de la bibliothèque',
  cancel: 'Annuler',
  allGood: 'Rien à corriger',
  counted: (heading, value) => (value > 0 ? `${heading} (${count(value)})` : heading),
  more: (value) => plural('fr', value, { one: 'et # autre', other: 'et # autres' }),

  gaps: 'Questions sans réponse',
  gapsHint:
    'Des clients l’ont demandé plus d’une fois et rien de pertinent n’a été trouvé. Écrivez un article ou une macro à ce sujet.',
  gapsNone: 'Aucune n’a encore été posée plus d’une fois.',
  gapsOff:
    'Non conservées : activez « Retenir les tickets consultés » dans les réglages. Les données personnelles sont retirées avant tout enregistrement.',
  tickets: (value) => plural('fr', value, { one: '# ticket', other: '# tickets' }),
  last: (day) => `dernière fois le ${day}`,
  dismiss: 'Réglé',

  duplicates: 'Doublons',
  duplicatesHint: 'Ces textes disent presque la même chose. Gardez-en un seul ou accordez-les.',
  meaning: (share) => `Sens ${formatPercent('fr', share)}`,
  shared: (share) => `Mots communs ${formatPercent('fr', share)}`,
  differ: 'Ce qui diffère',

  stale: 'Périmé ?',
  staleHint: 'Une entrée plus récente dit autre chose, ou rien n’a changé depuis un an.',
  contradicted: 'Une entrée plus récente dit autre chose',
  old: 'Inchangé depuis un an',

  tags: 'Étiquettes suggérées',
  tagsHint:
    'Entrées sans étiquettes, et étiquettes d’entrées semblables. Elles restent sur cet appareil ; le helpdesk n’est pas touché.',
  addTag: (tag, title) => `Ajouter l’étiquette ${tag} à ${title}`,

  use: 'Ce qui aide',
  useHint: 'Combien de fois une entrée a été insérée dans une réponse, ouverte pour être lue ou ignorée.',
  inserted: (value) => `Insérée ${count(value)} fois`,
  opened: (value) => `Ouverte ${count(value)} fois`,
  dismissed: (value) => `Ignorée ${count(value)} fois`,
};
