/** A mistake of the person at the keyboard: one sentence on stderr, exit status 2. */
export class UsageError extends Error {}

/** Values of `--name value` pairs. Throws `UsageError` for anything that is not in `known` or lacks its value. */
export function readFlags(args: readonly string[], known: readonly string[]): Map<string, string> {
  const flags = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index] ?? '';
    if (!known.includes(name)) throw new UsageError(`Unknown argument ${name}; see --help.`);
    const value = args[index + 1];
    if (value === undefined || value.startsWith('--')) throw new UsageError(`${name} needs a value.`);
    flags.set(name, value);
  }
  return flags;
}

/** The flag's value; throws `UsageError` when it is missing. */
export function requireFlag(flags: Map<string, string>, name: string): string {
  const value = flags.get(name);
  if (value === undefined) throw new UsageError(`${name} is missing; see --help.`);
  return value;
}

/** The flag as a whole number from 1 on; undefined when it is absent. Throws `UsageError` for anything else. */
export function readCount(flags: Map<string, string>, name: string): number | undefined {
  const value = flags.get(name);
  if (value === undefined) return undefined;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`${name} must be a whole number from 1 on.`);
  return count;
}
