import { article } from './article';
import { closing } from './closing';
import { csatRequest } from './csat-request';
import type { SuggestionDefinition } from './define-suggestion';
import { followUp } from './follow-up';
import { nextStep } from './next-step';
import { reply } from './reply';
import { routing } from './routing';
import { similarTicket } from './similar-ticket';
import { statusUpdate } from './status-update';
import { summary } from './summary';

/** Every kind of suggestion, in the order in which the panel shows them. Adding one: its folder and one line here. */
export const suggestionDefinitions: readonly SuggestionDefinition[] = [
  reply,
  article,
  nextStep,
  routing,
  similarTicket,
  closing,
  csatRequest,
  summary,
  statusUpdate,
  followUp,
];
