import { createHash, generateKeyPairSync } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where Chromium and Chrome for Testing look for policies on Linux. */
const folders = ['/etc/chromium/policies/managed', '/etc/opt/chrome_for_testing/policies/managed'];

/** Gives the build in `folder` a key of its own, since policies go by the extension's id; answers the id. */
export function giveId(folder: string): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const file = path.join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), key: key.toString('base64') }));
  const digits = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** The nearest folder above that is there. */
function existing(folder: string): string {
  try {
    accessSync(folder);
    return folder;
  } catch {
    return existing(path.dirname(folder));
  }
}

/** Why policies cannot be set on this machine; null where they can. */
export function whyNoPolicy(): string | null {
  if (process.platform !== 'linux') return 'policies are files on Linux alone';
  try {
    for (const folder of folders) accessSync(existing(folder), constants.W_OK);
    return null;
  } catch {
    return `${folders[0]} cannot be written; run as root`;
  }
}

/** Sets the browser's policy for one extension; `clear` takes it and the folders made for it away. */
export function openPolicy(extensionId: string): { set(values: Record<string, unknown>): void; clear(): void } {
  const files = folders.map((folder) => path.join(folder, `deskside-test-${extensionId}.json`));
  const made = folders.flatMap((folder) => mkdirSync(folder, { recursive: true }) ?? []);
  return {
    set(values) {
      const policy = { '3rdparty': { extensions: { [extensionId]: values } } };
      for (const file of files) writeFileSync(file, JSON.stringify(policy));
    },
    clear() {
      for (const file of files) rmSync(file, { force: true });
      for (const first of made)
        for (let folder = folders.find((one) => one.startsWith(first)) ?? first; ; folder = path.dirname(folder)) {
          try {
            rmdirSync(folder);
          } catch {
            break; // Somebody else has put something there.
          }
          if (folder === first) break;
        }
    },
  };
}
