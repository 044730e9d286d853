import type { RawArticle, RawMacro } from '../core/helpdesk';
import type { Article, Macro, PastTicket, Playbook, PlaybookStep, SourceId } from '../core/knowledge';
import { stepKinds } from '../core/knowledge';
import type { Choice } from '../core/suggestion';
import type { LabelledText } from '../core/team-intents';
import { isRecord, isTrue, listOf, stringOf } from './field-values';
import { hashParts } from './hash';
import { looksLikeHtml, type PageText, readPlain } from './html';
import { type Prepared, prepareArticle, prepareMacro, type Sanitise } from './import-raw';
import { type ExportedTicket, readTicket } from './import-tickets';
import { guessStepKind, parsePlaybook, parseStep } from './playbook';

/** `line` is 1-based; null where it cannot be told. */
type FileProblem = { line: number | null; message: string };

/** What was read from a file, and what could not be. */
export type FileContents = {
  articles: Prepared<Article>[];
  macros: Prepared<Macro>[];
  playbooks: Playbook[];
  pastTickets: PastTicket[];
  /** Tickets of a helpdesk's export, as they were, with all that is personal. */
  tickets: ExportedTicket[];
  choices: Choice[];
  /** Examples of the team's own intents. */
  examples: LabelledText[];
  problems: FileProblem[];
};

/** A file being read: where its items go and what they are called. */
export type FileReading = {
  source: SourceId;
  /** Name without ending; of a file in an archive with its folders. */
  name: string;
  /** What an article without a title is called; the name where it has no folders. */
  title?: string;
  /** Where articles belong that do not say it. */
  section?: string;
  sanitise?: Sanitise | undefined;
  contents: FileContents;
  /** Ids given so far, so that two items of one file never share one; with the number that the last of its like got. */
  ids: Map<string, number>;
  /** Of a piece of a large file: added to lines and numbers of records. */
  offset?: number;
};

export type RecordKind = 'article' | 'macro' | 'playbook' | 'example';
/** Where a record stands (`label` names it where no line can be told), and what it is unless it says so itself. */
export type RecordPlace = { line: number | null; label: string; kind?: RecordKind };

/** Names people give to the same thing; compared without case, spaces and signs. */
const fieldNames = {
  id: ['id', 'key', 'externalid', 'articleid', 'macroid'],
  title: ['title', 'name', 'question', 'subject', 'heading', 'headline', 'titel', 'titre', 'titulo', 'العنوان'],
  text: ['text', 'plaintext', 'bodytext'],
  html: ['html', 'bodyhtml', 'htmlbody', 'contenthtml'],
  body: [
    'body',
    'content',
    'answer',
    'description',
    'article',
    'message',
    'reply',
    'response',
    'comment',
    'solution',
    'inhalt',
    'antwort',
    'contenu',
    'contenido',
    'respuesta',
    'النص',
  ],
  url: ['url', 'link', 'htmlurl', 'permalink', 'address'],
  section: ['section', 'category', 'folder', 'sectionname', 'categoryname'],
  locale: ['locale', 'language', 'lang'],
  labels: ['labels', 'tags', 'labelnames', 'keywords'],
  updatedAt: ['updatedat', 'updated', 'modified', 'editedat', 'lastmodified', 'modifiedat'],
  draft: ['draft', 'isdraft'],
  status: ['status', 'state'],
  internal: ['internal', 'isinternal', 'agentsonly', 'isagentsonly'],
  active: ['active', 'isactive'],
  note: ['note', 'isnote'],
  kind: ['type', 'kind'],
  intent: ['intent'],
  steps: ['steps'],
  actions: ['actions'],
} satisfies Record<string, string[]>;
type Field = keyof typeof fieldNames;
type Fields = Partial<Record<Field, unknown>>;

/** The field that a column or key of this name holds, or undefined. */
export function fieldOf(name: string): Field | undefined {
  const folded = name.toLowerCase().replace(/[^\p{L}]/gu, '');
  return (Object.keys(fieldNames) as Field[]).find((field) => fieldNames[field].includes(folded));
}

/** True for fields that hold the text of an item. */
export function isTextField(field: Field | undefined): boolean {
  return field === 'text' || field === 'html' || field === 'body';
}

/** A file not read yet. */
export function createReading(source: SourceId, name: string, sanitise?: Sanitise): FileReading {
  const contents: FileContents = {
    articles: [],
    macros: [],
    playbooks: [],
    pastTickets: [],
    tickets: [],
    choices: [],
    examples: [],
    problems: [],
  };
  return { source, name, sanitise, contents, ids: new Map() };
}

/** What an article of this file is called that has no title of its own. */
export function titleOf({ name, title }: FileReading): string {
  return title ?? name;
}

/** Takes one record (a row, a JSON object) into the contents as past ticket, article, macro or playbook, or its problem. */
export function addRecord(reading: FileReading, record: Record<string, unknown>, place: RecordPlace): void {
  const ticket = readTicket(record, reading.source, hashParts([reading.name, place.label, ...pieceOf(reading)]));
  if (ticket) {
    reading.contents.tickets.push(ticket);
    return;
  }
  const fields: Fields = {};
  for (const [name, value] of Object.entries(record)) {
    const field = fieldOf(name);
    if (field && fields[field] === undefined && value !== null && value !== '') fields[field] = value;
  }
  const problem = addFields(reading, fields, place);
  if (!problem) return;
  const message = place.line === null ? `${place.label}: ${problem}` : problem;
  reading.contents.problems.push({ line: place.line, message });
}

function addFields(reading: FileReading, fields: Fields, place: RecordPlace): string | undefined {
  const kind = kindOf(fields, place);
  if (kind === 'playbook') return addPlaybook(reading, fields);
  if (kind === 'macro') return addMacro(reading, fields);
  if (kind === 'example') return addExample(reading, fields);
  const page = plainPage(fields);
  return addArticle(reading, { ...toRawArticle(reading, fields), html: page ? '' : textOf(fields) }, page);
}

/** Takes an article into the contents; answers why it cannot. Drafts are left out without a word. */
export function addArticle(reading: FileReading, raw: RawArticle, page?: PageText): string | undefined {
  const section = raw.section ?? reading.section;
  const article = { ...raw, id: claimId(reading, raw.id), ...(section === undefined ? {} : { section }) };
  const prepared = prepareArticle(article, reading.source, page);
  if (prepared.ok) reading.contents.articles.push(prepared.value);
  else if (prepared.error.kind !== 'draft') return prepared.error.message;
  return undefined;
}

function kindOf(fields: Fields, place: RecordPlace): RecordKind {
  const told = stringOf(fields.kind)?.toLowerCase() ?? '';
  if (/macro|canned|reply|response|template|snippet/.test(told)) return 'macro';
  if (/playbook|procedure/.test(told)) return 'playbook';
  if (/article|faq/.test(told)) return 'article';
  if (/example|utterance/.test(told)) return 'example';
  if (place.kind) return place.kind;
  // An article has a title; a message with the intent it has, and no more, is an example of that intent.
  if (fields.intent !== undefined && fields.title === undefined && fields.steps === undefined) return 'example';
  if (Array.isArray(fields.steps)) return 'playbook';
  return Array.isArray(fields.actions) ? 'macro' : 'article';
}

function toRawArticle(reading: FileReading, fields: Fields): RawArticle {
  const title = stringOf(fields.title) ?? '';
  const raw: RawArticle = {
    id: stringOf(fields.id) ?? ownId(reading, title, textOf(fields)),
    title,
    html: '',
    labels: listOf(fields.labels),
    isDraft: isTrue(fields.draft) || stringOf(fields.status)?.toLowerCase() === 'draft',
    isInternal: isTrue(fields.internal),
  };
  for (const field of ['url', 'section', 'locale', 'updatedAt'] as const) {
    const value = stringOf(fields[field]);
    if (value !== undefined) raw[field] = value;
  }
  return raw;
}

/** Tells records of different pieces apart that stand at one place; changes nothing of a file that is read whole. */
const pieceOf = ({ offset }: FileReading) => (offset === undefined ? [] : [`${offset}`]);

/** The id of a record without one. What other pieces of a large file hold is not known, so that there a title is not enough. */
function ownId({ name, offset }: FileReading, title: string, text: string): string {
  return hashParts(offset === undefined ? [name, title || text] : [name, title, text]);
}

/** The record's text where it is plain; undefined where it is HTML. */
function plainPage(fields: Fields): PageText | undefined {
  const text = textOf(fields);
  const isHtml = fields.html !== undefined || (fields.text === undefined && looksLikeHtml(text));
  return isHtml ? undefined : readPlain(text);
}

function textOf(fields: Fields): string {
  return stringOf(fields.html) ?? stringOf(fields.text) ?? stringOf(fields.body) ?? '';
}

function addMacro(reading: FileReading, fields: Fields): string | undefined {
  const withActions = { ...fields, ...commentOf(fields.actions) };
  const title = stringOf(fields.title) ?? '';
  const text = textOf(withActions);
  const raw: RawMacro = {
    id: claimId(reading, stringOf(fields.id) ?? ownId(reading, title, text)),
    title,
    ...(reading.section ? { category: reading.section } : {}),
    ...(plainPage(withActions) ? { text } : { html: text }),
    isNote: isTrue(withActions.note),
    isActive: fields.active === undefined || isTrue(fields.active),
    tags: listOf(fields.labels),
  };
  const updatedAt = stringOf(fields.updatedAt);
  const prepared = prepareMacro(updatedAt ? { ...raw, updatedAt } : raw, reading.source, reading.sanitise);
  if (prepared.ok) reading.contents.macros.push(prepared.value);
  else if (prepared.error.kind !== 'inactive') return prepared.error.message;
  return undefined;
}

/** The reply among a Zendesk macro's actions: `comment_value_html`, `comment_value` (text, or channel and text). */
function commentOf(actions: unknown): Fields {
  const fields: Fields = {};
  for (const action of Array.isArray(actions) ? actions : []) {
    if (!isRecord(action)) continue;
    const value = Array.isArray(action.value) ? action.value.at(-1) : action.value;
    if (action.field === 'comment_value_html') fields.html = value;
    if (action.field === 'comment_value') fields.text = value;
    if (action.field === 'comment_mode_is_public') fields.note = String(value) === 'false';
  }
  return fields;
}

function addPlaybook(reading: FileReading, fields: Fields): string | undefined {
  const title = stringOf(fields.title) ?? '';
  const id = `${reading.source}#${claimId(reading, stringOf(fields.id) ?? hashParts([reading.name, title]))}`;
  const intent = stringOf(fields.intent);
  if (!Array.isArray(fields.steps)) {
    const parsed = parsePlaybook(`${title}\n${intent ? `Intent: ${intent}\n` : ''}${textOf(fields)}`, id);
    if (parsed.ok) reading.contents.playbooks.push(parsed.value);
    return parsed.ok ? undefined : parsed.error.message.replace(/^Line (\d+)/, 'its line $1');
  }
  if (title === '') return 'the playbook has no title';
  const steps = fields.steps.flatMap((step, index) => readStep(step, `step-${index + 1}`) ?? []);
  if (steps.length === 0) return `“${title}” has no steps`;
  reading.contents.playbooks.push({ id, title, steps, ...(intent ? { intent } : {}) });
  return steps.length < fields.steps.length ? `“${title}”: a step without text was left out` : undefined;
}

function addExample({ contents }: FileReading, fields: Fields): string | undefined {
  const intent = stringOf(fields.intent)?.trim();
  const text = textOf(fields).trim();
  if (!intent) return 'the intent is missing';
  if (!text) return 'the text is missing';
  contents.examples.push({ intent, text });
  return undefined;
}

function readStep(step: unknown, fallbackId: string): PlaybookStep | undefined {
  if (typeof step === 'string') return step.trim() ? parseStep(step, fallbackId) : undefined;
  if (!isRecord(step)) return undefined;
  const text = stringOf(step.text) ?? stringOf(step.title);
  if (!text) return undefined;
  const kind = stepKinds.find((known) => known === step.kind) ?? guessStepKind(text);
  return { id: stringOf(step.id) ?? fallbackId, text, kind };
}

function claimId(reading: FileReading, wanted: string): string {
  let id = wanted;
  // Counts on from the last of its like, so that the same row over and over takes no square of its length.
  let count = reading.ids.get(wanted) ?? 1;
  for (; reading.ids.has(id); id = `${wanted}-${count}`) count += 1;
  reading.ids.set(wanted, count);
  if (id !== wanted) reading.ids.set(id, 1);
  return id;
}
