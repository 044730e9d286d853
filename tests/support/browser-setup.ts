import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// WXT's own set-up is a virtual module, which Vitest's browser mode cannot fetch (wxt 0.21, vitest 4.1, 2026-11).
vi.stubGlobal('chrome', fakeBrowser);
vi.stubGlobal('browser', fakeBrowser);
