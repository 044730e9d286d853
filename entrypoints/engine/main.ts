import { browser } from 'wxt/browser';
import { fail } from '@/lib/core/result';
import { isBackground } from '@/lib/messaging/caller';
import { onMessage } from '@/lib/messaging/protocol';
import { english } from './encoders';

const own = { id: browser.runtime.id, origin: location.origin };

// The model starts while the engine's own code, which is much larger than what starts it, is still being read.
void english.warm();
const engine = import('./start-engine');

// Every content script could send this message too, naming whom it likes as the caller.
onMessage('runEngine', async ({ data, sender }) =>
  isBackground(sender, own)
    ? (await engine).runInEngine(data)
    : fail('not-allowed', 'The engine is called through the background alone.'),
);
