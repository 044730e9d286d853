import type { SourceId } from './knowledge';

/** An article or macro as the health report names it. */
export type HealthItem = { kind: 'article' | 'macro'; id: string; title: string; source: SourceId; updatedAt?: string };

/** Two sentences that say the same with other numbers, or one of them with a “not”. */
export type Difference = [first: string, second: string];

/** Two items that say much the same. `cosine` of their mean vectors, null without vectors; `shared`: share of the shorter one's three-word sequences that stand in both, 0 to 1. */
export type Duplicate = {
  items: [HealthItem, HealthItem];
  cosine: number | null;
  shared: number;
  differences: Difference[];
};

/** An item that may be wrong by now: not changed for a year, or a newer one says otherwise. */
export type StaleItem = HealthItem & { newer?: HealthItem; differences: Difference[] };

/** A question that customers asked and nothing was found for; `text` is one of them without personal data. */
export type Gap = { id: string; text: string; tickets: number; firstAt: string; lastAt: string };

export type TagSuggestion = HealthItem & { tags: string[] };

/** How often agents used what an item brought: put into a reply, opened to read, dismissed. */
export type ItemUse = HealthItem & { inserted: number; opened: number; dismissed: number };

export type HealthReport = {
  /** ISO 8601. */
  at: string;
  items: number;
  duplicates: Duplicate[];
  stale: StaleItem[];
  tags: TagSuggestion[];
  use: ItemUse[];
};

/** `progress` 0 to 1 while a check runs. `gaps` are kept as they come, a check is not needed; null where the agent keeps no past tickets. */
export type HealthState = {
  progress: number | null;
  report: HealthReport | null;
  gaps: Gap[] | null;
  /** Why the latest check ended early, for people. */
  failure?: string;
};
