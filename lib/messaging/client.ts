import type { Engine } from '../core/engine';
import { fail, type Result } from '../core/result';
import type { EngineCall } from './protocol';

/** Carries one call to the engine; rejects when the message channel breaks. */
export type Transport = (call: EngineCall) => Promise<Result<unknown>>;

/** True once the extension was reloaded or removed under this page: nothing can be sent from it any more. */
export type IsOrphaned = () => boolean;

/**
 * The engine as seen from another context. A broken channel (engine page closed, service worker asleep) is tried once
 * more, since the background wakes both; then it is a `disconnected` failure, or `reload-tab` when this page's
 * extension is gone.
 */
export function createEngineClient(transport: Transport, isOrphaned: IsOrphaned): Engine {
  async function call(method: keyof Engine, argument: unknown): Promise<Result<unknown>> {
    for (const _attempt of [1, 2]) {
      if (isOrphaned()) return fail('reload-tab', 'Deskside was updated. Reload this tab to go on.');
      try {
        return await transport({ method, argument: argument ?? null } as EngineCall);
      } catch (error) {
        if (_attempt === 2) return fail('disconnected', error instanceof Error ? error.message : String(error));
      }
    }
    throw new Error('unreachable');
  }
  // A proxy rather than a list: the content script must not carry the schemas of every method.
  return new Proxy({} as Engine, {
    get: (_target, method) =>
      typeof method === 'string' && method !== 'then'
        ? (argument: unknown) => call(method as keyof Engine, argument)
        : undefined,
  });
}
