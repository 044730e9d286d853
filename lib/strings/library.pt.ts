import { auditPt } from './audit.pt';
import { healthPt } from './health.pt';
import { intentsPt } from './intents.pt';
import { formatNumber, formatPercent, localeOf, plural } from './language';
import { learningPt } from './learning.pt';
import type { LibraryStrings } from './library.en';
import { privacyPt } from './privacy.pt';
import { replayPt } from './replay.pt';

const count = (value: number) => formatNumber('pt', value);

/** Text of the library page, Portuguese. */
export const libraryPt: LibraryStrings = {
  title: 'Biblioteca',
  tabs: {
    label: 'Secções da biblioteca',
    articles: 'Artigos',
    macros: 'Macros',
    playbooks: 'Procedimentos',
    intents: 'Intenções',
    sources: 'Fontes',
    search: 'Pesquisa',
    health: 'Estado',
    learning: 'Aprendido',
    replay: 'Revisão',
    audit: 'Registo',
    privacy: 'Privacidade',
  },
  toPractice: 'Página de prática',

  list: {
    filter: 'Filtrar por título',
    shown: (from, to, total) => `${count(from)}-${count(to)} de ${count(total)}`,
    previous: 'Página anterior',
    next: 'Página seguinte',
    pages: 'Páginas da lista',
    choose: 'Escolha uma entrada para a ler aqui.',
    noMatch: (text) => `Nenhum título contém “${text}”.`,
    clear: 'Limpar o filtro',
    remove: 'Eliminar',
    removed: (title) => `“${title}” foi eliminado.`,
    removeTitle: 'Eliminar esta entrada?',
    removeText: (title) =>
      `“${title}” sai da biblioteca deste dispositivo. A próxima atualização da fonte pode voltar a trazer esta entrada.`,
    open: 'Abrir o original',
    internal: 'Interno, não para clientes',
    note: 'Escreve uma nota interna',
    updated: (day) => `Alterado em ${day}`,
  },
  articles: {
    emptyTitle: 'Ainda não há artigos',
    emptyText:
      'Importe-os do seu sistema de suporte ou de ficheiros, e o Deskside poderá indicar o excerto que responde.',
  },
  macros: {
    emptyTitle: 'Ainda não há macros',
    emptyText:
      'Importe as suas respostas predefinidas do sistema de suporte ou de ficheiros: é com elas que se compõem as respostas sugeridas.',
  },
  toSources: 'Ir para Fontes',

  playbooks: {
    list: 'Procedimentos',
    add: 'Novo procedimento',
    emptyTitle: 'Ainda não há procedimentos',
    emptyText:
      'Escreva como a sua equipa trata um pedido, com um passo numerado por linha. O Deskside mostra o próximo passo em aberto.',
    editor: 'Procedimento como texto',
    editorHint:
      'Primeira linha: título. Depois, se quiser, as linhas Intent: refund.status, Team: Pagamentos, Priority: high, Tags: refund. A seguir, passos numerados; Ask, Verify, Do, Tell ou Escalate no início é opcional. Uma linha recuada que começa por Say: contém as palavras para o cliente.',
    template: [
      'O reembolso não chegou',
      'Intent: refund.status',
      'Team: Pagamentos',
      'Tags: refund-late',
      '1. Ask: o número da encomenda, se não estiver na mensagem',
      '   Say: Pode indicar-nos o número da sua encomenda, por favor?',
      '2. Verify: o dia em que o reembolso foi emitido',
      '3. Tell: quanto tempo demora o banco com este método de pagamento',
      '4. Escalate: à equipa de pagamentos após dez dias úteis',
    ].join('\n'),
    useTemplate: 'Começar com um exemplo',
    preview: 'Pré-visualização',
    previewEmpty: 'Os passos aparecem aqui à medida que escreve.',
    untitled: 'Sem título',
    intent: (name) => `Quando o cliente quer: ${name}`,
    unknownIntent: (id) => `Não é uma intenção: ${id}`,
    team: (name) => `Equipa: ${name}`,
    unknownPriority: (word) => `Não é uma prioridade: ${word}`,
    intentList: 'Intenções disponíveis',
    steps: (value) => plural('pt', value, { one: '# passo', other: '# passos' }),
    save: 'Guardar',
    saved: (title) => `“${title}” foi guardado.`,
    unsaved: 'Por guardar',
    discardTitle: 'Sair sem guardar?',
    discardText: 'As alterações a este procedimento perdem-se.',
    discard: 'Sair',
    remove: 'Eliminar procedimento',
    removeTitle: 'Eliminar este procedimento?',
    removeText: (title) => `“${title}” é eliminado deste dispositivo. Esta ação não pode ser anulada.`,
  },

  intents: intentsPt,
  health: healthPt,
  learning: learningPt,
  replay: replayPt,
  audit: auditPt,
  privacy: privacyPt,

  sources: {
    heading: 'De onde vem o conhecimento',
    intro: 'É lido com a sua própria sessão e guardado apenas neste navegador. Nada é enviado para lado nenhum.',
    emptyTitle: 'Ainda nada foi importado',
    emptyText: 'Abra um ticket no seu sistema de suporte e volte aqui, ou arraste ficheiros para a área mais abaixo.',
    tabOpen: 'Aberto noutra página do navegador',
    tabClosed: (host) => `Abra ${host} noutra página do navegador para atualizar.`,
    refreshed: (day) => `Última importação: ${day}`,
    remove: 'Remover',
    removeFrom: (name) => `Remover ${name}`,
    removeTitle: 'Remover esta fonte?',
    removeText: (name) =>
      `Todos os artigos, macros e tickets anteriores de ${name} são removidos deste dispositivo. O sistema de suporte não é alterado.`,
    removed: (name) => `${name}: fonte removida.`,
    problems: 'O que ficou de fora',
    progress: 'Importação',
    retryHint: 'O que já foi lido mantém-se.',
  },
  sites: {
    heading: 'Sistemas de suporte adicionados',
    intro: 'Endereços em que o Deskside funciona porque o permitiu, e como as suas páginas são lidas.',
    emptyTitle: 'Nenhum por enquanto',
    emptyText: 'Abra o seu sistema de suporte e clique no botão do Deskside no navegador para o adicionar.',
    notAllowed: 'O navegador não permite',
    export: 'Exportar descrição',
    import: 'Importar descrição',
    importFor: (host) => `Descrição para ${host}`,
    imported: (name) => `As páginas são agora lidas como “${name}”.`,
    unreadable: (name) => `Não foi possível ler ${name}. Use um ficheiro JSON exportado pelo Deskside.`,
  },
  files: {
    heading: 'Importar ficheiros',
    drop: 'Arraste os ficheiros para aqui',
    choose: 'Escolher ficheiros',
    kinds: 'CSV, JSON, Markdown, HTML, texto, Word (DOCX), PDF ou um ZIP com estes; vários de uma vez',
    reading: (name) => `A ler ${name}`,
    reports: 'Ficheiros importados',
    nothing: 'Não se encontrou nada utilizável',
    line: (value) => `Linha ${count(value)}:`,
    failed: 'Não importado:',
    failures: {
      unsupported: 'Este tipo de ficheiro não pode ser lido. Use CSV, JSON, Markdown, HTML, DOCX ou PDF.',
      mislabelled: 'O ficheiro não é o que o nome indica: contém texto, não um documento.',
      'too-large':
        'O ficheiro é demasiado grande: 20 MB de texto, 50 MB para documentos e ficheiros comprimidos. Divida-o e tente novamente.',
      'not-text': 'O ficheiro não é texto UTF-8. Guarde-o como UTF-8 e tente novamente.',
      empty: 'O ficheiro está vazio.',
      encrypted: 'O ficheiro exige uma senha. Guarde-o sem senha e tente novamente.',
      damaged: 'O ficheiro está danificado ou incompleto.',
      'no-text':
        'O ficheiro contém apenas imagens, como uma digitalização. Aplique primeiro o reconhecimento de texto.',
      'archive-bomb': 'O ficheiro comprimido ocupa muito mais do que o normal ao ser extraído. Não foi aberto.',
      unreadable: 'O navegador não conseguiu ler o ficheiro.',
      'took-too-long': 'A leitura demorou mais de dois minutos. Divida o ficheiro e tente novamente.',
      cancelled: 'Cancelado.',
    },
    cancel: 'Cancelar',
    paste: 'Colar um artigo',
    pasteTitle: 'Título',
    pasteTitleHint: 'Substitui um artigo colado antes com o mesmo título.',
    pasteText: 'Texto',
    pasteHint: 'Texto ou HTML.',
    pasteFormatted: 'Os títulos, as listas e as tabelas são mantidos.',
    pasteAdd: 'Adicionar à biblioteca',
    clear: 'Limpar os relatórios',
  },

  search: {
    label: 'Pesquisar na biblioteca',
    placeholder: 'Pergunte como um cliente: onde está a minha encomenda?',
    in: 'Pesquisar em',
    kinds: { article: 'Artigos', macro: 'Macros', past: 'Tickets anteriores' },
    hits: (value) => plural('pt', value, { one: '# resultado', other: '# resultados' }),
    startTitle: 'A mesma pesquisa que alimenta as sugestões',
    startText: 'Escreva uma pergunta. De cada resultado mostra-se o melhor excerto, com a frase que responde.',
    noneTitle: 'Nada encontrado',
    noneText: 'Tente outras palavras ou importe mais conhecimento.',
    score: (value) =>
      `Pontuação ${new Intl.NumberFormat(localeOf('pt'), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)}`,
    meaning: (share) => `Significado: ${formatPercent('pt', share)}`,
    words: (share) => `Palavras: ${formatPercent('pt', share)}`,
  },
};
