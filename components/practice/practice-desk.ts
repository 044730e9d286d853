import type { Message } from '../../lib/core/ticket';
import { createObservable, type Observable } from '../panel/observable';
import type { SampleTicket } from './sample-tickets';

export type DeskTicket = Omit<SampleTicket, 'opening'> & { messages: Message[]; target: 'public' | 'note' };

/** The three steps of the tour, each true once it was done. */
export type StepsDone = { customer: boolean; suggest: boolean; insert: boolean };
export type DeskState = { tickets: DeskTicket[]; openId: string; done: StepsDone };

/** A helpdesk in memory: its state, and what agent and customer can do. */
export type PracticeDesk = Observable<DeskState> & {
  open(id: string): void;
  setTarget(target: 'public' | 'note'): void;
  /** Blank text is ignored. */
  customerWrites(text: string): void;
  /** The agent sends what stands in the composer: a reply or a note, as the composer is set. */
  agentSends(text: string): void;
  /** The open ticket as it was at first. */
  startOver(): void;
  finishStep(step: keyof StepsDone): void;
};

/** A practice desk with these tickets, the first one open. `clock` in epoch milliseconds. */
export function createPracticeDesk(samples: readonly SampleTicket[], clock: () => number = Date.now): PracticeDesk {
  let count = 0;
  const toMessage = (role: Message['role'], text: string): Message => {
    count += 1;
    return { id: `practice-${count}`, role, text, at: new Date(clock()).toISOString() };
  };
  const begin = ({ opening, ...ticket }: SampleTicket): DeskTicket => ({
    ...ticket,
    messages: opening.map(({ role, text }) => toMessage(role, text)),
    target: 'public',
  });
  const state = createObservable<DeskState>({
    tickets: samples.map(begin),
    openId: samples[0]?.id ?? '',
    done: { customer: false, suggest: false, insert: false },
  });
  const changeOpen = (change: (ticket: DeskTicket) => DeskTicket) => {
    const now = state.get();
    const tickets = now.tickets.map((ticket) => (ticket.id === now.openId ? change(ticket) : ticket));
    state.set({ ...now, tickets });
  };
  const add = (toAdd: (ticket: DeskTicket) => Message) =>
    changeOpen((ticket) => ({ ...ticket, messages: [...ticket.messages, toAdd(ticket)] }));
  const finishStep = (step: keyof StepsDone) => {
    const now = state.get();
    if (!now.done[step]) state.set({ ...now, done: { ...now.done, [step]: true } });
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    finishStep,
    open: (id) => state.set({ ...state.get(), openId: id }),
    setTarget: (target) => changeOpen((ticket) => ({ ...ticket, target })),
    customerWrites(text) {
      if (text.trim() === '') return;
      add(() => toMessage('customer', text.trim()));
      finishStep('customer');
    },
    agentSends(text) {
      if (text.trim() === '') return;
      add(({ target }) => toMessage(target === 'note' ? 'note' : 'agent', text.trim()));
    },
    startOver() {
      const sample = samples.find(({ id }) => id === state.get().openId);
      if (sample) changeOpen(() => begin(sample));
    },
  };
}

/** The ticket in front, or undefined on a desk without tickets. */
export function openTicket(state: DeskState): DeskTicket | undefined {
  return state.tickets.find(({ id }) => id === state.openId);
}
