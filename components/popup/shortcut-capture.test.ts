import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../lib/core/settings';
import { findCommandClashes, normaliseBrowserShortcut, readPressed, refusePressed } from './shortcut-capture';

const press = (code: string, key: string, more: Partial<KeyboardEvent> = {}) => ({
  code,
  key,
  altKey: false,
  ctrlKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
});

describe('capturing a shortcut', () => {
  it.each([
    [press('KeyI', 'I', { altKey: true, shiftKey: true }), 'Alt+Shift+I'],
    // What a Mac's Option key types must not count.
    [press('KeyI', 'ˆ', { altKey: true }), 'Alt+I'],
    [press('Digit4', '4', { ctrlKey: true }), 'Ctrl+4'],
    [press('ArrowUp', 'ArrowUp', { altKey: true }), 'Alt+Up'],
    [press('KeyK', 'k', { metaKey: true }), 'Command+K'],
    [press('AltLeft', 'Alt', { altKey: true }), null],
    [press('ShiftLeft', 'Shift', { shiftKey: true }), null],
  ])('reads %j as %s', (event, expected) => {
    expect(readPressed(event)).toBe(expected);
  });

  it.each([
    ['Alt+Shift+K', null],
    ['Alt+Shift+I', null],
    ['Alt+Shift+N', { why: 'taken', by: 'nextAlternative' }],
    ['Shift+K', { why: 'unreadable' }],
    ['K', { why: 'unreadable' }],
    ['Alt+Escape', { why: 'unreadable' }],
    ['Ctrl+W', { why: 'browser' }],
  ])('answers for %s as the insert key: %j', (pressed, expected) => {
    expect(refusePressed(defaultSettings.shortcuts, 'insertReply', pressed)).toEqual(expected);
  });
});

describe('clashes with the commands of the browser', () => {
  const command = (name: string, shortcut: string) => ({ name, description: '', shortcut });

  it('sees none while both do the same, whatever way the browser writes it', () => {
    expect(normaliseBrowserShortcut('⌥⇧I')).toBe('Alt+Shift+I');
    expect(findCommandClashes(defaultSettings.shortcuts, [command('insert-reply', '⌥⇧I')])).toEqual([]);
    expect(findCommandClashes(defaultSettings.shortcuts, [command('insert-reply', '')])).toEqual([]);
  });

  it('names the keys that do two things, and which', () => {
    expect(findCommandClashes(defaultSettings.shortcuts, [command('insert-reply', 'Alt+Shift+N')])).toEqual([
      { keys: 'Alt+Shift+N', actions: ['nextAlternative', 'insertReply'] },
    ]);
  });
});
