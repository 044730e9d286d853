import { type DeskContext, type DeskResponse, escapeHtml, text } from '../desk.ts';

/** The agent interface's document; everything in it is drawn by `client/main.ts`. */
export function shellPage(url: URL): string {
  const language = url.searchParams.get('lang') === 'ar' ? 'ar' : 'en-US';
  const asked = url.searchParams.get('theme');
  const theme = asked === 'dark' || asked === 'system' ? asked : 'light';
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fernway – Agent Workspace</title>
<base href="/agent/">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/agent.css">
</head>
<body>
<div id="root"></div>
<script type="module" src="/assets/agent.js"></script>
</body>
</html>`;
}

/** A public help-centre article, `undefined` for an address without one. */
export function articlePage(pathname: string, { articles }: DeskContext): DeskResponse | undefined {
  const id = Number(/\/articles\/(\d+)/.exec(pathname)?.[1]);
  const article = articles.find((one) => one.id === id);
  if (!article) return undefined;
  const direction = article.locale === 'ar' ? 'rtl' : 'ltr';
  return text(
    `<!doctype html>
<html lang="${article.locale}" dir="${direction}">
<head><meta charset="utf-8"><title>${escapeHtml(article.title)} – Fernway</title>
<style>body{font:17px/1.6 system-ui,sans-serif;max-inline-size:42rem;margin:3rem auto;padding-inline:1.5rem}</style></head>
<body><p>${escapeHtml(article.category)} › ${escapeHtml(article.section)}</p>
<h1>${escapeHtml(article.title)}</h1>
<article class="article-body">${article.html}</article></body>
</html>`,
    'text/html',
  );
}
