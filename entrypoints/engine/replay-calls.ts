import type { Encoder, Engine } from '@/lib/core/engine';
import type { SourceId } from '@/lib/core/knowledge';
import type { ModelCard } from '@/lib/core/model-card';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Settings } from '@/lib/core/settings';
import type { Ticket } from '@/lib/core/ticket';
import { readImportFile } from '@/lib/knowledge/import-file';
import type { Library } from '@/lib/knowledge/library';
import { keptShare } from '@/lib/learning/kept-share';
import type { Learner } from '@/lib/learning/learner';
import { encodeLater } from '@/lib/replay/later-encoder';
import { isOfTicket, toTicket } from '@/lib/replay/past-tickets';
import { createReplayKeeper, type Loaded, type ReplayParts } from '@/lib/replay/replay-keeper';
import { splitTurns } from '@/lib/replay/turns';
import { foldAddress, type Material } from '@/lib/replay/used-sources';
import { createSignalReader } from '@/lib/signals/read-signals';
import type { SuggestDeps, TextTools } from '@/lib/suggestions/define-suggestion';
import { suggest } from '@/lib/suggestions/suggest';
import { createVectorMemory } from '@/lib/suggestions/vector-memory';

type Parts = {
  library: Library;
  encoder: Encoder;
  cards: readonly ModelCard[];
  learner: Learner;
  text: TextTools;
  settings(): Settings;
  /** Where a ticket's knowledge may come from. */
  sourcesFor(ticket: Ticket): Promise<SourceId[]>;
  playbooksFor: (ticket: Ticket) => ReturnType<SuggestDeps['knowledge']['listPlaybooks']>;
};
type ReplayCalls = Pick<Engine, 'startReplay' | 'readReplay' | 'endReplay' | 'listReplay'>;

/** Past tickets read of those kept; more than one replay takes. */
const mostKept = 2000;
const pageSize = 500;
/** Problems of a file that are told; the others are counted. */
const mostProblems = 50;

/** Suggestions as the panel gets them, with other settings, and nothing noted of what was shown. */
function openAnswers(parts: Parts): ReplayParts['open'] {
  const { library, cards, learner, text, settings, sourcesFor, playbooksFor } = parts;
  return (signal) => {
    const encoder = encodeLater(parts.encoder, signal);
    const vectors = createVectorMemory(encoder);
    const reader = createSignalReader({ encoder, cards });
    return ({ ticket, at }) => {
      const read = once(() => Promise.all([reader.read(ticket, 'latest', signal), sourcesFor(ticket)]));
      const search = async (sources: SourceId[], ...[query, reading]: Parameters<SuggestDeps['search']>) => {
        const found = await library.searchWith({ ...query, sources }, reading);
        if (!found.ok) throw new Error(found.error.message);
        return found.value.filter(({ ownerKind, ownerId }) => ownerKind !== 'past' || !isOfTicket(ownerId, ticket));
      };
      const sentAt = Date.parse(at ?? '');
      return async (tried) => {
        const [signals, sources] = await read();
        const deps: SuggestDeps = {
          encoder,
          vectors,
          text,
          search: (query, reading) => search(sources, query, reading),
          ...learner.look(tried.learnFromChoices),
          knowledge: { ...library, listPlaybooks: () => playbooksFor(ticket) },
          ...(Number.isNaN(sentAt) ? {} : { now: () => sentAt }),
        };
        const request = { ticket, signals, settings: { ...settings(), ...tried }, alternative: 0, signal };
        const suggestions = await suggest(request, deps);
        // Counted as silence it would make the whole comparison wrong.
        const failed = suggestions.silent.filter(({ why }) => why === 'failed').map(({ kind }) => kind);
        if (failed.length > 0) throw new Error(`No answer about ${failed.join(', ')}, ticket ${ticket.id}`);
        return suggestions;
      };
    };
  };
}

/** The practice page is one of our own pages. */
export const isPractice = (source: SourceId) => /^[a-z]+-extension:/.test(source);

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Everything of a list that is read in pages. */
async function readAll<T>(read: (page: { offset: number; limit: number }) => Promise<Result<{ items: T[] }>>) {
  const all: T[] = [];
  for (;;) {
    const page = await read({ offset: all.length, limit: pageSize });
    if (!page.ok) return all;
    all.push(...page.value.items);
    if (page.value.items.length < pageSize) return all;
  }
}

async function readMaterial({ listMacros, listArticles }: Library): Promise<Material> {
  const macros = (await readAll(listMacros)).filter(({ isNote, text }) => !isNote && text !== '');
  const articles = await readAll(listArticles);
  const links = articles.flatMap(({ id, url }) => (url ? [[foldAddress(url), id] as const] : []));
  return { macros: macros.map(({ id, text }) => ({ id, text })), links: new Map(links) };
}

/** The tickets of an export, with what of it could not be read. Nothing is kept. */
function readTickets(file: Parameters<Engine['importFile']>[0]): Result<Loaded> {
  const read = readImportFile(file);
  if (!read.ok) return read;
  const { tickets, pastTickets, problems } = read.value;
  const list = [...tickets.map(({ ticket }) => ticket), ...pastTickets.flatMap((past) => toTicket(past) ?? [])];
  const [problem] = problems;
  if (list.length === 0) return fail('no-tickets', problem?.message ?? 'There are no past tickets in the file');
  return ok({
    name: file.name,
    tickets: list.length,
    problems: problems.slice(0, mostProblems),
    problemCount: problems.length,
    list,
  });
}

/** The engine's calls about what would have been suggested in past tickets. */
export function createReplayCalls(parts: Parts): ReplayCalls {
  const { library, text, settings } = parts;
  const keeper = createReplayKeeper({
    open: openAnswers(parts),
    readMaterial: () => readMaterial(library),
    tokenize: text.tokenize,
    keptShare,
  });
  async function load(from: Parameters<Engine['startReplay']>[0]['from']): Promise<Result<Loaded>> {
    if (from.kind === 'file') return readTickets(from.file);
    const before = keeper.loaded();
    if (from.kind === 'again') return before ? ok(before) : fail('no-tickets', 'No tickets are loaded any more');
    if (!settings().rememberTickets) return fail('memory-off', 'Past tickets are not kept on this device');
    const kept = (await library.listPastTickets(mostKept)).filter(({ source }) => !isPractice(source));
    const list = kept.flatMap((past) => toTicket(past) ?? []);
    if (list.length === 0) return fail('no-tickets', 'No past tickets are kept yet');
    return ok({ name: null, tickets: list.length, problems: [], problemCount: 0, list });
  }
  return {
    async startReplay({ from, change }) {
      const loaded = await load(from);
      if (!loaded.ok) return loaded;
      if (!loaded.value.list.some((ticket) => splitTurns(ticket).length > 0))
        return fail('no-turns', 'In none of these tickets did an agent answer a customer');
      keeper.start(loaded.value, { settings: settings(), change });
      return ok(keeper.state());
    },
    readReplay: async () => ok(keeper.state()),
    async endReplay({ action }) {
      if (action === 'cancel') keeper.cancel();
      else keeper.clear();
      return ok(keeper.state());
    },
    listReplay: async (page) => ok(keeper.list(page)),
  };
}
