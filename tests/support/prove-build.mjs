import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { giveUp, run, say, setUp } from './setup.mjs';
import { writeTrustResult } from './trust-result.mjs';

// Packs the extension here, and once more from the sources package in a folder of another name and in another time zone;
// every file and every package must be the same, byte for byte.
await setUp();
/** `--chrome`: that build alone, in half the time. */
const browsers = process.argv.includes('--chrome') ? ['chrome'] : ['chrome', 'firefox'];
const builds = browsers.map((browser) => (browser === 'chrome' ? 'chrome-mv3' : 'firefox-mv2'));
const packages = [...browsers, 'sources'];

/** @param {string} folder @param {Record<string, string>} [env] */
function pack(folder, env = {}) {
  for (const [index, browser] of browsers.entries()) {
    say(`packing for ${browser} in ${folder} …`);
    rmSync(join(folder, '.output', builds[index] ?? ''), { recursive: true, force: true });
    const done = spawnSync(
      'npx',
      ['wxt', 'zip', '-b', browser, ...(browsers.length === 1 ? ['--sources'] : []), '--level', 'warn'],
      {
        cwd: folder,
        stdio: ['ignore', 2, 2],
        env: { ...process.env, WXT_TELEMETRY: '0', DESKSIDE_QUICK_BUILD: '', ...env },
      },
    );
    if (done.status !== 0) giveUp(`the package for ${browser} could not be made in ${folder}.`);
  }
}

/** SHA-256 of every file of both builds and of the packages, by its path. @param {string} folder @returns {Map<string, string>} */
function hashes(folder) {
  const output = join(folder, '.output');
  const files = builds.flatMap((name) =>
    readdirSync(join(output, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const zips = packages.map((part) => join(output, `deskside-${version}-${part}.zip`));
  return new Map(
    [...files, ...zips]
      .map(
        (file) =>
          /** @type {const} */ ([
            relative(output, file),
            createHash('sha256').update(readFileSync(file)).digest('hex'),
          ]),
      )
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

const here = resolve('.');
pack(here);
const first = hashes(here);

const base = mkdtempSync(join(tmpdir(), 'deskside-again-'));
const there = join(base, 'another', 'name');
try {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [name, content] of Object.entries(unzipSync(readFileSync(`.output/deskside-${version}-sources.zip`)))) {
    mkdirSync(dirname(join(there, name)), { recursive: true });
    writeFileSync(join(there, name), content);
  }
  // Linked file by file where the disk can, since the packages are large.
  if (!run('cp', ['-al', join(here, 'node_modules'), join(there, 'node_modules')]))
    cpSync(join(here, 'node_modules'), join(there, 'node_modules'), { recursive: true });
  pack(there, { TZ: 'Pacific/Auckland', LANG: 'C' });
  const second = hashes(there);
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const different = names.filter((name) => first.get(name) !== second.get(name));
  const zips = names.filter((name) => name.endsWith('.zip'));
  const figures = {
    builds: builds.join(', '),
    'files compared': names.length,
    'files that differ': different.length,
    ...Object.fromEntries(zips.map((name) => [`SHA-256 of ${name}`, first.get(name) ?? ''])),
  };
  writeTrustResult('build', figures);
  process.stdout.write(`${JSON.stringify({ ...figures, different }, null, 2)}\n`);
  process.exitCode = different.length > 0 ? 1 : 0;
} finally {
  rmSync(base, { recursive: true, force: true });
}
