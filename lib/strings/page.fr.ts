import { formatNumber, plural } from './language';
import type { PageStrings } from './page.en';
import { policyFr } from './policy.fr';

const count = (value: number) => formatNumber('fr', value);

/** Text that the popup, the library and the practice page share, French. */
export const pageFr: PageStrings = {
  onDevice: 'Rien ne quitte ce navigateur',
  loading: 'Chargement',
  toastRegion: 'Messages de Deskside',
  toastClose: 'Fermer le message',
  cancel: 'Annuler',
  retry: 'Réessayer',
  failed: 'Deskside n’a pas pu répondre',
  failedReload: 'Deskside a été mis à jour. Rechargez cette page pour continuer.',
  notStored: 'Le navigateur a refusé d’enregistrer le réglage.',

  source: {
    file: (name) => `Fichier : ${name}`,
    practice: 'Données d’exercice',
  },
  counts: {
    articles: (value) => plural('fr', value, { one: '# article', other: '# articles' }),
    macros: (value) => plural('fr', value, { one: '# macro', other: '# macros' }),
    playbooks: (value) => plural('fr', value, { one: '# procédure', other: '# procédures' }),
    passages: (value) => plural('fr', value, { one: '# passage', other: '# passages' }),
    pastTickets: (value) => plural('fr', value, { one: '# ticket passé', other: '# tickets passés' }),
    problems: (value) => plural('fr', value, { one: '# problème', other: '# problèmes' }),
  },
  policy: policyFr,
  sites: {
    type: 'Type de helpdesk',
    auto: 'Reconnu automatiquement',
    generic: 'Balisage courant',
    taught: 'Comme je l’ai montré',
    remove: 'Retirer',
    removeNamed: (host) => `Retirer ${host}`,
    removeTitle: (host) => `Retirer ${host} ?`,
    removeText: 'Deskside n’y fonctionnera plus et le navigateur retirera son autorisation.',
    removeTaughtText:
      'Deskside n’y fonctionnera plus et oubliera ce que vous lui avez montré. Exportez-le d’abord si vous voulez le garder.',
  },
  importing: {
    start: 'Importer',
    refresh: 'Actualiser',
    resume: 'Reprendre',
    cancel: 'Annuler l’import',
    progressOf: (host) => `Import depuis ${host}`,
    progress: (done, total) =>
      total === null
        ? plural('fr', done, { one: '# lu', other: '# lus' })
        : `${count(done)} sur ${plural('fr', total, { one: '# lu', other: '# lus' })}`,
    noTab: 'Ouvrez un ticket de votre helpdesk dans un onglet pour importer ses articles et ses macros.',
    tabGone: 'L’onglet du helpdesk n’a pas répondu. Rechargez-le et réessayez.',
    status: {
      running: 'Import en cours',
      paused: 'En pause',
      cancelled: 'Annulé',
      failed: 'Échec',
      done: 'À jour',
    },
  },
};
