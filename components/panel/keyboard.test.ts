import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../lib/core/settings';
import { findClashes, parseShortcut, shortcutKeys } from './keyboard';

describe('parseShortcut', () => {
  it.each([
    ['Alt+Shift+I', { alt: true, shift: true, ctrl: false, meta: false, code: 'KeyI' }],
    ['ctrl + 7', { alt: false, shift: false, ctrl: true, meta: false, code: 'Digit7' }],
    ['Command+Period', { alt: false, shift: false, ctrl: false, meta: true, code: 'Period' }],
    ['F8', { alt: false, shift: false, ctrl: false, meta: false, code: 'F8' }],
  ])('reads %s', (text, expected) => {
    expect(parseShortcut(text)).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['a letter alone, which would break typing', 'I'],
    ['Shift alone, which types a capital', 'Shift+I'],
    ['a modifier twice', 'Alt+Alt+I'],
    ['an unknown modifier', 'Hyper+I'],
    ['no key', 'Alt+Shift+'],
    ['a key that is none', 'Alt+Banana'],
  ])('refuses %s', (_why, text) => {
    expect(parseShortcut(text)).toBeNull();
  });
});

describe('shortcutKeys', () => {
  it('shows the signs of a Mac on a Mac', () => {
    expect(shortcutKeys('Alt+Shift+I', true)).toEqual(['⌥', '⇧', 'I']);
    expect(shortcutKeys('Alt+Shift+I', false)).toEqual(['Alt', 'Shift', 'I']);
  });

  it('shows what it cannot read as it is', () => {
    expect(shortcutKeys('whatever')).toEqual(['whatever']);
  });
});

describe('findClashes', () => {
  it('finds none in the defaults', () => {
    expect(findClashes(defaultSettings.shortcuts)).toEqual([]);
  });

  it('finds one combination used twice, however it is written', () => {
    const clashes = findClashes({ ...defaultSettings.shortcuts, insertReply: 'Shift+Alt+N' });
    expect(clashes).toEqual([{ names: ['insertReply', 'nextAlternative'], shortcut: 'Shift+Alt+N', why: 'duplicate' }]);
  });

  it("names a browser's own shortcut and an unreadable one", () => {
    const clashes = findClashes({ togglePanel: 'Ctrl+T', insertReply: 'Q', nextAlternative: 'Alt+N' });
    expect(clashes).toEqual([
      { names: ['togglePanel'], shortcut: 'Ctrl+T', why: 'browser' },
      { names: ['insertReply'], shortcut: 'Q', why: 'unreadable' },
    ]);
  });
});
