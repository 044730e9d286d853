import { readdirSync, readFileSync } from 'node:fs';

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Parent of a process; 0 when it is gone. The name before it, in brackets, may hold spaces. */
function parentOf(pid: string): string {
  return (
    read(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ')[1] ?? '0'
  );
}

function isBelow(pid: string, ancestor: string): boolean {
  for (let at = pid; Number(at) > 1; at = parentOf(at)) if (at === ancestor) return true;
  return false;
}

/**
 * Proportional set size of the renderers that belong to an extension, MiB, from /proc (Linux only; else null). Only those
 * of browsers that this process started: others may run on the machine.
 */
export function extensionMemory(): { processes: number; mebibytes: number } | null {
  if (process.platform !== 'linux') return null;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const sizes = pids
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes('--extension-process') && isBelow(pid, `${process.pid}`))
    .map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return { processes: sizes.length, mebibytes: Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024) };
}
