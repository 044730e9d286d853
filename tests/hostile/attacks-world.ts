import { expect } from '@playwright/test';
import { type Attack, editor, editorText, ticketId } from './arena.ts';
import { untilDraft } from './closed-panel.ts';

/** The page changes the ground that scripts stand on, and drives what we left in its world. */
export const world: Attack[] = [
  {
    name: 'answers our requests to the API itself',
    before: `
      window.calls = [];
      const real = window.fetch;
      window.fetch = (...given) => {
        window.calls.push(String(given[0]?.url ?? given[0]));
        return String(given[0]).includes('conversation_log')
          ? Promise.resolve(new Response('{"events":[]}')) : real(...given);
      };
      const open = XMLHttpRequest.prototype.open;
      XMLHttpRequest.prototype.open = function (...given) { window.calls.push(String(given[1])); return open.apply(this, given); };`,
    async run({ page, desks }) {
      const { log } = desks.desks.state;
      const before = log.length;
      // The page hides most of this conversation, so that the rest is asked for.
      await page.goto(`${desks.desks.hosts.zendesk}/agent/tickets/112?collapse=2`);
      await expect
        .poll(() => log.slice(before).filter(({ path }) => path.includes('/conversation_log')).length, {
          timeout: 20_000,
        })
        .toBeGreaterThan(0);
      const calls = await page.evaluate(() => (window as unknown as { calls: string[] }).calls);
      expect(calls.length, 'its own calls').toBeGreaterThan(0);
      expect(calls.filter((url) => url.includes('conversation_log'))).toEqual([]);
    },
  },
  {
    name: 'stops observers, frames and timers in its own world once it is loaded',
    isAlone: true,
    async run({ page, panel, desks }) {
      await page.evaluate(() => {
        const still = () => 0;
        Object.assign(window, { requestAnimationFrame: still, queueMicrotask: still, setInterval: still });
        MutationObserver.prototype.observe = () => {};
        IntersectionObserver.prototype.observe = () => {};
        ResizeObserver.prototype.observe = () => {};
      });
      expect(await page.evaluate(() => requestAnimationFrame(() => {}))).toBe(0);
      desks.desks.state.arrive(
        ticketId,
        'One more thing: the charger is green and the battery shows no light at all. What now?',
      );
      await expect
        .poll(() => panel.look((root) => root.querySelector<HTMLElement>('[data-deskside]')?.dataset.conversationKey), {
          timeout: 20_000,
        })
        .toMatch(/\|101\|[5-9]\|/);
      expect((await untilDraft(panel, ticketId)).length).toBeGreaterThan(0);
    },
  },
  {
    name: 'drives the bridge of its world: it gets what it could do anyway',
    isAlone: true,
    async run({ page, panel }) {
      await editor(page).click();
      await page.evaluate(() => {
        const target = document.activeElement as HTMLElement;
        target.setAttribute('data-deskside-target', 'forged');
        const content = { nonce: 'forged', text: 'by the page', html: '<p>by the page</p>', format: 'rich' };
        document.dispatchEvent(new CustomEvent('deskside:insert', { detail: JSON.stringify(content) }));
      });
      await expect.poll(() => editorText(page)).toContain('by the page');
      expect(await panel.text()).not.toContain('Inserted.');
    },
  },
  {
    name: 'sends malformed events over the bridge',
    async run({ page }) {
      const errors: string[] = [];
      const note = (error: Error) => errors.push(error.message);
      page.on('pageerror', note);
      const sent = await page.evaluate(() => {
        let count = 0;
        for (const name of ['deskside:insert', 'deskside:inserted'])
          for (const detail of [
            '{',
            'null',
            '7',
            '[]',
            '{"nonce":{}}',
            '{"nonce":"\\"] *"}',
            undefined,
            {},
            new Array(9),
          ]) {
            document.dispatchEvent(new CustomEvent(name, { detail }));
            count += 1;
          }
        return count;
      });
      await page.waitForTimeout(200);
      page.off('pageerror', note);
      expect(sent).toBe(18);
      expect(errors).toEqual([]);
    },
  },
  {
    name: 'listens on the bridge before the agent has done anything',
    before: `
      window.bridge = [];
      for (const name of ['deskside:insert', 'deskside:inserted'])
        document.addEventListener(name, ({ detail }) => window.bridge.push(detail), true);`,
    async run({ page }) {
      await page.evaluate(() => document.dispatchEvent(new CustomEvent('deskside:inserted', { detail: 'heard' })));
      expect(await page.evaluate(() => (window as unknown as { bridge: unknown[] }).bridge)).toEqual(['heard']);
    },
  },
  {
    name: 'asks for our files at the address that everybody knows',
    async run({ page, desks }) {
      const files = [
        ...[
          'manifest.json',
          'popup.html',
          'library.html',
          'practice.html',
          'engine.html',
          'background.js',
          'panel-text.ar.js',
        ],
        ...[
          'assets/panel.css',
          'panel.js',
          'content-scripts/helpdesk.js',
          'models/signals-en/card.json',
          'ort/ort-wasm-simd-threaded.mjs',
        ],
      ];
      const found = await page.evaluate(
        async ({ id, names }) => {
          const loads = (name: string, values: object) =>
            new Promise<boolean>((resolve) => {
              const element = Object.assign(document.createElement(name), values, {
                onload: () => resolve(true),
                onerror: () => resolve(false),
              });
              document.head.append(element);
              setTimeout(() => resolve(false), 2_000);
            });
          const all = names.map(async (name) => {
            const url = `chrome-extension://${id}/${name}`;
            const ways = [
              await fetch(url).then(
                () => true,
                () => false,
              ),
              await loads('script', { src: url }),
              await loads('link', { rel: 'stylesheet', href: url }),
              await loads('img', { src: url }),
            ];
            return { name, isFound: ways.includes(true) };
          });
          return Promise.all(all);
        },
        { id: desks.extensionId, names: files },
      );
      expect(found).toHaveLength(files.length);
      expect(found.filter(({ isFound }) => isFound)).toEqual([]);
    },
  },
  {
    name: 'puts our pages into frames',
    isAlone: true,
    async run({ page, desks }) {
      const names = ['popup.html', 'library.html', 'practice.html', 'engine.html'];
      await page.evaluate(
        ({ id, all }) => {
          for (const name of all) {
            const frame = Object.assign(document.createElement('iframe'), { src: `chrome-extension://${id}/${name}` });
            document.body.append(frame);
          }
        },
        { id: desks.extensionId, all: names },
      );
      await page.waitForTimeout(1_000);
      const frames = page.frames().filter((frame) => frame.parentFrame() !== null);
      expect(frames.length).toBeGreaterThanOrEqual(names.length);
      for (const frame of frames) expect(frame.url()).not.toContain(`${desks.extensionId}/`);
    },
  },
  {
    name: 'opens our pages in a window of its own',
    isAlone: true,
    async run({ page, desks }) {
      const before = desks.context
        .pages()
        .filter((one) => one.url().includes(`${desks.extensionId}/popup.html`)).length;
      await page.evaluate((id) => {
        addEventListener('click', () => {
          document.body.dataset.opened = String(window.open(`chrome-extension://${id}/popup.html`) !== null);
        });
      }, desks.extensionId);
      await page.mouse.click(300, 300);
      await expect.poll(() => page.evaluate(() => document.body.dataset.opened)).toBeDefined();
      await page.waitForTimeout(500);
      const after = desks.context.pages().filter((one) => one.url().includes(`${desks.extensionId}/popup.html`)).length;
      expect(after).toBe(before);
    },
  },
];
