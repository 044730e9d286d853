import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const matches = ['https://gallery.zendesk.com/*'];
const gecko = { id: 'editors@deskside.example' };

/** Builds the extension that carries the product's insertion and ghost text into the gallery, into a folder of its own. */
export async function buildTestExtension(browser: 'chromium' | 'firefox', folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: ['content', 'main-world'].map((name) => path.join(import.meta.dirname, `${name}.ts`)),
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.FIREFOX': String(browser === 'firefox') },
    logLevel: 'error',
  });
  const resources = ['content.css'];
  // As the product is built: version 2 for Firefox, where hosts of version 3 wait for the user's word.
  const hosts =
    browser === 'firefox'
      ? {
          manifest_version: 2,
          permissions: ['clipboardWrite', ...matches],
          browser_specific_settings: { gecko },
          web_accessible_resources: resources,
        }
      : {
          manifest_version: 3,
          permissions: ['clipboardWrite'],
          host_permissions: matches,
          web_accessible_resources: [{ resources, matches }],
        };
  const manifest = {
    ...hosts,
    name: 'Insertion into the editor gallery',
    version: '1',
    content_scripts: [
      { matches, js: ['content.js'], run_at: 'document_end' },
      { matches, js: ['main-world.js'], world: 'MAIN', run_at: 'document_end' },
    ],
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
}
