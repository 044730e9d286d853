import type { Playbook } from '../../core/knowledge';
import { toTurns } from '../../core/ticket';
import { calibration } from '../calibration';
import type { SuggestContext, TextTools } from '../define-suggestion';
import { linkTexts, termsOf } from '../support';
import { cosine } from '../vector-memory';
import data from './choice.json' with { type: 'json' };

/**
 * What a playbook is chosen by. `cosine`, `words`: nearness to the whole conversation, by vector and by shared words;
 * `article`, `macro`: shared words with what is found for it, which counts by its confidence; `intent`: probability of the
 * playbook's intent, at most ½.
 */
export const playbookNames = ['cosine', 'words', 'article', 'macro', 'intent'] as const;
export type PlaybookFeatures = Record<(typeof playbookNames)[number], number>;

/** What speaks for no playbook at all: always 1, and 1 once an agent has answered. */
export type NoneFeatures = { none: number; answered: number };

/** Weights by feature name of a conditional logit over the playbooks and none; from `threshold` on the first is sure. */
export type ChoiceModel = { weights: Record<string, number>; threshold: number };

/**
 * Fitted by `npm run -s lab -- fit-playbooks` on conversations written for it; never edited by hand. `alone`: where no
 * article and no macro is likely.
 */
export type Choices = { linked: ChoiceModel; alone: ChoiceModel };
const choices: Choices = data;

/** Sources of a kind that are held against the playbooks, the surest first. */
const maxSources = 6;
/**
 * Sources half as sure as they must be to be shown tell already which playbook is right. Those that are less sure speak
 * against none: the library may hold nothing on the matter.
 */
const leastSure = calibration.thresholds.article / 2;
const maxIntent = 0.5;

/** What a playbook is about, in one text for one vector. */
export function describePlaybook({ title, steps }: Playbook): string {
  return [title, ...steps.slice(0, 6).map(({ text }) => text)].join('. ');
}

/** ISO 639-1 of all of a playbook, which a step alone may be too short to tell. */
export function languageOfPlaybook(playbook: Playbook, { detectLanguage }: Pick<TextTools, 'detectLanguage'>): string {
  return detectLanguage(describePlaybook(playbook));
}

/** Probability of the playbook's intent in any message of the customer. */
function intentMatch(playbook: Playbook, { signals }: SuggestContext): number {
  const readings = [...signals.messages, ...(signals.current ? [signals.current] : [])];
  const found = readings.flatMap(({ intents }) => intents.filter(({ label }) => label === playbook.intent));
  return found.reduce((best, { confidence }) => Math.max(best, Math.min(maxIntent, confidence)), 0);
}

/** Words that each playbook shares with the sources of a kind, times their confidence, summed; null without a likely one. */
async function linkToSources(
  own: readonly string[][],
  kind: 'article' | 'macro',
  context: SuggestContext,
): Promise<number[] | null> {
  const [found = []] = await context.rankEach([kind]);
  const best = found.slice(0, maxSources);
  if ((best[0]?.confidence ?? 0) < leastSure) return null;
  return linkTexts(
    own,
    best.map(({ hit }) => termsOf(hit, context.deps.text)),
    best.map(({ confidence }) => confidence),
  );
}

/** The whole conversation; where its last turn asks for nothing, the problem as first told, which signals have read. */
async function readProblem(context: SuggestContext): Promise<{ text: string; vector: Float32Array } | null> {
  const { whole, conversation, deps } = context;
  if (whole) return { text: conversation.text, vector: whole.vector };
  const text = toTurns(context.ticket.messages).find(({ role }) => role === 'customer')?.text ?? '';
  if (context.limit || deps.text.tokenize(text).length === 0) return null;
  const [encoding] = await deps.encoder.encode([text], context.signal ? { signal: context.signal } : {});
  return encoding ? { text, vector: encoding.vector } : null;
}

/** What there is to choose by: features of every playbook, in their order, and of none. */
export type PlaybookChoice = { by: keyof Choices; playbooks: PlaybookFeatures[]; none: NoneFeatures };

/** Features of every playbook for this conversation; null without the model, and where nothing was told. */
export async function readPlaybookFeatures(
  playbooks: Playbook[],
  context: SuggestContext,
): Promise<PlaybookChoice | null> {
  const problem = await readProblem(context);
  if (!problem) return null;
  const { tokenize } = context.deps.text;
  const described = playbooks.map(describePlaybook);
  const terms = described.map((text) => [...new Set(tokenize(text))]);
  const words = linkTexts(terms, [[...new Set(tokenize(problem.text))]], [1]);
  const { deps } = context;
  const [vectors, article, macro] = await Promise.all([
    Promise.all(
      playbooks.map(async (playbook, at) => {
        const language = languageOfPlaybook(playbook, deps.text);
        return (await deps.vectors.read([described[at] ?? ''], { language }))[0];
      }),
    ),
    linkToSources(terms, 'article', context),
    linkToSources(terms, 'macro', context),
  ]);
  const isAnswered = context.ticket.messages.some(({ role }) => role === 'agent');
  return {
    by: article || macro ? 'linked' : 'alone',
    none: { none: 1, answered: Number(isAnswered) },
    playbooks: playbooks.map((playbook, at) => ({
      cosine: vectors[at] ? cosine(vectors[at], problem.vector) : 0,
      words: words[at] ?? 0,
      article: article?.[at] ?? 0,
      macro: macro?.[at] ?? 0,
      intent: intentMatch(playbook, context),
    })),
  };
}

const weigh = (features: Record<string, number>, weights: Record<string, number>): number =>
  Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * (features[name] ?? 0), 0);

/** Chance of each playbook to be the right one, in their order; what is left is none's. `boosts` in log-odds. */
export function toChances(
  { playbooks, none }: PlaybookChoice,
  { weights }: ChoiceModel,
  boosts: readonly number[] = [],
): number[] {
  const scores = playbooks.map((features, at) => weigh(features, weights) + (boosts[at] ?? 0));
  const noneScore = weigh(none, weights);
  const most = Math.max(noneScore, ...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, Math.exp(noneScore - most));
  return powers.map((power) => power / sum);
}

/** `isSure`: sure enough to be shown. */
type Chosen = { playbook: Playbook; confidence: number; isSure: boolean };

/** Several kinds ask for the playbook of one context: it is chosen once. */
const chosenFor = new WeakMap<SuggestContext, Promise<Chosen | undefined>>();

/** The playbook of the context, of those that have steps; undefined where there is none or nothing was said yet. */
export function findPlaybook(context: SuggestContext): Promise<Chosen | undefined> {
  const known = chosenFor.get(context);
  if (known) return known;
  const choose = async () => {
    const playbooks = (await context.deps.knowledge.listPlaybooks()).filter(({ steps }) => steps.length > 0);
    const isAsked = context.ticket.messages.some(({ role }) => role === 'customer');
    return isAsked && playbooks.length > 0 ? choosePlaybook(playbooks, context) : undefined;
  };
  const chosen = choose();
  chosenFor.set(context, chosen);
  return chosen;
}

/** The playbook that fits best, with its chance. */
async function choosePlaybook(playbooks: Playbook[], context: SuggestContext): Promise<Chosen | undefined> {
  const choice = await readPlaybookFeatures(playbooks, context);
  if (!choice) return undefined;
  const boosts = playbooks.map(({ id }) => context.deps.boost?.(id) ?? 0);
  const model = choices[choice.by];
  const chances = toChances(choice, model, boosts);
  return playbooks
    .map((playbook, at) => ({ playbook, confidence: chances[at] ?? 0 }))
    .map((one) => ({ ...one, isSure: one.confidence >= model.threshold }))
    .sort((a, b) => b.confidence - a.confidence)[0];
}
