import { type DeskContext, type DeskResponse, json } from '../desk.ts';
import { plainText } from '../fernway/plain-text.ts';
import type { FernwayArticle } from '../fernway/types.ts';
import type { ApiRoute } from './api-route.ts';
import { paginate } from './paging.ts';

/** Help-centre reads: `articles`, `{locale}/articles`, `articles/{id}`, `articles/search`, `sections`, `categories`, `locales`. */
export const knowledgeApi: ApiRoute = ({ path, request, context }) => {
  if (request.method !== 'GET') return undefined;
  const match = /^help_center\/(?:([a-z]{2}(?:-[a-z]{2})?)\/)?(.+)$/.exec(path);
  if (!match) return undefined;
  const [, locale, rest = ''] = match;
  const articles = context.articles.filter((article) => !locale || article.locale === locale);
  if (rest === 'locales') return json({ locales: ['en-us', 'ar'], default_locale: 'en-us' });
  if (rest === 'articles') return listed(articles, request.url, context);
  if (rest === 'articles/search') return searched(articles, request.url, context);
  if (rest === 'sections') return json({ sections: named(context, 'section'), next_page: null, page: 1 });
  if (rest === 'categories') return json({ categories: named(context, 'category'), next_page: null, page: 1 });
  const id = Number(/^articles\/(\d+)(?:-.*)?$/.exec(rest)?.[1]);
  const article = articles.find((one) => one.id === id);
  if (article) return json({ article: articleJson(article, context) });
  return id ? json({ error: 'RecordNotFound', description: 'Not found' }, 404) : undefined;
};

function listed(articles: readonly FernwayArticle[], url: URL, context: DeskContext): DeskResponse {
  const sorted = [...articles];
  const sortBy = url.searchParams.get('sort_by');
  if (sortBy === 'updated_at' || sortBy === 'edited_at') {
    const sign = url.searchParams.get('sort_order') === 'asc' ? 1 : -1;
    sorted.sort((one, other) => sign * one.updatedAt.localeCompare(other.updatedAt));
  }
  const { items, beside } = paginate(sorted, url);
  const include = url.searchParams.get('include') ?? '';
  return json({
    articles: items.map((article) => articleJson(article, context)),
    ...(include.includes('sections') ? { sections: named(context, 'section') } : {}),
    ...(include.includes('categories') ? { categories: named(context, 'category') } : {}),
    ...beside,
  });
}

function articleJson(article: FernwayArticle, context: DeskContext): Record<string, unknown> {
  const section = named(context, 'section').find(({ name }) => name === article.section);
  return {
    id: article.id,
    url: `https://fernway.zendesk.com/api/v2/help_center/${article.locale}/articles/${article.id}.json`,
    html_url: `https://fernway.zendesk.com/hc/${article.locale}/articles/${article.id}`,
    author_id: 9002,
    title: article.title,
    name: article.title,
    body: article.html,
    locale: article.locale,
    source_locale: article.locale,
    section_id: section?.id ?? null,
    label_names: article.labels,
    draft: article.draft,
    promoted: false,
    outdated: false,
    user_segment_id: article.agentsOnly ? 4001 : null,
    permission_group_id: 4101,
    vote_sum: 0,
    vote_count: 0,
    created_at: article.updatedAt,
    updated_at: article.updatedAt,
    edited_at: article.updatedAt,
  };
}

/** Articles that hold any word of the query, those with most first. */
function searched(articles: readonly FernwayArticle[], url: URL, context: DeskContext): DeskResponse {
  const words = (url.searchParams.get('query') ?? '').toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  if (words.length === 0)
    return json({ error: 'BadRequest', description: 'query, category, section or label_names' }, 400);
  const locale = url.searchParams.get('locale');
  const hits = articles
    .filter((article) => !article.draft && (!locale || locale === '*' || article.locale === locale))
    .map((article) => ({ article, score: scoreOf(article, words) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ article }) => article);
  const { items, beside } = paginate(hits, url);
  const results = items.map((article) => ({
    ...articleJson(article, context),
    result_type: 'article',
    snippet: snippetOf(article, words),
  }));
  return json({ results, ...beside });
}

function scoreOf(article: FernwayArticle, words: readonly string[]): number {
  const title = article.title.toLowerCase();
  const body = plainText(article.html).toLowerCase();
  return words.reduce((sum, word) => sum + (title.includes(word) ? 3 : 0) + (body.includes(word) ? 1 : 0), 0);
}

function snippetOf(article: FernwayArticle, words: readonly string[]): string {
  const body = plainText(article.html);
  const at = Math.max(0, body.toLowerCase().indexOf(words[0] ?? ''));
  const part = body.slice(Math.max(0, at - 60), at + 140).replace(/[&<>]/g, ' ');
  return part.replace(new RegExp(`(${words.join('|')})`, 'gi'), '<em>$1</em>');
}

function named(
  context: DeskContext,
  field: 'section' | 'category',
): { id: number; name: string; category_id?: number }[] {
  const base = field === 'section' ? 3001 : 3501;
  return [...new Set(context.articles.map((article) => article[field]))].map((name, index) => {
    if (field === 'category') return { id: base + index, name };
    const category = context.articles.find((article) => article.section === name)?.category;
    const categoryId = named(context, 'category').find((one) => one.name === category)?.id;
    return { id: base + index, name, ...(categoryId ? { category_id: categoryId } : {}) };
  });
}
