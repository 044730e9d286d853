import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildFolder } from './browser.ts';

/**
 * Copies the shipped build into `folder`, where `hosts` (match patterns) are allowed from the start: no test can press
 * the browser's own question. All that follows an answer of yes is the real thing. Answers the copy's folder.
 */
export async function copyBuildAllowing(hosts: readonly string[], folder: string): Promise<string> {
  const copy = path.join(folder, 'extension');
  await cp(buildFolder, copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.host_permissions.push(...hosts);
  await writeFile(file, JSON.stringify(manifest));
  return copy;
}
