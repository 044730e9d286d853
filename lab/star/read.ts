import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UsageError } from '../flags';
import { type JsonObject, parseLine } from '../jsonl';

/**
 * The flow chart of one task: texts of its nodes by id in their order, the node that follows each, and which of them are no
 * acts of the agent but what the customer or the knowledge base may answer (`yes`, `unavailable`).
 */
export type Chart = { task: string; texts: Map<string, string>; next: Map<string, string>; conditions: Set<string> };

/** What a knowledge base gave back: its fields as text; undefined: nothing found. */
export type Item = Record<string, string> | undefined;

/** One event that a dialogue's history holds. `label`: the node that the agent chose, absent where they wrote freely. */
export type StarEvent =
  | { kind: 'customer'; text: string }
  | { kind: 'agent'; text: string; label?: string; offered: string[] }
  | { kind: 'query'; label: string }
  | { kind: 'result'; item: Item };

export type StarDialogue = {
  id: number;
  domain: string | undefined;
  task: string;
  isHappy: boolean;
  isMultiTask: boolean;
  events: StarEvent[];
};

/** Text of the file, or of its gzipped twin. Throws `UsageError` when neither is there. */
function readText(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  if (existsSync(`${path}.gz`)) return gunzipSync(readFileSync(`${path}.gz`)).toString('utf8');
  throw new UsageError(`There is no file ${path} or ${path}.gz.`);
}

const asObject = (value: unknown): JsonObject => parseLine(JSON.stringify(value ?? {}));
const asObjects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.map(asObject) : []);
const asStrings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const pairsOf = (value: unknown): [string, string][] =>
  Object.entries(asObject(value)).map(([key, one]) => [key, String(one)]);

/** Nodes that lead on, that no node leads to, and that no reply template belongs to. */
function findConditions(texts: Map<string, string>, next: Map<string, string>, replies: Set<string>): Set<string> {
  const targets = new Set(next.values());
  const isQuery = (id: string) => ['query', 'query_check', 'query_book'].includes(id);
  return new Set(
    [...texts.keys()].filter((id) => next.has(id) && !targets.has(id) && !replies.has(id) && !isQuery(id)),
  );
}

function readChart(folder: string, task: string): Chart {
  const chart = parseLine(readText(join(folder, `${task}.json`)));
  const replies = new Set(pairsOf(parseLine(readText(join(folder, 'responses.json')))).map(([id]) => id));
  const [texts, next] = [new Map(pairsOf(chart.replies)), new Map(pairsOf(chart.graph))];
  return { task, texts, next, conditions: findConditions(texts, next, replies) };
}

/** Flow charts of `folder/tasks`, by task. Throws `UsageError` when there are none. */
export function readCharts(folder: string): Map<string, Chart> {
  const tasks = join(folder, 'tasks');
  if (!existsSync(tasks)) throw new UsageError(`There is no folder ${tasks}.`);
  return new Map(readdirSync(tasks).map((task) => [task, readChart(join(tasks, task), task)]));
}

/** `query_check` asks whether something can be had, `query_book` takes it; both at once counts as the first (Mehri and Eskenazi 2021). */
function queryLabel(constraints: unknown): string {
  const kinds = asObjects(constraints).flatMap(({ RequestType }) =>
    typeof RequestType === 'string' ? [RequestType.slice(1, -1)] : [],
  );
  if (kinds.includes('Check')) return 'query_check';
  return kinds.includes('Book') ? 'query_book' : 'query';
}

function readEvent(event: JsonObject): StarEvent[] {
  const { Agent: who, Action: action } = event;
  const text = typeof event.Text === 'string' ? event.Text : '';
  if (who === 'User' && action === 'utter') return [{ kind: 'customer', text }];
  if (who === 'Wizard' && action === 'utter') return [{ kind: 'agent', text, offered: [] }];
  if (who === 'Wizard' && action === 'pick_suggestion')
    return [{ kind: 'agent', text, label: String(event.ActionLabel), offered: asStrings(event.ActionLabelOptions) }];
  if (who === 'Wizard' && action === 'query') return [{ kind: 'query', label: queryLabel(event.Constraints) }];
  if (who === 'KnowledgeBase' && action === 'return_item')
    return [{ kind: 'result', item: event.Item === undefined ? undefined : Object.fromEntries(pairsOf(event.Item)) }];
  return [];
}

function readDialogue(row: JsonObject): StarDialogue {
  const scenario = asObject(row.Scenario);
  const [domain] = asStrings(scenario.Domains);
  return {
    id: Number(row.DialogueID),
    domain: domain === 'null' ? undefined : domain,
    task: String(asObjects(scenario.WizardCapabilities)[0]?.Task),
    isHappy: scenario.Happy === true,
    isMultiTask: scenario.MultiTask === true,
    events: asObjects(row.Events).flatMap(readEvent),
  };
}

/** Dialogues of STAR (Mosig et al. 2020) in `folder/dialogues.jsonl`, by id. Throws `UsageError` when the file is missing. */
export function readDialogues(folder: string): StarDialogue[] {
  return readText(join(folder, 'dialogues.jsonl'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readDialogue(parseLine(line)))
    .sort((a, b) => a.id - b.id);
}
