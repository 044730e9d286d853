import { expose } from 'comlink';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Lesson } from '@/lib/intents/intent-keeper';
import { learnIntents } from '@/lib/intents/team-intents';
import { showLife } from './engine/worker-life';

export type IntentsWorker = {
  learn(lesson: Lesson, onProgress: (done: number) => void): ReturnType<typeof learnIntents>;
};

// Apart from the engine page, so that a second of learning delays no message.
export default defineUnlistedScript(() => {
  const worker: IntentsWorker = {
    learn: ({ examples, names }, onProgress) => learnIntents(examples, { names, onProgress }),
  };
  expose(worker);
  showLife();
});
