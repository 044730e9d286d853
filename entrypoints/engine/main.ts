import { browser } from 'wxt/browser';
import { fail } from '@/lib/core/result';
import { isBackground } from '@/lib/messaging/caller';
import { onMessage } from '@/lib/messaging/protocol';
import { runInEngine } from './start-engine';

const own = { id: browser.runtime.id, origin: location.origin };

// Every content script could send this message too, naming whom it likes as the caller.
onMessage('runEngine', async ({ data, sender }) =>
  isBackground(sender, own)
    ? runInEngine(data)
    : fail('not-allowed', 'The engine is called through the background alone.'),
);
