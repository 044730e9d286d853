import type {
  ReplayChange,
  ReplayedTurn,
  ReplayFilter,
  ReplaySettings,
  ReplaySource,
  ReplayState,
  ReplayTurn,
} from '../core/replay';
import type { SuggestionKind, Suggestions } from '../core/suggestion';
import type { Ticket } from '../core/ticket';
import { findDiffering, judgeTurn, type Truth } from './judge';
import { countTotals, median } from './totals';
import { splitTurns } from './turns';
import { createSourceFinder, type Material } from './used-sources';

/** Turns that one replay takes; more than a lead reads, and about half an hour of work for a slow machine. */
export const mostTurns = 1000;

/** Answers a turn with some settings; what its answers have in common is read once. */
export type AnswerTurn = (settings: ReplaySettings) => Promise<Pick<Suggestions, 'items' | 'silent'>>;

export type ReplayParts = {
  /** Begins a replay: what would be suggested at a turn, with nothing noted. Rejects once the signal is aborted. */
  open(signal: AbortSignal): (turn: ReplayTurn) => AnswerTurn;
  /** What agents can have written their replies with. */
  readMaterial(): Promise<Material>;
  tokenize(text: string): string[];
  keptShare: Truth['keptShare'];
  /** Milliseconds. */
  clock?: () => number;
};

/** Tickets to walk through, the first first. */
export type Loaded = ReplaySource & { list: readonly Ticket[] };
export type ReplayStart = { settings: ReplaySettings; change: ReplayChange | null };

/** Walks one set of tickets at a time and keeps what came of it in memory until the next. */
export type ReplayKeeper = {
  state(): ReplayState;
  /** The tickets of the latest replay. */
  loaded(): Loaded | null;
  /** Starts over with these tickets; a replay that runs ends. */
  start(loaded: Loaded, options: ReplayStart): void;
  /** Ends a replay that runs; what was walked so far stays. */
  cancel(): void;
  /** Lets go of the tickets and of everything that came of them. */
  clear(): void;
  list(page: { filter: ReplayFilter; offset: number; limit: number }): { items: ReplayedTurn[]; total: number };
};

/** The settings with the change made. */
export function applyChange(settings: ReplaySettings, { kinds, ...rest }: ReplayChange): ReplaySettings {
  return { ...settings, ...rest, kinds: { ...settings.kinds, ...kinds } };
}

const tests: Record<ReplayFilter, (turn: ReplayedTurn) => boolean> = {
  all: () => true,
  shown: ({ now }) => now.reply !== null,
  silent: ({ now }) => now.reply === null,
  agrees: ({ now }) => now.reply?.agrees === true,
  differs: ({ now }) => now.reply?.agrees === false,
  changed: ({ differing }) => differing.length > 0,
};

function countKinds(turns: readonly ReplayedTurn[]): Partial<Record<SuggestionKind, number>> {
  const kinds: Partial<Record<SuggestionKind, number>> = {};
  for (const kind of turns.flatMap(({ differing }) => differing)) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

type Run = {
  controller: AbortController;
  phase: Exclude<ReplayState['phase'], 'empty'>;
  loaded: Loaded;
  turns: ReplayTurn[];
  leftOut: number;
  options: ReplayStart;
  walked: ReplayedTurn[];
  tookMs: number[];
  failure?: string;
};

function summarise({ phase, loaded, turns, leftOut, options, walked, tookMs, failure }: Run): ReplayState {
  const { list: _list, ...source } = loaded;
  const { change } = options;
  const second = walked.flatMap(({ changed, real }) => (changed ? [{ answer: changed, real }] : []));
  const differing = walked.filter(tests.changed);
  return {
    phase,
    source,
    turns: turns.length,
    done: walked.length,
    leftOut,
    change,
    now: countTotals(walked.map(({ now, real }) => ({ answer: now, real }))),
    changed: change ? countTotals(second) : null,
    differing: change ? { turns: differing.length, kinds: countKinds(differing) } : null,
    medianMs: median(tookMs),
    ...(failure === undefined ? {} : { failure }),
  };
}

const empty: ReplayState = {
  phase: 'empty',
  source: null,
  turns: 0,
  done: 0,
  leftOut: 0,
  change: null,
  now: null,
  changed: null,
  differing: null,
  medianMs: null,
};

/** Keeps replays in memory; one runs at a time. */
export function createReplayKeeper(parts: ReplayParts): ReplayKeeper {
  const { open, readMaterial, tokenize, keptShare, clock = () => performance.now() } = parts;
  let run: Run | undefined;

  async function walk({ controller: { signal }, turns, options, walked, tookMs }: Run): Promise<void> {
    const { settings, change } = options;
    const findSources = createSourceFinder(await readMaterial(), tokenize);
    const answerAt = open(signal);
    for (const [place, turn] of turns.entries()) {
      signal.throwIfAborted();
      const { ticket, question, real } = turn;
      const answer = answerAt(turn);
      const truth: Truth = { real, used: findSources(real), keptShare };
      const start = clock();
      const now = judgeTurn(await answer(settings), truth);
      const ms = clock() - start;
      const changed = change ? judgeTurn(await answer(applyChange(settings, change)), truth) : null;
      signal.throwIfAborted();
      tookMs.push(ms);
      walked.push({
        id: String(place),
        ticketId: ticket.id,
        subject: ticket.subject ?? '',
        question,
        real,
        now,
        changed,
        differing: changed ? findDiffering(now, changed) : [],
      });
    }
  }

  function cancel(): void {
    if (run?.phase !== 'running') return;
    run.phase = 'cancelled';
    run.controller.abort();
  }

  return {
    state: () => (run ? summarise(run) : empty),
    loaded: () => run?.loaded ?? null,
    start(loaded, options) {
      cancel();
      const all = loaded.list.flatMap(splitTurns);
      const turns = all.slice(0, mostTurns);
      const leftOut = all.length - turns.length;
      const controller = new AbortController();
      const mine: Run = { controller, phase: 'running', loaded, turns, leftOut, options, walked: [], tookMs: [] };
      run = mine;
      walk(mine).then(
        () => {
          if (mine.phase === 'running') mine.phase = 'done';
        },
        (error: unknown) => {
          if (mine.phase !== 'running') return;
          mine.phase = 'failed';
          mine.failure = error instanceof Error ? error.message : String(error);
        },
      );
    },
    cancel,
    clear() {
      cancel();
      run = undefined;
    },
    list({ filter, offset, limit }) {
      const found = (run?.walked ?? []).filter(tests[filter]);
      // Those that the change makes different are what the agent looks for.
      const items = [...found.filter(tests.changed), ...found.filter((turn) => !tests.changed(turn))];
      return { items: items.slice(offset, offset + limit), total: items.length };
    },
  };
}
