import type { PracticeStrings } from './practice.en';

/** Text of the practice page, Portuguese. */
export const practicePt: PracticeStrings = {
  title: 'Mesa de prática',
  intro:
    'Um sistema de suporte de exemplo dentro da extensão: experimente o Deskside antes de um cliente real escrever.',
  privacyTitle: 'Para responsáveis de suporte',
  privacyText:
    'O Deskside executa os seus modelos neste navegador. Nenhuma conversa, nenhum artigo e nenhuma resposta sai dele: não temos nenhum servidor para onde os enviar. Nunca envia uma mensagem a um cliente; são os seus agentes que o fazem.',
  toLibrary: 'Abrir a biblioteca',

  steps: {
    label: 'Três passos para experimentar',
    customer: {
      title: 'Um cliente escreve',
      text: 'Escolha uma mensagem em “Fazer o papel do cliente” ou escreva a sua.',
    },
    suggest: {
      title: 'O Deskside sugere',
      text: 'A resposta, o artigo e o próximo passo aparecem no painel.',
    },
    insert: {
      title: 'O agente insere',
      textBefore: 'Pressione',
      textBetween: 'ou',
      textAfter: 'na caixa de resposta. Depois, envie.',
    },
    done: 'Concluído',
  },

  tickets: 'Tickets',
  conversation: 'Conversa',
  ticketNumber: (id) => `Ticket n.º ${id}`,
  waiting: 'À espera de resposta',
  answered: 'Respondido',
  quiet: 'Ainda nada escrito',
  roles: { customer: 'Cliente', agent: 'Agente', note: 'Nota interna', bot: 'Robô', system: 'Sistema' },

  customer: {
    heading: 'Fazer o papel do cliente',
    writes: (text) => `O cliente escreve: ${text}`,
    own: 'A sua própria mensagem como cliente',
    send: 'Enviar como cliente',
    startOver: 'Recomeçar',
  },
  composer: {
    label: 'Resposta ao cliente',
    noteLabel: 'Nota interna',
    channel: 'Destino do texto',
    public: 'Resposta pública',
    note: 'Nota interna',
    placeholder: 'Escreva uma resposta…',
    notePlaceholder: 'Escreva uma nota que só os colegas veem…',
    bold: 'Negrito',
    italic: 'Itálico',
    list: 'Lista',
    tools: 'Formatação',
    send: 'Enviar resposta',
    sendNote: 'Adicionar nota',
  },

  library: {
    preparing: 'A preparar a biblioteca de exemplo',
    ready: 'Está em uso a biblioteca de exemplo da Larkleaf Tea, à parte do seu próprio conhecimento.',
    removed: 'Os dados de prática foram removidos. As sugestões desta página precisam deles.',
    failed: 'Não foi possível guardar a biblioteca de exemplo.',
    remove: 'Remover os dados de prática',
    restore: 'Repor os dados de prática',
    removeTitle: 'Remover os dados de prática?',
    removeText:
      'Os artigos, as macros e o procedimento de exemplo são removidos deste navegador. O seu próprio conhecimento mantém-se.',
    removedToast: 'Dados de prática removidos.',
  },
  panel: 'Painel do Deskside',
};
