import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, missing } from './figures';
import { shippedModels } from './models';

/** Files under the models' folder, by path. */
function modelFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile());
}

/** Everything that ships under `public/models`, in MB of a million bytes; where the times come from. */
export function scoreSize(root = shippedModels): Figure[] {
  const bytes = modelFiles(root).reduce((sum, path) => sum + statSync(path).size, 0);
  return [
    { id: 'size.all', value: Math.round(bytes / 1e4) / 100, note: 'every file under public/models' },
    missing('speed.encoder', 'npm run bench -- --only encoder'),
  ];
}

/** Files of the cards whose hash is not that of the file on disk, or that are not there. */
export function wrongHashes(root = shippedModels): string[] {
  return readdirSync(root).flatMap((id) => {
    const card: { files?: Record<string, { sha256: string }> } = JSON.parse(
      readFileSync(join(root, id, 'card.json'), 'utf8'),
    );
    const listed = Object.entries(card.files ?? {});
    if (listed.length === 0) return [`${id}: the card lists no files`];
    return listed.flatMap(([name, { sha256 }]) => {
      const path = join(root, id, name);
      const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
      const found = isThere ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'missing';
      return found === sha256 ? [] : [`${id}/${name}: ${found === 'missing' ? 'missing' : 'another hash'}`];
    });
  });
}
