export { articles } from './articles.ts';
export { internalPhrases } from './expected.ts';
export { macros } from './macros.ts';
