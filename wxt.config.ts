import path from 'node:path';
import { build } from 'esbuild';
import { defineConfig } from 'wxt';
import { interfaceLanguages } from './lib/core/settings';
import { helpdeskMatches } from './lib/helpdesk/matches';

const ortDist = path.resolve('node_modules/onnxruntime-web/dist');
/** The one runtime that is shipped: plain WASM with threads; the webgpu, jsep and jspi builds are left out. */
const ortFiles = ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'];

const csp =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The development server needs its own connection, which WXT adds to script-src only. */
const devCsp = "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'";

/** Any site may be asked for, when the agent adds it as a helpdesk; nothing is allowed before. */
const addable = ['https://*/*', 'http://*/*'];
/** Languages whose text the content script loads when an agent reads them; English it carries. */
const loadedLanguages = interfaceLanguages.filter((language) => language !== 'en');
/**
 * The panel, its text and our style sheets are loaded by our script in the page, which may run on any added site. Their
 * addresses change with every session (`use_dynamic_url`), so that no page can look for them.
 */
const pageFiles = [
  ...['panel.js', 'assets/panel.css', 'content-scripts/teach.css'],
  ...loadedLanguages.map((language) => `panel-text.${language}.js`),
];

/** The panel's text in one language as one module. */
async function bundleText(language: string): Promise<string> {
  const entryPoints = [`lib/strings/panel-text.${language}.ts`];
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Makes a module of a script that WXT builds as `var panel = function () { … }()`, so that content scripts can import it. The
 * brackets tell V8 to compile the function where it reads the file, beside the page, and not again on the page's thread.
 */
const asModule = {
  name: 'deskside:module',
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const [, body] =
        /^var panel\s*=\s*\(?(function\s*\(\)\s*\{[\s\S]*\})\)?\(\);\s*panel;\s*$/.exec(chunk.code ?? '') ?? [];
      if (body === undefined) throw new Error('The panel was not built as it is here made a module of.');
      chunk.code = `var panel=(${body})();export{panel as default};`;
    }
  },
};

/** `panel-Frame` of `components/panel/Frame.module.css`. */
function cssPrefix(file: string): string {
  return `${path.basename(path.dirname(file))}-${path.basename(file, '.module.css')}`;
}

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  zip: {
    // What a store's reviewer needs to make the same package; `.npmrc` is a part of it, our tests and the makings of the models are not.
    includeSources: ['.npmrc'],
    excludeSources: ['lab/**', 'tests/**', 'training/**', '**/fixtures/**'],
  },
  manifest: ({ browser, mode, manifestVersion }) => {
    const pages = mode === 'production' ? csp : devCsp;
    return {
      name: '__MSG_extensionName__',
      description: '__MSG_extensionDescription__',
      default_locale: 'en',
      ...(browser === 'firefox'
        ? { browser_specific_settings: { gecko: { id: 'deskside@deskside.example', strict_min_version: '140.0' } } }
        : {
            minimum_chrome_version: '124',
            cross_origin_embedder_policy: { value: 'require-corp' },
            cross_origin_opener_policy: { value: 'same-origin' },
          }),
      // `activeTab`: the address in front, when the agent opens the popup; `scripting`: to run on sites that are added.
      permissions: [
        ...['storage', 'unlimitedStorage', 'activeTab', 'scripting'],
        ...(browser === 'firefox' ? [] : ['offscreen']),
      ],
      host_permissions: helpdeskMatches,
      ...(manifestVersion === 2 ? { optional_permissions: addable } : { optional_host_permissions: addable }),
      content_security_policy: manifestVersion === 2 ? (pages as never) : { extension_pages: pages },
      // What IT may set for everyone. Firefox takes it without a schema.
      ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
      commands: {
        'toggle-panel': { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_commandTogglePanel__' },
        'insert-reply': { suggested_key: { default: 'Alt+Shift+I' }, description: '__MSG_commandInsertReply__' },
        'next-alternative': {
          suggested_key: { default: 'Alt+Shift+N' },
          description: '__MSG_commandNextAlternative__',
        },
      },
    };
  },
  hooks: {
    // Terser: 3 % smaller than the default minifier (2026-11-24), which counts in every helpdesk tab; the extension's own
    // pages and workers are read from disk once, and would take a minute longer to build. DESKSIDE_QUICK_BUILD=1 does without.
    'vite:build:extendConfig': (entrypoints, config) => {
      const isPanel = entrypoints.some(({ name }) => name === 'panel');
      if (isPanel) config.plugins?.push(asModule);
      const isInTab = isPanel || entrypoints.some(({ type }) => type === 'content-script');
      if (isInTab && !process.env.DESKSIDE_QUICK_BUILD && config.build) config.build.minify = 'terser';
    },
    'build:manifestGenerated': (wxt, manifest) => {
      const resources = [{ resources: pageFiles, matches: addable, use_dynamic_url: true }];
      manifest.web_accessible_resources = wxt.config.manifestVersion === 2 ? (pageFiles as never) : resources;
    },
    'build:publicAssets': async (_wxt, files) => {
      for (const file of ortFiles) files.push({ absoluteSrc: path.join(ortDist, file), relativeDest: `ort/${file}` });
      for (const language of loadedLanguages)
        files.push({ contents: await bundleText(language), relativeDest: `panel-text.${language}.js` });
    },
  },
  vite: () => ({
    // Folder, file and name: readable, one of a kind, and packed smaller than the default with its hashes.
    css: { modules: { generateScopedName: (name, file) => `${cssPrefix(file)}-${name}` } },
    resolve: { alias: { 'onnxruntime-web/webgpu': path.join(ortDist, 'ort.wasm.min.mjs') } },
    worker: { format: 'es' },
    // Terser, where `vite:build:extendConfig` asks for it. Safari 10 is on by default there; inlining of whole functions
    // packs worse than calling them.
    build: {
      minify: 'esbuild',
      terserOptions: {
        safari10: false,
        ecma: 2020,
        compress: { passes: 2, ecma: 2020, unsafe_arrows: true, keep_fargs: false, inline: 1 },
      },
    },
  }),
});
