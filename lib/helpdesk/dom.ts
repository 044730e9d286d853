/**
 * True when a person can see the element: hidden tabs keep their size and place under `visibility: hidden`, so
 * rectangles and `offsetParent` say nothing (see A2 of the interface facts, 2026-11).
 */
export function isShown(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}

/** A part of the page to look for things in: an element, or what {@link around} gives. */
export type Place = { querySelectorAll(selector: string): Iterable<Element> };

/**
 * All under `root` but what is under `inner`: for looking beside a long conversation without walking through it each
 * time. `inner` undefined: all under `root`.
 */
export function around(root: Element, inner: Element | null): Place {
  if (!inner || !root.contains(inner)) return root;
  const parts: Element[] = [];
  const path = new Set<Element>([root]);
  for (let element: Element | null = inner; element && element !== root; element = element.parentElement) {
    path.add(element);
  }
  for (const element of path) {
    if (element !== inner) parts.push(...[...element.children].filter((child) => !path.has(child)));
  }
  return {
    querySelectorAll: (selector) =>
      parts.flatMap((part) => [...(part.matches(selector) ? [part] : []), ...part.querySelectorAll(selector)]),
  };
}

/** The first match in a place. */
export function findIn(place: Place, selector: string): Element | undefined {
  const [first] = place.querySelectorAll(selector);
  return first;
}

/** The first of `selectors` (in order of trust) with a visible match under `root`. */
export function findShown<T extends Element = HTMLElement>(root: Place, selectors: readonly string[]): T | undefined {
  for (const selector of selectors) {
    for (const element of root.querySelectorAll(selector)) if (isShown(element)) return element as T;
  }
  return undefined;
}

/** Resolves after the next frame, or after 50 ms where no frames are painted (hidden or throttled page). */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, 50);
    const frame = requestAnimationFrame(done);
    function done(): void {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      resolve();
    }
  });
}

/** What `until` waits for and where it looks. */
export type Wait = { within: Node; timeoutMs: number; signal: AbortSignal };

/** The first value that `find` gives, tried now and at every change under `within`; undefined after the time or the signal. */
export function until<T>(find: () => T | undefined, { within, timeoutMs, signal }: Wait): Promise<T | undefined> {
  const now = find();
  if (now !== undefined || signal.aborted) return Promise.resolve(now);
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const found = find();
      if (found !== undefined) finish(found);
    });
    const timer = setTimeout(() => finish(find()), timeoutMs);
    const stop = () => finish(undefined);
    function finish(value: T | undefined): void {
      observer.disconnect();
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve(value);
    }
    signal.addEventListener('abort', stop);
    observer.observe(within, { subtree: true, childList: true, attributes: true });
  });
}

/** Resolves when nothing under `within` changed for `quietMs`, at the latest after `timeoutMs`. */
export function untilQuiet(within: Node, quietMs: number, { timeoutMs, signal }: Omit<Wait, 'within'>): Promise<void> {
  return new Promise((resolve) => {
    let quiet = setTimeout(finish, quietMs);
    const limit = setTimeout(finish, timeoutMs);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(finish, quietMs);
    });
    function finish(): void {
      observer.disconnect();
      clearTimeout(quiet);
      clearTimeout(limit);
      signal.removeEventListener('abort', finish);
      resolve();
    }
    signal.addEventListener('abort', finish);
    observer.observe(within, { subtree: true, childList: true, characterData: true });
  });
}
