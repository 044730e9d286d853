import type { HealthStrings } from './health.en';
import { formatNumber, formatPercent, plural } from './language';

const count = (value: number) => formatNumber('pt', value);

/** Text of the library page about the state of what is in it, Portuguese. */
export const healthPt: HealthStrings = {
  heading: 'Estado da biblioteca',
  intro:
    'Procura duplicados, conteúdo que pode estar desatualizado e etiquetas em falta. É executado neste dispositivo.',
  checked: (day, items) => `Verificada em ${day}: ${plural('pt', items, { one: '# entrada', other: '# entradas' })}`,
  start: 'Verificar agora',
  running: 'A verificar a biblioteca',
  cancel: 'Cancelar',
  allGood: 'Não há nada que exija atenção',
  counted: (heading, value) => (value > 0 ? `${heading} (${count(value)})` : heading),
  more: (value) => `e mais ${count(value)}`,

  gaps: 'Perguntas sem resposta',
  gapsHint:
    'Os clientes perguntaram isto mais do que uma vez e não se encontrou nada adequado. Escreva um artigo ou uma macro para o efeito.',
  gapsNone: 'Ainda nada foi perguntado mais do que uma vez.',
  gapsOff:
    'Não são guardadas: ative “Recordar os tickets que vejo” nas configurações. Os dados pessoais são retirados antes de se guardar o que quer que seja.',
  tickets: (value) => plural('pt', value, { one: '# ticket', other: '# tickets' }),
  last: (day) => `último: ${day}`,
  dismiss: 'Concluído',

  duplicates: 'Duplicados',
  duplicatesHint: 'Dizem quase o mesmo. Mantenha apenas um ou faça com que ambos digam o mesmo.',
  meaning: (share) => `Significado: ${formatPercent('pt', share)}`,
  shared: (share) => `Mesmas palavras: ${formatPercent('pt', share)}`,
  differ: 'Diferem',

  stale: 'Desatualizado?',
  staleHint: 'Uma entrada mais recente diz outra coisa, ou nada foi alterado há um ano.',
  contradicted: 'Uma entrada mais recente diz outra coisa',
  old: 'Sem alterações há um ano',

  tags: 'Etiquetas sugeridas',
  tagsHint:
    'Entradas sem etiquetas, com as etiquetas de outras semelhantes. Ficam guardadas neste dispositivo; o sistema de suporte não é alterado.',
  addTag: (tag, title) => `Adicionar a etiqueta ${tag} a ${title}`,

  use: 'O que ajuda',
  useHint: 'Quantas vezes foi inserido numa resposta, aberto para leitura ou descartado.',
  inserted: (value) => `Inserido ${count(value)}×`,
  opened: (value) => `Aberto ${count(value)}×`,
  dismissed: (value) => `Descartado ${count(value)}×`,
};
