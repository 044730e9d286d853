import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UsageError } from './flags';
import { type JsonObject, parseLine } from './jsonl';

/** A knowledge-seeking turn, and the id of the snippet that answers it. */
export type SnippetQuestion = { text: string; answers: string[] };

/** Rows `{"id","title","body"}` of all snippets, and the questions about them. */
export type SnippetSet = { snippets: JsonObject[]; questions: SnippetQuestion[] };

function readJson(path: string): unknown {
  for (const [file, read] of [
    [path, readFileSync],
    [`${path}.gz`, (name: string) => gunzipSync(readFileSync(name))],
  ] as const)
    if (existsSync(file)) return JSON.parse(read(file).toString('utf8'));
  throw new UsageError(`There is no file ${path} or ${path}.gz.`);
}

function rowsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.map((row) => parseLine(JSON.stringify(row))) : [];
}

const objects = (value: unknown): [string, JsonObject][] =>
  Object.entries(parseLine(JSON.stringify(value))).map(([key, one]) => [key, parseLine(JSON.stringify(one))]);

/** Snippets as documents: the entity's name stands before the question that is the snippet's title. */
function readSnippets(knowledge: unknown): JsonObject[] {
  return objects(knowledge).flatMap(([domain, entities]) =>
    objects(entities).flatMap(([entity, { name, docs }]) =>
      objects(docs).map(([doc, { title, body }]) => ({
        id: `${domain}/${entity}/${doc}`,
        title: typeof name === 'string' ? `${name}: ${String(title)}` : String(title),
        body: String(body),
      })),
    ),
  );
}

/**
 * The user's last turn and the system's before it, which often names the place that is meant: of the frozen model's validation
 * turns words and vector find .250 first, with one turn .048, three .173, the last 500 characters .202 (2026-11-29).
 */
function questionOf(turns: unknown): string {
  return rowsOf(turns)
    .slice(-2)
    .map(({ text }) => String(text))
    .join('\n');
}

/** The questions of a split, by its labels and logs; those whose label names no snippet are left out. */
function readQuestions(folder: string, split: string, idOf: (label: JsonObject) => string[]): SnippetQuestion[] {
  const labels = rowsOf(readJson(join(folder, split, 'labels.json')));
  const logs = readJson(join(folder, split, 'logs.json'));
  return labels.flatMap(({ target, knowledge }, index) => {
    const answers = rowsOf(knowledge).flatMap(idOf);
    return target === true && Array.isArray(logs) && answers.length > 0
      ? [{ text: questionOf(logs[index]), answers }]
      : [];
  });
}

/**
 * DSTC10 track 2, task 2 (Kim et al. 2021): the folder's knowledge and the turns of `split` (`val`, `test`) that seek some.
 * Throws `UsageError` when a file is missing.
 */
export function readDstc10(folder: string, split: 'val' | 'test'): SnippetSet {
  const snippets = readSnippets(readJson(join(folder, 'knowledge.json')));
  const questions = readQuestions(folder, split, (one) => [`${one.domain}/${one.entity_id}/${one.doc_id}`]);
  return { snippets, questions };
}

/**
 * DSTC11 track 5 (Kim et al. 2023): the questions that the folder's FAQs answer, and its turns of `split` that a FAQ answers;
 * turns that reviews alone answer are left out. Throws `UsageError` when a file is missing.
 */
export function readDstc11(folder: string, split: 'val'): SnippetSet {
  const snippets = objects(readJson(join(folder, 'knowledge.json'))).flatMap(([domain, entities]) =>
    objects(entities).flatMap(([entity, { name, faqs }]) =>
      objects(faqs ?? {}).map(([doc, { question, answer }]) => ({
        id: `${domain}/${entity}/${doc}`,
        title: `${String(name)}: ${String(question)}`,
        body: String(answer),
      })),
    ),
  );
  const questions = readQuestions(folder, split, (one) =>
    one.doc_type === 'faq' ? [`${one.domain}/${one.entity_id}/${one.doc_id}`] : [],
  );
  return { snippets, questions };
}
