import { formatNumber, plural } from './language';
import type { LearningStrings } from './learning.en';

const choices = (value: number) => plural('fr', value, { one: '# choix', other: '# choix' });
const names = { macro: 'la macro', article: 'l’article', past: 'la réponse passée', playbook: 'la procédure' };

/** Text of the library page about what the agent's choices taught, French. */
export const learningFr: LearningStrings = {
  heading: 'Ce que Deskside a appris de vous',
  intro:
    'À partir de ce que vous insérez, modifiez, ignorez ou écrivez vous-même. Gardé sur cet appareil, sans aucun texte de ticket ; cela change l’ordre des suggestions, jamais leurs mots.',
  switch: 'Apprendre de mes choix',
  switchHint: 'Désactivé, rien n’est noté et ce qui a été appris n’est pas utilisé.',
  counted: (value) => `Appris de ${choices(value)}.`,
  latest: (time) => `Le dernier : ${time}.`,
  emptyTitle: 'Rien d’appris pour l’instant',
  emptyText:
    'Travaillez comme toujours. Ce que vous préférez régulièrement apparaît ici, et vous pouvez retirer chaque point.',
  nothingClear: 'Aucune préférence n’est encore assez nette.',
  list: 'Préférences apprises',
  anyIntent: 'En général',
  forIntent: (intent) => `Pour « ${intent} »`,
  name: (kind, title) => (title === null ? 'une source disparue' : `${names[kind]} « ${title} »`),
  prefers: (when, what, over) =>
    over === null ? `${when}, vous aimez ${what}.` : `${when}, vous préférez ${what} à ${over}.`,
  avoids: (when, what) => `${when}, vous n’utilisez pas ${what}.`,
  kinds: {
    article: { more: 'Vous préférez les articles aux macros.', less: 'Vous préférez les macros aux articles.' },
    past: {
      more: 'Vous préférez les réponses passées aux macros.',
      less: 'Vous préférez les macros aux réponses passées.',
    },
    playbook: { more: 'Vous préférez les procédures aux macros.', less: 'Vous préférez les macros aux procédures.' },
  },
  traits: {
    length: { more: 'Vous préférez les réponses longues.', less: 'Vous préférez les réponses courtes.' },
    formality: { more: 'Vous préférez un style formel.', less: 'Vous préférez un style décontracté.' },
    language: {
      more: 'Vous préférez les sources dans la langue du client.',
      less: 'Vous prenez souvent des sources dans une autre langue que celle du client.',
    },
  },
  evidence: choices,
  forget: 'Oublier',
  forgetThis: (what) => `Oublier : ${what}`,
  forgotten: 'Oublié.',
  forgetHour: 'Oublier la dernière heure',
  lastHour: (value) => `${formatNumber('fr', value)} dans la dernière heure`,
  forgetAll: 'Tout oublier',
  forgetAllTitle: 'Oublier tout ce qui a été appris ?',
  forgetAllText:
    'Les suggestions reviennent à leur ordre d’origine. Les connaissances et les réglages restent. Cette action est irréversible.',
  export: 'Exporter les acquis',
  exported: 'Exporté. Regardez dans vos téléchargements.',
  import: 'Importer les acquis',
  imported: (added, known) => {
    const news = plural('fr', added, { one: '# choix ajouté', other: '# choix ajoutés' });
    return known === 0
      ? `${news}.`
      : `${news}, ${plural('fr', known, { one: '# y était déjà', other: '# y étaient déjà' })}.`;
  },
};
