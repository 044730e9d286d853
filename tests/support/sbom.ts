import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { isFit } from '../../modules/third-party/licences.ts';
import { type BundledModel, readModels } from '../../modules/third-party/models.ts';
import { noticesFile, readNotices } from '../../modules/third-party/notices.ts';
import { writeTrustResult } from './trust-result.mjs';

type Component = { name: string; version?: string; 'bom-ref'?: string; scope?: string; [part: string]: unknown };
type Bom = {
  components: Component[];
  serialNumber?: string;
  metadata: { timestamp?: string; component: Record<string, unknown> };
  [part: string]: unknown;
};

/** npm's own bill of the packages that are installed, those that the product is made with among them. */
function readNpm(): Bom {
  const done = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}

/** A bundled model with the hash of its weights, its licence, and the data it was trained on. */
function toComponent(model: BundledModel): Component {
  const weights = model.files['onnx/model_quantized.onnx'];
  return {
    type: 'machine-learning-model',
    'bom-ref': `model:${model.id}@${model.version}`,
    name: model.id,
    version: model.version,
    scope: 'required',
    hashes: weights ? [{ alg: 'SHA-256', content: weights.sha256 }] : [],
    licenses: [{ license: { id: model.baseLicense } }],
    pedigree: { ancestors: [{ type: 'machine-learning-model', name: model.base }] },
    components: model.trainedOn.map(({ name, license }) => ({
      type: 'data',
      name,
      licenses: [{ license: { name: license } }],
    })),
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { trust: { type: 'boolean', default: false } },
});
const [target = '.output/sbom.cdx.json'] = positionals;
const notices = readFileSync(`.output/chrome-mv3/${noticesFile}`, 'utf8');
const packages = readNotices(notices);
const bundled = new Set(packages.map(({ name, version }) => `${name}@${version}`));
if (bundled.size === 0) throw new Error(`${noticesFile} names no package`);
const bom = readNpm();
// What is installed beside, and not in the package, is listed as such.
const scopeOf = ({ name, version }: Component) => (bundled.has(`${name}@${version}`) ? 'required' : 'excluded');
bom.components = [...bom.components.map((one) => ({ ...one, scope: scopeOf(one) })), ...readModels().map(toComponent)];
const listed = new Set(bom.components.map(({ name, version }) => `${name}@${version}`));
const missing = [...bundled].filter((key) => !listed.has(key));
if (missing.length > 0) throw new Error(`bundled, but not in npm's bill: ${missing.join(', ')}`);
// The same sources give the same bill.
delete bom.serialNumber;
delete bom.metadata.timestamp;
// npm names it after the folder.
Object.assign(bom.metadata.component, { name: 'deskside', type: 'application' });
writeFileSync(target, `${JSON.stringify(bom, null, 2)}\n`);
const unfit = packages.filter(({ licence }) => !isFit(licence));
const licences = [...new Set(packages.map(({ licence }) => licence))].sort();
const figures = {
  'packages in the extension': bundled.size,
  'models in the extension': readModels().length,
  'components in the bill of materials': bom.components.length,
  'packages with an unknown or unfit licence': unfit.length,
  licences: licences.join(', '),
  'bytes of the notices': Buffer.byteLength(notices),
  'bytes of the notices, packed': gzipSync(notices).length,
};
if (values.trust) writeTrustResult('licences', figures);
process.stdout.write(`${JSON.stringify({ file: target, ...figures }, null, 2)}\n`);
if (unfit.length > 0) process.exit(1);
