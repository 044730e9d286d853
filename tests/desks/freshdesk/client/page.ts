import type { Boot } from '../view.ts';
import type { Phrases } from './phrases.ts';

/** What every part of the page is drawn with. */
export type Page = {
  boot: Boot;
  phrases: Phrases;
  /** As the document declares it: "en" or "ar". */
  language: string;
  /** Goes to an address of this desk without a page load; the query of the page is kept. */
  go(path: string): void;
};
