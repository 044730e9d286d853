import type { Engine } from '@/lib/core/engine';
import { ok } from '@/lib/core/result';
import type { Library } from '@/lib/knowledge/library';
import type { Learner, LearnerParts } from '@/lib/learning/learner';

type LearningCalls = Pick<Engine, 'readLearning' | 'forgetLearning' | 'exportLearning' | 'importLearning'>;

/** The engine's calls about what the agent's choices taught. */
export function createLearningCalls(learner: Learner): LearningCalls {
  return {
    readLearning: async () => ok(await learner.state()),
    async forgetLearning(request) {
      await learner.forget(request);
      return ok(await learner.state());
    },
    exportLearning: async () => ok(learner.exportFile()),
    importLearning: ({ text }) => learner.importFile(text),
  };
}

/** Titles of sources by what the library holds of them now. */
export function createTitles(library: Library): LearnerParts['titleOf'] {
  return async ({ kind, id }) => {
    if (kind === 'article') return (await library.readArticle(id))?.title ?? null;
    if (kind === 'macro') return (await library.readMacro(id))?.title ?? null;
    if (kind === 'past') return (await library.readPastTicket(id))?.subject ?? null;
    const playbooks = await library.listPlaybooks();
    return playbooks.ok ? (playbooks.value.find((one) => one.id === id)?.title ?? null) : null;
  };
}
