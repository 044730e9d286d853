import * as v from 'valibot';
import { macroFields, stepKinds, ticketPriorities } from '../core/knowledge';
import { factNames, traits } from '../core/learning';
import { intents, riskFlags } from '../core/signals';
import { choiceActions, suggestionKinds } from '../core/suggestion';
import type { PassageSpan } from './chunk';
import { isRecord } from './field-values';
import type { FileReading } from './file-records';
import { articleWithPassages, checkSpans, macroWithPassages } from './import-raw';

const strings = v.array(v.string());
const name = v.pipe(v.string(), v.minLength(1));
const optional = v.exactOptional(v.string());

const articleSchema = v.object({
  id: name,
  source: name,
  title: v.string(),
  text: name,
  url: optional,
  section: optional,
  locale: optional,
  labels: strings,
  isInternal: v.boolean(),
  updatedAt: optional,
});
const macroSchema = v.object({
  id: name,
  source: name,
  title: v.string(),
  text: v.string(),
  html: optional,
  category: optional,
  actions: v.exactOptional(v.array(v.object({ field: v.picklist(macroFields), value: v.string(), label: optional }))),
  isNote: v.boolean(),
  tags: strings,
  updatedAt: optional,
});
const playbookSchema = v.object({
  id: name,
  title: name,
  intent: optional,
  routing: v.exactOptional(
    v.object({
      team: optional,
      priority: v.exactOptional(v.picklist(ticketPriorities)),
      tags: v.exactOptional(v.array(v.string())),
    }),
  ),
  steps: v.array(v.object({ id: name, text: name, kind: v.picklist(stepKinds), say: optional })),
  updatedAt: optional,
});
const pastTicketSchema = v.object({
  id: name,
  source: name,
  ticketId: v.string(),
  subject: v.string(),
  question: v.string(),
  reply: optional,
  intent: optional,
  isSolved: v.exactOptional(v.boolean()),
  seenAt: v.string(),
});
const offeredSchema = v.object({
  kind: v.picklist(['macro', 'article', 'past', 'playbook']),
  id: name,
  base: v.number(),
  facts: v.object(v.entriesFromList(factNames, v.exactOptional(v.number()))),
});
const choiceSchema = v.object({
  kind: v.picklist(suggestionKinds),
  suggestionId: v.string(),
  sourceIds: strings,
  action: v.picklist(choiceActions),
  intent: v.exactOptional(v.picklist(intents)),
  flags: v.exactOptional(v.array(v.picklist(riskFlags))),
  at: v.string(),
  offered: v.exactOptional(v.array(offeredSchema)),
  kept: v.exactOptional(v.number()),
  muted: v.exactOptional(v.array(v.picklist(traits))),
});
const exampleSchema = v.object({ intent: name, text: name });
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const passagesSchema = v.object({
  kind: v.picklist(['article', 'macro', 'past']),
  id: name,
  spans: v.array(v.object({ start: offset, end: offset, heading: v.string() })),
});

/** True for the JSON of an export of ours, whatever its version. */
export function isExport(json: unknown): json is Record<string, unknown> {
  return isRecord(json) && typeof json.deskside === 'number';
}

/** Reads an export back: ids and sources stay, HTML is sanitised again, parts that do not fit are reported and left out. */
export function readExport(reading: FileReading, json: Record<string, unknown>): void {
  const { contents, sanitise } = reading;
  if (json.deskside !== 1) {
    const message = `the export is of version ${String(json.deskside)}, this Deskside reads version 1`;
    contents.problems.push({ line: null, message });
    return;
  }
  const spans = new Map<string, PassageSpan[]>();
  for (const set of readList(reading, json, { key: 'passages', schema: passagesSchema })) {
    spans.set(`${set.kind}:${set.id}`, set.spans);
  }
  const spansOf = (kind: string, item: { id: string; text: string }) =>
    checkSpans(item.text, spans.get(`${kind}:${item.id}`) ?? []);
  for (const article of readList(reading, json, { key: 'articles', schema: articleSchema })) {
    contents.articles.push(articleWithPassages(article, spansOf('article', article)));
  }
  for (const { html, ...macro } of readList(reading, json, { key: 'macros', schema: macroSchema })) {
    const item = html && sanitise ? { ...macro, html: sanitise(html) } : macro;
    contents.macros.push(macroWithPassages(item, spansOf('macro', item)));
  }
  contents.playbooks.push(...readList(reading, json, { key: 'playbooks', schema: playbookSchema }));
  contents.pastTickets.push(...readList(reading, json, { key: 'pastTickets', schema: pastTicketSchema }));
  contents.choices.push(...readList(reading, json, { key: 'choices', schema: choiceSchema }));
  contents.examples.push(...readList(reading, json, { key: 'teamIntents', schema: exampleSchema }));
}

function readList<T>(
  reading: FileReading,
  json: Record<string, unknown>,
  { key, schema }: { key: string; schema: v.GenericSchema<unknown, T> },
): T[] {
  const list = json[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => {
    const parsed = v.safeParse(schema, item);
    if (parsed.success) return [parsed.output];
    const issue = parsed.issues[0];
    const path = issue.path?.map((part) => String(part.key)).join('.') ?? '';
    const message = `${key} ${index + 1}${path ? `, ${path}` : ''}: ${issue.message}`;
    reading.contents.problems.push({ line: null, message });
    return [];
  });
}
