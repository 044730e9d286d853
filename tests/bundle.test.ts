import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { interfaceLanguages } from '../lib/core/settings.ts';
import { getPanelStrings } from '../lib/strings/panel.strings.ts';
import { readNotices } from '../modules/third-party/notices.ts';

const chrome = '.output/chrome-mv3';
const firefox = '.output/firefox-mv2';

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
const read = (folder: string, file: string) => readFileSync(path.join(folder, file));
const manifest = (folder: string) => JSON.parse(read(folder, 'manifest.json').toString());

/** Bytes each file of the Chrome build may have, gzip for code; about a fifth above what it has. */
const budgets: [pattern: RegExp, gzip: number][] = [
  // What both content scripts load, with what only one of them needs (2026-12-01).
  [/^panel\.js$/, 155_000],
  [/^content-scripts\/helpdesk\.js$/, 2_500],
  [/^content-scripts\/added-site\.js$/, 2_500],
  [/^content-scripts\/teach\.js$/, 110_000],
  [/^content-scripts\/insert\.js$/, 5_000],
  [/^background\.js$/, 15_000],
  [/^model-worker\.js$/, 180_000],
];

const models = ['signals-en', 'signals-multilingual'];

describe('the built extension', () => {
  // `activeTab` (the address of the tab in front of the popup) and `scripting` (to run on a site that the agent adds)
  // warn of nothing; the optional hosts are asked for one by one, when the agent adds one.
  it('asks for exactly these permissions', () => {
    const { permissions, host_permissions, optional_permissions, optional_host_permissions } = manifest(chrome);
    expect({ permissions, host_permissions, optional_permissions, optional_host_permissions }).toEqual({
      permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'offscreen'],
      host_permissions: ['https://*.zendesk.com/*', 'https://*.freshdesk.com/*'],
      optional_permissions: undefined,
      optional_host_permissions: ['https://*/*', 'http://*/*'],
    });
    expect(manifest(firefox).optional_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest(firefox).permissions.toSorted()).toEqual([
      'activeTab',
      'https://*.freshdesk.com/*',
      'https://*.zendesk.com/*',
      'scripting',
      'storage',
      'unlimitedStorage',
    ]);
  });

  it('runs its content scripts on the helpdesks only, in the top frame', () => {
    const scripts = manifest(chrome).content_scripts as { matches: string[]; all_frames?: boolean }[];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      expect(script.matches.toSorted()).toEqual(['https://*.freshdesk.com/*', 'https://*.zendesk.com/*']);
      expect(script.all_frames ?? false).toBe(false);
    }
  });

  it('lets pages load its style sheets, the panel and its text alone, at addresses that no page can know', () => {
    const parts = manifest(chrome).web_accessible_resources as {
      resources: string[];
      matches: string[];
      use_dynamic_url?: boolean;
    }[];
    const languages = interfaceLanguages.filter((language) => language !== 'en');
    const texts = languages.map((language) => `panel-text.${language}.js`);
    const names = ['panel.js', 'assets/panel.css', 'content-scripts/teach.css', ...texts].toSorted();
    expect(parts.flatMap(({ resources }) => resources).toSorted()).toEqual(names);
    // Any site, since the agent may add any.
    for (const { matches, use_dynamic_url } of parts)
      expect([matches, use_dynamic_url]).toEqual([['https://*/*', 'http://*/*'], true]);
    expect(manifest(firefox).web_accessible_resources.toSorted()).toEqual(names);
    expect(languages.length).toBeGreaterThan(0);
    for (const language of languages) {
      const file = read(chrome, `panel-text.${language}.js`).toString();
      expect(file).toContain(getPanelStrings(language).onDeviceWhy);
      expect(file).toMatch(/as panelText\b/);
    }
  });

  it.each([
    ['Chrome', () => manifest(chrome).content_security_policy.extension_pages as string],
    ['Firefox', () => manifest(firefox).content_security_policy as string],
  ])('names no remote host in the %s policy', (_browser, policy) => {
    expect(policy()).toContain("connect-src 'self'");
    expect(policy()).toContain("default-src 'none'");
    expect(policy()).not.toMatch(/https?:|wss?:|\*|'unsafe-eval'|data:.*script/);
  });

  it('tells Chrome what IT may set', () => {
    const { managed_schema } = manifest(chrome).storage;
    expect(JSON.parse(read(chrome, managed_schema).toString()).properties.desks.type).toBe('array');
  });

  it.each([
    ['Chrome', chrome],
    ['Firefox', firefox],
  ])('carries the licences of what others made, in %s', (_browser, folder) => {
    const notices = read(folder, 'third-party-notices.txt').toString();
    const names = readNotices(notices).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(20);
    for (const name of ['react', 'dexie', 'valibot', 'onnxruntime-web', '@huggingface/transformers'])
      expect(names).toContain(name);
    // Every listed package has its part below the list.
    for (const { name, version } of readNotices(notices))
      expect(notices.split(`${name} ${version} (`).length - 1).toBeGreaterThanOrEqual(2);
    expect(notices.length).toBeLessThan(400_000);
  });

  it('loads no code from elsewhere', () => {
    const pages = files(chrome).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(read(chrome, page).toString()).not.toMatch(/(src|href)="(https?:)?\/\//);
    const scripts = files(chrome).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts)
      expect(read(chrome, script).toString()).not.toMatch(/import\(\s*["']https?:|importScripts\(\s*["']https?:/);
  });

  it('carries the model files that their card names, unchanged', () => {
    for (const [folder, model] of [chrome, firefox].flatMap((one) =>
      models.map((id) => [one, `models/${id}`] as const),
    )) {
      const card = JSON.parse(read(folder, `${model}/card.json`).toString());
      const named = Object.entries(card.files as Record<string, { sha256: string; bytes: number }>);
      expect(named.map(([file]) => file)).toContain('onnx/model_quantized.onnx');
      for (const [file, { sha256, bytes }] of named) {
        const content = read(folder, `${model}/${file}`);
        expect([file, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([
          file,
          bytes,
          sha256,
        ]);
      }
    }
  });

  it('carries models of 60 MB at most', () => {
    const sizes = files(chrome)
      .filter((file) => file.startsWith('models/'))
      .map((file) => statSync(path.join(chrome, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000_000);
  });

  it('carries one runtime, not two', () => {
    expect(files(chrome).filter((file) => file.endsWith('.wasm'))).toEqual(['ort/ort-wasm-simd-threaded.wasm']);
  });

  it('keeps database and model runtime out of the content script', () => {
    const script = read(chrome, 'panel.js').toString();
    expect(script.length).toBeGreaterThan(50_000);
    expect(script).not.toMatch(/indexedDB|onnxruntime|InferenceSession|dangerouslySetInnerHTML:\{/);
  });

  it.each(budgets)('%s stays within its budget', (pattern, limit) => {
    const found = files(chrome).filter((file) => pattern.test(file));
    expect(found).toHaveLength(1);
    expect(gzipSync(read(chrome, found[0] as string)).length).toBeLessThanOrEqual(limit);
  });

  it('stays within 83 MB unpacked, of which 60 are models', () => {
    const total = files(chrome).reduce((sum, file) => sum + statSync(path.join(chrome, file)).size, 0);
    expect(total).toBeGreaterThan(30e6);
    expect(total).toBeLessThan(83e6);
  });

  // A content script runs under the page's policy, which is not ours: there it must hold that nothing asks for more.
  describe.each(['panel', 'helpdesk', 'added-site', 'teach', 'insert', 'background'])('what %s can ask for', (name) => {
    const folder = name === 'panel' || name === 'background' ? '' : 'content-scripts/';
    const script = () => read(chrome, `${folder}${name}.js`).toString();
    const count = (pattern: RegExp) => script().match(pattern)?.length ?? 0;

    it('is its own files, and for the helpdesks we know the API of their page', () => {
      const isPanel = name === 'panel';
      const loadsPanel = name === 'helpdesk' || name === 'added-site';
      const draws = isPanel || name === 'teach';
      // Methods called `fetch` are React Query's; a bare call is the browser's, here for our style sheet.
      expect(count(/(?<![\w$.#])fetch\((?![\w$,]*\)\{)/g)).toBe(draws ? 1 : 0);
      expect(count(/(?<![\w$.#])fetch\(\w+\.runtime\.getURL\(/g)).toBe(draws ? 1 : 0);
      expect(count(/(?:globalThis|window|self)\.fetch\b/g)).toBe(isPanel ? 1 : 0);
      expect(count(/(?:globalThis|window|self)\.fetch\.bind\(/g)).toBe(isPanel ? 1 : 0);
      expect(count(/\bimport\(/g)).toBe(isPanel || loadsPanel ? 1 : 0);
      expect(count(/\.runtime\.getURL\(["'`]\/panel\.js["'`]\)/g)).toBe(loadsPanel ? 1 : 0);
      expect(count(/\.runtime\.getURL\(["'`]\/panel-text\./g)).toBe(isPanel ? 1 : 0);
    });

    it('goes by no other way', () => {
      expect(script()).not.toMatch(/XMLHttpRequest|WebSocket|EventSource|WebTransport|sendBeacon|importScripts/);
      expect(script()).not.toMatch(/new (?:Worker|SharedWorker|Image|Audio|FontFace)\b/);
      expect(script()).not.toMatch(
        /(?:window|self|globalThis)\.open\(|location(?:\.href)?=[^=]|location\.(?:assign|replace)\(/,
      );
      // React carries these for pages that ask for them; nobody here does.
      expect(script()).not.toMatch(/\.(?:preconnect|prefetchDNS|preinit|preload)\(/);
    });
  });

  it('speaks by no way that no policy governs, and opens no tab but of its own pages', () => {
    const scripts = files(chrome).filter((file) => /\.m?js$/.test(file));
    expect(scripts.length).toBeGreaterThan(15);
    const tabs: string[] = [];
    for (const file of scripts) {
      const script = read(chrome, file).toString();
      expect([file, script.match(/RTCPeerConnection|(?:window|self|globalThis)\.open\(/g)]).toEqual([file, null]);
      expect([file, script.match(/\.(?:preconnect|prefetchDNS|preinit|preload)\(/g)]).toEqual([file, null]);
      tabs.push(...(script.match(/tabs\.create\(\{url:[^)}]*/g) ?? []));
    }
    expect(tabs).toHaveLength(3);
    // The third opens the browser's own page of keyboard shortcuts.
    expect(tabs.filter((call) => call.includes('runtime.getURL('))).toHaveLength(2);
    const pages = files(chrome).filter((file) => file.endsWith('.html'));
    for (const page of pages) expect(read(chrome, page).toString()).not.toMatch(/<(?:iframe|form|img|object|base)\b/);
  });

  it('loads nothing by its style sheets', () => {
    const sheets = files(chrome).filter((file) => file.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(3);
    for (const sheet of sheets) expect(read(chrome, sheet).toString()).not.toMatch(/@import|url\((?!["']?data:)/);
  });
});
