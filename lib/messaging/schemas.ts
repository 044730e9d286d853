import * as v from 'valibot';
import { auditKinds } from '../core/audit';
import type { Engine } from '../core/engine';
import { macroFields } from '../core/knowledge';
import { replayFilters } from '../core/replay';
import { replyStyles, suggestionKinds } from '../core/suggestion';

/** Bounds that no honest caller reaches; beyond them a payload is refused. */
const longText = v.pipe(v.string(), v.maxLength(2_000_000));
const shortText = v.pipe(v.string(), v.maxLength(4_000));
const strings = v.pipe(v.array(shortText), v.maxLength(1_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const person = v.object({ name: v.optional(shortText), email: v.optional(shortText) });
const message = v.object({
  id: shortText,
  role: v.picklist(['customer', 'agent', 'note', 'bot', 'system']),
  authorName: v.optional(shortText),
  text: longText,
  at: v.optional(shortText),
});
const ticket = v.object({
  id: shortText,
  helpdesk: shortText,
  origin: shortText,
  subject: v.optional(shortText),
  channel: v.picklist(['email', 'web', 'messaging', 'phone', 'other']),
  requester: person,
  agent: v.optional(person),
  tags: strings,
  messages: v.pipe(v.array(message), v.maxLength(6_000)),
  isComplete: v.boolean(),
  composer: v.object({
    target: v.picklist(['public', 'note', 'closed']),
    format: v.picklist(['rich', 'plain']),
    draft: longText,
  }),
});
const rawArticle = v.object({
  id: shortText,
  title: shortText,
  html: longText,
  url: v.optional(shortText),
  section: v.optional(shortText),
  locale: v.optional(shortText),
  labels: strings,
  isDraft: v.boolean(),
  isInternal: v.boolean(),
  updatedAt: v.optional(shortText),
});
const macroAction = v.object({ field: v.picklist(macroFields), value: shortText, label: v.optional(shortText) });
const rawMacro = v.object({
  id: shortText,
  title: shortText,
  html: v.optional(longText),
  text: v.optional(longText),
  category: v.optional(shortText),
  actions: v.optional(v.pipe(v.array(macroAction), v.maxLength(50))),
  isNote: v.boolean(),
  isActive: v.boolean(),
  tags: strings,
  updatedAt: v.optional(shortText),
});
const page = v.object({ offset: count, limit: v.pipe(count, v.maxValue(500)), text: v.optional(shortText) });
const example = v.object({ intent: shortText, text: shortText });
const intentEdit = v.variant('kind', [
  v.object({ kind: v.literal('add'), examples: v.pipe(v.array(example), v.maxLength(20_000)) }),
  v.object({ kind: v.literal('rename'), id: shortText, name: shortText }),
  v.object({ kind: v.literal('merge'), from: shortText, into: shortText }),
  v.object({ kind: v.literal('remove'), id: shortText }),
  v.object({ kind: v.literal('examples'), id: shortText, examples: strings }),
  v.object({ kind: v.picklist(['undo', 'redo']) }),
]);
const importText = {
  name: shortText,
  text: v.string(),
  format: v.optional(v.picklist(['html', 'txt'])),
  problems: v.optional(v.pipe(v.array(shortText), v.maxLength(5_000))),
};
const importFile = v.object({
  ...importText,
  files: v.optional(v.pipe(v.array(v.object(importText)), v.maxLength(5_000))),
  piece: v.exactOptional(v.strictObject({ stamp: shortText, number: count, offset: v.number(), isLast: v.boolean() })),
});
const replayChange = v.strictObject({
  kinds: v.exactOptional(v.record(v.picklist(suggestionKinds), v.boolean())),
  tone: v.exactOptional(v.picklist(['neutral', 'warm', 'formal'])),
  rememberTickets: v.exactOptional(v.boolean()),
  learnFromChoices: v.exactOptional(v.boolean()),
});
const auditHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const auditFilter = v.strictObject({
  kind: v.exactOptional(v.picklist(auditKinds)),
  from: v.exactOptional(shortText),
  to: v.exactOptional(shortText),
  ticket: v.exactOptional(shortText),
});
const auditHead = v.object({ seq: count, hash: auditHash, count });
const ownerKinds = v.array(v.picklist(['article', 'macro', 'past']));

/** One schema per engine method; a method without one cannot be called. */
export const argumentSchemas = {
  readSignals: v.object({ ticket, scope: v.picklist(['latest', 'all']) }),
  suggest: v.object({
    ticket,
    alternative: v.pipe(v.number(), v.integer()),
    style: v.exactOptional(v.picklist(replyStyles)),
    rendered: v.exactOptional(v.object({ id: shortText, text: longText, html: v.exactOptional(longText) })),
  }),
  recordChoice: v.object({
    kind: v.picklist(suggestionKinds),
    suggestionId: shortText,
    sourceIds: strings,
    action: v.picklist(['inserted', 'copied', 'edited', 'dismissed', 'opened', 'alternative']),
    intent: v.optional(v.string()),
    flags: v.optional(strings),
    at: shortText,
    conversation: v.exactOptional(shortText),
    text: v.exactOptional(longText),
  }),
  readLearning: v.undefined(),
  forgetLearning: v.union([
    v.strictObject({ since: shortText }),
    v.strictObject({ preference: shortText }),
    v.strictObject({ all: v.literal(true) }),
  ]),
  exportLearning: v.undefined(),
  importLearning: v.object({ text: v.pipe(v.string(), v.maxLength(200_000_000)) }),
  search: v.object({
    text: shortText,
    limit: v.pipe(count, v.maxValue(100)),
    kinds: v.optional(ownerKinds),
    sources: v.optional(strings),
    locale: v.optional(shortText),
    sections: v.optional(strings),
  }),
  state: v.undefined(),
  modelCards: v.undefined(),
  beginImport: v.object({ source: shortText, fresh: v.boolean() }),
  storeBatch: v.object({
    source: shortText,
    batch: v.object({
      articles: v.pipe(v.array(rawArticle), v.maxLength(1_000)),
      macros: v.pipe(v.array(rawMacro), v.maxLength(1_000)),
      cursor: v.nullable(longText),
      total: v.nullable(count),
      problems: strings,
      seen: v.optional(v.object({ articles: strings, macros: strings })),
      partial: v.optional(v.array(v.picklist(['article', 'macro']))),
    }),
  }),
  endImport: v.object({
    source: shortText,
    status: v.picklist(['paused', 'cancelled', 'failed', 'done']),
    message: v.optional(shortText),
  }),
  importFile,
  removeSource: shortText,
  listArticles: page,
  listMacros: page,
  listPlaybooks: v.undefined(),
  savePlaybook: v.object({ id: v.optional(shortText), text: longText }),
  remove: v.object({ kind: v.picklist(['article', 'macro', 'playbook']), id: shortText }),
  readHealth: v.undefined(),
  checkHealth: v.object({ action: v.picklist(['start', 'cancel']) }),
  dismissGap: v.object({ id: shortText }),
  addTag: v.object({ kind: v.picklist(['article', 'macro']), id: shortText, tag: v.pipe(shortText, v.maxLength(100)) }),
  readIntents: v.undefined(),
  editIntents: intentEdit,
  trainIntents: v.object({ action: v.picklist(['start', 'cancel']) }),
  guessIntent: v.object({ text: shortText }),
  messagesToLabel: v.undefined(),
  startReplay: v.object({
    from: v.variant('kind', [
      v.object({ kind: v.literal('file'), file: importFile }),
      v.object({ kind: v.picklist(['memory', 'again']) }),
    ]),
    change: v.nullable(replayChange),
  }),
  readReplay: v.undefined(),
  endReplay: v.object({ action: v.picklist(['cancel', 'clear']) }),
  listReplay: v.object({
    filter: v.picklist(replayFilters),
    offset: count,
    limit: v.pipe(count, v.maxValue(100)),
  }),
  readAudit: v.object({ filter: auditFilter, offset: count, limit: v.pipe(count, v.maxValue(200)) }),
  verifyAudit: v.object({ action: v.picklist(['start', 'cancel', 'look']), noted: v.exactOptional(auditHash) }),
  exportAudit: v.object({
    format: v.picklist(['jsonl', 'csv']),
    cursor: v.nullable(v.object({ after: count, upTo: auditHead })),
  }),
  previewRedaction: v.strictObject({ ticket }),
  readPrivacy: v.undefined(),
  tidyUp: v.undefined(),
  findLinked: v.object({ text: shortText }),
  removeLinked: v.object({ text: shortText }),
  exportAll: v.undefined(),
  deleteAll: v.undefined(),
} satisfies Record<keyof Engine, v.GenericSchema>;

/** What a content script may ask; everything else is for our own pages. A content script acts for its own origin only. */
export const contentMethods: readonly (keyof Engine)[] = [
  'readSignals',
  'suggest',
  'previewRedaction',
  'recordChoice',
  'state',
  'modelCards',
  'beginImport',
  'storeBatch',
  'endImport',
];
