import { useMemo } from 'react';
import type { Ticket } from '../../lib/core/ticket';

type Made = Readonly<Record<string, boolean>>;

/** Ticks by ticket and playbook, kept where the panel's surroundings keep them. */
export type TickMemory = { get(key: string): Made | undefined; set(key: string, made: Made): unknown };

/** Steps ticked or unticked by hand, by playbook; what is not in it is as the conversation shows. */
export type Ticks = {
  read(playbookId: string): Made;
  /** Sets one step and answers all of that playbook. */
  tick(playbookId: string, stepId: string, done: boolean): Made;
};

/** Ticks of one ticket, kept in `memory`, so that they survive a look at another ticket. */
export function useTicks(ticket: Ticket, memory: TickMemory): Ticks {
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
