import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const cache = path.join(root, 'node_modules/.cache/deskside-desks');

/**
 * Bundles a browser entry and the CSS it imports.
 * Kept on disk under the hash of the folder around the entry's own and the lock file, so that only the first start pays for it.
 */
export async function bundleClient(entry: string): Promise<{ js: string; css: string }> {
  const stem = path.join(cache, await fingerprint(entry));
  try {
    const [js, css] = await Promise.all([readFile(`${stem}.js`, 'utf8'), readFile(`${stem}.css`, 'utf8')]);
    return { js, css };
  } catch {
    // Not there yet.
  }
  const result = await build({
    entryPoints: [entry],
    outdir: 'out',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'dataurl' },
    logLevel: 'error',
  });
  const find = (suffix: string) => result.outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
  const bundled = { js: find('.js'), css: find('.css') };
  await mkdir(cache, { recursive: true });
  await Promise.all([writeWhole(`${stem}.js`, bundled.js), writeWhole(`${stem}.css`, bundled.css)]);
  return bundled;
}

async function fingerprint(entry: string): Promise<string> {
  const hash = createHash('sha256');
  // What pages of one kind share lies beside their folders.
  const folder = path.dirname(path.dirname(entry));
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(tsx?|css|svg)$/.test(name)).sort();
  for (const name of names) hash.update(name).update(await readFile(path.join(folder, name)));
  hash.update(entry).update(await readFile(path.join(root, 'package-lock.json')));
  return hash.digest('hex').slice(0, 24);
}

/** By rename, so that a second server that starts meanwhile never reads half a file. */
async function writeWhole(file: string, content: string): Promise<void> {
  const draft = `${file}.${process.pid}.part`;
  await writeFile(draft, content);
  await rename(draft, file);
}
