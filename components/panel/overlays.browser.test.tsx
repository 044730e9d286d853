import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Stage, stagePanel } from '../../tests/support/panel-fakes';

let stage: Stage;
beforeEach(() => page.viewport(1000, 800));
afterEach(() => stage?.panel.unmount());

const panel = () => stage.root.querySelector<HTMLElement>('aside') as HTMLElement;

/** A button of the page that opens an overlay across the panel and closes it again. */
function addOverlay(html: string): HTMLElement {
  const button = document.createElement('button');
  button.textContent = 'Menu of the page';
  button.style.cssText = 'position:fixed;left:20px;top:20px';
  const holder = document.createElement('div');
  button.addEventListener('click', () => {
    holder.innerHTML = holder.innerHTML === '' ? html : '';
  });
  document.body.prepend(button, holder);
  return holder;
}

const press = () => userEvent.click(page.getByRole('button', { name: 'Menu of the page' }));

/** Who is on top in the middle of the overlay, which lies across the panel's edge. */
function isOnTop(holder: HTMLElement): boolean {
  const box = panel().getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * 0.35);
  return top !== null && holder.contains(top);
}

const place = 'position:fixed;left:300px;right:0;top:0;bottom:0;background:white';

describe('the panel', () => {
  it.each([
    ['a menu', `<div role="menu" style="${place};z-index:1000">Macros</div>`],
    [
      'a list in a layer of its own',
      `<div style="${place};z-index:30"><ul role="listbox"><li style="height:800px">A</li></ul></div>`,
    ],
    [
      'a dialog that is not modal',
      `<section role="dialog" aria-label="Merge" style="${place};z-index:2000">Merge</section>`,
    ],
    [
      'a dialog whose parts alone float',
      `<div role="dialog" aria-label="Merge" style="position:fixed;width:0;height:0;z-index:9"><p style="${place}">Merge</p></div>`,
    ],
    ['a drop-down without a role', `<div class="action-dropdown" style="${place};z-index:5">Close</div>`],
  ])('lies under %s that the page opens over it, and on top again once it is closed', async (_name, html) => {
    stage = stagePanel();
    const holder = addOverlay(html);
    await press();
    await expect.poll(() => isOnTop(holder)).toBe(true);
    await press();
    await expect.poll(() => panel().style.zIndex).toBe('');
  });

  it.each([
    ['the page’s own parts', `<main style="${place};z-index:3">Conversation</main>`],
    ['a menu that lies in the text', `<div role="menu" style="${place.replace('fixed', 'static')}">Inline</div>`],
  ])('stays on top of %s', async (_name, html) => {
    stage = stagePanel();
    const holder = addOverlay(html);
    await press();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(isOnTop(holder)).toBe(false);
    expect(panel().style.zIndex).toBe('');
  });

  it.each([
    ['what lay there before anything was pressed', `<div role="dialog" style="${place};z-index:7">Chat</div>`],
    [
      'a button that opens a list',
      `<div style="${place};z-index:7"><b class="dropdown-trigger" style="display:block;height:800px">Status</b></div>`,
    ],
  ])('stays on top of %s', async (_name, html) => {
    stage = stagePanel();
    const holder = addOverlay('');
    holder.innerHTML = html;
    await userEvent.click(page.getByRole('textbox', { name: 'Reply' }));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(panel().style.zIndex).toBe('');
  });

  describe('how often it looks', () => {
    const real = document.querySelectorAll;
    let looks = 0;
    beforeEach(async () => {
      stage = stagePanel();
      addOverlay('');
      await press();
      await new Promise((resolve) => setTimeout(resolve, 900));
      looks = 0;
      document.querySelectorAll = ((selector: string) => {
        if (selector.includes('[role="menu"]')) looks += 1;
        return real.call(document, selector);
      }) as typeof real;
    });
    afterEach(() => {
      document.querySelectorAll = real;
    });

    it('is never while nothing is pressed', async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(looks).toBe(0);
      document.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' }));
      await expect.poll(() => looks).toBeGreaterThan(0);
    });

    it('is not with every letter that is typed, but once after them', async () => {
      for (const key of 'We looked at it') {
        for (const type of ['keydown', 'keyup']) document.dispatchEvent(new KeyboardEvent(type, { key }));
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      expect(looks).toBe(0);
      await expect.poll(() => looks).toBeGreaterThan(0);
      const once = looks;
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(looks).toBe(once);
    });
  });
});
