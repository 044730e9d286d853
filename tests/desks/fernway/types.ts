/** The way a ticket reached the desk, in Zendesk's names. */
export type FernwayChannel = 'email' | 'web' | 'native_messaging';

/** Help-centre languages that Fernway writes in. */
export type FernwayLocale = 'en-us' | 'ar';

/** Where a ticket stands, in Zendesk's names. */
export type FernwayStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved';

/** One help-centre article; `id` is unique over all articles, translations included. */
export type FernwayArticle = {
  id: number;
  title: string;
  section: string;
  category: string;
  labels: string[];
  locale: FernwayLocale;
  /** ISO 8601, UTC. */
  updatedAt: string;
  draft: boolean;
  /** True for articles that customers can't see and that must never be quoted to them. */
  agentsOnly: boolean;
  /** The body. Links to other articles are `/hc/<locale>/articles/<id>`. */
  html: string;
};

/** One macro (canned response) with Zendesk placeholders such as `{{ticket.requester.first_name}}`. */
export type FernwayMacro = {
  id: number;
  /** "Category::Name", as Zendesk nests macros. */
  title: string;
  html: string;
  /** `html` as plain text. */
  text: string;
  tags: string[];
  /** ISO 8601, UTC. */
  updatedAt: string;
  active: boolean;
  /** False for macros that add a private note. */
  isPublic: boolean;
};

/** A macro as it is written down; its plain text is derived. */
export type FernwayMacroSource = Omit<FernwayMacro, 'text'>;

/** The person a ticket is for. */
export type FernwayRequester = { id: number; name: string; email: string };

/** One entry of a ticket's conversation; `note` is private to agents. */
export type FernwayMessage = {
  id: number;
  role: 'customer' | 'agent' | 'note' | 'bot';
  authorName: string;
  html: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Set only where it differs from the ticket's channel. */
  via?: FernwayChannel;
};

/** A customer message that reaches the open ticket `afterMs` milliseconds after it is first shown. */
export type FernwayArrival = { afterMs: number; text: string };

/** One ticket with its conversation, oldest message first. */
export type FernwayTicket = {
  id: number;
  subject: string;
  channel: FernwayChannel;
  requester: FernwayRequester;
  tags: string[];
  status: FernwayStatus;
  /** ISO 8601, UTC; equals the first message's `at`. */
  createdAt: string;
  messages: FernwayMessage[];
  arrivals?: FernwayArrival[];
  /** BCP 47 tag of the customer's language; English when absent. */
  language?: string;
};

/** One playbook in the format agents write: title, `Intent: <id>`, then numbered steps. */
export type FernwayPlaybook = {
  title: string;
  /** An intent id of the signal taxonomy. */
  intent: string;
  text: string;
};

/** A customer message and the knowledge that answers it; `null` where nothing should be suggested. */
export type FernwayExpectation = {
  id: string;
  message: string;
  /** Ids of acceptable macros, best first. */
  macros: number[] | null;
  /** Ids of acceptable articles, best first. */
  articles: number[] | null;
  /** The near neighbour this tells apart, or why nothing fits. */
  why?: string;
};
