import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Request Tracker's server and tools, the web server it runs in, and its database's driver. */
const files = [
  '/usr/share/request-tracker5/libexec/rt-server',
  '/usr/sbin/rt-setup-database-5',
  '/usr/bin/rt-mailgate-5',
  '/usr/share/perl5/Plack/Handler/Starlet.pm',
  '/usr/share/doc/libdbd-sqlite3-perl',
];

/** Whether Debian's Request Tracker 5 is on this machine. */
export function hasRequestTracker() {
  return files.every((file) => existsSync(file));
}

/** Packages to install: no database of the system's own, and a mail program that is no service, where there is none yet. */
function wantedPackages() {
  return [
    'request-tracker5',
    'rt5-db-sqlite',
    'rt5-standalone',
    ...(existsSync('/usr/share/dbconfig-common') ? [] : ['dbconfig-no-thanks']),
    ...(existsSync('/usr/sbin/sendmail') ? [] : ['msmtp-mta']),
  ];
}

/** @param {string[]} prefix @param {string[]} args */
function apt(prefix, args) {
  const [command = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
  // Its many lines help nobody while all is well.
  const done = spawnSync(command, rest, { encoding: 'utf8', timeout: 20 * 60_000 });
  return { isDone: done.status === 0, last: (done.stderr ?? '').trim().split('\n').at(-1) ?? '' };
}

/** How `apt-get` may be run here without asking anybody; undefined where it may not. @returns {string[] | undefined} */
function aptPrefix() {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined;
  if (process.getuid?.() === 0) return [];
  const mayAsk = process.env.CI && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return mayAsk ? ['sudo', '-n'] : undefined;
}

/**
 * Makes sure that Debian's Request Tracker 5 is there: installs what is missing, where that can be done, twice if need
 * be. Removes nothing, starts no service.
 * @param {(line: string) => void} say
 * @returns {{ isReady: true } | { isReady: false, isFailure: boolean, why: string }} `isFailure`: it should have worked
 */
export function installRequestTracker(say) {
  if (hasRequestTracker()) return { isReady: true };
  const prefix = aptPrefix();
  if (!prefix)
    return { isReady: false, isFailure: false, why: 'it needs apt-get as root to install Request Tracker 5' };
  say('installing Request Tracker 5 from Debian (about 250 small packages, one to four minutes) …');
  apt(prefix, ['update']);
  if (spawnSync('apt-cache', ['show', 'request-tracker5'], { stdio: 'ignore' }).status !== 0)
    return { isReady: false, isFailure: false, why: 'this system has no package request-tracker5' };
  const install = ['install', '-y', '--no-install-recommends', '--no-remove', '-o', 'DPkg::Lock::Timeout=120'];
  let result = apt(prefix, [...install, ...wantedPackages()]);
  if (!result.isDone) {
    say(`that did not work (${result.last}); trying once more …`);
    apt(prefix, ['update']);
    result = apt(prefix, ['-f', ...install, ...wantedPackages()]);
  }
  if (hasRequestTracker()) return { isReady: true };
  return { isReady: false, isFailure: true, why: `Request Tracker 5 could not be installed: ${result.last}` };
}
