import type { Scored } from '../../lib/core/signals';
import type { Ticket } from '../../lib/core/ticket';
import type { Command } from '../command';
import { toTicket } from '../conversation';
import { readFlags } from '../flags';
import { type JsonObject, mapLines, readString } from '../jsonl';
import { openModel } from '../model';
import { round } from '../numbers';
import { openReader } from '../reader';

const label = (scored: Scored<string> | null) =>
  scored && { label: scored.label, confidence: round(scored.confidence) };
const ids = (scored: Scored<string>[]) => scored.map((one) => ({ id: one.label, confidence: round(one.confidence) }));

/** The line as a ticket of one customer message. */
function oneMessage(row: JsonObject): Ticket {
  const turns = [{ role: 'customer', text: readString(row, 'text') }];
  return toTicket({ id: '', channel: row.channel, turns });
}

/** `signals`: what single customer messages tell. */
export const signals: Command = {
  help: 'signals < in.jsonl    {"id","text","channel"?} → {"id","language","supported","sentiment","emotion","urgency","intents","flags"}',
  async run(args, streams) {
    readFlags(args, []);
    const reader = openReader(await openModel());
    return mapLines(streams, async (row) => {
      const { current } = await reader.read(oneMessage(row), 'latest');
      return {
        id: row.id ?? null,
        language: current
          ? { code: current.language.code, confidence: round(current.language.confidence) }
          : { code: 'und', confidence: 0 },
        supported: current?.supported ?? false,
        sentiment: label(current?.sentiment ?? null),
        emotion: label(current?.emotion ?? null),
        urgency: label(current?.urgency ?? null),
        intents: ids(current?.intents ?? []),
        flags: ids(current?.flags ?? []),
      };
    });
  },
};
