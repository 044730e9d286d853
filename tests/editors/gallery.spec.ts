import { expect } from '@playwright/test';
import { test } from '../desks/desk-test.ts';
import { galleryEditors } from './catalogue.ts';
import type { Gallery } from './pages/gallery.ts';

declare const window: { gallery: Gallery };

for (const { id, name } of galleryEditors) {
  test(`${name} opens with its draft, takes typed text and gives it back by undo`, async ({ page, desks }) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${desks.hosts.gallery}/agent/tickets/12?editor=${id}`);
    await page.waitForFunction(() => window.gallery !== undefined);
    await page.evaluate(() => window.gallery.open('<p>Dear Ana,</p><p>before after</p>'));
    const text = () => page.evaluate(() => window.gallery.value().replace(/<[^>]+>|\s|&nbsp;/g, ''));
    expect(await text()).toBe('DearAna,beforeafter');
    await page.evaluate(() => {
      const editable = window.gallery.editable();
      editable.focus();
      if (editable instanceof HTMLTextAreaElement) return editable.setSelectionRange(0, 0);
      const walker = editable.ownerDocument.createTreeWalker(editable, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeValue?.trim()) return editable.ownerDocument.getSelection()?.collapse(node, 0);
      }
    });
    await page.waitForTimeout(150);
    await page.keyboard.type('O');
    await expect.poll(text).toBe('ODearAna,beforeafter');
    await page.evaluate(() => window.gallery.undo());
    await expect.poll(text).toBe('DearAna,beforeafter');
    expect(await page.evaluate(() => window.gallery.sends)).toBe(0);
    expect(problems).toEqual([]);
  });
}
