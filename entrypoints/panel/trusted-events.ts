/** Events by which a person acts on a control. */
const acts = [
  ...['click', 'dblclick', 'auxclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'],
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'submit', 'dragstart', 'drop', 'paste'],
] as const;

/** Keeps events that a script made from everything inside `container`: only what a person does may act. */
export function refuseUntrusted(container: HTMLElement): void {
  for (const type of acts) container.addEventListener(type, refuse, { capture: true });
}

function refuse(event: Event): void {
  if (event.isTrusted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
