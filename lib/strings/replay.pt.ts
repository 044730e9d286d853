import { formatNumber, formatPercent, plural } from './language';
import type { ReplayStrings } from './replay.en';

const count = (value: number) => formatNumber('pt', value);
const turns = (value: number) => plural('pt', value, { one: '# resposta', other: '# respostas' });
const tickets = (value: number) => plural('pt', value, { one: '# ticket', other: '# tickets' });

/** Text of the library page about what would have been suggested in past tickets, Portuguese. */
export const replayPt: ReplayStrings = {
  heading: 'O que teria sugerido o Deskside?',
  intro:
    'Percorre tickets anteriores resposta a resposta e mostra a sua sugestão ao lado do que o agente escreveu. É executado neste dispositivo e dá prioridade aos tickets em que trabalha. Nada é guardado nem aprendido.',
  choose: 'Escolher uma exportação',
  chooseHint: 'Tickets com as suas mensagens em JSON, JSON lines ou CSV.',
  kept: 'Usar os tickets guardados aqui',
  keptOff: 'Não são guardados tickets neste dispositivo: “Recordar os tickets que vejo” está desativado.',
  loaded: (name, value) => `${name ?? 'Guardados neste dispositivo'}: ${tickets(value)}`,
  close: 'Fechar estes tickets',
  leftOut: (value) =>
    `${plural('pt', value, { one: '# resposta de fora', other: '# respostas de fora' })}: é o máximo de uma revisão.`,
  problems: (value) => plural('pt', value, { one: '# linha por ler', other: '# linhas por ler' }),
  failures: {
    'unsupported-file':
      'Este tipo de ficheiro não contém tickets que o Deskside possa ler. Use JSON, JSON lines ou CSV.',
    'file-too-large': 'O ficheiro tem mais de 20 MB. Divida-o e tente novamente.',
    'not-text': 'O ficheiro não é de texto. Exporte os tickets como JSON ou CSV.',
    'no-turns': 'Em nenhum destes tickets um agente respondeu a um cliente.',
    'memory-off': 'Não são guardados tickets neste dispositivo.',
  },
  noTickets: (why) => `Não foram encontrados tickets: ${why}`,

  settings: 'Experimentar outras configurações',
  settingsHint: 'Apenas para esta revisão. As suas configurações não mudam.',
  learning: 'Usar o que foi aprendido com as escolhas',
  memory: 'Usar os tickets anteriores guardados aqui',
  kinds: 'O que é mostrado',
  reset: 'Voltar às minhas configurações',
  compare: 'Comparar',
  again: 'Rever novamente',
  changes: 'Experimentado:',
  on: (name) => `${name}: sim`,
  off: (name) => `${name}: não`,

  running: 'A rever',
  progress: (done, total) => `${count(done)} de ${turns(total)}`,
  cancel: 'Cancelar',
  cancelled: (done, total) => `Cancelado após ${count(done)} de ${turns(total)}.`,
  failed: (why) => `A revisão parou: ${why}`,

  totals: 'Em números',
  walked: (answers, value) => `${turns(answers)} em ${tickets(value)}`,
  median: (ms) => `${count(Math.round(ms))} ms cada uma (mediana)`,
  measure: 'Medida',
  now: 'Agora',
  changed: 'Com a alteração',
  shown: 'Teria sido mostrada uma resposta',
  silent: 'Sem resposta',
  agrees: 'Coincide com o agente',
  differs: 'Difere do agente',
  keptWords: 'Palavras do rascunho que o agente também enviou',
  sameSource: 'Mesma fonte, quando conhecida',
  saved: 'Digitação poupada',
  articles: 'Com um artigo',
  nextSteps: 'Com um próximo passo',
  of: (part, all) => `${count(part)} de ${count(all)}`,
  withShare: (value, share) => `${count(value)} (${formatPercent('pt', share)})`,
  percent: (share) => formatPercent('pt', share),
  agreesHint:
    'Um rascunho coincide quando pelo menos metade das suas palavras está no que foi enviado, ou quando se baseia na mesma fonte.',
  different: (value) =>
    value === 0
      ? 'A alteração não faz diferença aqui.'
      : `Com a alteração ${plural('pt', value, { one: 'muda # resposta', other: 'mudam # respostas' })}:`,
  kindCount: (name, value) => `${name} ${count(value)}`,

  list: 'Resposta a resposta',
  filter: 'Mostrar',
  filters: {
    all: 'Todas',
    shown: 'Mostradas',
    silent: 'Em silêncio',
    agrees: 'Coincidem',
    differs: 'Diferem',
    changed: 'Mudam',
  },
  filterCount: (name, value) => `${name} ${count(value)}`,
  none: 'Nenhuma destas.',
  ticket: (id, subject) => (subject === '' ? `Ticket n.º ${id}` : `Ticket n.º ${id}: ${subject}`),
  customer: 'O cliente',
  suggested: 'Deskside',
  suggestedChanged: 'Deskside com a alteração',
  agent: 'O agente',
  keptChip: (share) => `${formatPercent('pt', share)} enviado`,
  sameChip: 'Mesma fonte',
  otherChip: 'Outra fonte',
  sure: (share) => `${formatPercent('pt', share)} de certeza`,
  changedChip: 'Com mudanças',
  articleList: 'Artigos',
  nextStep: (playbook) => `Próximo passo, ${playbook}`,
  nothing: 'Absolutamente nada.',
  why: (value) => plural('pt', value, { one: '# tipo fica em silêncio', other: '# tipos ficam em silêncio' }),
};
