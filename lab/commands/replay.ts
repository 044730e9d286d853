import type { ReplayAnswer } from '../../lib/core/replay';
import type { Settings } from '../../lib/core/settings';
import { defaultSettings } from '../../lib/core/settings';
import { suggestionKinds } from '../../lib/core/suggestion';
import { tokenize } from '../../lib/knowledge/tokens';
import { keptShare } from '../../lib/learning/kept-share';
import { judgeTurn } from '../../lib/replay/judge';
import { countTotals } from '../../lib/replay/totals';
import { splitTurns } from '../../lib/replay/turns';
import { createSourceFinder, foldAddress } from '../../lib/replay/used-sources';
import { readContext, runKinds } from '../../lib/suggestions/suggest';
import type { Command } from '../command';
import { toTicket } from '../conversation';
import { type Desk, openDesk, ownId, readDesk } from '../desk';
import { readFlags, requireFlag, UsageError } from '../flags';
import { readRows } from '../jsonl';
import { openModel } from '../model';
import { round } from '../numbers';
import { createProgress } from '../progress';
import { openReader } from '../reader';
import { summarise } from '../replay';
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

const linksOf = ({ articles }: Desk) =>
  new Map(articles.flatMap(({ item }) => (item.url ? [[foldAddress(item.url), item.id] as const] : [])));

const rounded = (summary: ReturnType<typeof summarise>) =>
  Object.fromEntries(
    Object.entries(summary).map(([name, value]) => [name, typeof value === 'number' ? round(value) : value]),
  );

/** `replay`: what would have been suggested before each of the agents' turns of past conversations. */
export const replay: Command = {
  help: 'replay --desk desk.json --history past.jsonl [--kinds reply,article] [--least 0.7]    per agent turn {"id","turn","real","reply","macros","articles","nextStep","routing","used","rank","saved","kept","agrees","silent"}, then {"summary":true,"recall1","recall3","mrr","charactersSaved","agreement"…}; used: macros that the agent wrote with, by their words; --least: confidence below which nothing is shown',
  async run(args, { output }) {
    const flags = readFlags(args, ['--desk', '--history', '--kinds', '--least']);
    const desk = readDesk(requireFlag(flags, '--desk'));
    const tickets = readTickets(requireFlag(flags, '--history'));
    const settings = { ...defaultSettings, kinds: readKinds(flags.get('--kinds')) };
    const least = readLeast(flags.get('--least'));
    const model = await openModel();
    const deps = await openDesk(desk, model.encoder);
    const reader = openReader(model);
    const macros = desk.macros.map(({ item }) => ({ id: item.id, text: item.text }));
    const findSources = createSourceFinder({ macros, links: linksOf(desk) }, tokenize);
    const turns = tickets.flatMap(splitTurns);
    const progress = createProgress(turns.length);
    const answers: { answer: ReplayAnswer; real: string }[] = [];
    const ranks: (number | null)[] = [];
    for (const { index, ticket, real, at } of turns) {
      // As the panel asks: only the open turn is read.
      const signals = await reader.read(ticket, 'latest');
      const sentAt = Date.parse(at ?? '');
      const timed = Number.isNaN(sentAt) ? deps : { ...deps, now: () => sentAt };
      const context = await readContext({ ticket, signals, settings, alternative: 0 }, timed);
      const { items, silent } = await runKinds(context);
      const isSure = (one: { confidence: number }) => one.confidence >= least;
      const sure = items.filter((item) => item.kind !== 'reply' || isSure(item));
      if (sure.length < items.length) silent.push({ kind: 'reply', why: 'low-confidence' });
      const sources = findSources(real);
      const answer = judgeTurn({ items: sure, silent }, { real, used: sources, keptShare });
      const given = await answerContext(context, { items: sure, silent });
      const shown = given.macros?.filter(isSure) ?? [];
      const used = sources.filter((id) => macros.some((macro) => macro.id === id)).map(ownId);
      const place = shown.findIndex(({ id }) => used.includes(id));
      const rank = place < 0 ? null : place + 1;
      if (used.length > 0) ranks.push(rank);
      answers.push({ answer, real });
      const { reply, articles, nextStep, routing } = given;
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
        saved: answer.reply?.saved ?? 0,
        kept: answer.reply ? round(answer.reply.kept) : null,
        agrees: answer.reply?.agrees ?? null,
        silent: given.silent,
      };
      output.write(`${JSON.stringify(line)}\n`);
      progress.step();
    }
    progress.end();
    output.write(`${JSON.stringify(rounded(summarise(countTotals(answers), ranks)))}\n`);
    return 0;
  },
};
