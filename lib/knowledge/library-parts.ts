import type { Encoder } from '../core/engine';
import type { PastTicket } from '../core/knowledge';
import { fail, type Result } from '../core/result';
import type { KnowledgeStore, PassageSet, StorePage } from '../core/stores';
import type { LabelledText } from '../core/team-intents';
import type { Ticket } from '../core/ticket';
import { dropTokens, embedSets, modelName, toIndexEntry } from './embed';
import type { Sanitise } from './import-raw';
import type { SearchIndex } from './search-index';
import { rememberTokens } from './token-memory';

/** What the library is made of; it owns none of it. */
export type LibraryParts = {
  store: KnowledgeStore;
  encoder: Encoder;
  index: SearchIndex;
  /** Makes a macro's HTML safe; without one macros keep plain text only. */
  sanitise?: Sanitise;
  /** Epoch milliseconds. */
  clock?: () => number;
  newId?: () => string;
  /** Takes examples of the team's intents that a file brought. */
  addExamples?: (examples: LabelledText[]) => Promise<unknown>;
  /**
   * Makes a past ticket, free of personal data, of one from an export: null where tickets are not to be remembered, undefined
   * where nobody has answered.
   */
  toPastTicket?: (ticket: Ticket, seenAt: string) => PastTicket | undefined | null;
  /** Takes personal data out of past tickets that a file brings. */
  redact?: (text: string) => string;
  /** Passages beyond which no further token vectors are stored. */
  tokenLimit?: number;
};

/** The parts and what every part of the library does with them. */
export type LibraryContext = Required<Omit<LibraryParts, 'sanitise'>> & {
  sanitise: Sanitise | undefined;
  /** Runs changes one after the other, so that database and index never disagree. A failure does not stop the next. */
  inOrder<T>(change: () => Promise<T>): Promise<T>;
  /** Stores the page, then puts its passages into the index. Call it inside `inOrder`. */
  commit(page: StorePage): Promise<void>;
  /** Puts stored sets into the index; owners that are there are replaced. Call it inside `inOrder`. */
  indexSets(sets: PassageSet[]): Promise<void>;
  /** Has the index written, once what came before is in it. */
  saveIndex(): Promise<void>;
  /** Vectors for as many sets as fit in the time one call may take; `refresh` makes up for the others. */
  embed(sets: PassageSet[], signal?: AbortSignal): Promise<PassageSet[]>;
  /** Embeds, in the background, what has no vectors of this model yet. Answers when there is nothing left to do. */
  refresh(): Promise<void>;
  /** Aborts when everything is deleted: what is still being prepared must not be stored after that. */
  life(): AbortSignal;
  /** Stops the background work until the next `refresh`. */
  pause(): void;
  /** Stops the background work and aborts the signal of `life`. */
  interrupt(): void;
};

/** How long one page of an import waits for its vectors; words are searchable at once, and `refresh` makes up for the rest. */
const embedLimitMs = 1_500;
const refreshSize = 8;
/**
 * About 4.6 kB a passage: 90 MB on disk, as much as an extension should take unasked. Beyond, passages without token vectors
 * count as average in the second stage.
 */
const maxTokenPassages = 20_000;

/** Joins the parts of a library. */
export function createContext(parts: LibraryParts): LibraryContext {
  const store = rememberTokens(parts.store);
  const { encoder, index, sanitise, clock = Date.now, newId = () => crypto.randomUUID() } = parts;
  const {
    tokenLimit = maxTokenPassages,
    addExamples = async () => {},
    toPastTicket = () => null,
    redact = (text) => text,
  } = parts;
  let tail: Promise<unknown> = Promise.resolve();
  let life = new AbortController();
  let background: { controller: AbortController; done: Promise<void> } | undefined;

  function inOrder<T>(change: () => Promise<T>): Promise<T> {
    const run = tail.then(change);
    tail = run.catch(() => undefined);
    return run;
  }

  const indexSets = (sets: PassageSet[]) => index.add(sets.map((set) => toIndexEntry(set, modelName(encoder))));

  async function embed(sets: PassageSet[], options: Parameters<typeof embedSets>[2]): Promise<PassageSet[]> {
    const embedded = await embedSets(encoder, sets, options);
    return (await index.size()) > tokenLimit ? dropTokens(embedded) : embedded;
  }

  async function refreshAll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const stale = await store.readStaleSets(modelName(encoder), refreshSize);
      if (stale.length === 0) break;
      const embedded = (await embed(stale, { signal })).filter((set) => set.model === modelName(encoder));
      // The model cannot be had now: the next start tries again.
      if (embedded.length === 0) break;
      await inOrder(async () => indexSets(await store.writeVectors(embedded)));
    }
    if (!signal.aborted) await inOrder(() => index.save());
  }

  function pause(): void {
    background?.controller.abort();
    background = undefined;
  }

  return {
    store,
    encoder,
    index,
    sanitise,
    clock,
    newId,
    tokenLimit,
    addExamples,
    toPastTicket,
    redact,
    inOrder,
    indexSets,
    saveIndex: () => inOrder(() => index.save()),
    async commit(page) {
      await store.storePage(page);
      await indexSets(page.sets);
    },
    embed(sets, signal) {
      const until = clock() + embedLimitMs;
      return embed(sets, { until, now: clock, ...(signal ? { signal } : {}) });
    },
    refresh() {
      if (background) return background.done;
      const controller = new AbortController();
      const done = refreshAll(controller.signal)
        // Without vectors search goes on by words; the reason shows in the model's state.
        .catch(() => undefined)
        .finally(() => {
          if (background?.controller === controller) background = undefined;
        });
      background = { controller, done };
      return done;
    },
    life: () => life.signal,
    pause,
    interrupt() {
      life.abort();
      life = new AbortController();
      pause();
    },
  };
}

/** Runs an engine call; a database that fails becomes a failure people can read. */
export async function attempt<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call();
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    if (reason.name === 'AbortError') return fail('cancelled', 'The import was stopped');
    if (/quota/i.test(`${reason.name} ${reason.message}`)) {
      return fail('storage-full', 'The browser has no room left for Deskside: remove a source or free disk space');
    }
    return fail('storage-failed', `The browser's storage did not take it: ${reason.message}`);
  }
}
