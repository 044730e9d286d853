import * as v from 'valibot';

/** One message as a fixture expects it; the order is that of the list, oldest first. */
const message = v.strictObject({
  role: v.picklist(['customer', 'agent', 'note', 'bot', 'system']),
  author: v.optional(v.string()),
  text: v.string(),
  at: v.optional(v.pipe(v.string(), v.isoTimestamp())),
});

const facts = v.strictObject({
  subject: v.optional(v.string()),
  requester: v.strictObject({ name: v.optional(v.string()), email: v.optional(v.string()) }),
  channel: v.picklist(['email', 'web', 'messaging', 'phone', 'other']),
  tags: v.optional(v.array(v.string())),
});

const ticket = v.strictObject({
  id: v.string(),
  ...facts.entries,
  agent: v.optional(v.string()),
  isComplete: v.optional(v.boolean()),
  composer: v.strictObject({
    target: v.picklist(['public', 'note', 'closed']),
    format: v.optional(v.picklist(['rich', 'plain'])),
    draft: v.optional(v.string()),
  }),
  messages: v.array(message),
});

/** A recorded answer: JSON with status 200 unless said otherwise; `text` is sent as it stands. */
const answer = v.strictObject({
  status: v.optional(v.number()),
  headers: v.optional(v.record(v.string(), v.string())),
  json: v.optional(v.unknown()),
  text: v.optional(v.string()),
});

const fields = {
  /** What this page shows that others do not, in one sentence. */
  says: v.string(),
  /** The page's address: path, query and hash count. */
  address: v.pipe(v.string(), v.url()),
  /** For helpdesks described by data: the description, where the adapter's own is not meant. */
  description: v.optional(v.unknown()),
  /** Answers of the helpdesk's API by path, or path with query; the longest that begins the request is served, else 404. */
  api: v.optional(v.record(v.string(), answer)),
};

const expectation = v.variant('state', [
  v.strictObject({ ...fields, state: v.literal('waiting') }),
  v.strictObject({ ...fields, state: v.literal('broken'), missing: v.array(v.string()) }),
  /** The page shows no conversation that can be read and names what is missing; the API alone tells the ticket. */
  v.strictObject({ ...fields, state: v.literal('rescued'), missing: v.array(v.string()), ticket }),
  v.strictObject({
    ...fields,
    state: v.literal('ticket'),
    /** What the page alone tells. */
    ticket,
    /** The messages once the API has answered, with the ticket then complete unless `isReconciledComplete` is false. */
    reconciled: v.optional(v.array(message)),
    isReconciledComplete: v.optional(v.boolean()),
    /** What surrounds the messages once the API has answered, where it then differs or must stay. */
    reconciledFacts: v.optional(v.partial(facts)),
  }),
]);

/** What a recorded page must be read as: the `.json` beside the `.html`. */
export type Expectation = v.InferOutput<typeof expectation>;
export type ExpectedTicket = v.InferOutput<typeof ticket>;
export type ExpectedMessage = v.InferOutput<typeof message>;
export type RecordedAnswer = v.InferOutput<typeof answer>;

/** One recorded page of one adapter. */
export type FixturePage = { adapter: string; name: string; html: string; expected: Expectation };

/** Checks a fixture's JSON; throws with the place of the first thing that is not a field or has another type. */
export function parseExpectation(name: string, json: unknown): Expectation {
  const parsed = v.safeParse(expectation, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${name}.json: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}

/** Folder and file name of a fixture: `./zendesk/fixtures/mail.html` is page `mail` of adapter `zendesk`. */
function partsOf(path: string): { adapter: string; name: string } {
  const match = /([^/]+)\/fixtures\/([^/]+)\.(?:html|json)$/.exec(path);
  if (!match?.[1] || !match[2]) throw new Error(`not a fixture: ${path}`);
  return { adapter: match[1], name: match[2] };
}

const shellMark = /^\s*<!-- shell: ([\w-]+) -->\s*/;

/** The page inside its shell, where its first line names one (`<!-- shell: workspace -->`); a shell holds `<!-- page -->` once. */
function inShell(path: string, html: string, shells: Record<string, string>): string {
  const name = shellMark.exec(html)?.[1];
  if (name === undefined) return html;
  const shell = shells[path.replace(/[^/]+$/, `${name}.shell.html`)];
  if (!shell?.includes('<!-- page -->')) throw new Error(`${path}: no shell ${name}`);
  return shell.replace('<!-- page -->', () => html.replace(shellMark, ''));
}

/** Pairs pages and expectations; a page without the other half is an error, not left out. */
export function pairFixtures(pages: Record<string, string>, expectations: Record<string, unknown>): FixturePage[] {
  const isShell = (path: string) => path.endsWith('.shell.html');
  const paths = Object.keys(pages).filter((path) => !isShell(path));
  const lonely = [
    ...paths.filter((path) => !Object.hasOwn(expectations, path.replace(/html$/, 'json'))),
    ...Object.keys(expectations).filter((path) => !paths.includes(path.replace(/json$/, 'html'))),
  ];
  if (lonely.length > 0) throw new Error(`fixtures without their other half: ${lonely.join(', ')}`);
  return paths.map((path) => {
    const { adapter, name } = partsOf(path);
    const expected = parseExpectation(`${adapter}/${name}`, expectations[path.replace(/html$/, 'json')]);
    return { adapter, name, html: inShell(path, pages[path] ?? '', pages), expected };
  });
}
