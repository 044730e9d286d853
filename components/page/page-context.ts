import { createContext, useContext } from 'react';
import type { Engine } from '../../lib/core/engine';
import type { SettingName, Settings } from '../../lib/core/settings';
import type { InterfaceLanguage, Strings } from '../../lib/strings';

/** What every part of an own page can use. */
export type Page = {
  engine: Engine;
  settings: Settings;
  /** Stores a setting; it takes effect everywhere at once. A refusal is told to the agent. */
  change<K extends SettingName>(key: K, value: Settings[K]): Promise<void>;
  strings: Strings;
  language: InterfaceLanguage;
  /** What a failure, a problem of a file or an import says, in the language of the page. */
  say(message: string): string;
  showToast(tone: 'good' | 'warn', text: string): void;
};

const Context = createContext<Page | null>(null);
export const PageProvider = Context.Provider;

/** The page's surroundings. Throws outside of a `PageRoot`. */
export function usePage(): Page {
  const page = useContext(Context);
  if (!page) throw new Error('usePage outside of a PageRoot');
  return page;
}
