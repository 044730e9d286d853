import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const matches = ['https://gallery.zendesk.com/*'];

/** Builds the extension that carries the product's insertion into the gallery; answers its folder. */
export async function buildTestExtension(browser: 'chromium' | 'firefox'): Promise<string> {
  const folder = path.resolve('.output', `editors-${browser}`);
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: ['content', 'main-world'].map((name) => path.join(import.meta.dirname, `${name}.ts`)),
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    define: { 'import.meta.env.FIREFOX': String(browser === 'firefox') },
    logLevel: 'error',
  });
  const manifest = {
    manifest_version: 3,
    name: 'Insertion into the editor gallery',
    version: '1',
    permissions: ['clipboardWrite'],
    content_scripts: [
      { matches, js: ['content.js'], run_at: 'document_end' },
      { matches, js: ['main-world.js'], world: 'MAIN', run_at: 'document_end' },
    ],
    host_permissions: matches,
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko: { id: 'editors@deskside.example' } } } : {}),
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
