import { describe, expect, it, vi } from 'vitest';
import type { Engine } from '../core/engine';
import { fail, ok } from '../core/result';
import { identifyCaller, isBackground } from './caller';
import { createEngineClient } from './client';
import type { EngineCall } from './protocol';
import { argumentSchemas } from './schemas';
import { answerEngineCall } from './server';

const ticket = {
  id: '1',
  helpdesk: 'zendesk',
  origin: 'https://evil.example',
  channel: 'email',
  requester: {},
  tags: [],
  messages: [{ id: 'm', role: 'customer', text: 'hi' }],
  isComplete: true,
  composer: { target: 'public', format: 'rich', draft: '' },
};
const content = { kind: 'content', origin: 'https://a.zendesk.com' } as const;

function recordingEngine() {
  const calls: [string, unknown][] = [];
  const engine = Object.fromEntries(
    Object.keys(argumentSchemas).map((name) => [
      name,
      async (argument: unknown) => {
        calls.push([name, argument]);
        return ok(null);
      },
    ]),
  ) as unknown as Engine;
  return { engine, calls };
}
const call = (method: string, argument: unknown) => ({ method, argument }) as EngineCall;

describe('answerEngineCall', () => {
  it('takes the origin from the browser, not from the page', async () => {
    const { engine, calls } = recordingEngine();
    await answerEngineCall(engine, call('readSignals', { ticket, scope: 'latest' }), content);
    await answerEngineCall(engine, call('beginImport', { source: 'https://b.zendesk.com', fresh: false }), content);
    expect(calls[0]?.[1]).toMatchObject({ ticket: { origin: 'https://a.zendesk.com' } });
    expect(calls[1]?.[1]).toMatchObject({ source: 'https://a.zendesk.com' });
  });

  it.each([
    ['deleteAll', null, content, 'not-allowed'],
    ['exportAll', null, content, 'not-allowed'],
    ['constructor', null, content, 'unknown-method'],
    ['__proto__', null, content, 'unknown-method'],
    [7 as unknown as string, null, content, 'unknown-method'],
    ['readSignals', { ticket: { ...ticket, messages: 'no' }, scope: 'latest' }, content, 'bad-argument'],
    ['suggest', { ticket, alternative: 0, style: 'ruder' }, content, 'bad-argument'],
    ['startReplay', { from: { kind: 'memory' }, change: null }, content, 'not-allowed'],
    ['listReplay', { filter: 'all', offset: 0, limit: 10 }, content, 'not-allowed'],
    ['startReplay', { from: { kind: 'file' }, change: null }, { kind: 'extension' } as const, 'bad-argument'],
    [
      'startReplay',
      { from: { kind: 'memory' }, change: { kinds: { gossip: true } } },
      { kind: 'extension' } as const,
      'bad-argument',
    ],
    [
      'startReplay',
      { from: { kind: 'memory' }, change: { signature: 'x' } },
      { kind: 'extension' } as const,
      'bad-argument',
    ],
    ['search', { text: 5, limit: 3 }, { kind: 'extension' } as const, 'bad-argument'],
    ['search', { text: 'a', limit: 1e9 }, { kind: 'extension' } as const, 'bad-argument'],
  ])('refuses %s with a reason', async (method, argument, caller, kind) => {
    const { engine, calls } = recordingEngine();
    const answer = await answerEngineCall(engine, call(method, argument), caller);
    expect(answer).toMatchObject({ ok: false, error: { kind } });
    expect(calls).toEqual([]);
  });

  it.each([null, undefined, 'deleteAll', 5, []])('answers a call that is %j', async (nothing) => {
    const { engine, calls } = recordingEngine();
    const answer = await answerEngineCall(engine, nothing as unknown as EngineCall, { kind: 'extension' });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'unknown-method' } });
    expect(calls).toEqual([]);
  });

  it('answers even when the engine throws', async () => {
    const { engine } = recordingEngine();
    const broken = { ...engine, state: () => Promise.reject(new Error('boom')) } as Engine;
    expect(await answerEngineCall(broken, call('state', null), { kind: 'extension' })).toEqual(
      fail('engine-error', 'boom'),
    );
  });
});

describe('identifyCaller', () => {
  const own = {
    id: 'me',
    origin: 'chrome-extension://me',
    allowedHosts: ['zendesk.com'],
    allowedOrigins: ['https://help.acme.example', 'http://desk.local:8080'],
  };
  it.each([
    [{ id: 'me', url: 'chrome-extension://me/popup.html' }, { kind: 'extension' }],
    [
      { id: 'me', url: 'https://a.zendesk.com/agent/tickets/1', origin: 'https://a.zendesk.com', tab: {}, frameId: 0 },
      { kind: 'content', origin: 'https://a.zendesk.com' },
    ],
    [
      { id: 'me', url: 'https://help.acme.example/scp/tickets.php?id=1', tab: {}, frameId: 0 },
      { kind: 'content', origin: 'https://help.acme.example' },
    ],
    [
      { id: 'me', url: 'http://desk.local:8080/', tab: {}, frameId: 0 },
      { kind: 'content', origin: 'http://desk.local:8080' },
    ],
    [{ id: 'me', url: 'http://help.acme.example/', tab: {}, frameId: 0 }, null],
    [{ id: 'me', url: 'http://desk.local:9090/', tab: {}, frameId: 0 }, null],
    [{ id: 'me', url: 'https://sub.help.acme.example/', tab: {}, frameId: 0 }, null],
    [{ id: 'other', url: 'https://a.zendesk.com/', origin: 'https://a.zendesk.com', tab: {}, frameId: 0 }, null],
    [{ id: 'me', url: 'https://a.zendesk.com.evil.example/', tab: {}, frameId: 0 }, null],
    [{ id: 'me', url: 'https://evilzendesk.com/', tab: {}, frameId: 0 }, null],
    [{ id: 'me', url: 'http://a.zendesk.com/', tab: {}, frameId: 0 }, null],
    [{ id: 'me', url: 'https://a.zendesk.com/', tab: {}, frameId: 3 }, null],
    [{ id: 'me' }, null],
  ])('%o is %o', (sender, expected) => {
    expect(identifyCaller(sender, own)).toEqual(expected);
  });
});

describe('isBackground', () => {
  const own = { id: 'me', origin: 'chrome-extension://me' };
  it.each([
    [{ id: 'me', url: 'chrome-extension://me/background.js' }, true],
    [{ id: 'me', url: 'https://a.zendesk.com/agent/tickets/1', tab: {}, frameId: 0 }, false],
    [{ id: 'me', url: 'chrome-extension://me/library.html', tab: {} }, false],
    [{ id: 'me', url: 'https://a.zendesk.com/' }, false],
    [{ id: 'me', url: 'chrome-extension://me.evil/' }, false],
    [{ id: 'other', url: 'chrome-extension://other/background.js' }, false],
    [{ id: 'me' }, false],
  ])('%o is %s', (sender, expected) => {
    expect(isBackground(sender, own)).toBe(expected);
  });
});

describe('createEngineClient', () => {
  it('tries a broken channel once more', async () => {
    const transport = vi.fn().mockRejectedValueOnce(new Error('closed')).mockResolvedValue(ok('fine'));
    expect(await createEngineClient(transport, () => false).state()).toEqual(ok('fine'));
    expect(transport).toHaveBeenCalledTimes(2);
  });

  it('says that it is disconnected when the channel stays broken', async () => {
    const transport = vi.fn().mockRejectedValue(new Error('closed'));
    expect(await createEngineClient(transport, () => false).state()).toEqual(fail('disconnected', 'closed'));
    expect(transport).toHaveBeenCalledTimes(2);
  });

  it('asks to reload the tab when the extension is gone', async () => {
    const transport = vi.fn();
    expect(await createEngineClient(transport, () => true).state()).toMatchObject({ error: { kind: 'reload-tab' } });
    expect(transport).not.toHaveBeenCalled();
  });
});
