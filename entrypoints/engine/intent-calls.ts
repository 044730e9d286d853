import type { Engine } from '@/lib/core/engine';
import { fail, ok } from '@/lib/core/result';
import type { IntentKeeper } from '@/lib/intents/intent-keeper';
import type { EngineParts } from './create-engine';

/** Past tickets looked at, and messages proposed of them. */
const [looked, proposed] = [200, 5];

type IntentCalls = Pick<Engine, 'readIntents' | 'editIntents' | 'trainIntents' | 'guessIntent' | 'messagesToLabel'>;

/** The engine's calls about the team's own intents. */
export function createIntentCalls({
  library,
  intents,
  settings,
}: Pick<EngineParts, 'library' | 'settings'> & { intents: IntentKeeper }): IntentCalls {
  return {
    readIntents: async () => ok(await intents.state()),
    editIntents: (edit) => intents.edit(edit),
    trainIntents: async ({ action }) => ok(await intents.train(action)),
    guessIntent: ({ text }) => intents.guess(text),
    async messagesToLabel() {
      if (!settings().rememberTickets) return fail('memory-off', 'Past tickets are not kept on this device');
      const past = await library.listPastTickets(looked);
      return ok(await intents.pick([...new Set(past.map(({ question }) => question))], proposed));
    },
  };
}
