import type { IntentWarning, TeamIntent } from '../core/team-intents';
import type { Overlap } from './overlaps';

/** Fewer examples than this teach an intent badly. */
export const fewestExamples = 5;

/** Examples named for one overlap. */
const examplesNamed = 6;

/** What was learnt from, in the order of the overlaps' places. */
type Learnt = { ids: string[]; texts: string[]; overlaps: readonly Overlap[] };

function findDuplicates(intents: readonly TeamIntent[]): IntentWarning[] {
  const owners = new Map<string, { text: string; intents: string[] }>();
  for (const { id, examples } of intents)
    for (const text of examples) {
      const key = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const owner = owners.get(key) ?? { text, intents: [] };
      owners.set(key, { ...owner, intents: [...owner.intents, id] });
    }
  return [...owners.values()]
    .filter((owner) => owner.intents.length > 1)
    .map((owner) => ({ kind: 'duplicate', ...owner, intents: [...new Set(owner.intents)] }));
}

/** What may make the intents less sure. `learnt` is null while nothing was learnt of them as they are. */
export function findWarnings(intents: readonly TeamIntent[], learnt: Learnt | null): IntentWarning[] {
  const few = intents.flatMap(({ id, examples }): IntentWarning[] =>
    examples.length < fewestExamples ? [{ kind: 'few', intent: id, count: examples.length }] : [],
  );
  const overlaps = (learnt?.overlaps ?? []).flatMap(({ labels, share, examples }): IntentWarning[] => {
    const [first, second] = labels.map((label) => learnt?.ids[label]);
    if (!first || !second) return [];
    const texts = [...new Set(examples.flatMap((at) => learnt?.texts[at] ?? []))].slice(0, examplesNamed);
    return [{ kind: 'overlap', intents: [first, second], share, examples: texts }];
  });
  return [...overlaps, ...findDuplicates(intents), ...few];
}
