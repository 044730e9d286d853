import type { HealthItem, HealthReport, ItemUse } from '../../core/health';
import type { Article, Macro } from '../../core/knowledge';
import type { IndexStore, KnowledgeStore, PackedVectors } from '../../core/stores';
import type { Choice } from '../../core/suggestion';
import { findDuplicates, findStale } from './duplicates';
import { type CheckedItem, meanVector } from './item-texts';
import { suggestTags } from './tags';

/** What a check reads; `model` names the vectors that can be compared. */
export type HealthParts = {
  store: Pick<KnowledgeStore, 'listArticles' | 'listMacros'> & Pick<IndexStore, 'readSets'>;
  model: string;
  choices: readonly Choice[];
  /** Epoch milliseconds. */
  now: number;
};

const pageSize = 200;
/** Shares of the whole time that reading, comparing and tagging take at 10,000 articles. */
const shares = { read: 0.3, compare: 0.6 };
const maxUses = 50;

/**
 * Looks through everything in the library: duplicates, what may be out of date, missing tags, and what helps. Lets other work
 * in every few milliseconds. `report` gets the progress, 0 to 1; throws only when `signal` aborts.
 */
export async function checkHealth(
  parts: HealthParts,
  { report, signal }: { report: (progress: number) => void; signal: AbortSignal },
): Promise<HealthReport> {
  const pauseIn = (from: number, to: number) => async (share: number) => {
    report(from + (to - from) * Math.min(1, share));
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  };
  const items = await readItems(parts, pauseIn(0, shares.read));
  const duplicates = await findDuplicates(items, pauseIn(shares.read, shares.read + shares.compare));
  const tags = await suggestTags(items, pauseIn(shares.read + shares.compare, 1));
  return {
    at: new Date(parts.now).toISOString(),
    items: items.length,
    duplicates,
    stale: findStale(items, duplicates, parts.now),
    tags,
    use: countUses(parts.choices, items),
  };
}

async function readItems(
  { store, model }: HealthParts,
  pause: (share: number) => Promise<void>,
): Promise<CheckedItem[]> {
  const vectors = await readVectors(store, model, () => pause(0));
  const items: CheckedItem[] = [];
  const { total } = await store.listArticles({ offset: 0, limit: 1 });
  for (let offset = 0; offset < total; offset += pageSize) {
    const page = await store.listArticles({ offset, limit: pageSize });
    items.push(...page.items.map((item) => toChecked('article', item, vectors)));
    await pause(offset / total);
  }
  const macros = await store.listMacros({ offset: 0, limit: Number.MAX_SAFE_INTEGER });
  items.push(...macros.items.map((item) => toChecked('macro', item, vectors)));
  await pause(1);
  return items.filter(({ text }) => text.trim() !== '');
}

async function readVectors(
  store: HealthParts['store'],
  model: string,
  pause: () => Promise<void>,
): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<IndexStore['readSets']>> = await store.readSets(after, pageSize);
    for (const set of page.sets) {
      const mean = set.model === model && set.vectors ? meanVector(set.vectors satisfies PackedVectors) : null;
      if (mean) vectors.set(`${set.owner.kind} ${set.owner.id}`, mean);
    }
    after = page.next;
    await pause();
  } while (after !== null);
  return vectors;
}

function toChecked(
  kind: HealthItem['kind'],
  item: Article | Macro,
  vectors: ReadonlyMap<string, Float32Array>,
): CheckedItem {
  const { id, title, source, text, updatedAt } = item;
  return {
    kind,
    id,
    title,
    source,
    text,
    locale: 'locale' in item ? (item.locale ?? '') : '',
    tags: 'labels' in item ? item.labels : item.tags,
    vector: vectors.get(`${kind} ${id}`) ?? null,
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}

const counted: Partial<Record<Choice['action'], 'inserted' | 'opened' | 'dismissed'>> = {
  inserted: 'inserted',
  copied: 'inserted',
  edited: 'inserted',
  opened: 'opened',
  dismissed: 'dismissed',
};

/** Choices by what they rest on, once a choice; the most used first. Items that are gone are left out. */
export function countUses(choices: readonly Choice[], items: readonly HealthItem[]): ItemUse[] {
  const uses = new Map<string, Pick<ItemUse, 'inserted' | 'opened' | 'dismissed'>>();
  for (const { action, sourceIds } of choices) {
    const count = counted[action];
    if (!count) continue;
    for (const id of new Set(sourceIds)) {
      const use = uses.get(id) ?? { inserted: 0, opened: 0, dismissed: 0 };
      use[count] += 1;
      uses.set(id, use);
    }
  }
  return items
    .flatMap(({ kind, id, title, source, updatedAt }): ItemUse[] => {
      const use = uses.get(id);
      return use ? [{ kind, id, title, source, ...(updatedAt === undefined ? {} : { updatedAt }), ...use }] : [];
    })
    .toSorted((one, other) => other.inserted - one.inserted || other.opened - one.opened)
    .slice(0, maxUses);
}
