import type { MacroAction } from './knowledge';
import type { Result } from './result';
import type { ComposerState, Message, Ticket, TicketFacts } from './ticket';

/** What the page in front of the agent is, as far as the adapter can tell. */
export type PageState =
  | { state: 'ticket'; ticket: Ticket }
  /** A page of the helpdesk without a ticket (list, dashboard): the panel waits. */
  | { state: 'waiting' }
  /** A ticket address whose landmarks are not (all) there; names from `Landmark`. */
  | { state: 'broken'; missing: string[] };

/** Text to put into the composer. `html` and `text` say the same; plain editors get `text`. */
export type Reply = {
  text: string;
  html: string /** Where it was meant to go; refused when the open channel differs. */;
  target: 'public' | 'note';
  ticketId: string;
  /** It goes on right at the caret, in the middle of a line: put in as plain text with its spaces. */
  isContinuation?: boolean;
};

/** How an insertion ended. `clipboard`: the editor took nothing, the text is on the clipboard instead. */
export type Inserted = { route: 'paste' | 'command' | 'main-world' | 'clipboard' };

/** A page of knowledge from the helpdesk's own API. `cursor` null: that was the last one. */
export type KnowledgePage = {
  articles: RawArticle[];
  macros: RawMacro[];
  cursor: string | null;
  total: number | null;
  problems: string[];
  /** Ids of what is there and did not change after `since`: it is not read again, and not taken for deleted. */
  seen?: { articles: string[]; macros: string[] };
  /** Kinds of which this page should have brought a part that was refused. */
  partial?: ('article' | 'macro')[];
};
export type RawArticle = {
  id: string;
  title: string;
  html: string;
  url?: string;
  section?: string;
  locale?: string;
  labels: string[];
  isDraft: boolean;
  isInternal: boolean;
  updatedAt?: string;
};
export type RawMacro = {
  id: string;
  title: string;
  html?: string;
  text?: string;
  category?: string;
  actions?: MacroAction[];
  isNote: boolean;
  isActive: boolean;
  tags: string[];
  updatedAt?: string;
};

/** Read-only access to the helpdesk's same-origin API with the agent's own session. GET only. */
export type HelpdeskApi = {
  /**
   * One page of articles and macros. With `since` (ISO 8601) what did not change after it is only named (`seen`), so that a
   * walk to the end still tells what is gone.
   */
  readKnowledge(
    cursor: string | null,
    options: { since?: string; signal: AbortSignal },
  ): Promise<Result<KnowledgePage>>;
  /** The full conversation, oldest first, for tickets whose page hides part of it. */
  readHistory(ticketId: string, options: { signal: AbortSignal }): Promise<Result<Message[]>>;
  /** What surrounds the conversation, where pages tell it badly. */
  readTicketFacts?(ticketId: string, options: { signal: AbortSignal }): Promise<Result<TicketFacts>>;
  /** The macro with its placeholders rendered by the helpdesk, where it can. */
  previewMacro?(
    ticketId: string,
    macroId: string,
    options: { signal: AbortSignal },
  ): Promise<Result<{ text: string; html?: string }>>;
};

/** One element of a page without anything that a person wrote: names of our own vocabulary, numbers as `#`, the rest as `*`. */
export type LayoutNode = {
  tag: string;
  attributes?: Record<string, string>;
  /** It has words of its own, which are left out. */
  hasText?: true;
  /** That many siblings alike, of which this is one. */
  times?: number;
  /** What its open shadow root holds. */
  shadow?: LayoutNode[];
  children?: LayoutNode[];
};

/** The structure of a page that was not read right, to be sent to the developers by hand. Holds no text, names or addresses. */
export type LayoutReport = {
  format: 'deskside-layout';
  version: 1;
  helpdesk: string;
  /** The address with everything but known words and slashes masked. */
  path: string;
  /** Landmarks that were not found. */
  missing: string[];
  /** Our selectors by name, and how many elements each of them finds. */
  landmarks: Record<string, number>;
  counts: { elements: number; shown: number; shadowRoots: number; frames: number };
  /** True where the page is larger than what fits in. */
  isCut: boolean;
  page: LayoutNode;
};

/** Everything Deskside knows about one helpdesk's pages. An object literal per helpdesk; no selectors elsewhere. */
export type Helpdesk = {
  id: string;
  name: string;
  /** Match patterns for the manifest. */
  matches: string[];
  /** Calls back with the state of the page now and at every change, until `signal` aborts. Never throws for odd pages. */
  watch(onState: (state: PageState) => void, options: { signal: AbortSignal }): void;
  /** Puts the reply at the caret of the composer that is open, keeping draft, formatting and undo; never sends. */
  compose(reply: Reply, options: { signal: AbortSignal }): Promise<Result<Inserted>>;
  /** The live composer of the active ticket, for ghost text; undefined while there is none. */
  composer(): ComposerHandle | undefined;
  /** Landmarks that should be there and are not; empty on a healthy page. */
  health(): string[];
  /** The page's structure with all text removed, for reporting a layout that is not read right. */
  reportLayout?(): LayoutReport;
  api?: HelpdeskApi;
};

/** The open editor. `element` is the contenteditable or textarea itself: resolve anew at each use, frameworks replace it. */
export type ComposerHandle = { element: HTMLElement; state: ComposerState };
