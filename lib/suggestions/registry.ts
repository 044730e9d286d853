import { article } from './article';
import type { SuggestionDefinition } from './define-suggestion';
import { nextStep } from './next-step';
import { reply } from './reply';
import { routing } from './routing';
import { similarTicket } from './similar-ticket';

/** Every kind of suggestion, in the order in which the panel shows them. Adding one: its folder and one line here. */
export const suggestionDefinitions: readonly SuggestionDefinition[] = [
  reply,
  article,
  nextStep,
  routing,
  similarTicket,
];
