import type { Message } from '../core/ticket';

/** Milliseconds of one frame that reading may take; a long conversation is read over several frames. */
const budgetMs = 12;

/** The messages of the elements that were read before or within this frame's budget; `isFinished` when those are all. */
export type MessageMemory = {
  read(
    elements: Iterable<Element>,
    readOne: (element: Element) => Message | undefined,
  ): { messages: Message[]; isFinished: boolean };
  forget(element: Element): void;
  clear(): void;
};

/** Remembers what was read of each element until it is forgotten, so that a change costs one message and not all. */
export function createMessageMemory(): MessageMemory {
  let known = new WeakMap<Element, Message | null>();
  return {
    read(elements, readOne) {
      const messages: Message[] = [];
      const start = performance.now();
      for (const element of elements) {
        let message = known.get(element);
        if (message === undefined) {
          if (performance.now() - start > budgetMs) return { messages, isFinished: false };
          message = readOne(element) ?? null;
          known.set(element, message);
        }
        if (message) messages.push(message);
      }
      return { messages, isFinished: true };
    },
    forget: (element) => void known.delete(element),
    clear() {
      known = new WeakMap();
    },
  };
}
