import type { PageState } from '../core/helpdesk';
import { createQuietTimer } from '../core/quiet-timer';
import type { Ticket } from '../core/ticket';
import { isSameState } from './same';

/** What an adapter finds on the page at one moment. */
export type PageReading =
  | { kind: 'elsewhere' }
  /**
   * A ticket address that is not (fully) drawn yet; `missing` names landmarks. `shell`: what is known of the ticket, for
   * the API to fill when the time to draw is over and the page still shows no conversation that we can read.
   */
  | { kind: 'partial'; ticketId: string; missing: string[]; shell?: Ticket }
  /** A long conversation of which more is read a moment later, so that the page never waits for us. */
  | { kind: 'unfinished' }
  | { kind: 'ticket'; ticket: Ticket };

/** A part of the page whose changes may change the reading. */
export type Scope = { node: Node; options: MutationObserverInit };

/** How one helpdesk's page is read; all of it is synchronous and cheap to repeat. */
export type PageReader = {
  read(): PageReading;
  /** Where to look for changes now; ancestors are watched for replacement without being named. Empty: the whole body. */
  scopes(): Scope[];
  /** Forget what was remembered of these nodes; without nodes, of all. */
  forget(targets?: Iterable<Node>): void;
};

/** A running observation. */
export type PageObservation = {
  /** Reads again soon: something outside the page's DOM changed (history arrived). */
  refresh(): void;
};

type Options = {
  signal: AbortSignal;
  /** How long a ticket may take to draw before the layout counts as broken. */
  graceMs?: number;
  /** Sees every full reading first and may complete it. */
  complete?: (ticket: Ticket) => Ticket;
};

/** Zendesk draws some panes seconds late on one ticket in five (interface facts, A2). */
const renderGraceMs = 10_000;
/** From the first change of many to the reading: about a frame. */
const delayMs = 16;
/** Who types is left alone: what is in the reply box is read when no key has come for so long, and at the latest after the other. */
const [typingPauseMs, longestTypingMs] = [250, 1_000];

type NavigationLike = EventTarget;

const attributeFilter = [
  'class',
  'style',
  'hidden',
  'aria-hidden',
  'aria-current',
  'contenteditable',
  'data-channel',
  'data-entity-id',
  'data-entity-is-selected',
  'data-is-active',
  'data-ticket-id',
  'data-album',
  'datetime',
  'type',
];

/** Watch everything below a node that a reading may depend on. */
export const deepScope: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributeFilter };
/** Watch children come and go. */
const shallowScope: MutationObserverInit = { childList: true };
/** Watch the node's own state (active, hidden) and its children come and go. */
export const stateScope: MutationObserverInit = { childList: true, attributeFilter };
/** Watch the states of everything below, not its texts. */
export const statesScope: MutationObserverInit = { childList: true, subtree: true, attributeFilter };

function withAncestors(scopes: Scope[]): Scope[] {
  const all = new Map<Node, MutationObserverInit>();
  for (const { node } of scopes) {
    for (let parent = node.parentNode; parent; parent = parent.parentNode) all.set(parent, shallowScope);
  }
  for (const { node, options } of scopes) all.set(node, options);
  return [...all].map(([node, options]) => ({ node, options }));
}

/** One observer that is pointed anew when the adapter's scopes change. */
function createScopedObserver(onChange: (records: MutationRecord[]) => void) {
  const observer = new MutationObserver(onChange);
  let current: Scope[] = [];
  return {
    point(scopes: Scope[]): boolean {
      const whole: Scope[] = [{ node: document.body, options: deepScope }];
      const next = scopes.length > 0 ? withAncestors(scopes) : whole;
      const isSame =
        next.length === current.length &&
        next.every(({ node, options }, index) => node === current[index]?.node && options === current[index]?.options);
      if (isSame) return false;
      observer.disconnect();
      current = next;
      for (const { node, options } of next) observer.observe(node, options);
      return true;
    },
    stop() {
      observer.disconnect();
      current = [];
    },
  };
}

/**
 * True when this is what writing in the editor with the caret changes: something within it, and marks of elements (Froala
 * sets the classes of all its buttons anew with each key), but nothing that came or went elsewhere.
 */
function isTyped(records: readonly MutationRecord[]): boolean {
  const editor = document.activeElement?.closest('[contenteditable]:not([contenteditable="false"])');
  if (!editor) return false;
  return records.every(({ type, target }) => type === 'attributes' || (target !== editor && editor.contains(target)));
}

/**
 * Runs `work` once, `delayMs` after the first of many calls, longer after slow runs; again while it says so. `rest`: it may
 * wait until calls of it pause. By a timer: a frame that is asked for where nothing is drawn can cost the next key its own.
 */
function createBatch(work: () => { isFinished: boolean }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readyAt = 0;
  const resting = createQuietTimer(() => schedule(), { quietMs: typingPauseMs, longestMs: longestTypingMs });
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
    resting.cancel();
  };
  const run = () => {
    cancel();
    const start = performance.now();
    const { isFinished } = work();
    // A page that changes every frame must not make us read every frame when reading is slow.
    readyAt = isFinished ? performance.now() + Math.min(100, (performance.now() - start) * 4) : 0;
    if (!isFinished) schedule();
  };
  const schedule = () => {
    timer ??= setTimeout(run, Math.max(delayMs, readyAt - performance.now()));
  };
  const rest = () => {
    if (timer === undefined) resting.touch();
  };
  return { schedule, rest, cancel };
}

/** Turns readings into states: waits out the time a ticket takes to draw, then names what is missing. */
function createStateOf(graceMs: number, refresh: () => void) {
  let pendingId: string | undefined;
  let deadline = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shownId: string | undefined;
  const clear = () => {
    clearTimeout(timer);
    pendingId = undefined;
  };
  const stateOf = (reading: Exclude<PageReading, { kind: 'unfinished' }>): PageState | undefined => {
    if (reading.kind !== 'partial') {
      clear();
      shownId = reading.kind === 'ticket' ? reading.ticket.id : undefined;
      return reading.kind === 'ticket' ? { state: 'ticket', ticket: reading.ticket } : { state: 'waiting' };
    }
    if (pendingId !== reading.ticketId) {
      clear();
      pendingId = reading.ticketId;
      deadline = performance.now() + graceMs;
      timer = setTimeout(refresh, graceMs + 1);
    }
    if (performance.now() >= deadline) return { state: 'broken', missing: reading.missing };
    // A ticket that is being drawn anew keeps its last state; another ticket does not.
    return shownId === reading.ticketId ? undefined : { state: 'waiting' };
  };
  return { stateOf, clear };
}

/**
 * Reads the page now and whenever it changes, and calls back when the state differs from the last one. One mutation
 * observer, one read per frame at most, nothing while the page is hidden, no polling. Never throws for odd pages: a
 * reading that fails becomes `broken` with the reason. All stops with `signal`.
 */
export function observePage(
  reader: PageReader,
  onState: (state: PageState) => void,
  options: Options,
): PageObservation {
  const { signal, complete = (ticket) => ticket, graceMs = renderGraceMs } = options;
  let last: PageState | undefined;
  const states = createStateOf(graceMs, () => batch.schedule());
  const show = (state: PageState | undefined) => {
    if (state === undefined || (last && isSameState(last, state))) return;
    last = state;
    onState(state);
  };
  const read = (): PageReading | { kind: 'failed'; state: PageState } => {
    try {
      const reading = reader.read();
      return reading.kind === 'ticket' ? { ...reading, ticket: complete(reading.ticket) } : reading;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', state: { state: 'broken', missing: [`readable page (${reason})`] } };
    }
  };
  const changed = new Set<Node>();
  const work = () => {
    if (signal.aborted || document.hidden) return { isFinished: true };
    reader.forget(changed);
    changed.clear();
    if (observer.point(reader.scopes())) reader.forget();
    const reading = read();
    if (reading.kind === 'unfinished') return { isFinished: false };
    show(reading.kind === 'failed' ? reading.state : rescue(states.stateOf(reading), reading));
    return { isFinished: true };
  };
  const rescue = (state: PageState | undefined, reading: PageReading): PageState | undefined => {
    if (state?.state !== 'broken' || reading.kind !== 'partial' || !reading.shell) return state;
    const ticket = complete(reading.shell);
    return ticket.messages.length > 0 ? { state: 'ticket', ticket } : state;
  };
  const batch = createBatch(work);
  const observer = createScopedObserver((records) => {
    for (const { target } of records) changed.add(target);
    if (isTyped(records)) batch.rest();
    else batch.schedule();
  });
  const onVisibility = () => {
    if (document.hidden) {
      batch.cancel();
      observer.stop();
      changed.clear();
    } else batch.schedule();
  };
  document.addEventListener('visibilitychange', onVisibility, { signal });
  listenForAddress(() => batch.schedule(), signal);
  signal.addEventListener('abort', () => {
    batch.cancel();
    observer.stop();
    states.clear();
  });
  if (!work().isFinished) batch.schedule();
  return { refresh: () => batch.schedule() };
}

/** `pushState` in the page's world fires no event here, except where the navigation API exists; elsewhere the redrawn DOM tells. */
function listenForAddress(onChange: () => void, signal: AbortSignal): void {
  const navigation = (globalThis as { navigation?: NavigationLike }).navigation;
  navigation?.addEventListener('currententrychange', onChange, { signal });
  addEventListener('popstate', onChange, { signal });
  addEventListener('hashchange', onChange, { signal });
}
