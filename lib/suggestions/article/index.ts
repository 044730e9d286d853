import type { Article } from '../../core/knowledge';
import type { ArticleSuggestion } from '../../core/suggestion';
import { calibration } from '../calibration';
import { defineSuggestion, type Outcome, type SuggestContext, unsure } from '../define-suggestion';
import type { Ranked } from '../rank';

const maxArticles = 3;

function toSuggestion({ hit, confidence }: Ranked, article: Article): ArticleSuggestion {
  const { passage, quote } = hit;
  const highlight = { start: quote.start - passage.start, end: quote.end - passage.start };
  const source = { kind: 'article' as const, id: article.id, title: article.title, ...quote, quote: quote.text };
  const { text: _text, ...rest } = source;
  return {
    kind: 'article',
    id: `article|${article.id}`,
    confidence,
    sources: [hit.url ? { ...rest, url: hit.url } : rest],
    articleId: article.id,
    title: article.title,
    passage: passage.text,
    highlight,
    isInternal: article.isInternal,
  };
}

async function suggestArticles(context: SuggestContext): Promise<Outcome> {
  const ranked = await context.rank(['article']);
  if (ranked.length === 0) return { silent: context.limit ?? 'no-knowledge' };
  const sure = ranked.filter(({ confidence }) => confidence >= calibration.thresholds.article).slice(0, maxArticles);
  const articles = await Promise.all(sure.map(({ hit }) => context.deps.knowledge.readArticle(hit.ownerId)));
  const items = sure.flatMap((one, index) => {
    const article = articles[index];
    return article ? [toSuggestion(one, article)] : [];
  });
  return items.length > 0 ? { items } : unsure(context, ranked[0]?.confidence ?? 0);
}

/** Up to three articles with the passage and sentence that answer; internal ones are marked, they inform the agent. */
export const article = defineSuggestion({ id: 'article', needs: ['open-turn', 'query'], suggest: suggestArticles });
