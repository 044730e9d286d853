import type { Encoder } from '../lib/core/engine';
import type { Article, Macro, Playbook, PlaybookRouting } from '../lib/core/knowledge';
import { type StepKind, stepKinds, ticketPriorities } from '../lib/core/knowledge';
import type { Result } from '../lib/core/result';
import { withoutNames } from '../lib/guard/names/hide-names';
import { looksLikeHtml, readPlain } from '../lib/knowledge/html';
import { type Prepared, prepareArticle, prepareMacro } from '../lib/knowledge/import-raw';
import { guessStepKind } from '../lib/knowledge/playbook';
import { splitSentences } from '../lib/knowledge/sentences';
import { tokenize } from '../lib/knowledge/tokens';
import { languageCode } from '../lib/signals/language';
import type { SuggestDeps } from '../lib/suggestions/define-suggestion';
import { createVectorMemory } from '../lib/suggestions/vector-memory';
import { isFolder, readDeskFolder } from './desk-folder';
import { UsageError } from './flags';
import { type JsonObject, parseLine, readFile, readString } from './jsonl';
import { openSearch } from './open-search';

const source = 'desk';

/** A desk file as read: articles, macros and playbooks with their own ids. */
export type Desk = { articles: Prepared<Article>[]; macros: Prepared<Macro>[]; playbooks: Playbook[] };

/** The id that the desk file gives. */
export function ownId(id: string): string {
  return id.startsWith(`${source}#`) ? id.slice(source.length + 1) : id;
}

function rows(desk: JsonObject, name: string): JsonObject[] {
  const list = desk[name] ?? [];
  if (!Array.isArray(list)) throw new Error(`"${name}" must be a list`);
  return list.map((row) => parseLine(JSON.stringify(row)));
}

function optional(row: JsonObject, name: string): string | undefined {
  return typeof row[name] === 'string' ? (row[name] as string) : undefined;
}

function toArticle(row: JsonObject): Result<Prepared<Article>> {
  const body = readString(row, 'body');
  const [section, locale] = [optional(row, 'section'), optional(row, 'locale')];
  const raw = {
    id: readString(row, 'id'),
    title: readString(row, 'title'),
    html: body,
    labels: Array.isArray(row.labels) ? row.labels.map(String) : [],
    isDraft: false,
    isInternal: row.isInternal === true,
    ...(section === undefined ? {} : { section }),
    ...(locale === undefined ? {} : { locale }),
  };
  return prepareArticle(raw, source, looksLikeHtml(body) ? undefined : readPlain(body));
}

function toMacro(row: JsonObject): Result<Prepared<Macro>> {
  const body = readString(row, 'body');
  const content = looksLikeHtml(body) ? { html: body } : { text: body };
  const raw = {
    id: readString(row, 'id'),
    title: readString(row, 'title'),
    isNote: row.isNote === true,
    isActive: true,
  };
  return prepareMacro({ ...raw, ...content, tags: [] }, source);
}

/** Team, priority and tags of a playbook row, each where it is what it should be. */
function toRouting(row: JsonObject): PlaybookRouting | undefined {
  const team = optional(row, 'team');
  const priority = ticketPriorities.find((known) => known === row.priority);
  const routing: PlaybookRouting = {
    ...(team === undefined ? {} : { team }),
    ...(priority ? { priority } : {}),
    ...(Array.isArray(row.tags) ? { tags: row.tags.map(String) } : {}),
  };
  return Object.keys(routing).length > 0 ? routing : undefined;
}

function toPlaybook(row: JsonObject): Playbook {
  const steps = rows(row, 'steps').map((step, index) => {
    const text = readString(step, 'text');
    const kind = stepKinds.find((known) => known === step.kind) as StepKind | undefined;
    return {
      id: step.id === undefined ? String(index + 1) : readString(step, 'id'),
      text,
      kind: kind ?? guessStepKind(text),
      ...(typeof step.say === 'string' ? { say: step.say } : {}),
    };
  });
  const playbook: Playbook = { id: readString(row, 'id'), title: readString(row, 'title'), steps };
  const intent = optional(row, 'intent');
  const routing = toRouting(row);
  return { ...playbook, ...(intent === undefined ? {} : { intent }), ...(routing ? { routing } : {}) };
}

function accepted<T>(result: Result<T>): T[] {
  return result.ok ? [result.value] : [];
}

/** A desk of rows as its file has them, lists that are not there empty; throws with a reason in words. */
export const prepareDesk = (desk: JsonObject): Desk => ({
  articles: rows(desk, 'articles').map(toArticle).flatMap(accepted),
  macros: rows(desk, 'macros').map(toMacro).flatMap(accepted),
  playbooks: rows(desk, 'playbooks').map(toPlaybook),
});

/**
 * Reads `desk.json`, or a folder of `articles-*.jsonl`, `macros-*.jsonl` and `playbooks-*.jsonl` whose lines are what its
 * lists hold; throws `UsageError` when it is missing or not of the contract's shape.
 */
export function readDesk(path: string): Desk {
  const parts = isFolder(path) ? readDeskFolder(path) : readFile(path);
  try {
    return prepareDesk(typeof parts === 'string' ? parseLine(parts) : parts);
  } catch (error) {
    throw new UsageError(`${path} is no desk: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** The desk behind the same search and store calls as the engine page. */
export async function openDesk(desk: Desk, encoder: Encoder): Promise<SuggestDeps> {
  const search = await openSearch(
    [...desk.articles, ...desk.macros].map(({ set }) => set),
    encoder,
  );
  const articles = new Map(desk.articles.map(({ item }) => [item.id, item]));
  const macros = new Map(desk.macros.map(({ item }) => [item.id, item]));
  const reading = withoutNames(encoder);
  return {
    encoder: reading,
    vectors: createVectorMemory(reading),
    search,
    knowledge: {
      readArticle: async (id) => articles.get(id),
      readMacro: async (id) => macros.get(id),
      readPastTicket: async () => undefined,
      listPlaybooks: async () => desk.playbooks,
    },
    text: { splitSentences, tokenize, detectLanguage: languageCode },
  };
}
