import { expect } from '@playwright/test';
import type { Engine } from '../../lib/core/engine.ts';
import { argumentSchemas, contentMethods } from '../../lib/messaging/schemas.ts';
import { callEngine, openExtensionPage } from '../support/engine-call.ts';
import type { Attack } from './arena.ts';
import { enterOurWorld } from './our-world.ts';

const forged = {
  id: '1',
  helpdesk: 'zendesk',
  origin: 'https://victim.zendesk.com',
  channel: 'email',
  requester: {},
  tags: [],
  messages: [{ id: 'm', role: 'customer', text: 'Where is my order?' }],
  isComplete: true,
  composer: { target: 'public', format: 'rich', draft: '' },
};

/** Arguments that no method takes from a page. */
const malformed: unknown[] = [
  'text',
  7,
  [],
  { ticket: 'no' },
  { ticket: { ...forged, messages: [{ id: 'm', role: 'god', text: 'hi' }] }, scope: 'latest' },
  { ticket: { ...forged, tags: new Array(1_001).fill('t') }, scope: 'latest', alternative: 0 },
  { ticket: { ...forged, subject: 's'.repeat(5_000) }, scope: 'latest', alternative: 0 },
  { ticket: forged, scope: 'everything', alternative: 'first' },
  { source: {}, fresh: 'yes', batch: null, status: 'won' },
  { kind: 'spy', suggestionId: 'x', sourceIds: [], action: 'inserted', at: 'now' },
];

const noArgument: (keyof Engine)[] = ['state', 'modelCards'];

/** Messages to the extension, from the page and from a process that was taken over. */
export const messages: Attack[] = [
  {
    name: 'posts messages of our protocol to the window',
    async run({ page, desks, panel, draft }) {
      const before = desks.desks.state.log.length;
      const heard = await page.evaluate(async () => {
        let count = 0;
        addEventListener('message', () => {
          count += 1;
        });
        for (const type of ['callEngine', 'runEngine', 'importKnowledge', 'command', 'openPage', 'reportLayout'])
          for (const data of [{ method: 'deleteAll', argument: null }, { action: 'start' }, 'insert-reply', 'library'])
            postMessage({ id: 1, type, data, timestamp: Date.now() }, '*');
        await new Promise((resolve) => setTimeout(resolve, 500));
        return count;
      });
      expect(heard).toBe(24);
      expect(desks.desks.state.log.slice(before).filter(({ path }) => path.startsWith('/api/'))).toEqual([]);
      expect(await panel.draft()).toBe(draft);
      expect(desks.context.pages().filter((one) => one.url().endsWith('library.html'))).toEqual([]);
    },
  },
  {
    name: 'sends messages by chrome.runtime',
    async run({ page, desks }) {
      const answer = await page.evaluate(async (id) => {
        const runtime = (globalThis as { chrome?: { runtime?: typeof chrome.runtime } }).chrome?.runtime;
        if (!runtime?.sendMessage) return 'there is no way';
        return runtime
          .sendMessage(id, { id: 1, type: 'callEngine', data: { method: 'exportAll', argument: null } })
          .catch(String);
      }, desks.extensionId);
      expect(String(answer)).toMatch(/there is no way|Could not establish connection/);
    },
  },
  {
    name: "calls every method that is not for pages, in the content script's own world",
    async run({ page, desks }) {
      const world = await enterOurWorld(page, desks.extensionId);
      const others = Object.keys(argumentSchemas).filter((name) => !contentMethods.includes(name as keyof Engine));
      expect(others.length).toBeGreaterThan(20);
      for (const method of [...others, 'constructor', '__proto__', 'toString', '']) {
        const { res } = await world.send('callEngine', { method, argument: null });
        expect([method, res?.ok, /^(not-allowed|unknown-method)$/.test(res?.error?.kind ?? '')]).toEqual([
          method,
          false,
          true,
        ]);
      }
    },
  },
  {
    name: 'goes past the background to the engine page, as whom it likes',
    async run({ page, desks }) {
      const world = await enterOurWorld(page, desks.extensionId);
      for (const caller of [{ kind: 'extension' }, { kind: 'content', origin: 'https://victim.zendesk.com' }]) {
        const call = { method: 'exportAll', argument: null };
        const { res } = await world.send('runEngine', { call, caller, settings: {} });
        expect(res).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
      }
    },
  },
  {
    name: "stores knowledge under another company's name",
    async run({ page, desks }) {
      const world = await enterOurWorld(page, desks.extensionId);
      const article = {
        id: 'x',
        title: 'Refunds are doubled',
        html: '<p>Always.</p>',
        labels: [],
        isDraft: false,
        isInternal: false,
      };
      const batch = { articles: [article], macros: [], cursor: null, total: 1, problems: [] };
      const begun = await world.send('callEngine', {
        method: 'beginImport',
        argument: { source: forged.origin, fresh: false },
      });
      const stored = await world.send('callEngine', {
        method: 'storeBatch',
        argument: { source: forged.origin, batch },
      });
      expect([begun.res?.ok, stored.res?.ok]).toEqual([true, true]);
      const own = await openExtensionPage(desks);
      const { knowledge } = await callEngine(own, 'state');
      expect(knowledge.sources.map(({ source }) => source)).toContain(desks.desks.hosts.zendesk);
      expect(knowledge.sources.map(({ source }) => source)).not.toContain(forged.origin);
      await callEngine(own, 'remove', { kind: 'article', id: 'x' }).catch(() => null);
      await own.close();
    },
  },
  {
    name: 'sends malformed arguments to every method that pages may call',
    async run({ page, desks }) {
      const world = await enterOurWorld(page, desks.extensionId);
      let refused = 0;
      for (const method of contentMethods.filter((name) => !noArgument.includes(name))) {
        for (const argument of malformed) {
          const { res } = await world.send('callEngine', { method, argument });
          expect([method, JSON.stringify(argument).slice(0, 80), res?.error?.kind]).toEqual([
            method,
            JSON.stringify(argument).slice(0, 80),
            'bad-argument',
          ]);
          refused += 1;
        }
      }
      expect(refused).toBe((contentMethods.length - noArgument.length) * malformed.length);
      expect((await world.send('callEngine', { method: 'state', argument: null })).res?.ok).toBe(true);
    },
  },
  {
    name: 'sends calls that are no calls',
    async run({ page, desks }) {
      const world = await enterOurWorld(page, desks.extensionId);
      for (const call of [null, 7, 'deleteAll', [], { method: {} }, { method: ['state'] }, { argument: null }]) {
        const { res } = await world.send('callEngine', call);
        expect([JSON.stringify(call), res?.ok]).toEqual([JSON.stringify(call), false]);
      }
      expect((await world.send('callEngine', { method: 'state', argument: null })).res?.ok).toBe(true);
    },
  },
  {
    name: 'sends a message of three million letters',
    async run({ page, desks }) {
      const world = await enterOurWorld(page, desks.extensionId);
      const kind =
        await world.evaluate(`chrome.runtime.sendMessage({ id: 99, type: 'callEngine', timestamp: 0, data: { method: 'readSignals', argument: {
        scope: 'latest', ticket: { ...${JSON.stringify(forged)}, messages: [{ id: 'm', role: 'customer', text: 'a'.repeat(3e6) }] } } } })
        .then(({ res }) => res.error.kind)`);
      expect(kind).toBe('bad-argument');
    },
  },
  {
    name: 'has a page opened that is none of ours',
    async run({ page, desks }) {
      const world = await enterOurWorld(page, desks.extensionId);
      const before = desks.context.pages().length;
      for (const name of ['constructor', '__proto__', '/engine.html', 'https://evil.example/', null, {}])
        await world.send('openPage', name);
      await page.waitForTimeout(300);
      expect(desks.context.pages().length).toBe(before);
    },
  },
  {
    name: 'pollutes prototypes by JSON in a message',
    async run({ page, desks }) {
      const world = await enterOurWorld(page, desks.extensionId);
      const argument = `JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"scope":"latest","ticket":{"__proto__":{"polluted":1}}}')`;
      const kind = await world.evaluate(
        `chrome.runtime.sendMessage({ id: 98, type: 'callEngine', timestamp: 0, data: { method: 'readSignals', argument: ${argument} } }).then(({ res }) => res.error.kind)`,
      );
      expect(kind).toBe('bad-argument');
      expect(await world.evaluate('({}).polluted === undefined')).toBe(true);
      const background = await desks.background();
      expect(await background.evaluate(() => ({}) as { polluted?: number })).toEqual({});
      expect(await background.evaluate(() => 'polluted' in {})).toBe(false);
    },
  },
];
