import { plainText } from '../fernway/plain-text.ts';
import type { FernwayArticle, FernwayMacro } from '../fernway/types.ts';
import { toFreshdeskPlaceholders } from './placeholders.ts';

type Json = Record<string, unknown>;
type Numbered = { id: number };

/** Who sees the articles of a solution folder: everybody, or agents alone. */
const visibility = { all: 1, agents: 3 } as const;

/** Fernway's help centre in Freshdesk's three floors. Each row carries the id of the floor above. */
export type Solutions = {
  categories: (Numbered & Json)[];
  folders: (Numbered & Json & { category_id: number })[];
  articles: (Numbered & Json & { folder_id: number })[];
};

/** Canned responses in the folders of their macros' categories. */
export type Canned = {
  folders: (Numbered & Json & { name: string })[];
  responses: (Numbered & Json & { folder_id: number; title: string })[];
};

/** Sorts articles into categories and folders. Agents-only articles get folders of their own, as visibility is the folder's. */
export function solutionsOf(articles: readonly FernwayArticle[]): Solutions {
  const categories = numbered(articles, 70_000, ({ category }) => category);
  const folders = numbered(articles, 71_000, folderKey);
  return {
    categories: [...categories].map(([name, { id, first }]) => ({
      id,
      name,
      description: null,
      visible_in_portals: [1],
      created_at: first.updatedAt,
      updated_at: first.updatedAt,
    })),
    folders: [...folders.values()].map(({ id, first, count }) => ({
      id,
      name: first.section,
      description: '',
      category_id: categories.get(first.category)?.id ?? 0,
      visibility: first.agentsOnly ? visibility.agents : visibility.all,
      parent_folder_id: null,
      articles_count: count,
      sub_folders_count: 0,
      created_at: first.updatedAt,
      updated_at: first.updatedAt,
    })),
    articles: articles.map((article) => ({
      ...articleJson(article),
      id: article.id,
      folder_id: folders.get(folderKey(article))?.id ?? 0,
      category_id: categories.get(article.category)?.id ?? 0,
    })),
  };
}

/**
 * Canned responses with Freshdesk's placeholders.
 * Macros that are switched off or write a private note are left out: a canned response can be neither.
 */
export function cannedOf(macros: readonly FernwayMacro[]): Canned {
  const kept = macros.filter(({ active, isPublic }) => active && isPublic);
  const folders = numbered(kept, 80_000, folderOfMacro);
  const personal = { id: 80_000, name: 'Personal', personal: true, responses_count: 0 };
  return {
    folders: [
      personal,
      ...[...folders].map(([name, { id, count }]) => ({ id, name, personal: false, responses_count: count })),
    ].map((folder) => ({ ...folder, created_at: '2025-01-07T09:00:00Z', updated_at: '2025-01-07T09:00:00Z' })),
    responses: kept.map((macro) => ({
      id: macro.id,
      title: macro.title.split('::').slice(1).join(' › ') || macro.title,
      content: plainText(toFreshdeskPlaceholders(macro.html)),
      content_html: toFreshdeskPlaceholders(macro.html),
      folder_id: folders.get(folderOfMacro(macro))?.id ?? 0,
      attachments: [],
      created_at: macro.updatedAt,
      updated_at: macro.updatedAt,
    })),
  };
}

/** Articles that contain every word of `term`, those with more of them in the title first. */
export function searchSolutions({ articles }: Solutions, term: string): Solutions['articles'] {
  const words = term.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const titleHits = (article: Json) =>
    words.filter((word) => String(article.title).toLowerCase().includes(word)).length;
  return articles
    .filter((article) => {
      const text = `${article.title} ${article.description_text}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((one, other) => titleHits(other) - titleHits(one));
}

function articleJson(article: FernwayArticle): Json {
  const description = article.html.replace(/\/hc\/[\w-]+\/articles\//g, '/support/solutions/articles/');
  return {
    title: article.title,
    description,
    description_text: plainText(description),
    type: 1,
    status: article.draft ? 1 : 2,
    agent_id: 9001,
    tags: article.labels,
    hits: 0,
    thumbs_up: 0,
    thumbs_down: 0,
    seo_data: {},
    attachments: [],
    created_at: article.updatedAt,
    updated_at: article.updatedAt,
  };
}

function folderKey({ category, section, agentsOnly }: FernwayArticle): string {
  return JSON.stringify([category, section, agentsOnly]);
}

function folderOfMacro({ title }: FernwayMacro): string {
  return title.includes('::') ? (title.split('::')[0] ?? 'General') : 'General';
}

/** One numbered group for each key, in order of appearance. */
function numbered<Item>(items: readonly Item[], base: number, keyOf: (item: Item) => string) {
  const groups = new Map<string, { id: number; first: Item; count: number }>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.count += 1;
    else groups.set(keyOf(item), { id: base + groups.size + 1, first: item, count: 1 });
  }
  return groups;
}
