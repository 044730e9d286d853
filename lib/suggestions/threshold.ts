import type { Suggestion, SuggestionKind } from '../core/suggestion';
import { calibration } from './calibration';
import { alternativeFloor } from './reply';

const { reply, article, similarTicket } = calibration.thresholds;
const thresholds: Partial<Record<SuggestionKind, number>> = {
  reply,
  article,
  'similar-ticket': similarTicket,
};

/**
 * From which confidence a kind is shown, or this suggestion of it; undefined where rules tell when it is due, and for kinds
 * that rest on several (the next step, where a ticket belongs).
 */
export function thresholdOf(kind: SuggestionKind, suggestion?: Suggestion): number | undefined {
  // An agent who asks for another draft gets less sure ones too.
  if (suggestion?.kind === 'reply' && suggestion.alternative.index > 0) return alternativeFloor;
  return thresholds[kind];
}
