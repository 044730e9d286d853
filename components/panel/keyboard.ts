import type { Settings } from '../../lib/core/settings';
import type { PanelActions } from './deps';

/** A key combination; `code` is the physical key (`KeyI`), so that layouts and composed characters do not matter. */
export type Shortcut = { alt: boolean; shift: boolean; ctrl: boolean; meta: boolean; code: string };
export type ShortcutName = keyof Settings['shortcuts'];

const modifiers: Record<string, 'alt' | 'shift' | 'ctrl' | 'meta'> = {
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
  ctrl: 'ctrl',
  control: 'ctrl',
  macctrl: 'ctrl',
  meta: 'meta',
  command: 'meta',
  cmd: 'meta',
};
const namedKeys: Record<string, string> = {
  comma: 'Comma',
  period: 'Period',
  space: 'Space',
  enter: 'Enter',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  insert: 'Insert',
  delete: 'Delete',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
};

function readCode(key: string): string | null {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  if (/^f([1-9]|1[0-2])$/i.test(key)) return key.toUpperCase();
  return namedKeys[key.toLowerCase()] ?? null;
}

/** Reads `Alt+Shift+I`; null when it is no combination of at least Alt, Ctrl or Meta (or a function key) and one key. */
export function parseShortcut(text: string): Shortcut | null {
  const parts = text.split('+').map((part) => part.trim());
  const code = readCode(parts.pop() ?? '');
  if (!code) return null;
  const shortcut: Shortcut = { alt: false, shift: false, ctrl: false, meta: false, code };
  for (const part of parts) {
    const modifier = modifiers[part.toLowerCase()];
    if (!modifier || shortcut[modifier]) return null;
    shortcut[modifier] = true;
  }
  const isFunctionKey = /^F\d+$/.test(code);
  return shortcut.alt || shortcut.ctrl || shortcut.meta || isFunctionKey ? shortcut : null;
}

/** True when the event is exactly this combination. AltGraph, which types characters, never counts as Alt. */
function isShortcut(event: KeyboardEvent, shortcut: Shortcut): boolean {
  return (
    event.code === shortcut.code &&
    event.altKey === shortcut.alt &&
    event.shiftKey === shortcut.shift &&
    event.ctrlKey === shortcut.ctrl &&
    event.metaKey === shortcut.meta &&
    !event.getModifierState('AltGraph')
  );
}

/** True on a Mac, where Option does what Ctrl does elsewhere. */
export const isMac = () => /mac/i.test(globalThis.navigator?.platform ?? '');

/** The caps to show for a shortcut, with a Mac's signs on a Mac; as written when it cannot be read. */
export function shortcutKeys(text: string, onMac: boolean = isMac()): string[] {
  const shortcut = parseShortcut(text);
  if (!shortcut) return [text];
  const key = shortcut.code.replace(/^(Key|Digit|Arrow)/, '');
  const names = onMac
    ? ([
        ['ctrl', '⌃'],
        ['alt', '⌥'],
        ['shift', '⇧'],
        ['meta', '⌘'],
      ] as const)
    : ([
        ['ctrl', 'Ctrl'],
        ['alt', 'Alt'],
        ['shift', 'Shift'],
        ['meta', 'Win'],
      ] as const);
  return [...names.filter(([modifier]) => shortcut[modifier]).map(([, name]) => name), key];
}

/** Combinations that browsers keep for themselves, so that a page never gets them, or that close and open things. */
const browserShortcuts = [
  'Ctrl+T',
  'Ctrl+N',
  'Ctrl+W',
  'Ctrl+Shift+T',
  'Ctrl+Shift+N',
  'Ctrl+Shift+W',
  'Ctrl+R',
  'Ctrl+L',
  'Ctrl+F',
  'Ctrl+P',
  'Ctrl+S',
  'Ctrl+C',
  'Ctrl+V',
  'Ctrl+X',
  'Ctrl+Z',
  'Ctrl+A',
  'Ctrl+Shift+I',
  'Ctrl+Shift+J',
  'Alt+D',
  'Alt+F',
  'Alt+Left',
  'Alt+Right',
  'Alt+Home',
  'Alt+Shift+T',
  'Alt+Shift+A',
  'Command+T',
  'Command+N',
  'Command+W',
  'Command+R',
  'Command+L',
  'Command+C',
  'Command+V',
  'Command+Z',
  'F1',
  'F5',
  'F6',
  'F11',
  'F12',
];

/** Something wrong with a shortcut: unreadable, used twice by us, or the browser's. */
export type Clash = { names: ShortcutName[]; shortcut: string; why: 'unreadable' | 'duplicate' | 'browser' };

const identity = (shortcut: Shortcut) =>
  [shortcut.ctrl, shortcut.alt, shortcut.shift, shortcut.meta, shortcut.code].join();

/** What will not work as set, for a warning beside the setting. */
export function findClashes(shortcuts: Settings['shortcuts']): Clash[] {
  const clashes: Clash[] = [];
  const seen = new Map<string, ShortcutName[]>();
  for (const [name, text] of Object.entries(shortcuts) as [ShortcutName, string][]) {
    const shortcut = parseShortcut(text);
    if (!shortcut) {
      clashes.push({ names: [name], shortcut: text, why: 'unreadable' });
      continue;
    }
    seen.set(identity(shortcut), [...(seen.get(identity(shortcut)) ?? []), name]);
    const isBrowsers = browserShortcuts.some((taken) => {
      const other = parseShortcut(taken);
      return other !== null && identity(other) === identity(shortcut);
    });
    if (isBrowsers) clashes.push({ names: [name], shortcut: text, why: 'browser' });
  }
  for (const names of seen.values()) {
    const [first] = names;
    if (first && names.length > 1) clashes.push({ names, shortcut: shortcuts[first], why: 'duplicate' });
  }
  return clashes;
}

const actionOf: Record<ShortcutName, keyof PanelActions> = {
  togglePanel: 'toggle',
  insertReply: 'insertReply',
  nextAlternative: 'nextAlternative',
};

/**
 * Listens for the agent's shortcuts on the whole page, before the page itself, until `signal` aborts. Events made by
 * scripts are ignored. `read` answers the shortcuts as they are now; null while Deskside is off.
 */
export function listenForShortcuts(
  read: () => Settings['shortcuts'] | null,
  actions: PanelActions,
  { signal }: { signal: AbortSignal },
): void {
  const onKey = (event: KeyboardEvent) => {
    const shortcuts = event.isTrusted && !event.isComposing && !event.repeat ? read() : null;
    if (!shortcuts) return;
    for (const [name, text] of Object.entries(shortcuts) as [ShortcutName, string][]) {
      const shortcut = parseShortcut(text);
      if (!shortcut || !isShortcut(event, shortcut)) continue;
      event.preventDefault();
      event.stopImmediatePropagation();
      actions[actionOf[name]]();
      return;
    }
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
}
