import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emotions, intents, riskFlags, sentiments, urgencies } from '../../lib/core/signals';
import { type JsonObject, readRows, readString } from '../jsonl';

/** The heads with one label a message. */
export const singleHeads = ['sentiment', 'emotion', 'urgency', 'intents'] as const;
export type SingleHead = (typeof singleHeads)[number];
export type Head = SingleHead | 'flags';

/** Labels of each head in the order of the taxonomy. */
export const labelsOf: Record<Head, readonly string[]> = {
  sentiment: sentiments,
  emotion: emotions,
  urgency: urgencies,
  intents,
  flags: riskFlags,
};

export type Split = 'train' | 'validation' | 'test';
/** One message of our corpus; `single` are places in `labelsOf`, of the intents the primary one. */
export type SupportRow = {
  text: string;
  language: string;
  split: Split;
  single: Record<SingleHead, number>;
  flags: number[];
};

export const supportFolder = fileURLToPath(new URL('../../training/data/support', import.meta.url));

/** Whole industries are held out; the same lists as in `training/data.py`, which a test compares. */
export const heldOutIndustries = { test: ['hotel', 'gaming', 'public'], validation: ['energy', 'education'] } as const;

const keyOf = (text: string) => text.toLowerCase().split(/\s+/u).filter(Boolean).join(' ');

/** The split of an own message, as `split_of` in `training/data.py` has it. */
export function splitOf(text: string, industry: string | undefined): Split {
  if (industry) {
    for (const split of ['test', 'validation'] as const)
      if (heldOutIndustries[split].some((name) => name === industry)) return split;
    return 'train';
  }
  const bucket = Number.parseInt(createHash('sha256').update(keyOf(text)).digest('hex').slice(0, 8), 16) % 100;
  return bucket < 70 ? 'train' : bucket < 85 ? 'validation' : 'test';
}

function place(head: Head, label: unknown): number {
  const found = labelsOf[head].indexOf(String(label));
  if (found < 0) throw new Error(`${head} has no label ${String(label)}`);
  return found;
}

function toRow(row: JsonObject): SupportRow {
  const text = readString(row, 'text');
  const list = (name: string) => (Array.isArray(row[name]) ? (row[name] as unknown[]) : []);
  return {
    text,
    language: typeof row.language === 'string' ? row.language : 'en',
    split: splitOf(text, typeof row.industry === 'string' ? row.industry : undefined),
    single: {
      sentiment: place('sentiment', row.sentiment),
      emotion: place('emotion', row.emotion),
      urgency: place('urgency', row.urgency),
      intents: place('intents', list('intents')[0]),
    },
    flags: list('flags').map((flag) => place('flags', flag)),
  };
}

/** Our own messages from every file of the folder, each text once. */
export function readSupport(folder = supportFolder): SupportRow[] {
  const seen = new Set<string>();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readRows(join(folder, name)))
    .flatMap((row) => {
      const key = keyOf(readString(row, 'text'));
      if (seen.has(key)) return [];
      seen.add(key);
      return [toRow(row)];
    });
}

/** A share of rows that stays the same from run to run: those whose text's hash is low. */
export function sampleByHash<T>(rows: readonly T[], textOf: (row: T) => string, share: number): T[] {
  if (share >= 1) return [...rows];
  const isIn = (text: string) => createHash('sha256').update(text).digest().readUInt32BE(8) / 2 ** 32 < share;
  return rows.filter((row) => isIn(textOf(row)));
}
