const pageEvents = [
  'scroll',
  'resize',
  'input',
  'compositionstart',
  'compositionend',
  'focusin',
  'focusout',
  'transitionend',
  'animationend',
  'selectionchange',
  'pointerup',
];

/**
 * Calls back when the element was moved or resized by whatever means, without looking at it in between: an intersection
 * observer whose root is cropped to where the element stands says when it is not there any more.
 */
function observePlace(element: Element, onMove: () => void): () => void {
  let observer: IntersectionObserver | undefined;
  const page = element.ownerDocument.documentElement;
  const watch = () => {
    observer?.disconnect();
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const edges = [top, page.clientWidth - right, page.clientHeight - bottom, left].map((edge) => -Math.floor(edge));
    let isFirst = true;
    let ratio = 1;
    observer = new IntersectionObserver(
      ([entry]) => {
        if (isFirst) {
          isFirst = false;
          ratio = entry?.intersectionRatio ?? 0;
          return;
        }
        if (entry?.intersectionRatio === ratio) return;
        watch();
        onMove();
      },
      {
        root: element.ownerDocument,
        rootMargin: edges.map((edge) => `${edge}px`).join(' '),
        threshold: [0, 0.25, 0.5, 0.75, 0.9, 0.97, 0.99, 0.999, 1],
      },
    );
    observer.observe(element);
  };
  watch();
  const resizes = new ResizeObserver(() => {
    watch();
    onMove();
  });
  resizes.observe(element);
  return () => {
    observer?.disconnect();
    resizes.disconnect();
  };
}

/** Calls back at all that may change where the caret of this editable stands, until `signal` aborts; never asks by itself. */
export function watchPlace(elements: readonly HTMLElement[], onChange: () => void, signal: AbortSignal): void {
  const views = new Set(elements.map((element) => element.ownerDocument.defaultView ?? window).concat(window));
  for (const view of views) {
    for (const type of pageEvents) view.addEventListener(type, onChange, { capture: true, passive: true, signal });
    view.visualViewport?.addEventListener('resize', onChange, { signal });
  }
  for (const element of elements) {
    const stop = observePlace(element, onChange);
    // The editor's own lines and direction change without its box.
    const changes = new MutationObserver(onChange);
    changes.observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['dir', 'style', 'class'],
    });
    signal.addEventListener('abort', () => {
      stop();
      changes.disconnect();
    });
  }
  const pages = new MutationObserver(onChange);
  for (const view of views)
    pages.observe(view.document.documentElement, { attributeFilter: ['dir', 'style', 'class', 'lang'] });
  signal.addEventListener('abort', () => pages.disconnect());
}
