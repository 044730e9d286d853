import { useMemo } from 'react';
import type { Ticket } from '../../lib/core/ticket';

type Made = Readonly<Record<string, boolean>>;

/** Steps ticked or unticked by hand, by playbook; what is not in it is as the conversation shows. */
export type Ticks = {
  read(playbookId: string): Made;
  /** Sets one step and answers all of that playbook. */
  tick(playbookId: string, stepId: string, done: boolean): Made;
};

/** Ticks of one ticket, kept in `memory` as long as the page lives, so that they survive a look at another ticket. */
export function useTicks(ticket: Ticket, memory: Map<string, Made>): Ticks {
  const { origin, id } = ticket;
  return useMemo(() => {
    const keyOf = (playbookId: string) => [origin, id, playbookId].join('|');
    return {
      read: (playbookId) => memory.get(keyOf(playbookId)) ?? {},
      tick(playbookId, stepId, done) {
        const made = { ...memory.get(keyOf(playbookId)), [stepId]: done };
        memory.set(keyOf(playbookId), made);
        return made;
      },
    };
  }, [origin, id, memory]);
}
