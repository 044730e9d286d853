export { articles } from './articles.ts';
export { expectations, internalPhrases } from './expected.ts';
export { macros } from './macros.ts';
export { plainText } from './plain-text.ts';
export { playbooks } from './playbooks.ts';
export { tickets } from './tickets.ts';
export type {
  FernwayArrival,
  FernwayArticle,
  FernwayChannel,
  FernwayExpectation,
  FernwayLocale,
  FernwayMacro,
  FernwayMacroSource,
  FernwayMessage,
  FernwayPlaybook,
  FernwayRequester,
  FernwayStatus,
  FernwayTicket,
} from './types.ts';
