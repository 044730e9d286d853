import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { zendeskMessages, zendeskPage } from '../../lib/helpdesk/zendesk/fixture.ts';
import { type Desk, type DeskContext, type DeskResponse, json, text } from '../desks/desk.ts';
import { galleryEditors } from './catalogue.ts';

const { resolve } = createRequire(import.meta.url);

/** Editors that load skins and plugins by address, or want jQuery as a global: served as they lie in their packages. */
const packages: Record<string, string> = {
  ckeditor4: path.dirname(resolve('ckeditor4/package.json')),
  jodit: path.dirname(resolve('jodit/package.json')),
  jquery: path.dirname(resolve('jquery/package.json')),
  summernote: path.dirname(resolve('summernote/package.json')),
  tinymce: path.dirname(resolve('tinymce/package.json')),
};
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

async function packageFile(name: string, file: string): Promise<DeskResponse | undefined> {
  const folder = packages[name];
  const type = types[path.extname(file)];
  if (!folder || !type) return undefined;
  const full = path.join(folder, file);
  if (!full.startsWith(folder + path.sep)) return undefined;
  const body = await readFile(full, 'utf8').catch(() => undefined);
  return body === undefined ? undefined : text(body, type);
}

function shell({ searchParams }: URL): DeskResponse {
  const entry = galleryEditors.find(({ id }) => id === searchParams.get('editor'));
  const links = galleryEditors.map(({ id, name }) => `<li><a href="?editor=${id}">${name}</a></li>`).join('');
  if (!entry) return text(`<!doctype html><title>Editors</title><ul>${links}</ul>`, 'text/html');
  const channel = searchParams.get('channel') ?? 'email';
  const editor = '<form id="composer" action="/sent"><div id="host"></div><button>Send</button></form>';
  const pane = { id: '12', messages: zendeskMessages, channel, editor };
  const body = `<!doctype html>
<html lang="en" data-editor="${entry.id}">
<head>
<meta charset="utf-8">
<title>${entry.name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/editors/${entry.id}.css">
<style>body { margin: 0 }  #composer { margin: 1rem; max-inline-size: 40rem }</style>
</head>
<body>${zendeskPage([pane])}<script type="module" src="/editors/${entry.id}.js"></script></body>
</html>`;
  return text(body, 'text/html');
}

/**
 * The editor gallery: `/agent/tickets/12?editor=<id>` is a ticket page with Zendesk's landmarks around one editor, so that
 * the extension runs on it as on any ticket. `&channel=native_messaging` makes it a chat whose Enter sends. The page's
 * side is `window.gallery`, see `pages/gallery.ts`.
 */
export function createGallery(context: DeskContext): Desk {
  return {
    host: 'gallery.zendesk.com',
    problem: (status) => json({ error: 'Problem' }, status),
    async handle({ url }) {
      const [, area = '', name = '', ...rest] = url.pathname.split('/');
      if (area === 'agent' || area === '') return shell(url);
      if (area === 'packages') return packageFile(name, rest.join('/'));
      const entry = galleryEditors.find(({ id }) => area === 'editors' && name.startsWith(`${id}.`));
      if (!entry) return undefined;
      const { js, css } = await context.bundle(path.join(import.meta.dirname, 'pages', entry.id, 'main.ts'));
      return name.endsWith('.css') ? text(css, 'text/css') : text(js, 'text/javascript');
    },
  };
}
