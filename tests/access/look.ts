/** All elements of the document and of open shadow roots in it, in the order of the document. */
export function allElements(root: Document | ShadowRoot | Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...allElements(element.shadowRoot)] : [element],
  );
}

/** What moves on the page, in shadow roots too. */
export function animations(): Animation[] {
  const roots = allElements(document).flatMap((one) => one.shadowRoot ?? []);
  return [document, ...roots].flatMap((root) => root.getAnimations());
}

/** The element that has the focus, within shadow roots too. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** The topmost element at a point, within shadow roots too. */
export function elementAt(x: number, y: number): Element | null {
  let at = document.elementFromPoint(x, y);
  while (at?.shadowRoot) {
    const inner = at.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === at) break;
    at = inner;
  }
  return at;
}

/** The element that holds this one, its shadow host where it is the outermost. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Whether `outer` holds `inner`, through shadow roots. */
export function holds(outer: Element, inner: Element | null): boolean {
  for (let at = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

/** In sight of an agent who scrolls: painted, not hidden, larger than what is only read out. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/** How an element is told in a finding. */
export function tell(element: Element): string {
  const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return `<${element.localName} ${element.getAttribute('role') ?? ''}> ${words.replace(/\s+/g, ' ').trim().slice(0, 60)}`;
}

const controls =
  'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex], [contenteditable="true"]';

/** The modal window in front, which keeps everything else from the keyboard. */
function modal(): Element | undefined {
  return allElements(document)
    .filter((one) => one.matches('dialog:modal, [role="alertdialog"], [role="listbox"]') && isShown(one))
    .at(-1);
}

/** Everything that can be worked with and is in reach: enabled, shown, in the window in front. */
export function reachable(): HTMLElement[] {
  const window = modal();
  return allElements(document).filter(
    (one) =>
      one.matches(controls) &&
      !one.matches(':disabled') &&
      one.closest('[inert], [hidden], [aria-hidden="true"]') === null &&
      isShown(one) &&
      (!window || holds(window, one)),
  );
}
