import { readFileSync } from 'node:fs';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { readDataNotice, readModels } from './models';
import { noticesFile, writeNotices } from './notices';
import { type BundledPackage, inside, readPackage } from './packages';

/** Copied as they are, past the bundler. */
const copied = ['node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'];

function note(found: Map<string, BundledPackage>, file: string): void {
  const known = file.includes('node_modules') ? readPackage(file) : undefined;
  if (!known) return;
  found.set(`${known.name}@${known.version}`, known);
  for (const name of inside[known.name] ?? []) note(found, `node_modules/${name}/package.json`);
}

/** Puts `third-party-notices.txt` into the extension: what of others is in it, and their licences. */
export default defineWxtModule({
  name: 'third-party',
  setup(wxt) {
    const found = new Map<string, BundledPackage>();
    addViteConfig(wxt, () => ({
      plugins: [
        {
          name: 'deskside:third-party',
          generateBundle(_options, bundle) {
            const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
            for (const id of modules) note(found, id.replace(/^\0|\?.*$/g, ''));
          },
        },
      ],
    }));
    wxt.hook('build:publicAssets', (_wxt, files) => {
      for (const file of copied) note(found, file);
      const packages = [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
      const commit = readFileSync('node_modules/onnxruntime-web/__commit.txt', 'utf8').trim();
      files.push({
        relativeDest: noticesFile,
        contents: `${writeNotices(packages, readModels(), commit)}\n${readDataNotice()}\n`,
      });
    });
  },
});
