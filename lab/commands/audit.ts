import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { verifyAuditFile } from '../../lib/insights/audit-file';
import type { Command } from '../command';
import { readFlags, UsageError } from '../flags';

/** `audit`: whether an exported log is whole. */
export const audit: Command = {
  help: 'audit log.jsonl [--noted HASH]    {"whole","rows","head","from","to","firstBroken":{"seq","place","fault"},"breaks"}; status 1 where the chain is broken or no row has the noted hash',
  async run([path, ...args], { output }) {
    if (path === undefined || path.startsWith('--')) throw new UsageError('audit needs an exported log; see --help.');
    const noted = readFlags(args, ['--noted']).get('--noted')?.toLowerCase();
    if (noted !== undefined && !/^[0-9a-f]{64}$/.test(noted))
      throw new UsageError('--noted must be a hash of 64 digits and letters a to f.');
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) throw new UsageError(`There is no file ${path}.`);
    const pieces: AsyncIterable<string> = createReadStream(path, 'utf8');
    const result = await verifyAuditFile(pieces, noted === undefined ? {} : { noted });
    if (!result.ok) {
      // A first line that was tampered with makes it no log.
      output.write(`${JSON.stringify({ whole: false, error: result.error.message })}\n`);
      return 1;
    }
    const isWhole = result.value.firstBroken === null && result.value.noted !== null;
    output.write(`${JSON.stringify({ whole: isWhole, ...result.value })}\n`);
    return isWhole ? 0 : 1;
  },
};
