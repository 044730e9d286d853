import type { Engine } from '@/lib/core/engine';
import type { ModelCard } from '@/lib/core/model-card';
import type { Result } from '@/lib/core/result';
import { defaultSettings, type Settings } from '@/lib/core/settings';
import { withoutNames } from '@/lib/guard/names/hide-names';
import { redact, redactAll } from '@/lib/guard/personal-data';
import { createAuditKeeper } from '@/lib/insights/audit-keeper';
import { createIntentKeeper } from '@/lib/intents/intent-keeper';
import { createGapKeeper } from '@/lib/knowledge/health/gaps';
import { createHealthKeeper } from '@/lib/knowledge/health/health-keeper';
import { createLibrary, type Library } from '@/lib/knowledge/library';
import { sanitiseHtml } from '@/lib/knowledge/sanitise';
import type { Caller, EngineCall } from '@/lib/messaging/protocol';
import { answerEngineCall } from '@/lib/messaging/server';
import { routeByLanguage } from '@/lib/models/by-language';
import { currentModel, multilingualModel } from '@/lib/models/catalogue';
import { believesClock } from '@/lib/privacy/clock';
import { languageCode } from '@/lib/signals/language';
import { createAuditStore } from '@/lib/storage/audit-store';
import { createChoiceStore } from '@/lib/storage/choice-store';
import { openDatabase } from '@/lib/storage/database';
import { createGapStore } from '@/lib/storage/gap-store';
import { createIndexStore } from '@/lib/storage/index-store';
import { createIntentStore } from '@/lib/storage/intent-store';
import { createKnowledgeStore } from '@/lib/storage/knowledge-store';
import { createPlaybookVectorStore } from '@/lib/storage/playbook-vectors';
import { createClockStore, createPrivacyStore } from '@/lib/storage/privacy-store';
import { withoutNotice } from '@/lib/suggestions/notice';
import { toPastTicket } from '@/lib/suggestions/similar-ticket/past-ticket';
import { createEngine } from './create-engine';
import { english, multilingual, readModelFile } from './encoders';
import { learnInWorker, startKnowledgeWorker } from './workers';

let settings: Settings = defaultSettings;
let idle: ReturnType<typeof setTimeout> | undefined;

const encoder = routeByLanguage({ english, multilingual, languageOf: languageCode });
/** For what customers and agents write; the library's own texts are read as they stand. */
const nameless = withoutNames(encoder);
const unload = () => {
  english.unload();
  multilingual.unload();
};

const database = openDatabase();
const clock = createClockStore(database);
const mayAge = () => believesClock(clock, Date.now());
const audit = createAuditKeeper({
  store: createAuditStore(database),
  settings: () => settings,
  now: Date.now,
  mayPrune: mayAge,
});

async function start(): Promise<Engine> {
  void english.warm();
  const cards = await Promise.all(
    [currentModel, multilingualModel].map((model) => readModelFile<ModelCard>(model, 'card.json')),
  );
  const cleanAll: typeof redactAll = (texts, people) =>
    redactAll(
      texts.map((text) => withoutNotice(text, settings)),
      people,
    );
  const intents = createIntentKeeper({ store: createIntentStore(database), encoder: nameless, learn: learnInWorker });
  const store = createKnowledgeStore(database);
  const choices = createChoiceStore(database);
  const index = startKnowledgeWorker(() => library.load({}));
  const library: Library = createLibrary({
    store,
    encoder,
    index,
    sanitise: sanitiseHtml,
    toPastTicket: (ticket, seenAt) => (settings.rememberTickets ? toPastTicket(ticket, cleanAll, seenAt) : null),
    redact,
    addExamples: (examples) => intents.edit({ kind: 'add', examples }),
  });
  const loaded = library.load({});
  const created = await createEngine({
    library,
    intents,
    encoder: nameless,
    cards,
    choices,
    playbookVectors: createPlaybookVectorStore(database),
    audit,
    privacy: createPrivacyStore(database),
    health: createHealthKeeper({ store: { ...store, ...createIndexStore(database) }, encoder, choices }),
    gaps: createGapKeeper({ store: createGapStore(database), encoder: nameless }),
    settings: () => settings,
    believesClock: mayAge,
  });
  void loaded.then(() => tidyDaily(created));
  return created;
}

/** Deletes what is too old, now and once a day as long as this page lives; what fails is tried again the next time. */
function tidyDaily({ tidyUp }: Engine): void {
  const run = () => void tidyUp().catch(() => {});
  run();
  setInterval(run, 86_400_000);
}

let engine: Promise<Engine> | undefined;

/** Frees the model's memory after the set time without a call. */
function restartIdleTimer(): void {
  clearTimeout(idle);
  const minutes = settings.unloadAfterMinutes;
  if (minutes > 0) idle = setTimeout(unload, minutes * 60_000);
}

/** Answers one call; the engine starts with the first and a failed start is tried again with the next. */
export async function runInEngine(request: {
  call: EngineCall;
  caller: Caller;
  settings: Settings;
}): Promise<Result<unknown>> {
  settings = request.settings;
  restartIdleTimer();
  engine ??= start().catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  const answer = await answerEngineCall(await engine, request.call, request.caller);
  audit.see(request.settings);
  return answer;
}
