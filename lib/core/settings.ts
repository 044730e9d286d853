import { noPolicy, type Policy } from './policy';
import type { KeepDays } from './privacy';
import type { SuggestionKind } from './suggestion';

/** Languages of the interface; `en` first, every language carries the same keys. The others stand as their names sort. */
export const interfaceLanguages = ['en', 'ar', 'de', 'es', 'fr', 'pt'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

export type Tone = 'neutral' | 'warm' | 'formal';

/** A helpdesk at an address of its own that the agent added. */
export type AddedSite = {
  /** E.g. `https://help.acme.example`. */
  origin: string;
  /** Id of the description that reads its pages; `auto`: the page tells; `taught`: the one in `taught`. */
  type: string;
  /** The description that the agent taught or imported, as JSON text; empty where there is none. */
  taught: string;
  /** Whether the browser lets Deskside run there; kept by the background. */
  isAllowed: boolean;
};

/** The agent's settings, under their organisation's. One storage item each, see `lib/storage/settings.ts`. */
export type Settings = {
  /** Origins on which the agent switched Deskside off. */
  sitesOff: string[];
  /** Helpdesks that the agent added. */
  addedSites: AddedSite[];
  /** Epoch milliseconds until which Deskside is paused; 0: not paused; -1: until resumed. */
  pausedUntil: number;
  /** What to show. */
  kinds: Record<SuggestionKind, boolean>;
  showSignals: boolean;
  ghostText: boolean;
  tone: Tone;
  /** Plain text, may hold `{{agent.name}}`. Empty: the helpdesk's own signature is used. */
  signature: string;
  agentName: string;
  /** Interface language, or `auto`. */
  language: 'auto' | InterfaceLanguage;
  /** Theme, or as the page. */
  theme: 'auto' | 'light' | 'dark';
  panelOpen: boolean;
  panelWidthPx: number;
  /** In-page shortcuts, e.g. `Alt+Shift+I`; the browser's own commands work beside them. */
  shortcuts: { togglePanel: string; insertReply: string; nextAlternative: string };
  /** Keep redacted past tickets on this device for "similar tickets". */
  rememberTickets: boolean;
  /** Days after which what is kept of tickets is deleted, by kind; 0: never by itself. */
  keepDays: KeepDays;
  /** Learn from what the agent does with suggestions. */
  learnFromChoices: boolean;
  /** Keep a log of what was shown and what was done with it, on this device. */
  auditLog: boolean;
  /** Keep in it what was put into replies, without personal data. */
  auditText: boolean;
  /** Days after which rows of the log are let go of; 0: never. */
  auditDays: number;
  /** End replies with a line that tells of the help by a machine. */
  aiNotice: boolean;
  /** The team's own words for it, in whatever language; empty: ours, in the reply's language. */
  aiNoticeText: string;
  /** Minutes of idleness after which the model leaves memory; 0: never. */
  unloadAfterMinutes: number;
  /** What the agent's organisation has set; never stored. */
  policy: Policy;
};

/** A setting that is stored. */
export type SettingName = Exclude<keyof Settings, 'policy'>;

export const defaultSettings: Settings = {
  sitesOff: [],
  addedSites: [],
  pausedUntil: 0,
  kinds: {
    reply: true,
    article: true,
    'next-step': true,
    routing: true,
    'similar-ticket': true,
    closing: true,
    'csat-request': true,
    summary: true,
    'status-update': true,
    'follow-up': true,
  },
  showSignals: true,
  ghostText: true,
  tone: 'neutral',
  signature: '',
  agentName: '',
  language: 'auto',
  theme: 'auto',
  panelOpen: true,
  panelWidthPx: 340,
  shortcuts: { togglePanel: 'Alt+Shift+D', insertReply: 'Alt+Shift+I', nextAlternative: 'Alt+Shift+N' },
  rememberTickets: false,
  keepDays: { pastTickets: 365, choices: 730, gaps: 365, importReports: 90 },
  learnFromChoices: true,
  auditLog: true,
  auditText: false,
  auditDays: 180,
  aiNotice: false,
  aiNoticeText: '',
  unloadAfterMinutes: 30,
  policy: noPolicy,
};
