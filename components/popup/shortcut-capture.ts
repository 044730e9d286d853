import type { Settings } from '../../lib/core/settings';
import { findClashes, parseShortcut, type Shortcut, type ShortcutName } from '../panel/keyboard';
import type { BrowserCommand } from './deps';

const modifierKeys = ['Alt', 'AltGraph', 'Control', 'Shift', 'Meta', 'OS', 'CapsLock', 'Fn', 'Dead'];

/** The combination that was pressed, as settings write it (`Alt+Shift+I`); null while only modifiers are down. */
export function readPressed(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>,
) {
  if (modifierKeys.includes(event.key)) return null;
  const key = event.code.replace(/^(Key|Digit|Arrow)/, '');
  const modifiers = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    event.metaKey && 'Command',
  ];
  return [...modifiers.filter((name) => name !== false), key].join('+');
}

/** Why keys cannot be used for an action: not a combination, the browser's own, or another action's. */
export type Refusal = { why: 'unreadable' | 'browser' } | { why: 'taken'; by: ShortcutName };

/** Why `pressed` cannot be the shortcut `name`, or null when it can. */
export function refusePressed(shortcuts: Settings['shortcuts'], name: ShortcutName, pressed: string): Refusal | null {
  const clash = findClashes({ ...shortcuts, [name]: pressed }).find(({ names }) => names.includes(name));
  if (!clash) return null;
  if (clash.why !== 'duplicate') return { why: clash.why };
  const by = clash.names.find((other) => other !== name);
  return by ? { why: 'taken', by } : null;
}

/** The action that each of the browser's commands stands for. */
const commandActions: Record<string, ShortcutName> = {
  'toggle-panel': 'togglePanel',
  'insert-reply': 'insertReply',
  'next-alternative': 'nextAlternative',
};

const signs: Record<string, string> = { '⌃': 'Ctrl+', '⌥': 'Alt+', '⇧': 'Shift+', '⌘': 'Command+' };

/** A browser's way to write a shortcut (`⌥⇧I` on a Mac) in ours. */
export function normaliseBrowserShortcut(shortcut: string): string {
  return shortcut.replace(/[⌃⌥⇧⌘]/g, (sign) => signs[sign] ?? sign);
}

const identity = (keys: Shortcut) => [keys.ctrl, keys.alt, keys.shift, keys.meta, keys.code].join();

/** Keys that do one thing on the page and another in the browser, or two things in the browser. */
export function findCommandClashes(
  shortcuts: Settings['shortcuts'],
  commands: readonly BrowserCommand[],
): { keys: string; actions: ShortcutName[] }[] {
  const users = new Map<string, { keys: string; actions: Set<ShortcutName> }>();
  const use = (text: string, action: ShortcutName | undefined) => {
    const keys = parseShortcut(text);
    if (!keys || !action) return;
    const entry = users.get(identity(keys)) ?? { keys: text, actions: new Set<ShortcutName>() };
    entry.actions.add(action);
    users.set(identity(keys), entry);
  };
  for (const [name, text] of Object.entries(shortcuts) as [ShortcutName, string][]) use(text, name);
  for (const { name, shortcut } of commands) use(normaliseBrowserShortcut(shortcut), commandActions[name]);
  return [...users.values()]
    .filter(({ actions }) => actions.size > 1)
    .map(({ keys, actions }) => ({ keys, actions: [...actions] }));
}

/** The action a command stands for, or undefined for the browser's own (`_execute_action`). */
export function actionOfCommand(name: string): ShortcutName | undefined {
  return commandActions[name];
}
