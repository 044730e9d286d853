import type { OwnerKey, StorePage } from '../core/stores';
import { type Database, passageKey } from './database';

/** Stores a tag of the agent's own and puts it on the item; false where the item is not there. */
export function addOwnTag(database: Database, key: OwnerKey, tag: string): Promise<boolean> {
  const { articles, macros, ownTags } = database;
  return database.transaction('rw', [articles, macros, ownTags], async () => {
    const article = key.kind === 'article' ? await articles.get(key.id) : undefined;
    const macro = key.kind === 'macro' ? await macros.get(key.id) : undefined;
    if (article)
      await articles.put({ ...article, item: { ...article.item, labels: join(article.item.labels, [tag]) } });
    if (macro) await macros.put({ ...macro, item: { ...macro.item, tags: join(macro.item.tags, [tag]) } });
    if (!article && !macro) return false;
    const own = await ownTags.get(passageKey(key));
    await ownTags.put({ key: passageKey(key), tags: join(own?.tags ?? [], [tag]) });
    return true;
  });
}

/** The page with the agent's own tags on its items, which the helpdesk does not know. Call it inside a transaction of the table. */
export async function withOwnTags({ ownTags }: Database, page: StorePage): Promise<StorePage> {
  const tagsOf = async (kind: OwnerKey['kind'], ids: string[]) =>
    (await ownTags.bulkGet(ids.map((id) => passageKey({ kind, id })))).map((row) => row?.tags ?? []);
  const [articleTags, macroTags] = await Promise.all([
    tagsOf(
      'article',
      page.articles.map(({ item }) => item.id),
    ),
    tagsOf(
      'macro',
      page.macros.map(({ item }) => item.id),
    ),
  ]);
  return {
    ...page,
    articles: page.articles.map((row, index) => {
      const own = articleTags[index] ?? [];
      return own.length > 0 ? { ...row, item: { ...row.item, labels: join(row.item.labels, own) } } : row;
    }),
    macros: page.macros.map((row, index) => {
      const own = macroTags[index] ?? [];
      return own.length > 0 ? { ...row, item: { ...row.item, tags: join(row.item.tags, own) } } : row;
    }),
  };
}

const join = (tags: string[], more: string[]) => [...new Set([...tags, ...more])];
