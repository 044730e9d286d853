import type { PolicyStrings } from './policy.en';

/** Text about what the agent's organisation has set, in French. */
export const policyFr: PolicyStrings = {
  heading: 'Défini par votre organisation',
  locked: 'Défini par votre organisation : seul votre service informatique peut le modifier.',
  intro:
    'Votre organisation a défini une partie de Deskside dans ce navigateur. Ce qui porte un cadenas ne peut être modifié que par votre service informatique.',
  badValue: (part: string) =>
    `La stratégie de votre organisation donne à « ${part} » une valeur impossible. Elle est ignorée ; merci de prévenir votre service informatique.`,
  unknown: (part: string) =>
    `La stratégie de votre organisation nomme « ${part} », que Deskside ne connaît pas. Cela est ignoré ; merci de prévenir votre service informatique.`,
  siteBlocked: (host: string) => `Votre organisation n’autorise pas Deskside sur ${host}.`,
  deskOff: 'Désactivé par votre organisation',
  noFiles: 'Votre organisation n’autorise pas les connaissances venant de fichiers et de texte collé.',
  noHelpdesk: 'Votre organisation n’autorise pas les connaissances venant des articles et macros du helpdesk.',
};
