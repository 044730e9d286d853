import { findPersonalData } from '../../lib/guard/personal-data';
import type { Command } from '../command';
import { readFlags } from '../flags';
import { mapLines, readString } from '../jsonl';

/** `pii`: personal data in texts. */
export const pii: Command = {
  help: 'pii < in.jsonl    {"id","text"} → {"id","spans":[{"start","end","kind"}]}',
  async run(args, streams) {
    readFlags(args, []);
    return mapLines(streams, (row) => ({ id: row.id ?? null, spans: findPersonalData(readString(row, 'text')) }));
  },
};
