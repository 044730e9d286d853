import { createContext, useContext } from 'react';
import type { Engine } from '../../lib/core/engine';
import type { Helpdesk, PageState } from '../../lib/core/helpdesk';
import type { SettingName, Settings } from '../../lib/core/settings';
import type { InterfaceLanguage } from '../../lib/strings/language';
import type { PanelText } from '../../lib/strings/panel-text.en';
import type { Observable } from './observable';
import type { TickMemory } from './use-ticks';

/** What is in front of the agent; `unsupported` when no adapter knows the page. */
export type PanelPage = PageState | { state: 'unsupported' };

/** How the import of this helpdesk's knowledge stands. `retryAt`: epoch milliseconds before which trying again is pointless. */
export type ImportStatus = {
  phase: 'idle' | 'running' | 'paused' | 'failed' | 'done';
  done: number;
  total: number | null;
  articles: number;
  macros: number;
  message?: string;
  /** What could not be read, in words; the rest was. */
  problems?: string[];
  retryAt?: number;
};

/** Imports this helpdesk's articles and macros; `start` begins or resumes. Progress comes by the observable. */
export type Importer = Observable<ImportStatus> & { start(): void; cancel(): void };

/** Everything the panel needs; it imports no extension code of its own. */
export type PanelDeps = {
  engine: Engine;
  helpdesk: Helpdesk;
  /** Origin of the helpdesk page, e.g. `https://acme.zendesk.com`. */
  origin: string;
  pageState: Observable<PanelPage>;
  settings: Observable<Settings>;
  /** The panel's text; asked for the language of `settings` only, which must be at hand by then. */
  getStrings(language: InterfaceLanguage): PanelText;
  writeSetting<K extends SettingName>(key: K, value: Settings[K]): Promise<void>;
  /** Steps ticked by hand. */
  ticks: TickMemory;
  openPage(page: 'library' | 'practice'): void;
  /** Gives the agent a file. */
  download(name: string, text: string): void;
  /** Absent where the helpdesk offers no API. */
  importer?: Importer;
  /** True once the extension was reloaded under this page. */
  isOrphaned(): boolean;
};

/** What keyboard and commands can do with a mounted panel. */
export type PanelActions = { toggle(): void; insertReply(): void; nextAlternative(): void };

/** Props and surroundings, shared by every part of the panel. */
export type PanelContext = PanelDeps & {
  strings: PanelText;
  language: InterfaceLanguage;
  /** The element React renders into, inside the shadow root. */
  root: HTMLElement;
  showToast(tone: 'good' | 'warn', text: string): void;
  /** Handlers that the parts of the panel put in; the actions given out call the ones that are there. */
  handlers: Partial<PanelActions>;
};

const Context = createContext<PanelContext | null>(null);
export const PanelProvider = Context.Provider;

/** The panel's surroundings. Throws outside of a mounted panel. */
export function usePanel(): PanelContext {
  const context = useContext(Context);
  if (!context) throw new Error('usePanel outside of the panel');
  return context;
}
