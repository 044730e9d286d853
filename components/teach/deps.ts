import type { HelpdeskDescription, NoteSwitch } from '../../lib/core/helpdesk-description';
import type { Failure, Result } from '../../lib/core/result';
import type { Message } from '../../lib/core/ticket';
import type { TeachStrings } from '../../lib/strings/teach.en';

/** What the agent does, in this order. In `switch` the page itself is used: the box is switched to a note. */
export const stepNames = ['customer', 'agent', 'author', 'editor', 'switch', 'note', 'subject'] as const;
export type StepName = (typeof stepNames)[number];
/** What the agent points at. */
type PointName = Exclude<StepName, 'switch'>;
type OptionalStep = 'switch' | 'note' | 'subject';
const optionalSteps: readonly StepName[] = ['switch', 'note', 'subject'] satisfies OptionalStep[];

/** True for steps that may be skipped. */
export function isOptional(step: StepName): step is OptionalStep {
  return optionalSteps.includes(step);
}

/** What stands in the way, in the language of the overlay. */
export function sayFailure({ failures }: TeachStrings, { kind, message }: Failure): string {
  const texts: Record<string, string> = failures;
  return Object.hasOwn(texts, kind) ? (texts[kind] ?? message) : message;
}

/** The elements pointed at so far. */
export type Pointed = Partial<Record<PointName, Element>>;

/** What teaching needs of the page and of the rest of Deskside. */
export type TeachDeps = {
  strings: TeachStrings;
  direction: 'ltr' | 'rtl';
  /** The element of the page under a point (CSS pixels of the viewport), our own left out. */
  elementAt(x: number, y: number): Element | undefined;
  /** Notes how the page looks while the box writes replies; the answer tells, once it writes a note, how to tell the two apart. */
  watchNoteSwitch(editor: Element): () => Result<NoteSwitch>;
  /** A description from what was pointed at, or what stands in the way. */
  learn(pointed: Pointed, noteSwitch: NoteSwitch | undefined): Result<HelpdeskDescription>;
  /** What a description reads from the page now; `unknown`: messages of which nobody knows who wrote them. */
  read(description: HelpdeskDescription): { messages: Message[]; unknown: number };
  save(description: HelpdeskDescription): Promise<void>;
  close(): void;
};
