import type { Engine } from '../../lib/core/engine';
import type { PastTicket } from '../../lib/core/knowledge';
import type { ReplaySettings } from '../../lib/core/replay';
import { fail, ok, type Result } from '../../lib/core/result';
import { defaultSettings } from '../../lib/core/settings';
import type { Suggestions } from '../../lib/core/suggestion';
import type { Ticket } from '../../lib/core/ticket';
import { readImportFile } from '../../lib/knowledge/import-file';
import { tokenize } from '../../lib/knowledge/tokens';
import { keptShare } from '../../lib/learning/kept-share';
import { toTicket } from '../../lib/replay/past-tickets';
import { createReplayKeeper, type Loaded } from '../../lib/replay/replay-keeper';

type Calls = Pick<Engine, 'startReplay' | 'readReplay' | 'endReplay' | 'listReplay'>;
/** `suggest` as the engine's; `until`: each turn waits for it. */
type Parts = {
  suggest(ticket: Ticket): Promise<Pick<Suggestions, 'items' | 'silent'>>;
  past: PastTicket[];
  macros: { macros: readonly { id: string; text: string }[] };
  until(): Promise<void>;
};

/** A warm reply has a warm line in front. */
function inTone({ items, silent }: Pick<Suggestions, 'items' | 'silent'>, { tone, kinds }: ReplaySettings) {
  const shown = items.filter(({ kind }) => kinds[kind]);
  return {
    silent,
    items: shown.map((item) =>
      item.kind === 'reply' && tone === 'warm' ? { ...item, text: `Thank you for asking!\n\n${item.text}` } : item,
    ),
  };
}

/** The real keeper over suggestions that are made as the memory engine makes them. */
export function createMemoryReplay({ suggest, past, macros, until }: Parts): Calls {
  const keeper = createReplayKeeper({
    open: (signal) => (turn) => async (settings) => {
      await until();
      signal.throwIfAborted();
      return inTone(await suggest(turn.ticket), settings);
    },
    readMaterial: async () => ({ macros: macros.macros, links: new Map() }),
    tokenize,
    keptShare,
  });
  function load(from: Parameters<Engine['startReplay']>[0]['from']): Result<Loaded> {
    if (from.kind === 'file') {
      const read = readImportFile(from.file);
      if (!read.ok) return read;
      const { tickets, problems } = read.value;
      const list = tickets.map(({ ticket }) => ticket);
      if (list.length === 0) return fail('no-tickets', problems[0]?.message ?? 'nothing there');
      return ok({ name: from.file.name, tickets: list.length, problems, problemCount: problems.length, list });
    }
    const list = past.flatMap((one) => toTicket(one) ?? []);
    const before =
      from.kind === 'again'
        ? keeper.loaded()
        : { name: null, tickets: list.length, problems: [], problemCount: 0, list };
    return before ? ok(before) : fail('no-tickets', 'gone');
  }
  return {
    async startReplay({ from, change }) {
      const loaded = load(from);
      if (!loaded.ok) return loaded;
      keeper.start(loaded.value, { settings: defaultSettings, change });
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
