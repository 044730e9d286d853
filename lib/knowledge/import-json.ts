import { isRecord } from './field-values';
import { addRecord, type FileReading, type RecordKind } from './file-records';
import { isExport, readExport } from './import-export';
import { findJsonErrorLine } from './json-error';

/** Keys under which lists of items are found, with what the items are. */
const listKeys: Record<string, RecordKind> = {
  articles: 'article',
  faqs: 'article',
  questions: 'article',
  items: 'article',
  entries: 'article',
  results: 'article',
  data: 'article',
  pages: 'article',
  macros: 'macro',
  canned_responses: 'macro',
  cannedResponses: 'macro',
  templates: 'macro',
  playbooks: 'playbook',
  examples: 'example',
  utterances: 'example',
  tickets: 'article',
};

/**
 * Reads JSON: a list of items, an object of lists (`articles`, `macros`, `playbooks` …), one item, or an export of ours.
 * JSON that cannot be read is tried as one object a line.
 */
export function readJson(reading: FileReading, text: string): void {
  const { problems } = reading.contents;
  const parsed = parse(text);
  if (!parsed.ok) {
    if (looksLikeLines(text)) readJsonLines(reading, text);
    else problems.push({ line: parsed.line, message: `this is no JSON: ${parsed.message}` });
    return;
  }
  if (isExport(parsed.value)) readExport(reading, parsed.value);
  else if (Array.isArray(parsed.value)) addItems(reading, parsed.value, { label: 'Item' });
  else if (isRecord(parsed.value)) readObject(reading, parsed.value);
  else problems.push({ line: 1, message: 'expected a list of items or an object that holds lists' });
}

/** Reads one JSON object a line; lines that cannot be read are reported and left out. */
export function readJsonLines(reading: FileReading, text: string): void {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = parse(line);
    if (!parsed.ok) {
      reading.contents.problems.push({ line: index + 1, message: `this is no JSON: ${parsed.message}` });
    } else if (isRecord(parsed.value)) {
      addRecord(reading, parsed.value, { line: index + 1, label: `Line ${index + 1}` });
    } else {
      reading.contents.problems.push({ line: index + 1, message: 'expected an object' });
    }
  }
}

function readObject(reading: FileReading, json: Record<string, unknown>): void {
  let found = false;
  for (const [key, kind] of Object.entries(listKeys)) {
    const list = json[key];
    if (list === undefined) continue;
    found = true;
    if (Array.isArray(list)) addItems(reading, list, { kind, label: key });
    else reading.contents.problems.push({ line: null, message: `“${key}” is no list` });
  }
  if (!found) addRecord(reading, json, { line: null, label: 'The object' });
}

function addItems(reading: FileReading, items: unknown[], { kind, label }: { kind?: RecordKind; label: string }): void {
  items.forEach((item, index) => {
    const place = { line: null, label: `${label} ${index + 1 + (reading.offset ?? 0)}` };
    if (isRecord(item)) addRecord(reading, item, kind ? { ...place, kind } : place);
    else reading.contents.problems.push({ line: null, message: `${place.label}: expected an object` });
  });
}

type Parsed = { ok: true; value: unknown } | { ok: false; line: number; message: string };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, line: findJsonErrorLine(text), message: message.replace(/^JSON\.parse: /, '') };
  }
}

function looksLikeLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.slice(0, 3).every((line) => /^\s*\{.*\}\s*$/.test(line));
}
