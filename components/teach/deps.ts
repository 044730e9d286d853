import type { HelpdeskDescription } from '../../lib/core/helpdesk-description';
import type { Result } from '../../lib/core/result';
import type { Message } from '../../lib/core/ticket';
import type { TeachStrings } from '../../lib/strings/teach.en';

/** What the agent points at, in this order; the last two may be skipped. */
export const stepNames = ['customer', 'agent', 'author', 'editor', 'note', 'subject'] as const;
export type StepName = (typeof stepNames)[number];
export const optionalSteps: readonly StepName[] = ['note', 'subject'];

/** The elements pointed at so far. */
export type Pointed = Partial<Record<StepName, Element>>;

/** What teaching needs of the page and of the rest of Deskside. */
export type TeachDeps = {
  strings: TeachStrings;
  direction: 'ltr' | 'rtl';
  /** The element of the page under a point (CSS pixels of the viewport), our own left out. */
  elementAt(x: number, y: number): Element | undefined;
  /** A description from what was pointed at, or what stands in the way. */
  learn(pointed: Pointed): Result<HelpdeskDescription>;
  /** What a description reads from the page now; `unknown`: messages of which nobody knows who wrote them. */
  read(description: HelpdeskDescription): { messages: Message[]; unknown: number };
  save(description: HelpdeskDescription): Promise<void>;
  close(): void;
};
