import type { ModelCardStrings } from './model-card.en';

/** Text around the cards of the models, Spanish. */
export const modelCardEs: ModelCardStrings = {
  open: 'Acerca de estas señales',
  openModels: 'Acerca de los modelos',
  title: 'Los modelos y lo que saben hacer',
  intro: 'Ambos se ejecutan en este navegador. Sus fichas, palabra por palabra y cifra por cifra:',
  close: 'Cerrar',
  loading: 'Leyendo las fichas',
  failed: 'No se pudieron leer las fichas.',
  base: 'Modelo base',
  baseLicense: 'Licencia del modelo base',
  package: 'Procedencia',
  languages: 'Idiomas',
  signals: 'Señales',
  signalsNone: 'Ninguna por ahora: encuentra conocimiento y ordena respuestas',
  trainedOn: 'Datos',
  scores: 'Resultados',
  limits: 'Límites',
  reproduce: 'Cómo reproducirlo',
  unstated: 'La ficha no lo indica.',
  more: 'Todas las demás cifras de la ficha',
  name: 'Nombre',
  value: 'Valor',
};
