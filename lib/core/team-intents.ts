/** An intent that the team named itself, with the messages that teach it. */
export type TeamIntent = { id: string; name: string; examples: string[] };

/** A message and the name of the intent it is an example of. */
export type LabelledText = { intent: string; text: string };

/** A change of the team's intents. Added examples join the intent of that name where there is one. */
export type IntentEdit =
  | { kind: 'add'; examples: LabelledText[] }
  | { kind: 'rename'; id: string; name: string }
  | { kind: 'merge'; from: string; into: string }
  | { kind: 'remove'; id: string }
  | { kind: 'examples'; id: string; examples: string[] };

/** A change that was made: the touched intents before and after, so that it can be undone and redone. */
export type IntentChange = { kind: IntentEdit['kind']; before: TeamIntent[]; after: TeamIntent[] };

/** All intents of the team, by name, and the changes that can be undone and redone, the latest last. */
export type IntentBook = { intents: TeamIntent[]; done: IntentChange[]; undone: IntentChange[] };

/** What may make the team's intents less sure; intents by id. */
export type IntentWarning =
  | { kind: 'few'; intent: string; count: number }
  /** `share`: how much of one is taken for the other among examples that were held out, 0 to 1. */
  | { kind: 'overlap'; intents: [string, string]; share: number; examples: string[] }
  | { kind: 'duplicate'; text: string; intents: string[] };

/** State of the training. `tookMs` is the time of the last one without reading the examples; null before. */
export type IntentTraining = {
  phase: 'idle' | 'reading' | 'training' | 'ready' | 'cancelled' | 'failed';
  /** 0 to 1 within the phase. */
  progress: number;
  tookMs: number | null;
  message?: string;
};

/** What the library page shows of the team's intents. */
export type IntentsState = {
  intents: TeamIntent[];
  /** What undo would take back and redo do again; null where there is nothing. */
  undo: IntentEdit['kind'] | null;
  redo: IntentEdit['kind'] | null;
  training: IntentTraining;
  warnings: IntentWarning[];
};

/** What a message is about: the name of the team's intent, null for none of them; confidence 0 to 1. */
export type TeamGuess = { intent: string | null; confidence: number };

/** A customer's message that would teach most, with the name of the intent it seems to have. */
export type MessageToLabel = { text: string; intent: string | null };

/** Where the team's intents are kept. */
export type IntentStore = {
  readBook(): Promise<IntentBook>;
  /** Vectors of other texts than `texts` are forgotten. */
  writeBook(book: IntentBook, texts: string[]): Promise<void>;
  /** Vectors of texts that `model` made, in the order asked. */
  readVectors(texts: string[], model: string): Promise<(Float32Array | undefined)[]>;
  writeVectors(rows: { text: string; vector: Float32Array }[], model: string): Promise<void>;
  /** What was learnt last, as it was given; undefined where there is nothing or `key` is another. */
  readLearnt(key: string): Promise<unknown>;
  writeLearnt(key: string, learnt: unknown): Promise<void>;
};
