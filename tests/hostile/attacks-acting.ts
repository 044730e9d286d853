import { expect, type Page } from '@playwright/test';
import { type Attack, editor, editorText, expectNothingInserted } from './arena.ts';

type Key = { key: string; code: string; altKey?: boolean; shiftKey?: boolean };

/** Sends a key that a script made, as completely as a script can, to the composer and the window. */
async function fakeKey(page: Page, key: Key): Promise<number> {
  return page.evaluate((given) => {
    const target = document.activeElement ?? document.body;
    let heard = 0;
    const count = () => {
      heard += 1;
    };
    addEventListener('keydown', count);
    for (const type of ['keydown', 'keypress', 'keyup'])
      for (const at of [target, document, window])
        at.dispatchEvent(new KeyboardEvent(type, { ...given, bubbles: true, cancelable: true, composed: true }));
    removeEventListener('keydown', count);
    return heard;
  }, key);
}

const alt = { altKey: true, shiftKey: true };

/** The page tries to act in the agent's name. */
export const acting: Attack[] = [
  {
    name: 'presses Tab by script on the grey text',
    async run(arena) {
      const { page, panel } = arena;
      await editor(page).click();
      await expect.poll(() => panel.look((root) => root.querySelector('[data-ghost]') !== null)).toBe(true);
      expect(await fakeKey(page, { key: 'Tab', code: 'Tab' })).toBeGreaterThan(0);
      await expectNothingInserted(arena);
    },
  },
  {
    name: 'presses Escape by script, to take the grey text away',
    async run({ page, panel }) {
      await editor(page).click();
      await expect.poll(() => panel.look((root) => root.querySelector('[data-ghost]') !== null)).toBe(true);
      expect(await fakeKey(page, { key: 'Escape', code: 'Escape' })).toBeGreaterThan(0);
      await page.waitForTimeout(200);
      expect(await panel.look((root) => root.querySelector('[data-ghost]') !== null)).toBe(true);
    },
  },
  {
    name: 'presses Alt+Shift+I by script',
    async run(arena) {
      expect(await fakeKey(arena.page, { key: 'I', code: 'KeyI', ...alt })).toBeGreaterThan(0);
      await expectNothingInserted(arena);
    },
  },
  {
    name: 'presses Alt+Shift+N by script',
    async run({ page, panel, draft }) {
      expect(await fakeKey(page, { key: 'N', code: 'KeyN', ...alt })).toBeGreaterThan(0);
      await page.waitForTimeout(300);
      expect(await panel.draft()).toBe(draft);
    },
  },
  {
    name: 'presses Alt+Shift+D by script',
    async run({ page, panel, draft }) {
      expect(await fakeKey(page, { key: 'D', code: 'KeyD', ...alt })).toBeGreaterThan(0);
      await page.waitForTimeout(300);
      expect(await panel.draft()).toBe(draft);
    },
  },
  {
    name: 'clicks our element by script, at the place of the button too',
    async run(arena) {
      const { x, y } = await arena.panel.placeOf('Insert');
      const clicks = await arena.page.evaluate(
        ([clientX = 0, clientY = 0]) => {
          const host = document.querySelector('deskside-panel') as HTMLElement;
          let heard = 0;
          host.addEventListener('click', () => {
            heard += 1;
          });
          host.click();
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
            host.dispatchEvent(
              new MouseEvent(type, { clientX, clientY, bubbles: true, composed: true, cancelable: true }),
            );
          return heard;
        },
        [x, y],
      );
      expect(clicks).toBe(2);
      await expectNothingInserted(arena);
    },
  },
  {
    name: 'clicks every button inside, were the root not closed',
    async run(arena) {
      const { panel, draft } = arena;
      const clicked = await panel.look((root) => {
        const buttons = [...root.querySelectorAll('button')];
        for (const button of buttons) button.click();
        for (const button of buttons) button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        return buttons.length;
      });
      expect(clicked).toBeGreaterThan(5);
      await expectNothingInserted(arena);
      expect(await panel.draft()).toBe(draft);
    },
  },
  {
    name: 'lays itself over the button and takes the click',
    isAlone: true,
    async run(arena) {
      const { page, panel } = arena;
      const { x, y } = await panel.placeOf('Insert');
      await page.evaluate(() => {
        const cover = Object.assign(document.createElement('div'), { id: 'cover' });
        cover.style.cssText = 'position:fixed;inset:0;margin:0;width:100vw;height:100vh;border:0;opacity:.01';
        cover.popover = 'manual';
        cover.addEventListener('click', () => {
          cover.dataset.clicked = '1';
        });
        document.documentElement.append(cover);
        cover.showPopover();
      });
      await page.mouse.click(x, y);
      await expect(page.locator('#cover')).toHaveAttribute('data-clicked', '1');
      await expectNothingInserted(arena);
    },
  },
  {
    name: 'shows something else over the button and lets the click through: nothing is sent',
    isAlone: true,
    async run({ page, panel, desks }) {
      const { x, y } = await panel.placeOf('Insert');
      await page.evaluate(() => {
        const cover = Object.assign(document.createElement('div'), { textContent: 'Win a bicycle' });
        cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;background:white;pointer-events:none';
        cover.popover = 'manual';
        document.documentElement.append(cover);
        cover.showPopover();
      });
      await page.mouse.click(x, y);
      await expect.poll(async () => (await editorText(page)).length).toBeGreaterThan(20);
      expect(desks.desks.state.sent).toEqual([]);
      // And it is one step to undo.
      await editor(page).focus();
      await page.keyboard.press('Control+z');
      await expect.poll(async () => await editorText(page)).toBe('');
    },
  },
  {
    name: 'drags a link onto the panel',
    isAlone: true,
    async run(arena) {
      const { page, panel, draft } = arena;
      const { x, y } = await panel.placeOf('Insert');
      await page.evaluate(() => {
        const link = Object.assign(document.createElement('a'), {
          href: 'https://evil.example/',
          textContent: 'drag me',
        });
        link.style.cssText = 'position:fixed;left:10px;top:10px;z-index:9;background:white';
        link.addEventListener('dragstart', () => {
          link.dataset.dragged = '1';
        });
        document.body.append(Object.assign(link, { id: 'lure' }));
      });
      await page.mouse.move(30, 20);
      await page.mouse.down();
      await page.mouse.move(x - 20, y, { steps: 8 });
      await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
      await expect(page.locator('#lure')).toHaveAttribute('data-dragged', '1');
      await expectNothingInserted(arena);
      expect(await panel.draft()).toBe(draft);
      expect(page.url()).toContain('/agent/tickets/101');
    },
  },
  {
    name: 'steals the focus again and again while the agent presses the button',
    isAlone: true,
    async run({ page, panel }) {
      await page.evaluate(() => {
        const thief = Object.assign(document.createElement('input'), { id: 'thief' });
        document.body.append(thief);
        setInterval(() => thief.focus(), 5);
      });
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('thief');
      await panel.press('Insert');
      await page.waitForTimeout(1_500);
      // It goes in where it belongs, or not at all and the agent is told; never into the thief.
      expect(await page.locator('#thief').inputValue()).toBe('');
    },
  },
  {
    name: 'listens for keys that the agent types in the panel: its shortcuts hear none',
    isAlone: true,
    async run({ page, panel }) {
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        for (const type of ['keydown', 'keypress', 'keyup'])
          for (const at of [document, document.documentElement, window])
            at.addEventListener(type, (event) => heard.push((event as KeyboardEvent).key));
      });
      await panel.press('Edit first');
      await expect.poll(() => panel.look((root) => root.activeElement?.localName)).toBe('textarea');
      await page.keyboard.type('secret');
      expect(await panel.look((root) => root.querySelector('textarea')?.value.endsWith('secret'))).toBe(true);
      expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
      await page.mouse.click(300, 300);
      await page.keyboard.press('x');
      expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toContain('x');
    },
  },
  {
    name: 'asks the focused element for what is typed in the panel',
    isAlone: true,
    async run({ page, panel }) {
      await panel.press('Edit first');
      await expect.poll(() => panel.look((root) => root.activeElement?.localName)).toBe('textarea');
      const seen = await page.evaluate(() => {
        const active = document.activeElement as HTMLElement & { value?: string };
        return { name: active.localName, value: active.value ?? null, text: active.textContent };
      });
      expect(seen).toEqual({ name: 'deskside-panel', value: null, text: '' });
    },
  },
];
