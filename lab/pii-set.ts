import { fileURLToPath } from 'node:url';
import { personalDataKinds } from '../lib/core/privacy';
import type { PersonalData } from '../lib/guard/personal-data';
import { readRows, readString } from './jsonl';

/** A message of the labelled set with where its personal data stands. */
export type LabelledMessage = { id: string; language: string; text: string; spans: PersonalData[] };

/** Reads `Hello {name|Ada}` as its plain text and the spans of what stands in braces. Throws for an unknown kind. */
export function readMarks(marked: string): Pick<LabelledMessage, 'text' | 'spans'> {
  let text = '';
  let end = 0;
  const spans: PersonalData[] = [];
  for (const match of marked.matchAll(/\{(\w+)\|([^{}]*)\}/g)) {
    const kind = personalDataKinds.find((one) => one === match[1]);
    if (!kind) throw new Error(`"${match[1]}" is no kind of personal data`);
    text += marked.slice(end, match.index);
    spans.push({ kind, start: text.length, end: text.length + (match[2]?.length ?? 0) });
    text += match[2] ?? '';
    end = match.index + match[0].length;
  }
  return { text: text + marked.slice(end), spans };
}

/** `test` is never looked at to change a rule; `fresh` was written after the last change of one, and scored once. */
export const piiParts = ['dev', 'test', 'fresh'] as const;
type PiiPart = (typeof piiParts)[number];

/** The messages of one part. */
export function readPiiSet(part: PiiPart): LabelledMessage[] {
  return readRows(fileURLToPath(new URL(`./data/pii/${part}.jsonl`, import.meta.url))).map((row) => ({
    id: readString(row, 'id'),
    language: readString(row, 'language'),
    ...readMarks(readString(row, 'text')),
  }));
}
