import * as v from 'valibot';
import type { HelpdeskDescription } from '../../core/helpdesk-description';
import { fail, ok, type Result } from '../../core/result';

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

const short = v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(600, 'is longer than 600 characters'));
const selector = v.pipe(short, v.check(isSelector, 'is not a CSS selector'));
const confirm = v.pipe(
  short,
  v.check((text) => text.includes('{id}') && isSelector(text.replaceAll('{id}', '1')), 'is not a selector with {id}'),
);
const pattern = v.pipe(short, v.check(isPattern, 'is not a regular expression'));
/** Of the same origin whatever is written: a relative path with the ticket's id. */
const page = v.pipe(
  short,
  v.check((text) => text.includes('{id}') && !/^[a-z]+:|^[\\/]{2}/i.test(text), 'is not a relative address with {id}'),
);
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(60, 'has more than 60 entries'));
const some = <T extends v.GenericSchema>(item: T) => v.pipe(list(item), v.minLength(1, 'is empty'));

const field = v.strictObject({ selector, attribute: v.exactOptional(short), pattern: v.exactOptional(pattern) });
const same = v.strictObject({
  message: selector,
  page: selector,
  attribute: short,
  pageAttribute: v.exactOptional(short),
});
const role = v.strictObject({
  role: v.picklist(['customer', 'agent', 'note', 'bot', 'system', 'skip'], 'is not a role'),
  has: v.exactOptional(selector),
  within: v.exactOptional(selector),
  words: v.exactOptional(v.strictObject({ selector, any: some(short) })),
  same: v.exactOptional(same),
});
const time = v.strictObject({
  selector,
  attribute: v.exactOptional(short),
  format: v.picklist(['iso', 'seconds', 'milliseconds', 'written'], 'is not a time format'),
});
const editor = v.strictObject({
  selector,
  frame: v.exactOptional(selector),
  format: v.picklist(['rich', 'plain'], 'is not rich or plain'),
  target: v.picklist(['public', 'note'], 'is not public or note'),
  noteWhile: v.exactOptional(selector),
  publicWhile: v.exactOptional(selector),
  closedWhile: v.exactOptional(selector),
  emptyWhile: v.exactOptional(selector),
});
const channel = v.picklist(['email', 'web', 'messaging', 'phone', 'other'], 'is not a channel');
const message = v.strictObject({
  item: selector,
  id: v.exactOptional(v.strictObject({ selector, attribute: short })),
  roles: some(role),
  author: v.exactOptional(list(field)),
  own: v.exactOptional(v.strictObject({ same, name: some(field) })),
  time: v.exactOptional(list(time)),
  body: some(selector),
  skip: v.exactOptional(selector),
  pre: v.exactOptional(selector),
  order: v.picklist(['oldest-first', 'newest-first', 'id', 'time'], 'is not an order'),
  more: v.exactOptional(selector),
  partWhile: v.exactOptional(selector),
});

const schema: v.GenericSchema<unknown, HelpdeskDescription> = v.strictObject({
  format: v.literal(1, 'is not 1: it was written by another version of Deskside'),
  id: v.pipe(short, v.regex(/^[a-z][a-z0-9-]*$/, 'is not lower case with hyphens')),
  name: short,
  recognise: some(selector),
  address: some(pattern),
  ticketId: v.exactOptional(list(field)),
  confirm: v.exactOptional(confirm),
  root: v.exactOptional(selector),
  pages: v.exactOptional(list(page)),
  isStrict: v.exactOptional(v.boolean()),
  message,
  subject: v.exactOptional(list(field)),
  requester: v.exactOptional(
    v.strictObject({ name: v.exactOptional(list(field)), email: v.exactOptional(list(field)) }),
  ),
  agent: v.exactOptional(list(field)),
  channel,
  channels: v.exactOptional(list(v.strictObject({ has: selector, channel }))),
  editors: list(editor),
  open: v.exactOptional(
    v.strictObject({ public: v.exactOptional(list(selector)), note: v.exactOptional(list(selector)) }),
  ),
  above: v.exactOptional(selector),
});

/** `message.roles.0.has is not a CSS selector`. */
function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  const isOurs = /^(is|has) /.test(issue.message);
  const unknown = issue.type === 'strict_object' && issue.expected === 'never';
  if (unknown) return `${path} is not known`;
  if (isOurs) return `${path} ${issue.message}`;
  return issue.received === 'undefined' ? `${path} is missing` : `${path} is not what it should be`;
}

/** The longest description that is read, in characters; the built-in ones have about 3,000. */
const longestText = 100_000;

/**
 * A description from JSON text that somebody wrote or exported.
 * @returns `not-json`, `too-long`, or `not-a-description` with every place that is wrong (five at most) in the message.
 */
export function parseDescription(text: string): Result<HelpdeskDescription> {
  if (text.length > longestText) return fail('too-long', 'The file is too long for a description of a helpdesk.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('not-json', 'The file is not JSON.');
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return ok(parsed.output);
  const problems = parsed.issues.slice(0, 5).map(describeIssue);
  return fail('not-a-description', `The file does not describe a helpdesk: ${problems.join('; ')}.`);
}
