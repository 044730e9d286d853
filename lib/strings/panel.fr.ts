import type { SilenceReason } from '../core/suggestion';
import { keptFr } from './kept.fr';
import { formatNumber, formatPercent, plural } from './language';
import { modelCardFr } from './model-card.fr';
import type { PanelStrings } from './panel.en';

const count = (value: number) => formatNumber('fr', value);

const silence: Record<SilenceReason, string> = {
  'no-open-turn': 'Aucun message du client n’attend de réponse.',
  'no-knowledge': 'Rien dans la bibliothèque ne permet de s’appuyer dessus.',
  'low-confidence': 'Rien dans la bibliothèque ne convient assez pour mériter votre temps.',
  'language-unsupported': 'Le client écrit dans une langue que les modèles ne connaissent pas.',
  'placeholder-unfilled': 'Le meilleur résultat contient un blanc que ce ticket ne remplit pas.',
  'no-playbook': 'Aucune procédure ne couvre la demande du client.',
  'playbook-finished': 'Toutes les étapes de la procédure sont faites.',
  'no-memory': 'Aucun ticket consulté sur cet appareil ne ressemble encore à celui-ci.',
  'memory-off': 'La mémoire des tickets est désactivée.',
  resolved: 'Le client dit que c’est résolu.',
  'model-unavailable': 'Impossible de démarrer les modèles.',
  'too-short': 'Le message est trop court pour savoir ce qui est demandé.',
  'not-now': 'Rien n’est à faire après la réponse.',
  failed: 'Un problème est survenu pendant la recherche.',
};

/** Text of the panel on the helpdesk page, French. */
export const panelFr: PanelStrings = {
  name: 'Deskside',
  open: 'Ouvrir Deskside',
  collapse: 'Masquer le panneau',
  resize: 'Largeur du panneau',
  openLibrary: 'Ouvrir la bibliothèque',
  onDevice: 'Sur cet appareil',
  onDeviceWhy: 'Les modèles fonctionnent dans ce navigateur. Rien de la conversation n’en sort.',

  states: {
    waitingTitle: 'Ouvrez un ticket',
    waitingText: 'Deskside lit la conversation dès qu’un ticket est ouvert.',
    unsupportedTitle: 'Deskside ne connaît pas cette page',
    unsupportedText: 'Il s’utilise à côté des tickets dans Zendesk et Freshdesk.',
    brokenTitle: 'Cette présentation est nouvelle pour Deskside',
    brokenText: 'Le ticket est ouvert, mais des éléments de la page sont introuvables. D’ici là, rien n’est deviné.',
    brokenMissing: 'Introuvable :',
    saveLayout: 'Enregistrer un rapport de page',
    saveLayoutText:
      'Un fichier avec la structure de cette page pour les concepteurs de Deskside, sans aucun texte, nom ni adresse. Rien n’est envoyé.',
    layoutSaved: 'Enregistré. Regardez dans vos téléchargements.',
    loadingTitle: 'Démarrage des modèles',
    loadingText: 'Cela n’arrive qu’une fois après le démarrage du navigateur. Rien n’est téléchargé.',
    pausedTitle: 'Deskside est en pause',
    pausedUntil: (time) => `Il reprend à ${time}.`,
    pausedText: 'Il ne lit rien tant que vous ne reprenez pas.',
    resume: 'Reprendre maintenant',
    offTitle: 'Désactivé sur ce site',
    offText: (host) => `Deskside ne lit rien sur ${host}.`,
    turnOn: 'Activer ici',
    messageCut: 'Un message est trop long pour être lu en entier : seul son début compte ici.',
    errorTitle: 'Deskside n’a pas pu répondre',
    retry: 'Réessayer',
    reloadTitle: 'Rechargez cet onglet',
    reloadText:
      'Deskside a été mis à jour et a perdu le contact avec cette page. Enregistrez votre brouillon, puis rechargez.',
    reload: 'Recharger l’onglet',
    reading: 'Lecture de la conversation',
    modelFailed: 'Impossible de démarrer les modèles.',
    refusedTitle: {
      'file-damaged': 'Un fichier de modèle est endommagé',
      'self-test': 'Les modèles donnent ici des résultats faux',
    },
    refused: {
      'file-damaged':
        'Deskside ne l’utilise pas. Réinstallez l’extension. D’ici là, la recherche se fait par les mots seuls.',
      'self-test': 'Deskside ne les utilise pas sur cet ordinateur. La recherche se fait par les mots seuls.',
    },
    fallback: 'Un seul fil d’exécution : la méthode rapide donnait ici des résultats faux.',
  },

  signals: {
    region: 'Ce que dit la conversation',
    language: (name) => `Langue : ${name}`,
    languageUnsure: 'Langue incertaine : pas de signaux pour ce message.',
    unsupported: (name) => `Langue non prise en charge (${name}) : ni signaux ni suggestions.`,
    searchOnly: (name) => `Langue : ${name}. Suggestions seulement, pas encore de signaux.`,
    sentiment: (name) => `Sentiment : ${name}`,
    emotion: (name) => `Émotion : ${name}`,
    urgency: (name) => `Urgence : ${name}`,
    intent: (name) => `Motif : ${name}`,
    teamIntent: (name) => `Motif de votre équipe : ${name}`,
    flag: (name) => `Alerte : ${name}`,
    sure: (share) => `sûr à ${formatPercent('fr', share)}`,
    resolved: 'Résolu, selon le client',
    trendOver: (messages) => plural('fr', messages, { one: 'sur # message', other: 'sur # messages' }),
    nothingClear: 'Aucun signal net dans ce message.',
  },

  reply: {
    heading: 'Brouillon',
    draft: 'Brouillon ; chaque phrase montre sa source',
    insert: 'Insérer',
    insertEdited: 'Insérer la réponse modifiée',
    edit: 'Modifier',
    editLabel: 'Modifier la réponse avant de l’insérer',
    cancelEdit: 'Annuler',
    copy: 'Copier',
    next: 'Autre proposition',
    position: (index, total) => `${count(index)} sur ${count(total)}`,
    dismiss: 'Ignorer',
    undo: 'Annuler',
    dismissed: 'Réponse ignorée.',
    inserted: 'Inséré',
    basedOn: 'D’après',
    noSource: 'Formule ou signature de vos réglages',
    ready: 'Une réponse est suggérée.',
    movedOn: 'Un nouveau message est arrivé pendant que vous modifiiez. Vérifiez que votre texte y répond toujours.',
    looking: 'Recherche d’une réponse',
    unanswered: 'Encore sans réponse :',
    otherLanguage: (source, customer) =>
      `Langue de la source : ${source} ; langue du client : ${customer}. Rien n’a été trouvé dans la langue du client.`,
    pastUse: (tickets, solved) =>
      `Donnée dans ${plural('fr', tickets, { one: '# ticket semblable', other: '# tickets semblables' })}, dont ${plural('fr', solved, { one: '# résolu', other: '# résolus' })}`,
    style: {
      label: 'Reformuler',
      shorter: 'Plus court',
      longer: 'Plus long',
      warmer: 'Plus cordial',
      formal: 'Plus formel',
    },
  },

  source: {
    macro: 'Macro',
    article: 'Article',
    past: 'Réponse passée',
    playbook: 'Procédure',
    message: 'Message',
    open: 'Ouvrir la source',
  },

  confidence: {
    high: 'Convient bien',
    medium: 'Convient assez',
    low: 'Convient peu',
    meaning: (share) => `Probabilité estimée qu’un agent expérimenté l’accepte : ${formatPercent('fr', share)}`,
    percent: (share) => formatPercent('fr', share),
  },

  article: {
    heading: 'Articles',
    open: 'Ouvrir dans un nouvel onglet',
    copyLink: 'Copier le lien',
    insertLink: 'Insérer le lien',
    internal: 'Interne, pas pour les clients',
    noLink: 'D’un fichier, sans lien',
    dismiss: (title) => `Ignorer ${title}`,
  },

  nextStep: {
    heading: 'Étape suivante',
    progress: (done, total) => `${count(done)} sur ${plural('fr', total, { one: '# faite', other: '# faites' })}`,
    current: 'À faire maintenant',
    seen: (quote) => `Vu dans la conversation : « ${quote} »`,
    byHand: 'Cochée par vous',
    finished: 'Toutes les étapes sont faites.',
    say: 'Insérer ce texte',
  },

  routing: {
    heading: 'Où va ce ticket',
    team: (name) => `Équipe : ${name}`,
    macro: (title) => `Macro : ${title}`,
    of: { team: 'Équipe', priority: 'Priorité', tags: 'Étiquettes', macro: 'Macro' },
    because: (what, why) => `${what} : ${why}`,
    byPlaybook: (title) => `selon la procédure « ${title} »`,
    byMacro: (title) => `selon la macro « ${title} »`,
    bySignal: (label) => `selon le message : ${label}`,
    byAnswer: 'répond au message',
    copyTags: 'Copier les étiquettes',
  },

  similar: {
    heading: 'Tickets semblables',
    ticket: (id) => `Ticket ${id}`,
    showReply: 'Ce qui a été répondu',
    copyReply: 'Copier la réponse',
    noReply: 'Aucune réponse n’a été gardée.',
  },

  silent: {
    title: 'Deskside reste silencieux',
    because: (reason) => silence[reason],
    best: (share) => `Meilleur résultat : ${formatPercent('fr', share)}.`,
    without: {
      reply: 'Pas de réponse',
      article: 'Pas d’article',
      'next-step': 'Pas d’étape suivante',
      routing: 'Pas d’affectation',
      'similar-ticket': 'Pas de ticket semblable',
      closing: 'Pas de phrase de clôture',
      'csat-request': 'Pas de demande d’avis',
      summary: 'Pas de résumé',
      'status-update': 'Pas de point d’avancement',
      'follow-up': 'Pas de relance',
    },
    waiting: 'Vous avez répondu. Deskside attend le client.',
  },

  after: {
    heading: 'Après la réponse',
    insertNote: 'Insérer en note interne',
    noteClosed: 'Ce texte va dans une note interne. Passez la zone de saisie en note interne, puis insérez.',
    dismiss: (kind) => `Ignorer : ${kind}`,
  },

  knowledge: {
    heading: 'Apportez vos connaissances',
    doneHeading: 'Vos connaissances sont là',
    text: (helpdesk) =>
      `Articles et macros de ${helpdesk}, lus avec votre propre session et gardés dans ce navigateur seulement.`,
    start: 'Importer articles et macros',
    resume: 'Reprendre l’import',
    retry: 'Réessayer',
    cancel: 'Annuler',
    running: 'Import des connaissances',
    progress: (done, total) =>
      total === null
        ? plural('fr', done, { one: '# lu', other: '# lus' })
        : `${count(done)} sur ${plural('fr', total, { one: '# lu', other: '# lus' })}`,
    paused: (done) =>
      plural('fr', done, {
        one: 'Arrêté après # élément, qui est gardé.',
        other: 'Arrêté après # éléments, qui sont gardés.',
      }),
    failed: 'L’import s’est arrêté.',
    retryIn: (seconds) =>
      `Le helpdesk demande d’attendre. Réessayez dans ${plural('fr', seconds, { one: '# seconde', other: '# secondes' })}.`,
    reading: (unread) =>
      `Deskside lit encore ${plural('fr', unread, { one: '# fiche', other: '# fiches' })}. D’ici là, la recherche ne porte que sur leurs mots.`,
    done: (articles, macros) =>
      `Prêt : ${plural('fr', articles, { one: '# article', other: '# articles' })} et ${plural('fr', macros, { one: '# macro', other: '# macros' })}.`,
    fromFiles: 'Importer des fichiers dans la bibliothèque',
    noApi: (helpdesk) => `${helpdesk} n’offre pas d’import direct. Des fichiers conviennent aussi.`,
  },

  memory: {
    heading: 'Apprendre des tickets consultés ?',
    text: 'Deskside peut garder les tickets passés sur cet appareil, sans noms ni numéros, pour en montrer de semblables.',
    turnOn: 'Activer',
    decline: 'Non merci',
  },

  kept: keptFr,

  toast: {
    region: 'Messages de Deskside',
    inserted: 'Inséré. Relisez, puis envoyez.',
    copied: 'Copié.',
    clipboard: 'L’éditeur n’a pas accepté le texte ; il est dans le presse-papiers : collez-le vous-même.',
    noteOpen: 'La zone de saisie est en note interne. Passez-la en réponse publique, puis insérez.',
    notInserted: (why) => `Non inséré : ${why}`,
    notCopied: 'Le navigateur a refusé l’accès au presse-papiers.',
    nothing: 'Aucune réponse n’est suggérée pour l’instant.',
    stale: 'La conversation a avancé. Une nouvelle suggestion arrive.',
    close: 'Fermer le message',
    lastAlternative: 'Il n’y a pas d’autre proposition.',
  },
  noteOpen: 'Une note interne est ouverte : aucune réponse au client n’y sera insérée.',

  ghost: {
    available: 'Une réponse est suggérée. Tab pour l’insérer, Échap pour la masquer dans ce ticket.',
    hint: 'Tab insère',
    muted: 'Les suggestions dans la zone de saisie sont masquées pour ce ticket.',
  },

  modelCard: modelCardFr,
};
