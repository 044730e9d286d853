import type { Encoder } from '../core/engine';
import { fail, ok, type Result } from '../core/result';
import type {
  IntentBook,
  IntentEdit,
  IntentStore,
  IntentsState,
  IntentTraining,
  MessageToLabel,
  TeamGuess,
} from '../core/team-intents';
import { applyEdit, redoEdit, undoEdit } from './edit-intents';
import { pickMessages } from './messages-to-label';
import { type IntentExample, intentWords, type LearntIntents, readIntents, type TeamIntents } from './team-intents';
import { findWarnings } from './warnings';

/** What a training learns from. */
export type Lesson = { examples: IntentExample[]; names: Map<string, Float32Array> };

export type KeeperParts = {
  store: IntentStore;
  encoder: Encoder;
  /** `learnIntents`, away from the engine's own thread. Rejects once the signal is aborted. */
  learn(
    lesson: Lesson,
    options: { signal: AbortSignal; onProgress(done: number): void },
  ): Promise<LearntIntents | null>;
  newId?: () => string;
  clock?: () => number;
};

/** The team's intents on this device: edits, training, answers. */
export type IntentKeeper = {
  state(): Promise<IntentsState>;
  edit(edit: IntentEdit | { kind: 'undo' } | { kind: 'redo' }): Promise<Result<IntentsState>>;
  train(action: 'start' | 'cancel'): Promise<IntentsState>;
  /** Waits for a training that runs. */
  guess(text: string): Promise<Result<TeamGuess>>;
  /** The intent of a message by what is learnt now, without waiting; null when none is sure. `language`: ISO 639-1. */
  guessNow(text: string, language: string): Promise<{ label: string; confidence: number } | null>;
  pick(texts: string[], count: number): Promise<MessageToLabel[]>;
  /** Reads everything anew, after the store was emptied. */
  reload(): Promise<void>;
};

/** Texts encoded between two looks at the signal. */
const readSize = 16;

type Learning = { book: IntentBook; team: TeamIntents; learnt: LearntIntents | null; isOfBook: boolean };
type Running = { controller: AbortController; done: Promise<void> };

const modelOf = (encoder: Encoder) => `${encoder.state().modelId}@${encoder.state().version}`;
const keyOf = ({ intents }: IntentBook, encoder: Encoder) => JSON.stringify([modelOf(encoder), intents]);

/** Ids and texts in the order that they are learnt in. */
const rowsOf = ({ intents }: IntentBook) =>
  intents.flatMap(({ id, examples }) => examples.map((text) => ({ id, text })));

const textsOf = (book: IntentBook) => [
  ...rowsOf(book).map(({ text }) => text),
  ...book.intents.map(({ name }) => intentWords(name)),
];

/** Vectors of the texts, those made before from the store. */
async function readVectors(
  { store, encoder }: KeeperParts,
  texts: string[],
  { signal, onProgress }: { signal: AbortSignal; onProgress(done: number): void },
): Promise<Map<string, Float32Array>> {
  const model = modelOf(encoder);
  const wanted = [...new Set(texts)];
  const known = await store.readVectors(wanted, model);
  const vectors = new Map(wanted.flatMap((text, at) => (known[at] ? [[text, known[at]] as const] : [])));
  const missing = wanted.filter((text) => !vectors.has(text));
  for (let at = 0; at < missing.length; at += readSize) {
    const part = missing.slice(at, at + readSize);
    const encoded = await encoder.encode(part, { priority: 'later', signal });
    signal.throwIfAborted();
    const rows = part.flatMap((text, place) => (encoded[place] ? [{ text, vector: encoded[place].vector }] : []));
    await store.writeVectors(rows, model);
    for (const { text, vector } of rows) vectors.set(text, vector);
    onProgress((at + part.length) / missing.length);
  }
  return vectors;
}

async function readLesson(parts: KeeperParts, book: IntentBook, options: Parameters<typeof readVectors>[2]) {
  const rows = rowsOf(book);
  const names = book.intents.map(({ id, name }) => ({ id, words: intentWords(name) }));
  const vectors = await readVectors(parts, textsOf(book), options);
  const vectorOf = (text: string) => vectors.get(text) ?? new Float32Array();
  const lesson: Lesson = {
    examples: rows.map(({ id, text }) => ({ intent: id, vector: vectorOf(text) })),
    names: new Map(names.map(({ id, words }) => [id, vectorOf(words)])),
  };
  return lesson;
}

/** Keeps the team's intents. A change starts a training and ends the one before; what was learnt stays until then. */
export function createIntentKeeper(parts: KeeperParts): IntentKeeper {
  const { store, encoder, learn, newId = () => crypto.randomUUID(), clock = () => performance.now() } = parts;
  let now: Promise<Learning> | undefined;
  let running: Running | undefined;
  let training: IntentTraining = { phase: 'idle', progress: 0, tookMs: null };
  let tail: Promise<unknown> = Promise.resolve();

  async function load(): Promise<Learning> {
    const book = await store.readBook();
    const learnt = (await store.readLearnt(keyOf(book, encoder))) as LearntIntents | undefined;
    const hasNone = rowsOf(book).length === 0;
    if (learnt) training = { ...training, phase: 'ready', progress: 1 };
    return {
      book,
      team: readIntents(learnt ?? null),
      learnt: learnt ?? null,
      isOfBook: hasNone || learnt !== undefined,
    };
  }

  function read(): Promise<Learning> {
    now ??= load().catch((error: unknown) => {
      now = undefined;
      throw error;
    });
    return now;
  }

  async function learnAll(book: IntentBook, signal: AbortSignal): Promise<void> {
    const tell = (phase: 'reading' | 'training') => (progress: number) => {
      if (!signal.aborted) training = { phase, progress, tookMs: training.tookMs };
    };
    tell('reading')(0);
    const lesson = await readLesson(parts, book, { signal, onProgress: tell('reading') });
    const start = clock();
    tell('training')(0);
    const learnt = await learn(lesson, { signal, onProgress: tell('training') });
    signal.throwIfAborted();
    now = Promise.resolve({ book, team: readIntents(learnt), learnt, isOfBook: true });
    training = { phase: learnt ? 'ready' : 'idle', progress: 1, tookMs: Math.round(clock() - start) };
    if (learnt) await store.writeLearnt(keyOf(book, encoder), learnt);
  }

  /** Starts over with the book as it is now. */
  function start(book: IntentBook): void {
    running?.controller.abort();
    const controller = new AbortController();
    const done = learnAll(book, controller.signal)
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        training = { phase: 'failed', progress: 0, tookMs: training.tookMs, message };
      })
      .finally(() => {
        if (running?.controller === controller) running = undefined;
      });
    running = { controller, done };
  }

  /** As `read`; what is not learnt yet is begun, unless the agent stopped it. */
  async function wake(): Promise<Learning> {
    const learning = await read();
    if (!learning.isOfBook && !running && training.phase === 'idle') start(learning.book);
    return learning;
  }

  function summarise({ book, learnt, isOfBook }: Learning): IntentsState {
    const rows = rowsOf(book);
    const overlaps = isOfBook && learnt ? learnt.overlaps : null;
    const texts = rows.map(({ text }) => text);
    return {
      intents: book.intents,
      undo: book.done.at(-1)?.kind ?? null,
      redo: book.undone.at(-1)?.kind ?? null,
      training,
      warnings: findWarnings(book.intents, overlaps && { ids: learnt?.intents ?? [], texts, overlaps }),
    };
  }

  async function change(edit: Parameters<IntentKeeper['edit']>[0]): Promise<Result<IntentsState>> {
    const learning = await read();
    const { book } = learning;
    const made =
      edit.kind === 'undo'
        ? ok(undoEdit(book))
        : edit.kind === 'redo'
          ? ok(redoEdit(book))
          : applyEdit(book, edit, newId);
    if (!made.ok) return made;
    if (made.value !== book) {
      await store.writeBook(made.value, textsOf(made.value));
      now = Promise.resolve({ ...learning, book: made.value, isOfBook: false });
      start(made.value);
    }
    return ok(summarise(await read()));
  }

  const nameOf = ({ book }: Learning, id: string | null) => book.intents.find((one) => one.id === id)?.name ?? null;

  return {
    state: async () => summarise(await wake()),
    edit(edit) {
      const run = tail.then(() => change(edit));
      tail = run.catch(() => undefined);
      return run;
    },
    async train(action) {
      const { book } = await read();
      if (action === 'start') start(book);
      else if (running) {
        running.controller.abort();
        training = { phase: 'cancelled', progress: 0, tookMs: training.tookMs };
      }
      return summarise(await read());
    },
    async guess(text) {
      await wake();
      await running?.done;
      const learning = await read();
      if (learning.team.intents.length === 0)
        return fail('no-intents', training.message ?? 'There are no examples to learn from yet');
      const [encoding] = await encoder.encode([text], { priority: 'now' });
      if (!encoding) return fail('no-vector', 'The model gave no answer');
      const { intent, confidence } = learning.team.guess(encoding.vector);
      return ok({ intent: nameOf(learning, intent), confidence });
    },
    async guessNow(text, language) {
      const learning = await wake();
      if (learning.team.intents.length === 0) return null;
      const [encoding] = await encoder.encode([text], { priority: 'now', language });
      const guess = encoding && learning.team.guess(encoding.vector);
      const label = guess ? nameOf(learning, guess.intent) : null;
      return guess && label ? { label, confidence: guess.confidence } : null;
    },
    async pick(texts, count) {
      const learning = await wake();
      const encoded = await encoder.encode(texts, { priority: 'later' });
      const asked = texts.flatMap((text, at) => (encoded[at] ? [{ text, vector: encoded[at].vector }] : []));
      const examples = rowsOf(learning.book).map(({ text }) => text);
      const known = (await store.readVectors(examples, modelOf(encoder))).filter((vector) => vector !== undefined);
      return pickMessages(learning.team, asked, { known, count }).map(({ text, vector }) => ({
        text,
        intent: nameOf(learning, learning.team.best(vector)),
      }));
    },
    async reload() {
      running?.controller.abort();
      running = undefined;
      now = undefined;
      training = { phase: 'idle', progress: 0, tookMs: null };
      await read();
    },
  };
}
