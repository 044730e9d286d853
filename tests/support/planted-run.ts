import { strFromU8, unzipSync } from 'fflate';
import { createEngine } from '../../entrypoints/engine/create-engine';
import type { Engine } from '../../lib/core/engine';
import type { ModelCard } from '../../lib/core/model-card';
import { defaultSettings } from '../../lib/core/settings';
import type { Ticket } from '../../lib/core/ticket';
import { redact, redactAll } from '../../lib/guard/personal-data';
import { createAuditKeeper } from '../../lib/insights/audit-keeper';
import { createIntentKeeper } from '../../lib/intents/intent-keeper';
import { createGapKeeper } from '../../lib/knowledge/health/gaps';
import { createHealthKeeper } from '../../lib/knowledge/health/health-keeper';
import { createKnowledgeIndex } from '../../lib/knowledge/index/knowledge-index';
import { createLibrary } from '../../lib/knowledge/library';
import type { EngineCall } from '../../lib/messaging/protocol';
import { answerEngineCall } from '../../lib/messaging/server';
import { packArchive } from '../../lib/privacy/archive';
import { createAuditStore } from '../../lib/storage/audit-store';
import { createChoiceStore } from '../../lib/storage/choice-store';
import { type Database, openDatabase } from '../../lib/storage/database';
import { createGapStore } from '../../lib/storage/gap-store';
import { createIndexStore } from '../../lib/storage/index-store';
import { createIntentStore } from '../../lib/storage/intent-store';
import { createKnowledgeStore } from '../../lib/storage/knowledge-store';
import { createPlaybookVectorStore } from '../../lib/storage/playbook-vectors';
import { createPrivacyStore } from '../../lib/storage/privacy-store';
import { toPastTicket } from '../../lib/suggestions/similar-ticket/past-ticket';
import { createHashEncoder } from './hash-encoder';
import { findPlants, type Plant, plantTickets } from './planted';

const settings = { ...defaultSettings, rememberTickets: true, learnFromChoices: true, auditText: true };
const origin = 'https://acme.zendesk.com';

/** The engine as `start-engine.ts` joins it, with an encoder that hashes words in place of the models. */
export async function startEngine(database: Database): Promise<Engine> {
  const encoder = createHashEncoder();
  const store = createKnowledgeStore(database);
  const choices = createChoiceStore(database);
  const audit = createAuditKeeper({ store: createAuditStore(database), settings: () => settings, now: Date.now });
  const intents = createIntentKeeper({ store: createIntentStore(database), encoder, learn: async () => null });
  return createEngine({
    library: createLibrary({
      store,
      encoder,
      index: createKnowledgeIndex({ store: createIndexStore(database) }),
      toPastTicket: (ticket, seenAt) => toPastTicket(ticket, redactAll, seenAt),
      redact,
      addExamples: (examples) => intents.edit({ kind: 'add', examples }),
    }),
    intents,
    encoder,
    cards: [{ languages: ['en'] } as unknown as ModelCard],
    choices,
    playbookVectors: createPlaybookVectorStore(database),
    audit,
    privacy: createPrivacyStore(database),
    health: createHealthKeeper({ store: { ...store, ...createIndexStore(database) }, encoder, choices }),
    gaps: createGapKeeper({ store: createGapStore(database), encoder }),
    settings: () => settings,
  });
}

/** Everything in the database as text; vectors hold none. */
async function dump(database: Database): Promise<string> {
  const tables = await Promise.all(
    database.tables.map(async (table) => [await table.toArray(), await table.toCollection().primaryKeys()]),
  );
  return JSON.stringify(tables, (_name, value) => (ArrayBuffer.isView(value) ? null : value));
}

/** What was planted, everything that is kept or leaves as text by its place, and the plants found again in each. */
type PlantedRun = {
  tickets: number;
  plants: Plant[];
  places: Record<string, string>;
  found: Map<string, Plant[]>;
};

type Call = (method: EngineCall['method'], argument?: unknown) => Promise<unknown>;

/** The panel's calls for one ticket, as they come from the helpdesk's page. */
async function workOn(call: Call, ticket: Ticket): Promise<void> {
  await call('readSignals', { ticket, scope: 'all' });
  await call('suggest', { ticket, alternative: 0 });
  await call('previewRedaction', { ticket });
  await call('recordChoice', {
    kind: 'similar-ticket',
    suggestionId: `past|${ticket.id}`,
    sourceIds: [`${origin}#past-${ticket.id}`],
    action: 'opened',
    at: '2026-11-30T10:00:00Z',
  });
}

/** An export of the helpdesk, and one of Deskside that somebody wrote into. */
async function importAll(engine: Engine, tickets: readonly Ticket[]): Promise<unknown[]> {
  const rows = tickets.map((ticket) => ({ ...ticket, id: `e${ticket.id}`, comments: ticket.messages }));
  const pastTickets = tickets.slice(0, 40).map((ticket) => ({
    id: `x#${ticket.id}`,
    source: origin,
    ticketId: ticket.id,
    subject: '',
    question: ticket.messages[0]?.text ?? '',
    seenAt: '2026-11-30T10:00:00Z',
  }));
  const own = { deskside: 1, articles: [], macros: [], playbooks: [], passages: [], pastTickets, choices: [] };
  return [
    await engine.importFile({ name: 'tickets.json', text: JSON.stringify(rows) }),
    await engine.importFile({ name: 'own.json', text: JSON.stringify({ ...own, exportedAt: '2026-11-30' }) }),
  ];
}

/** Answers once a replay of what is kept has ended. */
async function replayKept(engine: Engine): Promise<unknown> {
  await engine.startReplay({ from: { kind: 'memory' }, change: null });
  for (;;) {
    const state = await engine.readReplay();
    if (!state.ok || state.value.phase !== 'running') break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return engine.listReplay({ filter: 'all', offset: 0, limit: 100 });
}

/** Everything that is kept, exported or shown of it afterwards, as text. */
async function readPlaces(engine: Engine, database: Database): Promise<Record<string, string>> {
  const value = async (pending: Promise<{ ok: boolean; value?: unknown }>) => (await pending).value;
  const json = String(await value(engine.exportAll()));
  const files = unzipSync(packArchive({ json, settings, about: 'about' }));
  return {
    database: await dump(database),
    'export as JSON': json,
    'export as ZIP': Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n'),
    'export of what was learnt': String(await value(engine.exportLearning())),
    'what was learnt': JSON.stringify(await value(engine.readLearning())),
    'health and gaps': JSON.stringify(await value(engine.readHealth())),
    'messages to label': JSON.stringify(await value(engine.messagesToLabel())),
    'replay of kept tickets': JSON.stringify(await replayKept(engine)),
    'log of what was done': JSON.stringify(await value(engine.exportAudit({ format: 'jsonl', cursor: null }))),
    privacy: JSON.stringify(await value(engine.readPrivacy())),
  };
}

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Takes the console's words until the answer, which gives them and puts the console back. */
function listenToConsole(): () => string {
  const said: string[] = [];
  const real = levels.map((level) => console[level]);
  for (const level of levels) console[level] = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  return () => {
    for (const [at, level] of levels.entries()) console[level] = real[at] as typeof console.log;
    return said.join('\n');
  };
}

/** Plants `count` pieces of personal data into tickets, works on them with the real engine and looks for them everywhere. */
export async function runPlanted(count: number, seed = 20261130): Promise<PlantedRun> {
  const planted = plantTickets(count, seed);
  const plants = planted.flatMap((one) => one.plants);
  const tickets = planted.map(({ ticket }) => ticket);
  const stop = listenToConsole();
  let said = '';
  try {
    const database = openDatabase(`planted-${count}-${seed}`);
    const engine = await startEngine(database);
    const call: Call = async (method, argument) => {
      const answer = await answerEngineCall(engine, { method, argument } as EngineCall, { kind: 'content', origin });
      if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`);
      return answer.value;
    };
    for (const ticket of tickets) await workOn(call, ticket);
    const reports = await importAll(engine, tickets);
    const places: Record<string, string> = {
      ...(await readPlaces(engine, database)),
      'import reports': JSON.stringify(reports),
    };
    said = stop();
    places.console = said;
    const found = new Map(Object.entries(places).map(([place, text]) => [place, findPlants(text, plants)]));
    return { tickets: tickets.length, plants, places, found };
  } finally {
    if (said === '') stop();
  }
}
