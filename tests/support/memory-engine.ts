import { previewPlaybook } from '../../components/library/playbook-text';
import type { AuditRow, AuditVerdict } from '../../lib/core/audit';
import type { Engine, EngineState } from '../../lib/core/engine';
import type { HealthState } from '../../lib/core/health';
import type { Article, Hit, ImportJob, Macro, PastTicket, Playbook } from '../../lib/core/knowledge';
import type { LearningState } from '../../lib/core/learning';
import { fail, ok, type Result } from '../../lib/core/result';
import type { Suggestions } from '../../lib/core/suggestion';
import { conversationKey, openTurn, type Ticket } from '../../lib/core/ticket';
import { createMemoryKeeper } from './intent-fakes';
import { modelCards } from './model-cards';
import { createMemoryPrivacy, type MemoryPrivacy, privacyCalls } from './privacy-fakes';
import { createMemoryReplay } from './replay-fakes';

const readyModel: EngineState['model'] = {
  status: 'ready',
  progress: 1,
  modelId: 'deskside-signals',
  version: '1.0.0',
  threads: 2,
  memoryBytes: 142_000_000,
  coldStartMs: 712.4,
};

/** A small engine in memory: what is stored can be listed, searched by words and deleted again. */
export type MemoryEngine = Engine & {
  articles: Article[];
  macros: Macro[];
  playbooks: Playbook[];
  jobs: Map<string, ImportJob>;
  model: EngineState['model'];
  health: HealthState;
  /** What the agent's choices taught. */
  learnt: LearningState;
  /** The log, oldest first, and what a verification of it finds. */
  log: { rows: AuditRow[]; verdict: AuditVerdict | null; checking: number | null; noted: string | undefined };
  /** What customers wrote in past tickets. */
  questions: string[];
  /** Past tickets that a replay can walk. */
  past: PastTicket[];
  /** What each turn of a replay waits for. */
  replaying: { until: Promise<void> };
  /** What is kept of customers. */
  privacy: MemoryPrivacy;
  /** Calls by name, in order. */
  calls: string[];
  /** A failure to answer every call with. */
  failure: Result<never> | null;
};

const textOf = (html: string) =>
  [...new DOMParser().parseFromString(html, 'text/html').body.children].map((block) => block.textContent).join('\n');

function toHit(owner: Article | Macro, kind: 'article' | 'macro', words: string[]): Hit | null {
  const found = words.filter((word) => `${owner.title} ${owner.text}`.toLowerCase().includes(word));
  if (found.length === 0) return null;
  const sentence = owner.text
    .split(/(?<=[.!?])\s*/)
    .find((one) => found.some((word) => one.toLowerCase().includes(word)));
  const quote = sentence ?? owner.text.slice(0, 40);
  const start = owner.text.indexOf(quote);
  return {
    ownerId: owner.id,
    ownerKind: kind,
    title: owner.title,
    passage: {
      id: `${owner.id}/0`,
      ownerId: owner.id,
      ownerKind: kind,
      heading: '',
      start: 0,
      end: owner.text.length,
      text: owner.text,
    },
    quote: { text: quote, start, end: start + quote.length },
    score: found.length / words.length,
    cosine: 0.62,
    match: null,
    lead: null,
    reverse: null,
    words: found.length,
    overlap: found.length / words.length,
    ...('url' in owner && owner.url ? { url: owner.url } : {}),
  };
}

type Store = Pick<MemoryEngine, 'articles' | 'macros' | 'playbooks' | 'jobs' | 'model'>;

function search(store: Store, text: string, kinds: readonly string[]): Hit[] {
  const words = text
    .toLowerCase()
    .split(/\W+/)
    .filter((word) => word.length > 3);
  const hits = [
    ...(kinds.includes('article') ? store.articles.map((one) => toHit(one, 'article', words)) : []),
    ...(kinds.includes('macro') ? store.macros.map((one) => toHit(one, 'macro', words)) : []),
  ];
  return hits.filter((hit) => hit !== null).sort((left, right) => right.score - left.score);
}

function stateOf(store: Store): EngineState {
  const sources = new Set([...store.jobs.keys(), ...[...store.articles, ...store.macros].map(({ source }) => source)]);
  return {
    model: store.model,
    knowledge: {
      articles: store.articles.length,
      macros: store.macros.length,
      playbooks: store.playbooks.length,
      passages: store.articles.length * 2 + store.macros.length,
      pastTickets: 0,
      unread: 0,
      sources: [...sources].map((source) => ({
        source,
        articles: store.articles.filter((one) => one.source === source).length,
        macros: store.macros.filter((one) => one.source === source).length,
        job: store.jobs.get(source) ?? null,
      })),
    },
    storageBytes: 48_300_000,
    quotaBytes: 2_000_000_000,
  };
}

function readPlaybook(id: string, text: string): Result<Playbook> {
  const { title, head, steps } = previewPlaybook(text);
  const lines = text.split('\n');
  const odd = lines.findIndex(
    (line, index) => index > 0 && line.trim() !== '' && !/^(\d+\.|(intent|team|tags|priority|\s+say):)/i.test(line),
  );
  if (odd >= 0) return fail('playbook-line', `Line ${odd + 1}: expected a numbered step`);
  if (steps.length === 0) return fail('playbook-line', `Line ${lines.length}: there are no numbered steps`);
  const read = steps.map((step, index) => ({
    id: `step-${index + 1}`,
    text: step.text,
    kind: step.kind ?? ('do' as const),
  }));
  return ok({ id, title, steps: read, ...(head.intent ? { intent: head.intent } : {}) });
}

const page = <T extends { title: string }>(all: T[], offset: number, limit: number, text = '') => {
  const matching = all.filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()));
  return ok({ items: matching.slice(offset, offset + limit), total: matching.length });
};

function importCalls(
  store: Store,
): Pick<Engine, 'beginImport' | 'storeBatch' | 'endImport' | 'importFile' | 'removeSource'> {
  const jobOf = (source: string): ImportJob =>
    store.jobs.get(source) ?? {
      source,
      status: 'running',
      startedAt: new Date().toISOString(),
      done: 0,
      total: null,
      cursor: null,
      articles: 0,
      macros: 0,
      problems: [],
    };
  const keep = (job: ImportJob) => {
    store.jobs.set(job.source, job);
    return ok(job);
  };
  return {
    beginImport: async ({ source }) => keep({ ...jobOf(source), status: 'running' }),
    async storeBatch({ source, batch }) {
      for (const { id, title, html, section, locale, labels, isInternal } of batch.articles) {
        const item = { id: `${source}#${id}`, source, title, text: textOf(html), labels, isInternal };
        store.articles.push({ ...item, ...(section ? { section } : {}), ...(locale ? { locale } : {}) });
      }
      for (const { id, title, html = '', tags, isNote } of batch.macros)
        store.macros.push({ id: `${source}#${id}`, source, title, text: textOf(html), isNote, tags });
      return keep({ ...jobOf(source), done: batch.articles.length + batch.macros.length, total: batch.total });
    },
    endImport: async ({ source, status }) => keep({ ...jobOf(source), status, finishedAt: new Date().toISOString() }),
    async importFile({ name, text }) {
      if (text.includes('broken'))
        return ok({ articles: 1, macros: 0, playbooks: 0, problems: [{ line: 3, message: 'the title is missing' }] });
      const source = `file:${name}`;
      store.articles.push({ id: `${source}#1`, source, title: name, text, labels: [], isInternal: false });
      return ok({ articles: 1, macros: 0, playbooks: 0, problems: [] });
    },
    async removeSource(source) {
      store.articles = store.articles.filter((one) => one.source !== source);
      store.macros = store.macros.filter((one) => one.source !== source);
      store.jobs.delete(source);
      return ok(null);
    },
  };
}

function editCalls(store: Store): Pick<Engine, 'savePlaybook' | 'remove' | 'exportAll' | 'deleteAll'> {
  return {
    async savePlaybook({ id, text }) {
      const read = readPlaybook(id ?? `playbook-${store.playbooks.length + 1}`, text);
      if (read.ok) store.playbooks = [...store.playbooks.filter((one) => one.id !== read.value.id), read.value];
      return read;
    },
    async remove({ kind, id }) {
      if (kind === 'article') store.articles = store.articles.filter((one) => one.id !== id);
      if (kind === 'macro') store.macros = store.macros.filter((one) => one.id !== id);
      if (kind === 'playbook') store.playbooks = store.playbooks.filter((one) => one.id !== id);
      return ok(null);
    },
    exportAll: async () => ok(JSON.stringify({ deskside: 1, articles: store.articles })),
    async deleteAll() {
      Object.assign(store, { articles: [], macros: [], playbooks: [] });
      store.jobs.clear();
      return ok(null);
    },
  };
}

function intentCalls(
  questions: string[],
): Pick<Engine, 'readIntents' | 'editIntents' | 'trainIntents' | 'guessIntent' | 'messagesToLabel'> {
  const keeper = createMemoryKeeper();
  return {
    readIntents: async () => ok(await keeper.state()),
    editIntents: (edit) => keeper.edit(edit),
    trainIntents: async ({ action }) => ok(await keeper.train(action)),
    guessIntent: ({ text }) => keeper.guess(text),
    messagesToLabel: async () => ok(await keeper.pick(questions, 5)),
  };
}

function healthCalls(health: HealthState): Pick<Engine, 'readHealth' | 'checkHealth' | 'dismissGap' | 'addTag'> {
  return {
    readHealth: async () => ok(health),
    async checkHealth({ action }) {
      health.progress = action === 'start' ? 0.4 : null;
      return ok(health);
    },
    async dismissGap({ id }) {
      health.gaps = health.gaps?.filter((gap) => gap.id !== id) ?? null;
      return ok(health);
    },
    async addTag({ id, tag }) {
      const { report } = health;
      if (!report) return fail('not-found', 'gone');
      const left = report.tags.map((item) =>
        item.id === id ? { ...item, tags: item.tags.filter((one) => one !== tag) } : item,
      );
      report.tags = left.filter(({ tags }) => tags.length > 0);
      return ok(health);
    },
  };
}

function learningCalls(
  learnt: MemoryEngine['learnt'],
): Pick<Engine, 'readLearning' | 'forgetLearning' | 'exportLearning' | 'importLearning'> {
  return {
    readLearning: async () => ok(learnt),
    async forgetLearning(request) {
      if ('preference' in request) {
        learnt.preferences = learnt.preferences.filter(({ id }) => id !== request.preference);
        return ok(learnt);
      }
      const gone = 'all' in request ? learnt.choices : learnt.lastHour;
      Object.assign(learnt, { choices: learnt.choices - gone, lastHour: 0 });
      if (learnt.choices === 0) Object.assign(learnt, { preferences: [], latestAt: null });
      return ok(learnt);
    },
    exportLearning: async () => ok('{"desksideLearning":1,"choices":[]}'),
    async importLearning({ text }) {
      if (!text.includes('desksideLearning')) return fail('not-learning', 'This is no file of what Deskside learnt.');
      return ok({ added: 3, known: 1 });
    },
  };
}

function auditCalls(log: MemoryEngine['log'], store: Store): Pick<Engine, 'readAudit' | 'verifyAudit' | 'exportAudit'> {
  const head = () => ({
    seq: log.rows.at(-1)?.seq ?? 0,
    hash: log.rows.at(-1)?.hash ?? '0'.repeat(64),
    count: log.rows.length,
  });
  return {
    async readAudit({ filter: { kind, from = '', to = '9999', ticket }, offset, limit }) {
      const rows = log.rows.filter(
        (row) =>
          (!kind || row.kind === kind) &&
          row.at >= from &&
          row.at < to &&
          (!ticket || row.ticket === `hash-of-${ticket}`),
      );
      const items = rows.toReversed().slice(offset, offset + limit);
      const titles = Object.fromEntries(store.macros.map(({ id, title }) => [`macro:${id}`, title]));
      return ok({ items, total: rows.length, head: head(), titles });
    },
    async verifyAudit({ action, noted }) {
      if (action === 'start') {
        log.noted = noted;
        log.checking ??= log.verdict ? null : 0.3;
      }
      if (action === 'cancel') log.checking = null;
      const isDone = log.checking === null && action !== 'look';
      return ok({ progress: log.checking, verdict: isDone ? log.verdict : null, at: null });
    },
    async exportAudit({ format, cursor }) {
      const text = `${format} part ${cursor ? 2 : 1}\n`;
      return ok({ text, next: cursor ? null : { after: 1, upTo: head() } });
    },
  };
}

/** The macro that shares most words with the open turn. */
function suggestFrom(store: Store, ticket: Ticket): { ok: true; value: Suggestions } {
  const [best] = search(store, openTurn(ticket.messages)?.text ?? '', ['macro']);
  const key = conversationKey(ticket);
  if (!best)
    return { ok: true, value: { key, items: [], silent: [{ kind: 'reply', why: 'no-open-turn' }], tookMs: 4 } };
  const text = best.passage.text.replace('{{ticket.requester.first_name}}', ticket.requester.name ?? '');
  const source = {
    kind: 'macro' as const,
    id: best.ownerId,
    title: best.title,
    ...best.quote,
    quote: best.quote.text,
  };
  const reply = {
    kind: 'reply' as const,
    id: `reply-${ticket.messages.length}`,
    confidence: 0.82,
    sources: [source],
    text,
    html: text.replace(/^.*$/gm, '<p>$&</p>'),
    sentences: [{ text, source: 0 }],
    language: 'en',
    alternative: { index: 0, count: 1 },
  };
  return { ok: true, value: { key, items: [reply], silent: [], tookMs: 4 } };
}

/** An engine with nothing in it. It suggests the macro that shares most words with the open turn. */
export function createMemoryEngine(): MemoryEngine {
  const store: Store = { articles: [], macros: [], playbooks: [], jobs: new Map(), model: { ...readyModel } };
  const calls: string[] = [];
  const questions: string[] = [];
  const health: HealthState = { progress: null, report: null, gaps: null };
  const learnt: LearningState = { preferences: [], choices: 0, latestAt: null, lastHour: 0 };
  const past: PastTicket[] = [];
  const log: MemoryEngine['log'] = { rows: [], verdict: null, checking: null, noted: undefined };
  const privacy = createMemoryPrivacy();
  const replaying = { until: Promise.resolve() };
  const suggest: Engine['suggest'] = async ({ ticket }) => suggestFrom(store, ticket);
  const replay = createMemoryReplay({
    suggest: async (ticket) => suggestFrom(store, ticket).value,
    past,
    macros: store,
    until: () => replaying.until,
  });
  const answers: Engine = {
    readSignals: async ({ ticket }) =>
      ok({ key: conversationKey(ticket), messages: [], current: null, trend: 'flat', resolved: false, tookMs: 3 }),
    suggest,
    ...replay,
    recordChoice: async () => ok(null),
    search: async ({ text, kinds = ['article', 'macro', 'past'] }) => ok(search(store, text, kinds)),
    state: async () => ok(stateOf(store)),
    listArticles: async ({ offset, limit, text }) => page(store.articles, offset, limit, text),
    listMacros: async ({ offset, limit, text }) => page(store.macros, offset, limit, text),
    listPlaybooks: async () => ok(store.playbooks),
    modelCards: async () => ok(modelCards),
    ...importCalls(store),
    ...editCalls(store),
    ...intentCalls(questions),
    ...healthCalls(health),
    ...learningCalls(learnt),
    ...auditCalls(log, store),
    ...privacyCalls(privacy),
  };
  const extra = Object.assign(store, {
    calls,
    questions,
    health,
    learnt,
    log,
    past,
    privacy,
    replaying,
    failure: null as Result<never> | null,
  });
  return new Proxy(extra as MemoryEngine, {
    get(target, name: keyof MemoryEngine) {
      if (!(name in answers)) return target[name];
      calls.push(name);
      const answer: (argument: unknown) => Promise<Result<unknown>> = answers[name as keyof Engine] as never;
      return async (argument: unknown) => extra.failure ?? structuredClone(await answer(argument));
    },
  });
}
