import type { ModelCardStrings } from './model-card.en';

/** Text around the cards of the models, Portuguese. */
export const modelCardPt: ModelCardStrings = {
  open: 'Sobre estes sinais',
  openModels: 'Sobre os modelos',
  title: 'Os modelos e o que sabem fazer',
  intro: 'Ambos são executados neste navegador. As suas fichas, palavra por palavra e número por número:',
  close: 'Fechar',
  loading: 'A ler as fichas',
  failed: 'Não foi possível ler as fichas.',
  base: 'Modelo de base',
  baseLicense: 'Licença do modelo de base',
  package: 'Proveniência',
  languages: 'Idiomas',
  signals: 'Sinais',
  signalsNone: 'Nenhum por enquanto: encontra conhecimento e ordena respostas',
  trainedOn: 'Dados',
  scores: 'Resultados',
  limits: 'Limites',
  reproduce: 'Como reproduzir',
  unstated: 'A ficha não indica.',
  more: 'Todos os outros números da ficha',
  name: 'Nome',
  value: 'Valor',
};
