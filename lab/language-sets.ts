import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Language } from '../lib/core/signals';
import { readRows } from './jsonl';

/** A text and the codes that are right for it; none where eld knows no such language. */
export type LanguageCase = {
  set: string;
  text: string;
  right: readonly string[];
  /** The language of the messages around it, where there are any. */
  conversation?: Language;
};
/** `fit`: what the gate's numbers are chosen on; `test`: what they are reported on. */
export type LanguagePart = 'fit' | 'test';

/** Codes by which eld names a language of xSID, where they differ: it has Malay for Indonesian, Croatian for Serbian in Latin letters. */
const eldNames: Record<string, readonly string[]> = { id: ['ms'], sr: ['sr', 'hr'], kk: [], nap: [] };

/** Dialects of German: neither surely inside nor outside of the list. */
const dialects = ['de-ba', 'de-muc', 'de-st', 'gsw'];

const supportFiles = ['a', 'd', 'ar', 'de', 'es', 'fr', 'pt'] as const;

/** Support messages of this repository: every other row fits, the others test. */
export function readSupportCases(folder: string, part: LanguagePart): LanguageCase[] {
  return supportFiles.flatMap((file) => {
    const code = file.length === 1 ? 'en' : file;
    return readRows(`${folder}/${file}.jsonl`)
      .filter((_row, at) => at % 2 === (part === 'fit' ? 0 : 1))
      .map(({ text }) => ({ set: `support ${code}`, text: String(text), right: [code] }));
  });
}

/** The first 1 to 6 words of messages, as a chat would have them. */
export function toFragments(cases: readonly LanguageCase[]): LanguageCase[] {
  return cases.map(({ set, text, right }, at) => {
    const words = text.split(/\s+/);
    return { set: set.replace('support', 'fragment'), right, text: words.slice(0, 1 + (at % 6)).join(' ') };
  });
}

/** The same fragments, each in a conversation that is held in its language. */
export function toReplies(fragments: readonly LanguageCase[]): LanguageCase[] {
  return fragments.map((one) => ({
    ...one,
    set: one.set.replace('fragment', 'fragment in a conversation,'),
    conversation: { code: one.right[0] ?? 'und', confidence: 1 },
  }));
}

/** Two messages in one, the languages of two different rows: no one code is right. */
export function toMixtures(cases: readonly LanguageCase[]): LanguageCase[] {
  return cases.flatMap(({ text, right }, at) => {
    const other = cases[(at * 7 + Math.floor(cases.length / 2)) % cases.length];
    if (at % 10 !== 0 || !other || other.right[0] === right[0]) return [];
    return [{ set: 'two languages', text: `${text}\n${other.text}`, right: [] }];
  });
}

/** Utterances of xSID under `<root>/xsid`: valid fits, test tests; Norwegian, eleven times as long, is thinned. */
export function readXsidCases(root: string, part: LanguagePart): LanguageCase[] {
  const wanted = part === 'fit' ? 'valid' : 'test';
  return readdirSync(`${root}/xsid`).flatMap((file) => {
    const [, code = '', found] = /^([\w-]+)\.(valid|test)\.conll/.exec(file) ?? [];
    if (found !== wanted) return [];
    const bytes = readFileSync(`${root}/xsid/${file}`);
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
    const texts = lines.flatMap((line) => (line.startsWith('# text = ') ? [line.slice('# text = '.length)] : []));
    const kept = code === 'no' ? texts.filter((_text, at) => at % 11 === 0) : texts;
    const set = dialects.includes(code) ? `dialect ${code}` : `xsid ${code}`;
    return kept.map((text) => ({ set, text, right: eldNames[code] ?? [code.slice(0, 2)] }));
  });
}
