import { readdirSync, readFileSync } from 'node:fs';

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Proportional set size of the browser's renderers that belong to an extension, MiB, from /proc (Linux only; else null).
 */
export function extensionMemory(): { processes: number; mebibytes: number } | null {
  if (process.platform !== 'linux') return null;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const sizes = pids
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes('--extension-process'))
    .map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return { processes: sizes.length, mebibytes: Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024) };
}
