import { defaultSettings } from '../lib/core/settings';
import type { SuggestDeps } from '../lib/suggestions/define-suggestion';
import { type Choices, type PlaybookChoice, readPlaybookFeatures } from '../lib/suggestions/next-step/choose';
import { readContext } from '../lib/suggestions/suggest';
import { openDesk } from './desk';
import { readLabelled } from './labelled';
import type { LabModel } from './model';
import { openReader } from './reader';

export const choiceWays = ['linked', 'alone'] as const satisfies readonly (keyof Choices)[];

/** One labelled message: place of the right playbook, null where none applies, and what each way has to choose by. */
export type PlaybookCase = { desk: string; right: number | null; found: Record<keyof Choices, PlaybookChoice | null> };

/** The desk without articles and macros. */
const withoutSources = (deps: SuggestDeps): SuggestDeps => ({ ...deps, search: async () => [] });

/** Every labelled message of one desk, as `readOrderCases` reads them. `onDone` is called after each. */
export async function readPlaybookCases(
  data: string,
  name: string,
  { model, onDone }: { model: LabModel; onDone: () => void },
): Promise<PlaybookCase[]> {
  const { desk, labelled } = readLabelled(data, name);
  const deps = await openDesk(desk, model.encoder);
  const playbooks = await deps.knowledge.listPlaybooks();
  const reader = openReader(model);
  const cases: PlaybookCase[] = [];
  for (const { ticket, playbook } of labelled) {
    const signals = await reader.read(ticket, 'all');
    const request = { ticket, signals, settings: defaultSettings, alternative: 0 };
    const read = async (own: SuggestDeps) => readPlaybookFeatures(playbooks, await readContext(request, own));
    const right = playbook === null ? null : playbooks.findIndex(({ id }) => id === playbook);
    cases.push({ desk: name, right, found: { linked: await read(deps), alone: await read(withoutSources(deps)) } });
    onDone();
  }
  return cases;
}
