import type { SuggestionKind } from './suggestion';

export type Tone = 'neutral' | 'warm' | 'formal';

/** The agent's settings. One storage item each, see `lib/storage/settings.ts`. */
export type Settings = {
  /** Origins on which the agent switched Deskside off. */
  sitesOff: string[];
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
  language: 'auto' | 'en' | 'ar';
  /** Theme, or as the page. */
  theme: 'auto' | 'light' | 'dark';
  panelOpen: boolean;
  panelWidthPx: number;
  /** In-page shortcuts, e.g. `Alt+Shift+I`; the browser's own commands work beside them. */
  shortcuts: { togglePanel: string; insertReply: string; nextAlternative: string };
  /** Keep redacted past tickets on this device for "similar tickets". */
  rememberTickets: boolean;
  /** Minutes of idleness after which the model leaves memory; 0: never. */
  unloadAfterMinutes: number;
};

export const defaultSettings: Settings = {
  sitesOff: [],
  pausedUntil: 0,
  kinds: { reply: true, article: true, 'next-step': true, 'similar-ticket': true },
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
  unloadAfterMinutes: 30,
};
