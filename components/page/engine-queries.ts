import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AuditFilter } from '../../lib/core/audit';
import type { Engine, EngineState } from '../../lib/core/engine';
import type { Article, Macro, SearchQuery } from '../../lib/core/knowledge';
import type { ReplayFilter } from '../../lib/core/replay';
import { unwrap } from '../query-client';

const busyMs = 700;
const idleMs = 3_000;

const isBusy = (state: EngineState | undefined) =>
  state?.model.status === 'loading' || state?.knowledge.sources.some(({ job }) => job?.status === 'running') === true;

/** State of the engine, asked again every 0.7 s while a model loads or an import runs, else every 3 s. */
export const stateQuery = (engine: Engine) =>
  queryOptions({
    queryKey: ['engine', 'state'] as const,
    queryFn: ({ signal }) => unwrap(engine.state(), signal),
    refetchInterval: ({ state }) => (isBusy(state.data) ? busyMs : idleMs),
  });

type ListRequest = { kind: 'article' | 'macro'; offset: number; limit: number; text: string };

/** One page of a list and how many there are in all. */
export type ItemPage = { items: (Article | Macro)[]; total: number };

/** One page of articles or macros; the last page stays while the next is fetched. */
export const listQuery = (engine: Engine, { kind, offset, limit, text }: ListRequest) =>
  queryOptions({
    queryKey: ['library', kind, { offset, limit, text }] as const,
    queryFn: ({ signal }): Promise<ItemPage> => {
      const page = { offset, limit, ...(text === '' ? {} : { text }) };
      return kind === 'article' ? unwrap(engine.listArticles(page), signal) : unwrap(engine.listMacros(page), signal);
    },
    placeholderData: keepPreviousData,
    staleTime: 2_000,
  });

/** All playbooks. */
export const playbooksQuery = (engine: Engine) =>
  queryOptions({
    queryKey: ['library', 'playbook'] as const,
    queryFn: ({ signal }) => unwrap(engine.listPlaybooks(), signal),
    staleTime: 2_000,
  });

const checkingMs = 400;

/** State of the library; asked again every 0.4 s while a check runs. */
export const healthQuery = (engine: Engine) =>
  queryOptions({
    queryKey: ['library', 'health'] as const,
    queryFn: ({ signal }) => unwrap(engine.readHealth(), signal),
    refetchInterval: ({ state }) => (state.data && state.data.progress !== null ? checkingMs : false),
  });

const trainingMs = 250;

/** The team's own intents; asked again every 0.25 s while they are learnt. */
export const intentsQuery = (engine: Engine) =>
  queryOptions({
    queryKey: ['library', 'intents'] as const,
    queryFn: ({ signal }) => unwrap(engine.readIntents(), signal),
    refetchInterval: ({ state }) =>
      state.data && ['reading', 'training'].includes(state.data.training.phase) ? trainingMs : false,
  });

/** Hits of a search; the last ones stay while the next are fetched. */
export const searchQuery = (engine: Engine, query: SearchQuery) =>
  queryOptions({
    queryKey: ['library', 'search', query] as const,
    queryFn: ({ signal }) => unwrap(engine.search(query), signal),
    enabled: query.text !== '',
    placeholderData: keepPreviousData,
    staleTime: 2_000,
  });

/** What the agent's choices taught. */
export const learningQuery = (engine: Engine) =>
  queryOptions({
    queryKey: ['library', 'learning'] as const,
    queryFn: ({ signal }) => unwrap(engine.readLearning(), signal),
    staleTime: 2_000,
  });

/** What is kept of customers on this device. */
export const privacyQuery = (engine: Engine) =>
  queryOptions({
    queryKey: ['library', 'privacy'] as const,
    queryFn: ({ signal }) => unwrap(engine.readPrivacy(), signal),
    refetchInterval: 5_000,
  });

const replayingMs = 400;

/** How far a replay is; asked again every 0.4 s while one runs. */
export const replayQuery = (engine: Engine) =>
  queryOptions({
    queryKey: ['library', 'replay'] as const,
    queryFn: ({ signal }) => unwrap(engine.readReplay(), signal),
    refetchInterval: ({ state }) => (state.data?.phase === 'running' ? replayingMs : false),
  });

/** One page of the turns walked so far. `done`: how many there are in all, so that the page is asked for again with more. */
export const replayTurnsQuery = (
  engine: Engine,
  { done, ...page }: { filter: ReplayFilter; offset: number; limit: number; done: number },
) =>
  queryOptions({
    queryKey: ['library', 'replay', 'turns', page, done] as const,
    queryFn: ({ signal }) => unwrap(engine.listReplay(page), signal),
    placeholderData: keepPreviousData,
    // Each count of turns has an answer of its own; old ones are not needed again.
    gcTime: 2_000,
  });

/** One page of the log; the last one stays while the next is fetched. */
export const auditQuery = (engine: Engine, request: { filter: AuditFilter; offset: number; limit: number }) =>
  queryOptions({
    queryKey: ['library', 'audit', request] as const,
    queryFn: ({ signal }) => unwrap(engine.readAudit(request), signal),
    placeholderData: keepPreviousData,
    staleTime: 2_000,
  });

const verifyingMs = 250;

/** How far a verification of the log is; asked again every 0.25 s while one runs. */
export const auditCheckQuery = (engine: Engine) =>
  queryOptions({
    queryKey: ['library', 'audit-check'] as const,
    queryFn: ({ signal }) => unwrap(engine.verifyAudit({ action: 'look' }), signal),
    refetchInterval: ({ state }) => (state.data && state.data.progress !== null ? verifyingMs : false),
  });
