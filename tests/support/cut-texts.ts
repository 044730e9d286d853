import type { Page } from '@playwright/test';

/**
 * Texts of the page, shadow roots included, that stick out of their button, tab or field, or that a box cuts off at its
 * side; with them how far the page is too wide. `seen`: how many texts were looked at.
 */
export function findCutTexts(page: Page): Promise<{ cut: string[]; seen: number }> {
  return page.evaluate(() => {
    const cut = new Set<string>();
    let seen = 0;
    const control = 'button, a, label, summary, [role="tab"], [role="radio"], [role="option"], [role="combobox"]';
    const parentOf = (element: Element) =>
      element.parentElement ??
      (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);

    const look = (node: Node) => {
      const text = node.textContent?.trim() ?? '';
      const holder = node.parentElement;
      if (text === '' || !holder?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      if (rects.length === 0) return;
      seen += 1;
      const start = Math.min(...rects.map(({ left }) => left));
      const end = Math.max(...rects.map(({ right }) => right));
      for (let box: Element | null = holder; box; box = parentOf(box)) {
        const { overflowX } = getComputedStyle(box);
        const { left, right, width } = box.getBoundingClientRect();
        // Said, not shown.
        if (width <= 1) return;
        if (overflowX === 'auto' || overflowX === 'scroll') return;
        const isCut = overflowX !== 'visible' && getComputedStyle(box).textOverflow !== 'ellipsis';
        if ((isCut || box.matches(control)) && (start < left - 1 || end > right + 1)) {
          cut.add(`${box.localName}.${box.className}: ${text}`);
          return;
        }
      }
    };

    const walk = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeType === Node.TEXT_NODE) look(node);
        else if ((node as Element).shadowRoot) walk((node as Element).shadowRoot as ShadowRoot);
      }
    };
    walk(document.body);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) cut.add(`the page: ${scrollWidth} px in ${clientWidth} px`);
    return { cut: [...cut], seen };
  });
}
