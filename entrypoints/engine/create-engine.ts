import type { Encoder, Engine, EngineState, ModelState } from '@/lib/core/engine';
import { practicePlaybookPrefix } from '@/lib/core/knowledge';
import type { ModelCard } from '@/lib/core/model-card';
import type { PrivacyStore } from '@/lib/core/privacy';
import { ok } from '@/lib/core/result';
import type { Settings } from '@/lib/core/settings';
import type { ConversationSignals } from '@/lib/core/signals';
import type { ChoiceStore, PlaybookVectorStore } from '@/lib/core/stores';
import type { RenderedMacro } from '@/lib/core/suggestion';
import { openTurn, type Ticket, toTurns } from '@/lib/core/ticket';
import { redactAll } from '@/lib/guard/personal-data';
import type { AuditKeeper } from '@/lib/insights/audit-keeper';
import type { IntentKeeper } from '@/lib/intents/intent-keeper';
import { modelName } from '@/lib/knowledge/embed';
import { hashParts } from '@/lib/knowledge/hash';
import { readHtml } from '@/lib/knowledge/html';
import type { Library } from '@/lib/knowledge/library';
import { splitSentences } from '@/lib/knowledge/sentences';
import { tokenize } from '@/lib/knowledge/tokens';
import { createLearner } from '@/lib/learning/learner';
import { languageCode } from '@/lib/signals/language';
import { createSignalReader } from '@/lib/signals/read-signals';
import type { SuggestDeps } from '@/lib/suggestions/define-suggestion';
import { keepPlaybookVectors } from '@/lib/suggestions/next-step';
import { withoutNotice } from '@/lib/suggestions/notice';
import { toPastTicket } from '@/lib/suggestions/similar-ticket/past-ticket';
import { suggest } from '@/lib/suggestions/suggest';
import { createVectorMemory } from '@/lib/suggestions/vector-memory';
import { createAuditCalls, createRecorder } from './audit-calls';
import { createHealthCalls, type HealthParts, noteGap } from './health-calls';
import { createIntentCalls } from './intent-calls';
import { createKnowledgeCalls, mayUseSource } from './knowledge-calls';
import { createLearningCalls, createTitles } from './learning-calls';
import { createPrivacyCalls } from './privacy-calls';
import { recordChanges } from './record-changes';
import { createReplayCalls, isPractice } from './replay-calls';

/** What the engine is joined from. `settings` answers those that came with the latest call. */
export type EngineParts = HealthParts & {
  library: Library;
  intents: IntentKeeper;
  encoder: Encoder;
  /** Cards of the models behind the encoder. */
  cards: readonly ModelCard[];
  choices: ChoiceStore;
  playbookVectors: PlaybookVectorStore;
  audit: AuditKeeper;
  privacy: PrivacyStore;
  settings(): Settings;
  believesClock?(): Promise<boolean>;
};

/** What a rendered macro says, read as macros are and as its helpdesk writes plain text. */
function formsOf({ text, html }: RenderedMacro): string[] {
  return html === undefined ? [text] : [readHtml(html).text, text];
}

const text = { splitSentences, tokenize, detectLanguage: languageCode };

/** Joins signals, suggestions, knowledge and learning into the calls of the protocol. */
export async function createEngine({
  library,
  intents,
  encoder,
  cards,
  choices,
  playbookVectors,
  audit,
  privacy,
  settings,
  health,
  gaps,
  believesClock,
}: EngineParts): Promise<Engine> {
  const reader = createSignalReader({ encoder, cards });
  const vectors = createVectorMemory(encoder);
  const kept = keepPlaybookVectors({
    store: playbookVectors,
    vectors,
    encoder,
    model: () => modelName(encoder),
    text,
    hash: hashParts,
  });
  const titleOf = createTitles(library);
  const recorder = createRecorder({ audit, cards, encoder, settings });
  const learner = await createLearner({
    store: choices,
    read: (texts) => vectors.read(texts, { priority: 'later' }),
    titleOf,
    plain: (said) => withoutNotice(said, settings()),
    isOn: () => settings().learnFromChoices,
    now: Date.now,
  });

  const cleanAll: typeof redactAll = (texts, people) =>
    redactAll(
      texts.map((said) => withoutNotice(said, settings())),
      people,
    );

  /** A ticket is helped by its own helpdesk's knowledge and by files, never by another company's. */
  async function sourcesFor(origin: string): Promise<string[]> {
    const all = await library.listSources();
    const files = all.ok ? all.value.filter((source) => source.startsWith('file:')) : [];
    return [origin, ...files].filter((source) => mayUseSource(settings(), source));
  }

  /** A past ticket from a file may be of any of the agent's helpdesks; the practice page's knowledge helps none of them. */
  async function sourcesForPast(ticket: Ticket): Promise<string[]> {
    if (!ticket.origin.startsWith('file:')) return sourcesFor(ticket.origin);
    const all = await library.listSources();
    return (all.ok ? all.value : []).filter((source) => !isPractice(source) && mayUseSource(settings(), source));
  }

  const replay = createReplayCalls({
    library,
    encoder,
    cards,
    learner,
    text,
    settings,
    sourcesFor: sourcesForPast,
    playbooksFor,
  });

  async function remember(ticket: Ticket): Promise<void> {
    const past = settings().rememberTickets ? toPastTicket(ticket, cleanAll, new Date().toISOString()) : undefined;
    if (past) await library.rememberTicket(past);
  }

  const engine: Engine = {
    ...library,
    ...createKnowledgeCalls(library, settings),
    async readSignals({ ticket, scope }) {
      const signals = await reader.read(ticket, scope);
      if (scope === 'all') await remember(ticket);
      return ok({ ...signals, team: await readTeamIntent(ticket, signals) });
    },
    async suggest({ ticket, rendered, ...asked }) {
      const playbooks = playbooksFor(ticket);
      const [signals, sources] = await Promise.all([
        reader.read(ticket, 'latest'),
        sourcesFor(ticket.origin),
        playbooks.then(kept.load),
      ]);
      const search: SuggestDeps['search'] = async (query, reading) => {
        const found = await library.searchWith({ ...query, sources }, reading);
        // Not the same as finding nothing: the kind is told as failed.
        if (!found.ok) throw new Error(found.error.message);
        return found.value;
      };
      const lesson = learner.begin(ticket);
      const deps = {
        encoder,
        vectors,
        search,
        text,
        prefer: lesson.prefer,
        boost: lesson.boost,
        knowledge: { ...library, listPlaybooks: () => playbooks },
      };
      const request = { ticket, signals, settings: settings(), ...asked };
      const macro = rendered && { id: rendered.id, texts: formsOf(rendered) };
      const suggestions = await suggest(macro ? { ...request, rendered: macro } : request, deps);
      void playbooks.then(kept.fill);
      // Nobody waits for it, and without the model there is nothing to count.
      void noteGap({ gaps, settings }, ticket, suggestions).catch(() => {});
      // What the agent sent since the last answer teaches the next ones; this one neither waits nor fails for it.
      void learner.see(ticket).catch(() => {});
      lesson.show(suggestions.items, signals.current?.intents[0]?.label);
      recorder.shown(ticket, suggestions, signals);
      return ok(suggestions);
    },
    async recordChoice(told) {
      const { text: _text, ...choice } = told;
      if (learner.knows(choice)) return ok(null);
      recorder.chose(told);
      // Answered once both are kept, since this page may be killed right after; the log first, as a choice that is known
      // is not told again.
      await audit.kept();
      await learner.record(choice);
      return ok(null);
    },
    ...createLearningCalls(learner),
    ...createAuditCalls({ audit, titleOf }),
    async savePlaybook(request) {
      const saved = await library.savePlaybook(request);
      // Ahead of the first ticket, which would else wait for a pass a step.
      if (saved.ok) void kept.fill([saved.value]);
      return saved;
    },
    async deleteAll() {
      const deleted = await library.deleteAll();
      await learner.reload();
      await intents.reload();
      health.forget();
      await replay.endReplay({ action: 'clear' });
      return deleted;
    },
    ...createHealthCalls({ health, gaps, library, settings }),
    ...createIntentCalls({ library, intents, settings }),
    ...createPrivacyCalls({
      privacy,
      library,
      learner,
      intents,
      audit,
      settings,
      ...(believesClock ? { believesClock } : {}),
    }),
    ...replay,
    modelCards: async () => ok([...cards]),
    async state() {
      const [counts, room] = await Promise.all([library.counts(), navigator.storage?.estimate()]);
      if (!counts.ok) return counts;
      const model: ModelState = encoder.state();
      const state: EngineState = {
        model,
        knowledge: counts.value,
        storageBytes: room?.usage ?? null,
        quotaBytes: room?.quota ?? null,
      };
      return ok(state);
    },
  };
  return recordChanges(engine, audit);

  /** A message in a language without an encoder has none. */
  async function readTeamIntent({ messages }: Ticket, { current }: ConversationSignals) {
    const turn = openTurn(messages) ?? toTurns(messages).findLast((one) => one.role === 'customer');
    if (!turn || !current || !(current.supported || current.searchable)) return null;
    // What stands in the database may be unreadable; the rest of the signals does not rest on it.
    return intents.guessNow(turn.text, current.language.code).catch(() => null);
  }

  async function playbooksFor({ helpdesk }: Ticket) {
    const playbooks = await library.listPlaybooks();
    if (!playbooks.ok) return [];
    return playbooks.value.filter(({ id }) => helpdesk === 'practice' || !id.startsWith(practicePlaybookPrefix));
  }
}
