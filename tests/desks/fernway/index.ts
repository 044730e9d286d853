export { articles } from './articles.ts';
export { batteryLibrary } from './battery.ts';
export { internalPhrases } from './expected.ts';
export { macros } from './macros.ts';
