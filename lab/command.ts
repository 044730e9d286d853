import type { Readable, Writable } from 'node:stream';

export type Streams = { input: Readable; output: Writable };

/** One command of the lab. `run` resolves with the exit status; a `UsageError` becomes status 2. */
export type Command = { help: string; run(args: string[], streams: Streams): Promise<number> };
