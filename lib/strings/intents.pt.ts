import type { IntentsStrings } from './intents.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('pt', value);
const examples = (value: number) => plural('pt', value, { one: '# exemplo', other: '# exemplos' });

/** Text of the library page about the team's own intents, Portuguese. */
export const intentsPt: IntentsStrings = {
  list: 'Intenções da equipa',
  add: 'Nova intenção',
  import: 'Importar exemplos',
  importHint: 'CSV ou JSON com as colunas text e intent',
  examples,
  emptyTitle: 'Ainda não há intenções próprias',
  emptyText:
    'Atribua a cada intenção cinco a dez mensagens tal como os clientes as escrevem. O Deskside aprende-as aqui, neste dispositivo.',
  choose: 'Escolha uma intenção para a alterar aqui.',
  name: 'Nome',
  nameHint: 'As suas palavras também contam como exemplo.',
  editor: 'Exemplos, um por linha',
  save: 'Guardar',
  saved: (name) => `“${name}” foi guardada.`,
  unsaved: 'Por guardar',
  needsBoth: 'Uma intenção precisa de um nome e de pelo menos um exemplo.',
  merge: 'Juntar a',
  mergeNone: 'Escolha uma intenção',
  mergeDo: 'Juntar',
  merged: (from, into) => `“${from}” foi junta a “${into}”.`,
  remove: 'Eliminar intenção',
  removed: (name) => `“${name}” foi eliminada.`,
  undo: 'Anular',
  redo: 'Refazer',
  changes: {
    add: 'adicionar exemplos',
    rename: 'mudar o nome',
    merge: 'juntar',
    remove: 'eliminar',
    examples: 'alterar exemplos',
  },
  undoOf: (change) => `Anular: ${change}`,
  redoOf: (change) => `Refazer: ${change}`,

  training: {
    heading: 'Aprendizagem',
    idle: 'Ainda não há nada para aprender.',
    reading: 'A ler os exemplos',
    training: 'A aprender',
    ready: (seconds) => `Aprendido em ${seconds} s.`,
    readyBefore: 'Aprendido.',
    cancelled: 'Parado: as respostas são as de antes da alteração.',
    failed: (reason) => `Não foi possível aprender: ${reason}`,
    cancel: 'Parar',
    start: 'Aprender agora',
  },
  try: {
    heading: 'Experimentar uma frase',
    label: 'Uma mensagem tal como um cliente a escreve',
    none: 'Nenhuma delas',
    sure: (share) => `${formatPercent('pt', share)} de certeza`,
  },
  warnings: {
    heading: 'Convém rever',
    few: (name, value) => `“${name}” tem apenas ${examples(value)}: com cinco ou mais aprende-se bem.`,
    overlap: (first, second, share) =>
      `“${first}” e “${second}” sobrepõem-se: ${formatPercent('pt', share)} de uma é confundida com a outra. Junte-as ou torne mais claros estes exemplos:`,
    overlapPlain: (first, second, share) =>
      `“${first}” e “${second}” sobrepõem-se: ${formatPercent('pt', share)} de uma é confundida com a outra.`,
    duplicate: (text, names) => `“${text}” aparece mais do que uma vez: ${names}.`,
    more: (value) => `e mais ${count(value)}`,
  },
  label: {
    heading: 'Classifique estas a seguir',
    intro: 'Mensagens de tickets anteriores com as quais mais se aprenderia.',
    memoryOff:
      'Ative “Tickets semelhantes” nas configurações e o Deskside proporá aqui mensagens de tickets anteriores.',
    none: 'Ainda não há mensagens anteriores.',
    find: 'Propor mensagens',
    intent: 'Intenção',
    add: 'Adicionar como exemplo',
    addAs: (text) => `Adicionar como exemplo: ${text}`,
    added: (name) => `Adicionada a “${name}”.`,
  },
};
