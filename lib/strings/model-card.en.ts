/** Text around the cards of the models; their content is data and stands as it is. */
export const modelCardEn = {
  open: 'About these signals',
  openModels: 'About the models',
  title: 'The models and what they can do',
  intro: 'Both run in this browser. Their cards, word for word and figure for figure:',
  close: 'Close',
  loading: 'Reading the cards',
  failed: 'The cards could not be read.',
  base: 'Base',
  baseLicense: 'Licence of the base',
  package: 'Taken from',
  languages: 'Languages',
  signals: 'Signals',
  signalsNone: 'None yet: it finds knowledge and ranks replies',
  trainedOn: 'Data',
  scores: 'Scores',
  limits: 'Limits',
  reproduce: 'How to reproduce',
  unstated: 'The card does not say.',
  more: 'All other figures of the card',
  name: 'Name',
  value: 'Value',
};

/** Keys every language must carry. */
export type ModelCardStrings = typeof modelCardEn;
