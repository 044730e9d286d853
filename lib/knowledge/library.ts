import type { Engine, KnowledgeCounts, Reading } from '../core/engine';
import type { Article, Hit, Macro, PastTicket, SearchQuery, SourceId } from '../core/knowledge';
import { fail, ok, type Result } from '../core/result';
import type { OwnerKey } from '../core/stores';
import { modelName } from './embed';
import { createImportCalls } from './import-jobs';
import { importFile, rememberTicket } from './library-files';
import { attempt, createContext, type LibraryContext, type LibraryParts } from './library-parts';
import { parsePlaybook } from './playbook';
import { searchInTwoStages } from './second-stage';

/** The knowledge half of the engine, and what its other half needs of it. */
export type Library = Pick<
  Engine,
  | 'beginImport'
  | 'storeBatch'
  | 'endImport'
  | 'importFile'
  | 'removeSource'
  | 'listArticles'
  | 'listMacros'
  | 'listPlaybooks'
  | 'savePlaybook'
  | 'remove'
  | 'search'
  | 'exportAll'
  | 'deleteAll'
> & {
  /** Fills the index from the database, then embeds in the background what has no vectors of this model. Call it once. */
  load(options: { signal?: AbortSignal }): Promise<Result<null>>;
  counts(): Promise<Result<KnowledgeCounts>>;
  /** Where what it holds came from. Fails as the database does. */
  listSources(): Promise<Result<SourceId[]>>;
  /** As `search`, with the query's encoding at hand, or null for words only. */
  searchWith(query: SearchQuery, reading: Reading | null): Promise<Result<Hit[]>>;
  /** Answers when everything has vectors of this model, or the model cannot be had. */
  refreshVectors(): Promise<void>;
  /** Fails with `not-found`. */
  addTag(key: OwnerKey, tag: string): Promise<Result<null>>;
  readArticle(id: string): Promise<Article | undefined>;
  readMacro(id: string): Promise<Macro | undefined>;
  readPastTicket(id: string): Promise<PastTicket | undefined>;
  listPastTickets(limit: number): Promise<PastTicket[]>;
  /** Removes past tickets, from the search too. */
  removePastTickets(ids: string[]): Promise<Result<null>>;
  /** Keeps a past ticket (already free of personal data) and makes it searchable. */
  rememberTicket(ticket: PastTicket): Promise<Result<null>>;
};

/** The library over a store, an encoder and an index. It answers before `load` has ended, with what is there. */
export function createLibrary(parts: LibraryParts): Library {
  const context = createContext(parts);
  const { store, encoder } = context;
  return {
    ...createImportCalls(context),
    ...createEditCalls(context),
    ...createSearchCalls(context),
    importFile: (file) => attempt(() => importFile(context, file)),
    listArticles: (page) => attempt(async () => ok(await store.listArticles(page))),
    listMacros: (page) => attempt(async () => ok(await store.listMacros(page))),
    listPlaybooks: () => attempt(async () => ok(await store.listPlaybooks())),
    counts: () => attempt(async () => ok(await store.counts(modelName(encoder)))),
    listSources: () => attempt(async () => ok(await store.listSources())),
    load: ({ signal }) => attempt(() => load(context, signal)),
    refreshVectors: () => context.refresh(),
    exportAll: () =>
      attempt(async () => ok(JSON.stringify(await store.exportAll(new Date(context.clock()).toISOString())))),
    addTag: (key, tag) =>
      attempt(() =>
        context.inOrder(async () =>
          (await store.addTag(key, tag.trim()))
            ? ok(null)
            : fail('not-found', 'This entry is no longer in the library'),
        ),
      ),
    readArticle: (id) => store.readArticle(id),
    readMacro: (id) => store.readMacro(id),
    readPastTicket: (id) => store.readPastTicket(id),
    listPastTickets: (limit) => store.listPastTickets(limit),
    removePastTickets: (ids) =>
      attempt(() =>
        context.inOrder(async () => {
          const keys = ids.map((id) => ({ kind: 'past' as const, id }));
          await store.removeOwners(keys);
          await context.index.remove(keys);
          await context.index.save();
          return ok(null);
        }),
      ),
    rememberTicket: (ticket) => attempt(() => rememberTicket(context, ticket)),
  };
}

async function load(context: LibraryContext, signal?: AbortSignal): Promise<Result<null>> {
  const { index, encoder } = context;
  await index.load(modelName(encoder));
  signal?.throwIfAborted();
  await context.saveIndex();
  void context.refresh();
  return ok(null);
}

type SearchCalls = Pick<Library, 'search' | 'searchWith'>;

function createSearchCalls({ store, index, encoder }: LibraryContext): SearchCalls {
  const parts = { index, readTokens: (ids: string[]) => store.readTokens(ids, modelName(encoder)) };
  async function readQuery(text: string): Promise<Reading | null> {
    try {
      return (await encoder.encode([text], { priority: 'now' }))[0] ?? null;
    } catch {
      // Without the model the words still find something.
      return null;
    }
  }
  return {
    search: (query) =>
      attempt(async () => {
        if (query.text.trim() === '') return ok([]);
        return ok(await searchInTwoStages(parts, query, { reading: await readQuery(query.text) }));
      }),
    searchWith: (query, reading) => attempt(async () => ok(await searchInTwoStages(parts, query, { reading }))),
  };
}

type EditCalls = Pick<Library, 'removeSource' | 'savePlaybook' | 'remove' | 'deleteAll'>;

function createEditCalls(context: LibraryContext): EditCalls {
  const { store, index, clock, newId } = context;
  return {
    removeSource: (source) =>
      attempt(() =>
        context.inOrder(async () => {
          await index.remove(await store.removeSource(source));
          await index.save();
          return ok(null);
        }),
      ),
    savePlaybook: ({ id, text }) =>
      attempt(async () => {
        const parsed = parsePlaybook(text, id ?? `playbook:${newId()}`);
        if (!parsed.ok) return parsed;
        const playbook = { ...parsed.value, updatedAt: new Date(clock()).toISOString() };
        await store.savePlaybook(playbook);
        return ok(playbook);
      }),
    remove: ({ kind, id }) =>
      attempt(() =>
        context.inOrder(async () => {
          if (kind === 'playbook') await store.removePlaybook(id);
          else {
            await store.removeOwners([{ kind, id }]);
            await index.remove([{ kind, id }]);
            await index.save();
          }
          return ok(null);
        }),
      ),
    deleteAll() {
      context.interrupt();
      return attempt(() =>
        context.inOrder(async () => {
          await store.deleteAll();
          await index.clear();
          return ok(null);
        }),
      );
    },
  };
}
