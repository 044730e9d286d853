import { fakeBrowser } from 'wxt/testing/fake-browser';

// Before anything reads it, as in `tests/support/browser-setup.ts`.
Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });
