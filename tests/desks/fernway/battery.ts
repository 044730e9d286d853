import { batteryArticles } from './articles-battery.ts';
import { macros } from './macros.ts';

/** What Fernway knows of batteries alone: enough for a draft in ticket 101, and imported in seconds, since each passage takes a forward pass. */
export const batteryLibrary = {
  articles: batteryArticles,
  macros: macros.filter(({ title, html }) => /battery/i.test(title + html)),
} as const;
