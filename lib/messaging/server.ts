import * as v from 'valibot';
import type { Engine } from '../core/engine';
import { fail, type Result } from '../core/result';
import type { Caller, EngineCall } from './protocol';
import { argumentSchemas, contentMethods } from './schemas';

/** The argument with every origin in it replaced by the one the browser vouches for. */
function bindOrigin(argument: unknown, caller: Caller): unknown {
  if (caller.kind !== 'content' || typeof argument !== 'object' || argument === null) return argument;
  const bound: Record<string, unknown> = { ...argument };
  if ('source' in bound) bound.source = caller.origin;
  if ('ticket' in bound && typeof bound.ticket === 'object') bound.ticket = { ...bound.ticket, origin: caller.origin };
  return bound;
}

/**
 * Answers one call: refuses unknown methods, methods the caller may not use and payloads that do not parse; content
 * scripts are held to their own origin. Always resolves, so that the caller is never left waiting.
 */
export async function answerEngineCall(engine: Engine, call: EngineCall, caller: Caller): Promise<Result<unknown>> {
  const { method, argument: given } = (call ?? {}) as EngineCall;
  if (!Object.hasOwn(argumentSchemas, method)) return fail('unknown-method', `There is no call "${String(method)}".`);
  if (caller.kind === 'content' && !contentMethods.includes(method))
    return fail('not-allowed', `A helpdesk page may not call "${method}".`);
  const parsed = v.safeParse(argumentSchemas[method], given ?? undefined);
  if (!parsed.success)
    return fail('bad-argument', `"${method}" got something it cannot read: ${v.summarize(parsed.issues)}`);
  try {
    const answer: (argument: unknown) => Promise<Result<unknown>> = engine[method] as never;
    return await answer(bindOrigin(parsed.output, caller));
  } catch (error) {
    return fail('engine-error', error instanceof Error ? error.message : String(error));
  }
}
