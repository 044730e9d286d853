import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One source file of the product. `imports` are the paths it names, resolved from the root where they are relative. */
export type SourceFile = { path: string; text: string; lines: number; imports: string[] };

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The path, from the root, that a file's import means; package names stay as they are. */
export function resolveImport(from: string, name: string): string {
  if (name.startsWith('@/')) return name.slice(2);
  return name.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(from), name)) : name;
}

/** Every TypeScript file below the given folders of `root`, tests and fixtures left out unless asked for. */
export function readSources(root: string, folders: readonly string[], withTests = false): SourceFile[] {
  const files: SourceFile[] = [];
  for (const folder of folders) {
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const file = path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
      if (!withTests && (/\.test\.tsx?$/.test(file) || file.includes('/fixtures/'))) continue;
      const text = readFileSync(path.join(root, file), 'utf8');
      const imports = [...text.matchAll(importPattern)].map((match) =>
        resolveImport(file, match[1] ?? match[2] ?? match[3] ?? ''),
      );
      files.push({ path: file, text, lines: text.split('\n').length, imports });
    }
  }
  return files;
}
