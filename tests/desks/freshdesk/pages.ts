import { type DeskContext, type DeskResponse, escapeHtml, text } from '../desk.ts';

/** The agent interface's document; everything in it is drawn by `client/main.ts`. */
export function shellPage(url: URL): string {
  const isArabic = url.searchParams.get('lang') === 'ar';
  const theme = url.searchParams.get('theme') === 'dark' ? 'dark' : 'light';
  return `<!doctype html>
<html lang="${isArabic ? 'ar' : 'en'}" dir="${isArabic ? 'rtl' : 'ltr'}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fernway</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/agent.css">
</head>
<body class="ember-application">
<div id="ember-basic-dropdown-wormhole"></div>
<script type="module" src="/assets/agent.js"></script>
</body>
</html>`;
}

/** A public article of the customer portal; `undefined` for unknown ones, drafts and agents' own. */
export function articlePage(pathname: string, { articles }: DeskContext): DeskResponse | undefined {
  const id = Number(/\/articles\/(\d+)/.exec(pathname)?.[1]);
  const article = articles.find((one) => one.id === id && !one.draft && !one.agentsOnly);
  if (!article) return undefined;
  return text(
    `<!doctype html>
<html lang="${article.locale}" dir="${article.locale === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><title>${escapeHtml(article.title)} : Fernway</title>
<style>body{font:17px/1.6 system-ui,sans-serif;max-inline-size:42rem;margin:3rem auto;padding-inline:1.5rem}</style></head>
<body><p>${escapeHtml(article.category)} / ${escapeHtml(article.section)}</p>
<h1>${escapeHtml(article.title)}</h1>
<article>${article.html.replace(/\/hc\/[\w-]+\/articles\//g, '/support/solutions/articles/')}</article></body>
</html>`,
    'text/html',
  );
}
