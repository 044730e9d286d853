import type { SilenceReason } from '../core/suggestion';
import { keptPt } from './kept.pt';
import { formatNumber, formatPercent, plural } from './language';
import { modelCardPt } from './model-card.pt';
import type { PanelStrings } from './panel.en';

const count = (value: number) => formatNumber('pt', value);

const silence: Record<SilenceReason, string> = {
  'no-open-turn': 'Nenhuma mensagem de um cliente está à espera de resposta.',
  'no-knowledge': 'Não há nada na biblioteca em que se possa basear.',
  'low-confidence': 'Nada na biblioteca se adequa o suficiente para valer o seu tempo.',
  'language-unsupported': 'O cliente escreve num idioma que os modelos não conhecem.',
  'placeholder-unfilled': 'A melhor correspondência tem um espaço que este ticket não permite preencher.',
  'no-playbook': 'Nenhum procedimento abrange o que o cliente pede.',
  'playbook-finished': 'Todos os passos do procedimento estão feitos.',
  'no-memory': 'Nenhum ticket visto neste dispositivo se parece ainda com este.',
  'memory-off': 'Recordar tickets está desativado.',
  resolved: 'O cliente diz que está resolvido.',
  'model-unavailable': 'Não foi possível iniciar os modelos.',
  'too-short': 'A mensagem é demasiado curta para se saber o que é pedido.',
  'not-now': 'Não há nada pendente depois da resposta.',
  failed: 'Algo falhou durante a procura.',
};

/** Text of the panel on the helpdesk page, Portuguese. */
export const panelPt: PanelStrings = {
  name: 'Deskside',
  open: 'Abrir o Deskside',
  collapse: 'Ocultar o painel',
  resize: 'Largura do painel',
  openLibrary: 'Abrir a biblioteca',
  onDevice: 'Neste dispositivo',
  onDeviceWhy: 'Os modelos são executados neste navegador. Nada da conversa sai dele.',

  states: {
    waitingTitle: 'Abra um ticket',
    waitingText: 'O Deskside lê a conversa assim que houver um aberto.',
    unsupportedTitle: 'O Deskside não conhece esta página',
    unsupportedText: 'Funciona ao lado dos tickets do Zendesk e do Freshdesk.',
    brokenTitle: 'Este layout é novo para o Deskside',
    brokenText: 'O ticket está aberto, mas faltam partes da página. Nada é presumido até serem encontradas.',
    brokenMissing: 'Não encontrado:',
    saveLayout: 'Guardar um relatório do layout',
    saveLayoutText:
      'Um ficheiro com a estrutura desta página para os criadores do Deskside, sem textos, nomes nem endereços. Nada é enviado.',
    layoutSaved: 'Guardado. Veja nos seus downloads.',
    loadingTitle: 'A iniciar os modelos',
    loadingText: 'Acontece uma vez depois de abrir o navegador. Nada é descarregado.',
    pausedTitle: 'O Deskside está em pausa',
    pausedUntil: (time) => `Volta às ${time}.`,
    pausedText: 'Não lê nada até ser retomado.',
    resume: 'Retomar agora',
    offTitle: 'Desativado neste site',
    offText: (host) => `O Deskside não lê nada em ${host}.`,
    turnOn: 'Ativar aqui',
    messageCut: 'Uma mensagem é demasiado longa para ser lida por inteiro: aqui só conta o início.',
    errorTitle: 'O Deskside não conseguiu responder',
    retry: 'Tentar novamente',
    reloadTitle: 'Recarregue esta página',
    reloadText: 'O Deskside foi atualizado e perdeu o contacto com esta página. Guarde o seu rascunho e recarregue-a.',
    reload: 'Recarregar a página',
    reading: 'A ler a conversa',
    modelFailed: 'Não foi possível iniciar os modelos.',
    refusedTitle: {
      'file-damaged': 'Um ficheiro de modelo está danificado',
      'self-test': 'Os modelos dão resultados errados aqui',
    },
    refused: {
      'file-damaged':
        'O Deskside não o executa. Instale novamente a extensão. Até lá, o conhecimento é procurado apenas por palavras.',
      'self-test': 'O Deskside não os usa neste computador. O conhecimento é procurado apenas por palavras.',
    },
    fallback: 'Em execução com uma única linha de processamento: o modo mais rápido dava aqui resultados errados.',
  },

  signals: {
    region: 'O que a conversa indica',
    language: (name) => `Idioma: ${name}`,
    languageUnsure: 'Idioma incerto: esta mensagem fica sem sinais.',
    unsupported: (name) => `Idioma não suportado (${name}): sem sinais nem sugestões.`,
    searchOnly: (name) => `${name}: apenas sugestões, ainda sem sinais.`,
    sentiment: (name) => `Sentimento: ${name}`,
    emotion: (name) => `Emoção: ${name}`,
    urgency: (name) => `Urgência: ${name}`,
    intent: (name) => `Quer: ${name}`,
    teamIntent: (name) => `Intenção da sua equipa: ${name}`,
    flag: (name) => `Risco: ${name}`,
    sure: (share) => `${formatPercent('pt', share)} de certeza`,
    resolved: 'Resolvido, segundo o cliente',
    trendOver: (messages) => plural('pt', messages, { one: 'em # mensagem', other: 'em # mensagens' }),
    nothingClear: 'Não há sinais claros nesta mensagem.',
  },

  reply: {
    heading: 'Rascunho',
    draft: 'Rascunho; cada frase mostra a sua fonte',
    insert: 'Inserir',
    insertEdited: 'Inserir a resposta editada',
    edit: 'Editar',
    editLabel: 'Editar a resposta antes de a inserir',
    cancelEdit: 'Cancelar',
    copy: 'Copiar',
    next: 'Próxima alternativa',
    position: (index, total) => `${count(index)} de ${count(total)}`,
    dismiss: 'Descartar',
    undo: 'Anular',
    dismissed: 'Resposta descartada.',
    inserted: 'Inserida',
    basedOn: 'Baseada em',
    noSource: 'Saudação ou assinatura, das suas configurações',
    ready: 'Há uma resposta sugerida.',
    movedOn: 'Chegou uma nova mensagem durante a edição. Verifique se o seu texto ainda responde ao que se pede.',
    looking: 'À procura de uma resposta',
    unanswered: 'Ainda por responder:',
    otherLanguage: (source, customer) =>
      `Idioma da fonte: ${source}; idioma do cliente: ${customer}. Nada foi encontrado neste último (${customer}).`,
    pastUse: (tickets, solved) =>
      `Enviada em ${plural('pt', tickets, { one: '# ticket semelhante', other: '# tickets semelhantes' })}; ${plural('pt', solved, { one: '# resolvido', other: '# resolvidos' })}`,
    style: {
      label: 'Dizer de outra forma',
      shorter: 'Mais curta',
      longer: 'Mais longa',
      warmer: 'Mais calorosa',
      formal: 'Mais formal',
    },
  },

  source: {
    macro: 'Macro',
    article: 'Artigo',
    past: 'Resposta anterior',
    playbook: 'Procedimento',
    message: 'Mensagem',
    open: 'Abrir a fonte',
  },

  confidence: {
    high: 'Encaixa bem',
    medium: 'Encaixa em parte',
    low: 'Encaixa pouco',
    meaning: (share) => `Probabilidade estimada de um agente experiente a aceitar: ${formatPercent('pt', share)}`,
    percent: (share) => formatPercent('pt', share),
  },

  article: {
    heading: 'Artigos',
    open: 'Abrir numa nova página',
    copyLink: 'Copiar link',
    insertLink: 'Inserir link',
    internal: 'Interno, não para clientes',
    noLink: 'De um ficheiro, sem link',
    dismiss: (title) => `Descartar ${title}`,
  },

  nextStep: {
    heading: 'Próximo passo',
    progress: (done, total) => `${count(done)} de ${count(total)} feitos`,
    current: 'Faça isto agora',
    seen: (quote) => `Visto na conversa: “${quote}”`,
    byHand: 'Marcado à mão',
    finished: 'Todos os passos estão feitos.',
    say: 'Inserir estas palavras',
  },

  routing: {
    heading: 'A quem pertence este ticket',
    team: (name) => `Equipa: ${name}`,
    macro: (title) => `Macro: ${title}`,
    of: { team: 'Equipa', priority: 'Prioridade', tags: 'Etiquetas', macro: 'Macro' },
    because: (what, why) => `${what}: ${why}`,
    byPlaybook: (title) => `indicação do procedimento “${title}”`,
    byMacro: (title) => `definidas pela macro “${title}”`,
    bySignal: (label) => `a mensagem indica: ${label}`,
    byAnswer: 'responde à mensagem',
    copyTags: 'Copiar etiquetas',
  },

  similar: {
    heading: 'Tickets semelhantes',
    ticket: (id) => `Ticket n.º ${id}`,
    showReply: 'O que foi respondido',
    copyReply: 'Copiar a resposta',
    noReply: 'Nenhuma resposta foi guardada.',
  },

  silent: {
    title: 'O Deskside mantém-se em silêncio',
    because: (reason) => silence[reason],
    best: (share) => `Melhor correspondência: ${formatPercent('pt', share)}.`,
    without: {
      reply: 'Sem resposta',
      article: 'Sem artigo',
      'next-step': 'Sem próximo passo',
      routing: 'Sem encaminhamento',
      'similar-ticket': 'Sem tickets semelhantes',
      closing: 'Sem frase de encerramento',
      'csat-request': 'Sem pedido de avaliação',
      summary: 'Sem resumo',
      'status-update': 'Sem atualização de estado',
      'follow-up': 'Sem lembrete',
    },
    waiting: 'A sua vez terminou. O Deskside aguarda o cliente.',
  },

  after: {
    heading: 'Depois da resposta',
    insertNote: 'Inserir na nota interna',
    noteClosed: 'Isto é para uma nota interna. Mude a caixa de resposta para nota interna e insira.',
    dismiss: (kind) => `Descartar ${kind}`,
  },

  knowledge: {
    heading: 'Traga o seu conhecimento',
    doneHeading: 'O seu conhecimento está pronto',
    text: (helpdesk) =>
      `Artigos e macros de ${helpdesk}, lidos com a sua própria sessão e guardados apenas neste navegador.`,
    start: 'Importar artigos e macros',
    resume: 'Continuar a importação',
    retry: 'Tentar novamente',
    cancel: 'Cancelar',
    running: 'A importar conhecimento',
    progress: (done, total) =>
      total === null
        ? plural('pt', done, { one: '# lido', other: '# lidos' })
        : `${count(done)} de ${plural('pt', total, { one: '# lido', other: '# lidos' })}`,
    paused: (done) =>
      plural('pt', done, {
        one: 'Parado após # item, que é mantido.',
        other: 'Parado após # itens, que são mantidos.',
      }),
    failed: 'A importação parou.',
    retryIn: (seconds) =>
      `O sistema de suporte pede para aguardar. Tente novamente dentro de ${plural('pt', seconds, { one: '# segundo', other: '# segundos' })}.`,
    reading: (unread) =>
      `O Deskside ainda está a ler ${plural('pt', unread, { one: '# entrada', other: '# entradas' })}. Até lá, só se procura nas suas palavras.`,
    done: (articles, macros) =>
      `Pronto: ${plural('pt', articles, { one: '# artigo', other: '# artigos' })} e ${plural('pt', macros, { one: '# macro', other: '# macros' })}.`,
    fromFiles: 'Importar ficheiros na biblioteca',
    noApi: (helpdesk) => `${helpdesk} não oferece importação direta. Os ficheiros também servem.`,
  },

  memory: {
    heading: 'Aprender com os tickets que vê?',
    text: 'O Deskside pode guardar tickets anteriores neste dispositivo, sem nomes nem números, para mostrar outros semelhantes.',
    turnOn: 'Ativar',
    decline: 'Não, obrigado',
  },

  kept: keptPt,

  toast: {
    region: 'Mensagens do Deskside',
    inserted: 'Inserido. Leia mais uma vez antes de enviar.',
    copied: 'Copiado.',
    clipboard: 'O editor não aceitou o texto, por isso está na área de transferência: cole-o manualmente.',
    noteOpen: 'A caixa está em nota interna. Mude-a para resposta pública e insira.',
    notInserted: (why) => `Não inserido: ${why}`,
    notCopied: 'O navegador recusou o acesso à área de transferência.',
    nothing: 'Neste momento não há nenhuma resposta sugerida.',
    stale: 'A conversa avançou. Vem aí uma nova sugestão.',
    close: 'Fechar a mensagem',
    lastAlternative: 'Não há mais alternativas.',
  },
  noteOpen: 'A nota interna está aberta: não será inserida nela uma resposta ao cliente.',

  ghost: {
    available: 'Há uma resposta sugerida. Pressione Tab para a inserir ou Esc para a ocultar neste ticket.',
    hint: 'Tab insere',
    muted: 'As sugestões na caixa de resposta estão ocultas neste ticket.',
  },

  modelCard: modelCardPt,
};
