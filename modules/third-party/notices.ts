import type { BundledModel } from './models';
import type { BundledPackage } from './packages';

/** Where the notices lie in the extension. */
export const noticesFile = 'third-party-notices.txt';

const rule = `\n\n${'-'.repeat(78)}\n\n`;

/** The third-party notices as one text: the list, every package's licence texts, the models' attributions. */
export function writeNotices(
  packages: readonly BundledPackage[],
  models: readonly BundledModel[],
  runtimeCommit: string,
) {
  const line = ({ name, version, licence }: BundledPackage) => `${name} ${version} (${licence})`;
  const head = [
    'Deskside holds work of others. This file lists it, with the licences it comes under.',
    packages.map(line).join('\n'),
    models
      .map(({ id, version, base, baseLicense }) => `model ${id} ${version}, from ${base} (${baseLicense})`)
      .join('\n'),
    'unpdf holds pdf.js of Mozilla (Apache-2.0), whose licence is the same as that of the packages under Apache-2.0 below.',
    `The WebAssembly of onnxruntime-web holds further libraries. Their notices, by Microsoft:\nhttps://github.com/microsoft/onnxruntime/blob/${runtimeCommit}/ThirdPartyNotices.txt`,
  ].join('\n\n');
  const texts = packages.map((one) => [line(one), ...one.texts].join('\n\n'));
  return `${[head, ...texts, ...models.map(({ notice }) => notice)].join(rule)}\n`;
}

/** The list of packages at the head of a notices text, read back. */
export function readNotices(text: string): { name: string; version: string; licence: string }[] {
  const [, list = ''] = text.split('\n\n');
  return list.split('\n').flatMap((line) => {
    const [, name, version, licence] = /^(\S+) (\S+) \((.*)\)$/.exec(line) ?? [];
    return name && version && licence !== undefined ? [{ name, version, licence }] : [];
  });
}
