import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Scripts that draw into a closed shadow root of their own on other people's pages. */
const scripts = ['panel.js', 'content-scripts/teach.js'];

/**
 * Copies a build into `folder` and opens the panel's shadow root in the copy: through a closed one neither a page nor a
 * test can look. Nothing else differs from what is shipped. Answers the copy's folder.
 */
export async function copyBuildOpen(build: string, folder: string): Promise<string> {
  const copy = path.join(folder, 'open-extension');
  await cp(build, copy, { recursive: true });
  for (const script of scripts) {
    const file = path.join(copy, script);
    const parts = (await readFile(file, 'utf8')).split('attachShadow({mode:"closed"})');
    if (parts.length !== 2) throw new Error(`${script} closes ${parts.length - 1} shadow roots where one is known.`);
    await writeFile(file, parts.join('attachShadow({mode:"open"})'));
  }
  return copy;
}
