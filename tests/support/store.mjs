import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { giveUp, run, say, setUp } from './setup.mjs';
import { writeTrustResult } from './trust-result.mjs';

// Everything that the three stores ask for, in one folder: packages, sources, texts, bill of materials.
await setUp();
const folder = '.output/store';
const texts = 'tests/support/store';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** @param {Record<string, string>} part @returns {string} */
const list = (part) =>
  Object.entries(part)
    .map(([name, why]) => `${name}\n  ${why}`)
    .join('\n\n');

const reasons = JSON.parse(readFileSync(join(texts, 'reasons.json'), 'utf8'));

/** What the manifest in a package asks for, permissions and hosts alike. @param {string} file @returns {string[]} */
function askedIn(file) {
  const manifest = unzipSync(readFileSync(file), { filter: ({ name }) => name === 'manifest.json' })['manifest.json'];
  if (!manifest) giveUp(`${file} has no manifest.`);
  const { permissions, host_permissions, optional_permissions, optional_host_permissions } = JSON.parse(
    new TextDecoder().decode(manifest),
  );
  return [permissions, host_permissions, optional_permissions, optional_host_permissions].flatMap((part) => part ?? []);
}

/** The forms of the stores, in their order. @returns {string} */
function permissionText() {
  return [
    `Single purpose\n  ${reasons.singlePurpose}`,
    `Permissions\n\n${list(reasons.permissions)}`,
    `Hosts\n\n${list(reasons.hosts)}`,
    `Hosts that the agent may add\n\n${list(reasons.optionalHosts)}`,
    `Remote code\n  ${reasons.remoteCode}`,
    `Data\n  ${reasons.dataUse}`,
  ].join('\n\n\n');
}

for (const browser of ['chrome', 'edge', 'firefox']) {
  say(`building and packing for ${browser} …`);
  if (!run('npx', ['wxt', 'zip', '-b', browser, '--level', 'warn'], { WXT_TELEMETRY: '0' }))
    giveUp(`the package for ${browser} failed; the lines above say why.`);
}
if (!run('npx', ['tsx', 'tests/support/sbom.ts', join(folder, 'sbom.cdx.json')])) giveUp('the SBOM failed.');
for (const name of readdirSync('.output').filter((one) => one.endsWith('.zip')))
  copyFileSync(join('.output', name), join(folder, name));
copyFileSync(join(texts, 'privacy.txt'), join(folder, 'privacy.txt'));
copyFileSync('.output/chrome-mv3/third-party-notices.txt', join(folder, 'third-party-notices.txt'));
for (const name of readdirSync(join(texts, 'listing')))
  copyFileSync(join(texts, 'listing', name), join(folder, `listing-${name}`));
writeFileSync(join(folder, 'permissions.txt'), `${permissionText()}\n`);
const sums = readdirSync(folder)
  .sort()
  .map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}  ${name}`,
  );
writeFileSync(join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const packages = ['chrome', 'edge', 'firefox'].map((browser) => `deskside-${version}-${browser}.zip`);
const asked = [...new Set(packages.flatMap((name) => askedIn(join(folder, name))))].sort();
const explained = ['permissions', 'hosts', 'optionalHosts'].flatMap((part) => Object.keys(reasons[part]));
const unexplained = asked.filter((one) => !explained.includes(one));
const spare = explained.filter((one) => !asked.includes(one));
writeTrustResult('store', {
  packages: packages.join(', '),
  'permissions and hosts in them': asked.join(', '),
  'without a reason': unexplained.length,
  'reasons for what is not asked': spare.length,
});
for (const one of unexplained) say(`no reason says why ${one} is asked for.`);
for (const one of spare) say(`a reason is given for ${one}, which no package asks for.`);
process.exitCode = unexplained.length + spare.length > 0 ? 1 : 0;
process.stdout.write(`${folder}\n${sums.join('\n')}\n`);
