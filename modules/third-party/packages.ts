import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isFit } from './licences';

/** A package of others that is part of the extension, with its licence texts word for word. */
export type BundledPackage = { name: string; version: string; licence: string; texts: string[] };

const licenceFile = /^(licen[cs]e|copying|notice)/i;

/** Packages that are published without their licence's text: the copyright line of the repository they come from. */
const copyrightLines: Record<string, string> = {
  '@wxt-dev/browser': 'Copyright (c) 2023 Aaron',
  '@webext-core/messaging': 'Copyright (c) 2022 Aaron',
  'onnxruntime-common': 'Copyright (c) 2018 - present Microsoft Corporation',
  'onnxruntime-web': 'Copyright (c) 2018 - present Microsoft Corporation',
};

/**
 * Packages that are published with others already in their files, past our bundler. Of jszip's own, those that its build
 * takes in a browser.
 */
export const inside: Record<string, string[]> = {
  '@huggingface/transformers': ['@huggingface/jinja', '@huggingface/tokenizers'],
  jszip: ['immediate', 'lie', 'pako', 'readable-stream', 'setimmediate'],
};

/** The MIT licence as the Open Source Initiative gives it. */
const mit = readFileSync(new URL('./mit.txt', import.meta.url), 'utf8').trim();

/** The folder of the package that holds the file: the nearest above with a name and a version. Undefined outside of packages. */
function packageFolder(file: string): string | undefined {
  for (let folder = path.dirname(file); folder.includes('node_modules'); folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (name && version) return folder;
  }
  return undefined;
}

/** The package that a bundled file is from; undefined for our own. Throws when its licence does not fit or has no text. */
export function readPackage(file: string): BundledPackage | undefined {
  const folder = packageFolder(file);
  if (!folder) return undefined;
  const { name, version, license = '' } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const names = readdirSync(folder).filter((one) => licenceFile.test(one));
  const own = names.sort().map((one) => readFileSync(path.join(folder, one), 'utf8').replaceAll('\r\n', '\n').trim());
  const line = copyrightLines[name];
  const texts = own.length === 0 && line && license === 'MIT' ? [mit.replace('{copyright}', line)] : own;
  const licence = typeof license === 'string' ? license : '';
  if (!isFit(licence)) throw new Error(`${name} comes under "${licence}", which does not fit a closed product.`);
  if (texts.length === 0) throw new Error(`${name} comes without the text of its licence: add its copyright line.`);
  return { name, version, licence, texts };
}
