import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

/** The page of `stage.ts` with its styles, as one document. */
export async function bundleStage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'stage.ts')],
    outdir: 'out',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'esnext',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env': '{}' },
    // The real one, which takes what stands in `globalThis`; WXT's own fake drags its build tools in.
    alias: { 'wxt/browser': path.join(root, 'node_modules/wxt/dist/browser.mjs') },
    logLevel: 'error',
  });
  const find = (suffix: string) => outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
  const js = find('.js').replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Deskside</title><style>${find('.css')}</style></head><body></body><script type="module">${js}</script></html>`;
}
