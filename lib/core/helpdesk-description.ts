import type { Channel, Role } from './ticket';

/** Where one value stands: the text of the first match, or one of its attributes; `pattern`'s first group cuts a part out. */
export type FieldRule = { selector: string; attribute?: string; pattern?: string };

/** Who wrote a message, when all that is named holds; a rule that names nothing always holds. `skip`: not a message at all. */
export type RoleRule = {
  role: Role | 'skip';
  /** The message matches it or holds a match. */
  has?: string;
  /** The message lies in a match. */
  within?: string;
  /** Some text of the message (of `selector` in it) contains one of these words. */
  words?: { selector: string; any: string[] };
  /**
   * The message and the page carry the same value, e.g. the id of the writer among those who asked. `pageAttribute`:
   * where the page carries it in another attribute.
   */
  same?: { message: string; page: string; attribute: string; pageAttribute?: string };
};

/** A time on the page. `written`: as people write it, with year and time of day, in the browser's time zone. */
export type TimeRule = { selector: string; attribute?: string; format: 'iso' | 'seconds' | 'milliseconds' | 'written' };

/** One editor that may be open. */
export type EditorRule = {
  selector: string;
  /** The iframe that holds it, where it lies in one. */
  frame?: string;
  format: 'rich' | 'plain';
  target: 'public' | 'note';
  /** It writes a note, whatever `target` says, while this is in the ticket's part of the page. */
  noteWhile?: string;
  /** It writes to the customer only while this is there, and a note otherwise. */
  publicWhile?: string;
  /** It writes to somebody else (a forward) while this is there: not an editor for us. */
  closedWhile?: string;
  /** The editor matches it while it holds nothing but a prompt. */
  emptyWhile?: string;
};

/** How one editor for replies and notes tells which of the two it writes. */
export type NoteSwitch = Pick<EditorRule, 'noteWhile' | 'publicWhile'>;

/**
 * All that Deskside needs to know of one helpdesk's pages, as plain JSON. Selectors are CSS; in lists the first that
 * matches counts. Parsed at the border by `lib/helpdesk/declared/parse-description.ts`.
 */
export type HelpdeskDescription = {
  format: 1;
  /** Lower case with hyphens. */
  id: string;
  name: string;
  /** All of these are on a page with a ticket, and not all of them on pages of others. */
  recognise: string[];
  /** Regular expressions on path, query and hash; the first group is the ticket's id, else `ticketId` finds it on the page. */
  address: string[];
  ticketId?: FieldRule[];
  /** A selector with `{id}` that matches once the page shows that ticket and not the one before. */
  confirm?: string;
  /** The part of the page that holds the open ticket where several are mounted: its first visible match. */
  root?: string;
  /** Addresses (relative, with `{id}`) of pages that hold the conversation where the page in front does not. */
  pages?: string[];
  /** A message whose writer no rule tells makes the whole page unreadable, rather than being left out. */
  isStrict?: boolean;
  message: {
    item: string;
    /** The helpdesk's own id: of the item, what holds it or what it holds. */
    id?: { selector: string; attribute: string };
    roles: RoleRule[];
    author?: FieldRule[];
    /** The agent's own messages, where the page calls their author "you", and where on the page the name stands. */
    own?: { same: NonNullable<RoleRule['same']>; name: FieldRule[] };
    time?: TimeRule[];
    body: string[];
    /** Parts of the body that nobody wrote, besides quotes, signatures and buttons. */
    skip?: string;
    /** Parts of the body whose line breaks are drawn as they stand in the source, as in `pre`. */
    pre?: string;
    /** `id`: by the numbers of the messages, whatever the page's order. */
    order: 'oldest-first' | 'newest-first' | 'id' | 'time';
    /** Shown while older messages are hidden. */
    more?: string;
    /** On the page, seen or not, while it does not hold all messages yet. */
    partWhile?: string;
  };
  subject?: FieldRule[];
  requester?: { name?: FieldRule[]; email?: FieldRule[] };
  agent?: FieldRule[];
  channel: Channel;
  /** Other channels, by what is on the page. */
  channels?: { has: string; channel: Channel }[];
  editors: EditorRule[];
  /** What opens a closed reply box on the same page. */
  open?: { public?: string[]; note?: string[] };
  /** What an untouched draft's caret is put above: signature, quoted mail. */
  above?: string;
};
