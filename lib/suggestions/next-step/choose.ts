import type { Playbook } from '../../core/knowledge';
import { toTurns } from '../../core/ticket';
import { calibration } from '../calibration';
import type { SuggestContext } from '../define-suggestion';
import { score } from '../rank';
import { cosine, type VectorMemory } from '../vector-memory';

/** Features of playbook choice; names are the keys of the calibration. `intentMatch`: probability of its intent. */
export type PlaybookFeatures = Record<'cosine' | 'cosineGap' | 'overlap' | 'intentMatch', number>;

/** What a playbook is about, in one text for one vector. */
export function describePlaybook({ title, steps }: Playbook): string {
  return [title, ...steps.slice(0, 6).map(({ text }) => text)].join('. ');
}

/** Encodes what choosing and following playbooks needs, behind live messages, so that the first ticket waits for none. */
export async function warmPlaybooks(playbooks: Playbook[], vectors: VectorMemory): Promise<void> {
  const texts = playbooks.flatMap((playbook) => [
    describePlaybook(playbook),
    ...playbook.steps.map(({ text }) => text),
  ]);
  await vectors.read(texts, 'later');
}

/** The problem as first told and as last told, as others encode them; answers in between are about steps. */
function problemTexts({ ticket, encoded, deps }: SuggestContext): string[] {
  const first = toTurns(ticket.messages).find(({ role }) => role === 'customer')?.text ?? '';
  const texts = [encoded[0] ?? '', first];
  return [...new Set(texts)].filter((text) => deps.text.tokenize(text).length > 0);
}

/** Probability of the playbook's intent in any message of the customer. */
function intentMatch(playbook: Playbook, { signals }: SuggestContext): number {
  const readings = [...signals.messages, ...(signals.current ? [signals.current] : [])];
  const found = readings.flatMap(({ intents }) => intents.filter(({ label }) => label === playbook.intent));
  return found.reduce((best, { confidence }) => Math.max(best, confidence), 0);
}

function overlap(playbook: Playbook, texts: string[], context: SuggestContext): number {
  const own = new Set(context.deps.text.tokenize(describePlaybook(playbook)));
  const shares = texts.map((text) => {
    const terms = new Set(context.deps.text.tokenize(text));
    return terms.size === 0 ? 0 : [...terms].filter((term) => own.has(term)).length / terms.size;
  });
  return Math.max(0, ...shares);
}

/** Features of every playbook for this conversation, in their order. Without the model, cosines count as 0. */
export async function readPlaybookFeatures(
  playbooks: Playbook[],
  context: SuggestContext,
): Promise<PlaybookFeatures[]> {
  const texts = problemTexts(context);
  const options = context.signal ? { signal: context.signal } : {};
  const cosines = context.limit
    ? playbooks.map(() => 0)
    : await Promise.all([
        context.deps.vectors.read(playbooks.map(describePlaybook)),
        context.deps.encoder.encode(texts, options),
      ]).then(([own, asked]) => own.map((vector) => Math.max(0, ...asked.map((one) => cosine(vector, one.vector)))));
  const noRunnerUp = context.limit ? 0 : calibration.playbookRunnerUp;
  return playbooks.map((playbook, index) => {
    const others = cosines.filter((_value, other) => other !== index);
    const own = cosines[index] ?? 0;
    return {
      cosine: own,
      cosineGap: own - (others.length === 0 ? noRunnerUp : Math.max(...others)),
      overlap: overlap(playbook, texts, context),
      intentMatch: intentMatch(playbook, context),
    };
  });
}

type Chosen = { playbook: Playbook; confidence: number };

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

/** The playbook that fits best, with its calibrated confidence. */
async function choosePlaybook(playbooks: Playbook[], context: SuggestContext): Promise<Chosen | undefined> {
  const features = await readPlaybookFeatures(playbooks, context);
  return playbooks
    .map((playbook, index) => ({
      playbook,
      confidence: score(features[index] ?? {}, calibration.playbook, context.deps.boost?.(playbook.id)),
    }))
    .sort((a, b) => b.confidence - a.confidence)[0];
}
