import type { Settings } from '../../lib/core/settings';
import { defaultSettings } from '../../lib/core/settings';
import { suggestionKinds } from '../../lib/core/suggestion';
import { createSignalReader } from '../../lib/signals/read-signals';
import { readContext } from '../../lib/suggestions/suggest';
import type { Command } from '../command';
import { toTicket } from '../conversation';
import { openDesk, ownId, readDesk } from '../desk';
import { readFlags, requireFlag, UsageError } from '../flags';
import { readRows } from '../jsonl';
import { openModel } from '../model';
import { round } from '../numbers';
import { createProgress } from '../progress';
import { charactersSaved, macrosUsed, type ReplayTally, splitTurns, summarise } from '../replay';
import { answerContext } from './suggest';

/** All kinds, or those named; throws `UsageError` for one that there is not. */
function readKinds(flag: string | undefined): Settings['kinds'] {
  if (flag === undefined) return defaultSettings.kinds;
  const named = flag.split(',');
  const unknown = named.find((name) => !suggestionKinds.some((kind) => kind === name));
  if (unknown !== undefined) throw new UsageError(`--kinds knows ${suggestionKinds.join(', ')}, not ${unknown}.`);
  return Object.fromEntries(suggestionKinds.map((kind) => [kind, named.includes(kind)])) as Settings['kinds'];
}

/** The least confidence that is shown on top of each kind's own threshold, 0 to 1. */
function readLeast(flag = '0'): number {
  const least = Number(flag);
  if (!(least >= 0 && least <= 1)) throw new UsageError('--least must be a number from 0 to 1.');
  return least;
}

function readTickets(path: string) {
  return readRows(path).map((row, index) => {
    try {
      return toTicket(row);
    } catch (error) {
      throw new UsageError(`${path}, row ${index + 1}: ${error instanceof Error ? error.message : String(error)}.`);
    }
  });
}

const rounded = (summary: ReturnType<typeof summarise>) =>
  Object.fromEntries(
    Object.entries(summary).map(([name, value]) => [name, typeof value === 'number' ? round(value) : value]),
  );

/** `replay`: what would have been suggested before each of the agents' turns of past conversations. */
export const replay: Command = {
  help: 'replay --desk desk.json --history past.jsonl [--kinds reply,article] [--least 0.7]    per agent turn {"id","turn","real","reply","macros","articles","nextStep","routing","used","rank","saved"}, then {"summary":true,"recall1","recall3","mrr","charactersSaved"…}; used: macros that the agent wrote with, by their words; --least: confidence below which nothing is shown',
  async run(args, { output }) {
    const flags = readFlags(args, ['--desk', '--history', '--kinds', '--least']);
    const desk = readDesk(requireFlag(flags, '--desk'));
    const tickets = readTickets(requireFlag(flags, '--history'));
    const settings = { ...defaultSettings, kinds: readKinds(flags.get('--kinds')) };
    const least = readLeast(flags.get('--least'));
    const model = await openModel();
    const deps = await openDesk(desk, model.encoder);
    const reader = createSignalReader(model);
    const macros = desk.macros.map(({ item }) => ({ id: ownId(item.id), text: item.text }));
    const turns = tickets.flatMap(splitTurns);
    const progress = createProgress(turns.length);
    const tally: ReplayTally = { turns: turns.length, shown: 0, ranks: [], saved: 0, typed: 0 };
    for (const { index, ticket, real } of turns) {
      const signals = await reader.read(ticket, 'all');
      const context = await readContext({ ticket, signals, settings, alternative: 0 }, deps);
      const given = await answerContext(context);
      const isSure = (one: { confidence: number }) => one.confidence >= least;
      const reply = given.reply && isSure(given.reply) ? given.reply : null;
      const shown = given.macros?.filter(isSure) ?? [];
      const used = macrosUsed(real, macros);
      const place = shown.findIndex(({ id }) => used.includes(id));
      const rank = place < 0 ? null : place + 1;
      const saved = charactersSaved(reply?.text ?? null, real);
      if (used.length > 0) tally.ranks.push(rank);
      if (reply) tally.shown += 1;
      tally.saved += saved;
      tally.typed += real.length;
      const { articles, nextStep, routing } = given;
      const line = {
        id: ticket.id,
        turn: index,
        real,
        reply,
        macros: shown,
        articles,
        nextStep,
        routing,
        used,
        rank,
        saved,
      };
      output.write(`${JSON.stringify(line)}\n`);
      progress.step();
    }
    progress.end();
    output.write(`${JSON.stringify(rounded(summarise(tally)))}\n`);
    return 0;
  },
};
