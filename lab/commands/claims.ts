import { defaultSettings } from '../../lib/core/settings';
import { replyStyles } from '../../lib/core/suggestion';
import type { Ticket } from '../../lib/core/ticket';
import { suggest } from '../../lib/suggestions/suggest';
import { type CheckedSentence, checkReply, claimKinds, strayText } from '../claims';
import type { Command } from '../command';
import { toTicket } from '../conversation';
import { openDesk, readDesk } from '../desk';
import { isFolder, readParts } from '../desk-folder';
import { readFlags, requireFlag, UsageError } from '../flags';
import { type JsonObject, readRows } from '../jsonl';
import { openModel } from '../model';
import { round } from '../numbers';
import { createProgress } from '../progress';
import { openReader } from '../reader';

type Tally = { replies: number; stray: number; unanswered: number; checked: Map<string, CheckedSentence> };

/** A row of conversations, or of messages alone (`text`). */
function readTicket(row: JsonObject): Ticket {
  return toTicket(Array.isArray(row.turns) ? row : { ...row, turns: [{ role: 'customer', text: row.text }] });
}

function readTickets(desk: string, file: string | undefined): Ticket[] {
  if (file !== undefined) return readRows(file).map(readTicket);
  if (!isFolder(desk)) throw new UsageError('--in is missing: a desk of one file holds no conversations.');
  return readParts(desk, 'conversations').map(readTicket);
}

/** Deals with every n-th conversation, so that a part of them stands for all. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_item, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
}

function report({ replies, stray, unanswered, checked }: Tally, desk: string) {
  const all = [...checked.values()];
  const failed = all.filter(({ unsupported }) => unsupported.length > 0);
  const lacking = (kind: string) =>
    all.filter(({ unsupported }) => unsupported.some((one) => one.kind === kind)).length;
  return {
    desk,
    replies,
    repliesWithStrayText: stray,
    repliesWithOpenQuestions: unanswered,
    sentences: all.length,
    claims: all.reduce((sum, { claims }) => sum + claims, 0),
    supported: all.length === 0 ? null : round(1 - failed.length / all.length),
    unsupported: Object.fromEntries(claimKinds.map((kind) => [kind, lacking(kind)])),
    failures: failed,
  };
}

/** `claims`: whether the sentences of drafts claim nothing that their sources do not. */
export const claims: Command = {
  help: 'claims --desk FOLDER|desk.json [--in conversations.jsonl] [--count 200] [--list yes]    → {"sentences","claims","supported","unsupported","failures"}; --list: each sentence with the words it cites',
  async run(args, { output }) {
    const flags = readFlags(args, ['--desk', '--in', '--count', '--list']);
    const path = requireFlag(flags, '--desk');
    const count = Number(flags.get('--count') ?? 200);
    if (!(count > 0)) throw new UsageError('--count must be a number above 0.');
    const tickets = readTickets(path, flags.get('--in'));
    const model = await openModel();
    const deps = await openDesk(readDesk(path), model.encoder);
    const reader = openReader(model);
    const tally: Tally = { replies: 0, stray: 0, unanswered: 0, checked: new Map() };
    const progress = createProgress();
    for (const ticket of spread(tickets, count)) {
      if (tally.checked.size >= count) break;
      const signals = await reader.read(ticket, 'latest');
      for (const style of [undefined, ...replyStyles]) {
        const request = { ticket, signals, settings: defaultSettings, alternative: 0, ...(style ? { style } : {}) };
        const reply = (await suggest(request, deps)).items.find((item) => item.kind === 'reply');
        if (!reply) break;
        tally.replies += 1;
        if (strayText(reply) !== '') tally.stray += 1;
        if (reply.unanswered) tally.unanswered += 1;
        for (const one of await checkReply(reply, { deps, ticket }))
          if (tally.checked.size < count) tally.checked.set(`${one.source}\n${one.text}`, one);
      }
      progress.step();
    }
    progress.end();
    if (flags.has('--list')) for (const one of tally.checked.values()) output.write(`${JSON.stringify(one)}\n`);
    const told = report(tally, path);
    output.write(`${JSON.stringify(told)}\n`);
    return told.sentences > 0 && told.failures.length === 0 && tally.stray === 0 ? 0 : 1;
  },
};
