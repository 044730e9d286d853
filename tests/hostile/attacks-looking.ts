import { expect } from '@playwright/test';
import { type Attack, secretOf, tells } from './arena.ts';

/** The page tries to read what the panel shows. */
export const looking: Attack[] = [
  {
    name: 'asks for the shadow root',
    async run({ page }) {
      const found = await page.evaluate(() => {
        const host = document.querySelector('deskside-panel');
        return { isThere: host !== null, root: host?.shadowRoot ?? null, children: host?.childNodes.length };
      });
      expect(found).toEqual({ isThere: true, root: null, children: 0 });
    },
  },
  {
    name: 'replaces attachShadow before anybody calls it',
    before: `
      window.roots = [];
      const real = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        const root = real.call(this, { ...options, mode: 'open' });
        window.roots.push([this.localName, root]);
        return root;
      };
      document.createElement('div').attachShadow({ mode: 'closed' });`,
    async run({ page }) {
      const seen = await page.evaluate(() =>
        (window as unknown as { roots: [string, unknown][] }).roots.map(([name]) => name),
      );
      expect(seen).toContain('div');
      expect(seen).not.toContain('deskside-panel');
      expect(await page.evaluate(() => document.querySelector('deskside-panel')?.shadowRoot ?? null)).toBeNull();
    },
  },
  {
    name: "defines our element's name first, to get the root by its internals",
    before: `
      window.internals = [];
      customElements.define('deskside-panel', class extends HTMLElement {
        constructor() { super(); window.internals.push(this.attachInternals()); }
        connectedCallback() { window.connected = (window.connected ?? 0) + 1; }
      });`,
    async run({ page }) {
      const seen = await page.evaluate(() => {
        const { internals, connected } = window as unknown as { internals: ElementInternals[]; connected: number };
        return { constructed: internals.length, connected, roots: internals.map(({ shadowRoot }) => shadowRoot) };
      });
      expect(seen.constructed, 'the page made it its own').toBeGreaterThan(0);
      expect(seen.connected).toBeGreaterThan(0);
      expect(seen.roots.filter((root) => root !== null)).toEqual([]);
    },
  },
  {
    name: "defines our element's name first, with a root of its own",
    before: `
      window.tries = 0;
      customElements.define('deskside-panel', class extends HTMLElement {
        constructor() { super(); window.tries += 1; this.attachShadow({ mode: 'open' }).textContent = 'Enter your password'; }
      });`,
    async run({ page, panel }) {
      expect(await page.evaluate(() => (window as unknown as { tries: number }).tries)).toBeGreaterThan(0);
      expect(await panel.text()).not.toContain('Enter your password');
    },
  },
  {
    name: "defines our element's name later, to get the root at the upgrade",
    isAlone: true,
    async run({ page }) {
      const seen = await page.evaluate(() => {
        const internals: ElementInternals[] = [];
        customElements.define(
          'deskside-panel',
          class extends HTMLElement {
            constructor() {
              super();
              internals.push(this.attachInternals());
            }
          },
        );
        return { upgraded: internals.length, roots: internals.filter(({ shadowRoot }) => shadowRoot !== null).length };
      });
      expect(seen).toEqual({ upgraded: 1, roots: 0 });
    },
  },
  {
    name: 'reads all text and markup of the page',
    async run({ page, draft }) {
      const texts = await page.evaluate(() => {
        const root = document.documentElement as HTMLElement & { getHTML?(options: object): string };
        return [
          root.innerText,
          root.textContent,
          root.outerHTML,
          root.getHTML?.({ serializableShadowRoots: true }),
          new XMLSerializer().serializeToString(document),
        ];
      });
      expect(texts.every((text) => (text ?? '').length > 500)).toBe(true);
      for (const text of texts) expect(tells(text, secretOf(draft))).toBe(false);
    },
  },
  {
    name: 'selects everything and reads the selection',
    isAlone: true,
    async run({ page, draft }) {
      const texts = await page.evaluate(() => {
        const host = document.querySelector('deskside-panel') as Element;
        const selection = getSelection() as Selection;
        const found: string[] = [];
        selection.selectAllChildren(host);
        found.push(selection.toString());
        selection.setBaseAndExtent(document.body, 0, host, 0);
        found.push(selection.toString());
        document.execCommand('selectAll');
        found.push(selection.toString());
        const range = document.createRange();
        range.selectNode(host);
        found.push(range.toString(), range.cloneContents().textContent ?? '');
        return found;
      });
      expect(
        texts.some((text) => text.length > 100),
        'something was selected',
      ).toBe(true);
      expect(tells(texts, secretOf(draft))).toBe(false);
    },
  },
  {
    name: 'clones the element, imports it, and puts it in a template',
    async run({ page, draft }) {
      const copies = await page.evaluate(() => {
        const host = document.querySelector('deskside-panel') as HTMLElement;
        const other = document.implementation.createHTMLDocument();
        const all = [host.cloneNode(true), other.importNode(host, true)] as HTMLElement[];
        const template = document.createElement('template');
        template.innerHTML = host.outerHTML;
        return [...all.map((copy) => copy.outerHTML), template.innerHTML];
      });
      for (const copy of copies) expect(copy).toMatch(/^<deskside-panel[^>]*><\/deskside-panel>$/);
      expect(tells(copies, secretOf(draft))).toBe(false);
    },
  },
  {
    name: 'points at every place of the panel',
    async run({ page, panel }) {
      const { x, y } = await panel.placeOf('Insert');
      const found = await page.evaluate(
        ([left = 0, top = 0]) => document.elementsFromPoint(left, top).map(({ localName }) => localName),
        [x, y],
      );
      expect(found[0]).toBe('deskside-panel');
      expect(found.filter((name) => name === 'button')).toEqual([]);
    },
  },
  {
    name: 'follows the path of a real click',
    isAlone: true,
    async run({ page, panel }) {
      await page.evaluate(() => {
        const paths: string[][] = [];
        Object.assign(window, { paths });
        addEventListener(
          'click',
          (event) => paths.push(event.composedPath().map((one) => (one as Element).localName ?? 'no element')),
          true,
        );
      });
      await panel.press('Dismiss');
      const paths = await page.evaluate(() => (window as unknown as { paths: string[][] }).paths);
      expect(paths).toHaveLength(1);
      expect(paths[0]?.[0]).toBe('deskside-panel');
    },
  },
  {
    name: 'asks the performance timeline for elements',
    isAlone: true,
    async run({ page, panel }) {
      await page.evaluate(() => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        const note = (node: Node | null | undefined) =>
          seen.push(node ? `${node.nodeName} in ${node.getRootNode().nodeName}` : 'nobody');
        for (const type of ['event', 'first-input', 'largest-contentful-paint', 'layout-shift', 'element'])
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & {
              target?: Node;
              element?: Node;
              sources?: { node?: Node }[];
            })[]) {
              note(entry.target ?? entry.element);
              for (const { node } of entry.sources ?? []) note(node);
            }
          }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
      });
      await panel.press('Next alternative');
      await page.mouse.click(300, 300);
      await page.waitForTimeout(500);
      const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
      expect(seen.length, 'entries').toBeGreaterThan(0);
      expect(seen.filter((one) => one.includes('document-fragment'))).toEqual([]);
    },
  },
  {
    name: 'lists animations and style sheets',
    async run({ page }) {
      const found = await page.evaluate(() => ({
        foreign: document
          .getAnimations()
          .map((animation) => (animation.effect as KeyframeEffect | null)?.target?.getRootNode().nodeName)
          .filter((name) => name === '#document-fragment'),
        sheets: document.styleSheets.length,
        ours: [...document.styleSheets].filter((sheet) => {
          try {
            return [...sheet.cssRules].some(({ cssText }) => /deskside|--ds-/.test(cssText));
          } catch {
            return false;
          }
        }).length,
      }));
      expect(found.sheets).toBeGreaterThan(0);
      expect(found).toMatchObject({ foreign: [], ours: 0 });
    },
  },
  {
    name: 'reads the addresses of loaded files from the timeline',
    async run({ page, desks }) {
      const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => name.includes(desks.extensionId))).toEqual([]);
    },
  },
];
