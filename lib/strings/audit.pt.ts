import type { AuditFault } from '../core/audit';
import type { AuditStrings } from './audit.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('pt', value);
const rows = (value: number) => plural('pt', value, { one: '# linha', other: '# linhas' });

/** Text of the library page about the log of what was shown and done, Portuguese. */
export const auditPt: AuditStrings = {
  heading: 'Registo do que foi mostrado e feito',
  intro:
    'O que o Deskside sugeriu, com que fontes e com quanta certeza, que modelo leu a mensagem, por que ficou em silêncio e o que fez com a sugestão. Fica neste dispositivo. Não contém texto de tickets; os números deles são guardados como hashes com chave.',
  keep: 'Manter o registo',
  keepHint: 'Desligado, só se anota que foi desligado.',
  keepText: 'Guardar também o texto que insiro',
  keepTextHint: 'Sem nomes, endereços e números de pessoas, na medida em que são reconhecidos.',
  days: 'Guardar as linhas',
  dayChoices: (value) => (value === 0 ? 'Sem limite' : plural('pt', value, { one: '# dia', other: '# dias' })),
  filters: 'Que linhas mostrar',
  kind: 'O que aconteceu',
  anyKind: 'Tudo',
  from: 'De',
  to: 'Até',
  ticket: 'Número do ticket',
  ticketHint: 'Ou a referência que uma linha mostra.',
  list: 'Linhas do registo, as mais recentes primeiro',
  emptyTitle: 'Ainda não há nada no registo',
  emptyText: 'Abra um ticket: o que for sugerido ao lado aparece aqui.',
  noneTitle: 'Nenhuma linha corresponde',
  noneText: 'Escolha outros dias ou outro ticket.',
  clear: 'Mostrar todas as linhas',
  kinds: {
    shown: 'Sugestão mostrada',
    silent: 'Ficou em silêncio',
    inserted: 'Inserida',
    edited: 'Editada e depois inserida',
    copied: 'Copiada',
    dismissed: 'Dispensada',
    opened: 'Aberta',
    alternative: 'Pediu outro rascunho',
    'knowledge-imported': 'Conhecimento importado',
    'knowledge-changed': 'Conhecimento alterado',
    'knowledge-removed': 'Conhecimento removido',
    'setting-changed': 'Definição alterada',
    'learning-forgotten': 'Aprendizagem esquecida',
    'learning-imported': 'Aprendizagem importada',
    'data-exported': 'Dados exportados',
    'data-deleted': 'Tudo foi eliminado',
    pruned: 'Linhas antigas removidas',
    'rows-erased': 'Linhas de um cliente apagadas',
    erased: 'Apagada com o seu ticket',
  },
  row: (seq) => `Linha ${count(seq)}`,
  why: 'Por quê',
  ticketRef: (reference) => `Ref. do ticket ${reference}`,
  confidence: (share, least) =>
    least === undefined
      ? `Certeza: ${formatPercent('pt', share)}.`
      : `Certeza: ${formatPercent('pt', share)}; mostrada a partir de ${formatPercent('pt', least)}.`,
  notEnough: (share, least) =>
    least === undefined
      ? `Certeza máxima: ${formatPercent('pt', share)}.`
      : `Certeza máxima: ${formatPercent('pt', share)}; seriam necessários ${formatPercent('pt', least)}.`,
  byRule: 'Uma regra diz quando é a hora.',
  sources: 'Baseia-se em',
  model: 'Lido por',
  noModel: 'Nenhum modelo tinha lido a mensagem: só palavras foram comparadas.',
  style: (name) => `Estilo: ${name}`,
  subject: (name) => `Sobre: ${name}`,
  value: (value) => `Novo valor: ${value}`,
  amount: (value) => `Quantidade: ${count(value)}`,
  upTo: (seq) => `As linhas até ${count(seq)} foram removidas; a cadeia continua a partir da última delas.`,
  text: 'O que foi inserido',
  proof: 'O registo está íntegro?',
  proofIntro:
    'Cada linha traz um hash de si mesma e da linha anterior. Quem altera, remove, acrescenta ou move uma linha quebra a cadeia, e a verificação nomeia a primeira linha quebrada. Alguém com este dispositivo e conhecimento suficiente poderia reescrever a cadeia inteira. Para excluir isso, anote o hash abaixo em outro lugar, por exemplo com a sua TI: um registo reescrito já não o contém.',
  hash: 'Hash da última linha',
  noHash: 'Ainda não há linhas.',
  copy: 'Copiar o hash',
  copied: 'O hash foi copiado.',
  notCopied: 'O navegador não permitiu copiar.',
  noted: 'Um hash anotado antes',
  notedHint: 'Opcional: 64 algarismos e letras de a a f.',
  notedWrong: 'Não é um hash assim: ele tem 64 algarismos e letras de a a f.',
  verify: 'Verificar o registo',
  verifyFile: 'Verificar um ficheiro exportado',
  verifying: 'A verificar cada linha',
  cancel: 'Cancelar',
  cancelled: 'A verificação foi cancelada.',
  whole: (value) => `Verificado: ${rows(value)}. A cadeia está íntegra.`,
  broken: (seq, fault) => `Quebrada na linha ${count(seq)}: ${faults[fault]}`,
  breaks: (value) => plural('pt', value, { one: '# ponto quebrado.', other: '# pontos quebrados.' }),
  span: (from, to) => `De ${from} até ${to}.`,
  notedFound: (seq) =>
    seq === 0
      ? 'O hash anotado é o de um registo vazio.'
      : `O hash anotado é o da linha ${count(seq)}: nada mudou até ali desde que foi anotado.`,
  notedGone:
    'Nenhuma linha tem o hash anotado: o registo foi reescrito, ou a linha estava entre as antigas removidas desde então.',
  fileResult: (name) => `O ficheiro ${name}:`,
  failures: {
    'not-a-log': 'Este não é um registo que o Deskside exportou como linhas JSON.',
    'newer-version': 'O ficheiro foi escrito por um Deskside mais recente.',
    unreadable: 'O navegador não conseguiu ler o ficheiro.',
  },
  exports: 'Levar o registo',
  exportsHint: 'As linhas JSON podem ser verificadas depois; a tabela é para folhas de cálculo.',
  exportLines: 'Exportar como linhas JSON',
  exportTable: 'Exportar como tabela (CSV)',
  exporting: 'A escrever o ficheiro',
  exported: 'Exportado. Procure nas suas transferências.',
};

const faults: Record<AuditFault, string> = {
  altered: 'a linha não é a que foi escrita.',
  missing: 'faltam linhas antes dela.',
  order: 'está no lugar errado.',
  link: 'não continua a linha anterior.',
  start: 'faltam linhas no início.',
  end: 'faltam linhas depois dela.',
  head: 'o fim do registo não é o que foi guardado.',
  unreadable: 'a linha não pode ser lida.',
};
