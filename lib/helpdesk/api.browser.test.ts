import { describe, expect, it } from 'vitest';
import type { HelpdeskApi, KnowledgePage } from '../core/helpdesk';
import { createApiClient } from './api-client';
import { createFreshdeskApi } from './freshdesk/api';
import { createZendeskApi } from './zendesk/api';

type Route = unknown | Response;

/** An API that answers from a table of path (with query) prefixes and writes down what it was asked. */
function serve(routes: Record<string, Route>) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (address) => {
    const { pathname, search } = new URL(String(address));
    const path = decodeURIComponent(pathname + search);
    asked.push(path);
    const prefix = Object.keys(routes)
      .filter((route) => path.startsWith(route))
      .toSorted((a, b) => b.length - a.length)[0];
    const answer = prefix === undefined ? new Response('', { status: 404 }) : routes[prefix];
    return answer instanceof Response ? answer.clone() : new Response(JSON.stringify(answer));
  };
  return { client: createApiClient({ fetch }), asked };
}

const signal = new AbortController().signal;

async function readAll(api: HelpdeskApi, since?: string) {
  const pages: KnowledgePage[] = [];
  let cursor: string | null = null;
  do {
    const page = await api.readKnowledge(cursor, { signal, ...(since ? { since } : {}) });
    if (!page.ok) throw new Error(page.error.message);
    pages.push(page.value);
    cursor = page.value.cursor;
  } while (cursor !== null && pages.length < 50);
  return {
    pages,
    seen: {
      articles: pages.flatMap(({ seen }) => seen?.articles ?? []),
      macros: pages.flatMap(({ seen }) => seen?.macros ?? []),
    },
    articles: pages.flatMap(({ articles }) => articles),
    macros: pages.flatMap(({ macros }) => macros),
    problems: pages.flatMap(({ problems }) => problems),
  };
}

const article = (id: number, part: object = {}) => ({
  id,
  title: `Article ${id}`,
  body: `<p>Body ${id}</p>`,
  section_id: 5,
  label_names: ['battery'],
  draft: false,
  updated_at: `2026-10-${String(30 - id).padStart(2, '0')}T00:00:00Z`,
  html_url: `https://help.acme.example/hc/articles/${id}`,
  locale: 'en-us',
  ...part,
});
const macro = (id: number, actions: object[], part: object = {}) => ({
  id,
  title: `A::M${id}`,
  active: true,
  actions,
  ...part,
});
const articles = '/api/v2/help_center/articles.json';
const macros = '/api/v2/macros/active.json';

const zendeskRoutes: Record<string, Route> = {
  [articles]: {
    articles: [article(1), article(2, { draft: true })],
    sections: [{ id: 5, name: 'Batteries', category_id: 50 }],
    categories: [{ id: 50, name: 'Parts' }],
    translations: [
      { source_id: 1, locale: 'en-us', title: 'Article 1', body: '<p>Body 1</p>', updated_at: '2026-10-29T00:00:00Z' },
      {
        source_id: 1,
        locale: 'ar',
        title: 'مقالة',
        body: '<p>نص</p>',
        draft: false,
        updated_at: '2026-10-05T00:00:00Z',
      },
      { source_id: 1, locale: 'de', title: 'Artikel', body: '<p>Text</p>', draft: true },
      { source_id: 2, locale: 'ar', title: 'مسودة', body: '<p>نص</p>', draft: false },
    ],
    meta: { has_more: true },
    links: { next: `https://brand.acme.example${articles}?page[after]=x` },
  },
  [`${articles}?page[after]=x`]: {
    articles: [article(3, { user_segment_id: 7 }), article(4, { user_segment_id: 8, body: null })],
    meta: { has_more: false },
    links: { next: `${articles}?page[after]=y` },
  },
  '/api/v2/help_center/user_segments.json': {
    user_segments: [
      { id: 7, user_type: 'staff' },
      { id: 8, user_type: 'signed_in_users' },
    ],
  },
  [macros]: {
    macros: [
      macro(1, [{ field: 'comment_value', value: ['channel:all', 'Hi {{ticket.requester.name}}'] }]),
      macro(2, [
        { field: 'comment_value_html', value: '<p>Note</p>' },
        { field: 'comment_mode_is_public', value: 'false' },
        { field: 'current_tags', value: 'refund battery' },
        { field: 'group_id', value: '77' },
        { field: 'priority', value: ['channel:all', 'high'] },
        { field: 'custom_fields_360', value: 'x' },
        { field: '__proto__', value: 'x' },
      ]),
      macro(3, [{ field: 'status', value: 'solved' }]),
    ],
    next_page: `${location.origin}${macros}?page=2`,
    count: 4,
  },
  '/api/v2/groups.json': { groups: [{ id: 77, name: 'Billing' }] },
  [`${macros}?page=2`]: {
    macros: [
      macro(4, [
        { field: 'comment_value', value: ['channel:chat', 'chat'] },
        { field: 'comment_value', value: ['channel:web', 'web'] },
      ]),
    ],
    next_page: null,
  },
};

describe('Zendesk knowledge', () => {
  it('comes from the Help Center, then from macros, over both paginations', async () => {
    const { client } = serve(zendeskRoutes);
    const read = await readAll(createZendeskApi(client));
    expect(read.articles).toMatchObject([
      {
        id: '1',
        html: '<p>Body 1</p>',
        section: 'Parts › Batteries',
        labels: ['battery'],
        isDraft: false,
        isInternal: false,
      },
      { id: '1-ar', title: 'مقالة', html: '<p>نص</p>', locale: 'ar', labels: ['battery'], isDraft: false },
      { id: '1-de', isDraft: true },
      { id: '2', isDraft: true },
      { id: '2-ar', isDraft: true },
      { id: '3', isInternal: true },
      { id: '4', isInternal: false, html: '' },
    ]);
    expect(read.macros).toEqual([
      {
        id: '1',
        title: 'A::M1',
        category: 'A',
        text: 'Hi {{ticket.requester.name}}',
        isNote: false,
        isActive: true,
        tags: [],
      },
      {
        id: '2',
        title: 'A::M2',
        category: 'A',
        html: '<p>Note</p>',
        actions: [
          { field: 'add-tags', value: 'refund battery' },
          { field: 'group', value: '77', label: 'Billing' },
        ],
        isNote: true,
        isActive: true,
        tags: ['refund', 'battery'],
      },
      {
        id: '3',
        title: 'A::M3',
        category: 'A',
        actions: [{ field: 'status', value: 'solved' }],
        isNote: false,
        isActive: true,
        tags: [],
      },
      { id: '4', title: 'A::M4', category: 'A', text: 'web', isNote: false, isActive: true, tags: [] },
    ]);
    expect(read.problems).toEqual([]);
  });

  it('resumes at any page', async () => {
    const whole = await readAll(createZendeskApi(serve(zendeskRoutes).client));
    expect(whole.pages).toHaveLength(4);
    for (const [index, { cursor }] of whole.pages.slice(0, -1).entries()) {
      const next = await createZendeskApi(serve(zendeskRoutes).client).readKnowledge(cursor, { signal });
      expect(next).toEqual({ ok: true, value: whole.pages[index + 1] });
    }
  });

  it('only names what did not change, to the end, and no drafts', async () => {
    const read = await readAll(createZendeskApi(serve(zendeskRoutes).client), '2026-10-28T12:00:00Z');
    expect(read.articles.map(({ id }) => id)).toEqual(['1', '1-ar', '1-de']);
    expect(read.seen).toEqual({ articles: ['3', '4'], macros: [] });
  });

  it('goes on without the names of groups', async () => {
    const routes = { ...zendeskRoutes, '/api/v2/groups.json': new Response('', { status: 403 }) };
    const read = await readAll(createZendeskApi(serve(routes).client));
    expect(read.macros[1]?.actions?.[1]).toEqual({ field: 'group', value: '77' });
  });

  it.each([
    ['no Help Center', 404],
    ['no right to read it', 403],
  ])('goes on with macros when there is %s', async (_name, status) => {
    const read = await readAll(
      createZendeskApi(serve({ ...zendeskRoutes, [articles]: new Response('', { status }) }).client),
    );
    expect(read.problems).toHaveLength(1);
    expect(read.articles).toEqual([]);
    expect(read.pages.flatMap(({ partial }) => partial ?? [])).toEqual(['article']);
    expect(read.macros).toHaveLength(4);
  });

  it('counts a restricted article as internal when the audience cannot be told', async () => {
    const routes = { ...zendeskRoutes, '/api/v2/help_center/user_segments.json': new Response('', { status: 403 }) };
    const read = await readAll(createZendeskApi(serve(routes).client));
    expect(read.articles.filter(({ isInternal }) => isInternal).map(({ id }) => id)).toEqual(['3', '4']);
  });

  it('passes a wait on', async () => {
    const limited = new Response('', { status: 429, headers: { 'Retry-After': '7' } });
    const page = await createZendeskApi(serve({ [articles]: limited }).client).readKnowledge(null, { signal });
    expect(page).toMatchObject({ ok: false, error: { kind: 'rate-limited', retryAfterMs: 7000 } });
  });

  it.each([
    '',
    '{}',
    '[]',
    'null',
    '{"kind":"articles","path":"https://evil.example/"}',
    '{"kind":"x","path":"/api/v2/a"}',
  ])('refuses the cursor %s', async (cursor) => {
    const { client, asked } = serve(zendeskRoutes);
    const page = await createZendeskApi(client).readKnowledge(cursor, { signal });
    expect(page).toMatchObject({ ok: false, error: { kind: 'bad-cursor' } });
    expect(asked).toEqual([]);
  });

  it('previews a macro with its placeholders filled', async () => {
    const comment = { body: 'Hi Ana', html_body: '<p>Hi Ana</p>', public: true };
    const { client } = serve({ '/api/v2/tickets/12/macros/1/apply.json': { result: { ticket: { comment } } } });
    const preview = await createZendeskApi(client).previewMacro?.('12', '1', { signal });
    expect(preview).toEqual({ ok: true, value: { text: 'Hi Ana', html: '<p>Hi Ana</p>' } });
  });
});

describe('Zendesk history', () => {
  const event = (id: string, author: string, part: object) => ({
    id,
    type: 'Comment',
    reference: `zen:ticket_event:${id}`,
    created_at: `2026-11-02T09:0${id}:00Z`,
    author: { type: author, display_name: `${author} ${id}` },
    content: { type: 'html', body: `<p>Text ${id}</p><blockquote>old</blockquote>` },
    ...part,
  });
  const log = '/api/v2/tickets/12/conversation_log';

  it('is read to the end, oldest first, without quotes', async () => {
    const { client } = serve({
      [log]: {
        events: [
          event('3', 'agent', { metadata: { public: true } }),
          event('2', 'end_user', { metadata: { public: true } }),
        ],
        meta: { has_more: true },
        links: { next: `${log}?page[after]=x` },
      },
      [`${log}?page[after]=x`]: {
        events: [
          event('1', 'user', { type: 'Messaging::ConversationMessage', content: { type: 'text', text: 'Text 1' } }),
          event('4', 'agent', { metadata: { public: false } }),
          event('5', 'bot', { type: 'Messaging::ConversationMessage' }),
          event('6', 'user', { content: null, attachments: [{ file_name: 'frame.jpg' }], metadata: { public: true } }),
          event('7', 'user', { content: { type: 'text' }, metadata: { public: true } }),
        ],
        meta: { has_more: false },
      },
    });
    const history = await createZendeskApi(client).readHistory('12', { signal });
    expect(history.ok && history.value.map(({ id, role, text }) => `${id} ${role} ${text}`)).toEqual([
      '1 customer Text 1',
      '2 customer Text 2',
      '3 agent Text 3',
      '4 note Text 4',
      '5 bot Text 5',
      '6 customer frame.jpg',
    ]);
    expect(history.ok && history.value[0]).toMatchObject({ at: '2026-11-02T09:01:00.000Z', authorName: 'user 1' });
  });

  it('asks the comments which of them are public, and takes the rest for notes', async () => {
    const { client } = serve({
      [log]: { events: [event('1', 'agent', {}), event('2', 'agent', {}), event('3', 'agent', {})] },
      '/api/v2/tickets/12/comments.json': {
        comments: [
          { id: 1, public: true, created_at: '2026-11-02T09:01:00Z' },
          { id: 99, public: true, created_at: '2026-11-02T09:02:00Z' },
        ],
      },
    });
    const history = await createZendeskApi(client).readHistory('12', { signal });
    expect(history.ok && history.value.map(({ role }) => role)).toEqual(['agent', 'agent', 'note']);
  });
});

const freshArticle = (id: number, part: object = {}) => ({
  id,
  title: `Article ${id}`,
  description: `<p>Body ${id}</p>`,
  status: 2,
  tags: ['battery'],
  updated_at: '2026-10-01T00:00:00Z',
  ...part,
});
const solutions = '/api/v2/solutions';
const canned = '/api/v2/canned_response_folders';
const freshdeskRoutes: Record<string, Route> = {
  [`${solutions}/categories`]: [
    { id: 1, name: 'Help' },
    { id: 2, name: 'Inside' },
  ],
  [`${solutions}/categories/1/folders`]: [{ id: 10, name: 'Battery', visibility: 1 }],
  [`${solutions}/categories/2/folders`]: [{ id: 20, name: 'Staff', visibility: 3 }],
  [`${solutions}/folders/10/articles`]: Array.from({ length: 25 }, (_item, index) => freshArticle(1000 + index)),
  [`${solutions}/folders/10/articles?per_page=25&page=2`]: [freshArticle(1, { status: 1 })],
  [`${solutions}/folders/20/articles`]: [freshArticle(2, { updated_at: '2026-11-01T00:00:00Z' })],
  [canned]: [{ id: 30, name: 'Replies' }],
  [`${canned}/30/responses`]: [
    { id: 31, title: 'Hello', content: 'Hi', content_html: '<p>Hi</p>' },
    { id: 32, title: 'Empty', content: '' },
  ],
};

describe('Freshdesk knowledge', () => {
  it('is walked from categories to articles, then the canned responses', async () => {
    const read = await readAll(createFreshdeskApi(serve(freshdeskRoutes).client));
    expect(read.articles).toHaveLength(27);
    expect(read.articles.find(({ id }) => id === '1')).toMatchObject({
      isDraft: true,
      isInternal: false,
      section: 'Help › Battery',
    });
    expect(read.articles.find(({ id }) => id === '2')).toMatchObject({ isDraft: false, isInternal: true });
    expect(read.macros).toEqual([
      {
        id: '31',
        title: 'Replies::Hello',
        category: 'Replies',
        html: '<p>Hi</p>',
        text: 'Hi',
        isNote: false,
        isActive: true,
        tags: [],
      },
    ]);
    expect(read.problems).toEqual([]);
  });

  it('resumes at any page', async () => {
    const whole = await readAll(createFreshdeskApi(serve(freshdeskRoutes).client));
    expect(whole.pages).toHaveLength(8);
    for (const [index, { cursor }] of whole.pages.slice(0, -1).entries()) {
      const next = await createFreshdeskApi(serve(freshdeskRoutes).client).readKnowledge(cursor, { signal });
      expect(next).toEqual({ ok: true, value: whole.pages[index + 1] });
    }
  });

  it('only names what did not change, and no drafts', async () => {
    const read = await readAll(createFreshdeskApi(serve(freshdeskRoutes).client), '2026-10-15T00:00:00Z');
    expect(read.articles.map(({ id }) => id)).toEqual(['2']);
    expect(read.seen.articles).toHaveLength(25);
    expect(read.seen.articles).not.toContain('1');
    expect(read.macros.map(({ id }) => id)).toEqual(['31']);
  });

  it('goes on without a part that is not allowed, and names it', async () => {
    const routes = { ...freshdeskRoutes, [canned]: new Response('', { status: 403 }) };
    const read = await readAll(createFreshdeskApi(serve(routes).client));
    expect(read.articles).toHaveLength(27);
    expect(read.problems).toEqual([expect.stringContaining('canned-folders')]);
    expect(read.pages.flatMap(({ partial }) => partial ?? [])).toEqual(['macro']);
  });

  it('stops when signed out', async () => {
    const routes = { [`${solutions}/categories`]: new Response('', { status: 401 }) };
    const page = await createFreshdeskApi(serve(routes).client).readKnowledge(null, { signal });
    expect(page).toMatchObject({ ok: false, error: { kind: 'signed-out' } });
  });

  it.each(['', '[]', '{}', '[{"kind":"x"}]', '[{"kind":"articles","id":"../x","page":1}]'])(
    'refuses the cursor %s',
    async (cursor) => {
      const page = await createFreshdeskApi(serve(freshdeskRoutes).client).readKnowledge(cursor, { signal });
      expect(page).toMatchObject({ ok: false, error: { kind: 'bad-cursor' } });
    },
  );
});

describe('Freshdesk history', () => {
  it('starts with the request and takes direction from the API’s fields', async () => {
    const say = (id: number, part: object) => ({
      id,
      body: `<div>Text ${id}<div class="freshdesk_quote">old</div></div>`,
      incoming: false,
      private: false,
      user_id: 5,
      created_at: `2026-11-02T09:0${id}:00Z`,
      ...part,
    });
    const { client } = serve({
      '/api/v2/tickets/12?include=requester': {
        description: '<p>Hello</p>',
        created_at: '2026-11-02T09:00:00Z',
        requester_id: 9,
        requester: { name: 'Ana' },
        source: 1,
      },
      '/api/v2/tickets/12/conversations': [
        say(1, { incoming: true, user_id: 9, source: 0 }),
        say(2, { source: 0 }),
        say(3, { private: true, source: 2 }),
        say(4, { auto_response: true }),
        say(5, { deleted: true }),
      ],
    });
    const history = await createFreshdeskApi(client).readHistory('12', { signal });
    expect(history.ok && history.value.map(({ id, role, text }) => `${id} ${role} ${text}`)).toEqual([
      'description customer Hello',
      '1 customer Text 1',
      '2 agent Text 2',
      '3 note Text 3',
      '4 system Text 4',
    ]);
    expect(history.ok && history.value.slice(0, 3).map(({ authorName }) => authorName)).toEqual([
      'Ana',
      'Ana',
      undefined,
    ]);
  });
});
