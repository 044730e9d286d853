import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../core/ticket';
import { toTurns } from '../../core/ticket';
import { createApiClient } from '../api-client';
import type { RecordedAnswer } from '../exactness/fixture';
import { serveRecorded } from '../exactness/recorded-api';
import { isRoleGuessed } from '../role-guess';
import { createZendeskApi } from './api';

const signal = new AbortController().signal;
const log = '/api/v2/tickets/12/conversation_log';
const comments = '/api/v2/tickets/12/comments.json';
const apply = '/api/v2/tickets/12/macros/3/apply.json';

type Event = Record<string, unknown>;
const event = (id: number, part: Event = {}): Event => ({
  id: `e${id}`,
  type: 'Comment',
  reference: `zen:ticket_event:${id}`,
  created_at: `2026-11-02T09:0${id}:00Z`,
  author: { type: 'agent', display_name: `Agent ${id}` },
  content: { type: 'html', body: `<p>Text ${id}</p>` },
  metadata: { public: true },
  ...part,
});
const comment = (id: number, part: Event = {}): Event => ({
  id,
  public: true,
  author_id: 7,
  html_body: `<p>Text ${id}</p>`,
  created_at: `2026-11-02T09:0${id}:00Z`,
  ...part,
});

function apiOf(answers: Record<string, RecordedAnswer>) {
  const { client, asked } = serveRecorded(answers);
  return { api: createZendeskApi(client), asked };
}

async function read(answers: Record<string, RecordedAnswer>): Promise<Message[]> {
  const history = await apiOf(answers).api.readHistory('12', { signal });
  if (!history.ok) throw new Error(history.error.kind);
  return history.value;
}

const told = (messages: readonly Message[]) => messages.map(({ role, authorName, text }) => [role, authorName, text]);

describe('the conversation log', () => {
  it('takes names and roles that it does not say from the comments’ people, then from the people themselves', async () => {
    const author = (id: number) => ({ 'zen:support:user_id': id });
    const messages = await read({
      [log]: {
        json: {
          events: [
            event(1, { author: author(7) }),
            event(2, { author: author(8), type: 'Messaging::ConversationMessage', metadata: {} }),
            event(3, { author: author(9), type: 'Messaging::ConversationMessage', metadata: {} }),
          ],
        },
      },
      [comments]: { json: { comments: [comment(1)], users: [{ id: 7, name: 'Kim', role: 'agent' }] } },
      '/api/v2/users/8.json': { json: { user: { id: 8, name: 'Ana', role: 'end-user' } } },
    });
    expect(told(messages)).toEqual([
      ['agent', 'Kim', 'Text 1'],
      ['customer', 'Ana', 'Text 2'],
      ['system', undefined, 'Text 3'],
    ]);
    expect(messages.map(isRoleGuessed)).toEqual([false, false, true]);
  });

  it('asks for no more than eight people, and for nobody twice', async () => {
    const stranger = (index: number) =>
      event(1, {
        id: `s${index}`,
        type: 'Messaging::ConversationMessage',
        author: { 'zen:support:user_id': index % 30 },
      });
    const { api, asked } = apiOf({
      [log]: { json: { events: Array.from({ length: 60 }, (_item, index) => stranger(index)) } },
    });
    await api.readHistory('12', { signal });
    const people = asked.filter(({ path }) => path.startsWith('/api/v2/users/')).map(({ path }) => path);
    expect(people).toHaveLength(8);
    expect(new Set(people).size).toBe(8);
  });

  it('counts what nobody says is public as a note that the page may correct', async () => {
    const messages = await read({
      [log]: { json: { events: [event(1, { metadata: null }), event(2, { type: 'SomethingNew', metadata: null })] } },
      [comments]: { status: 403, json: {} },
    });
    expect(messages.map((message) => [message.role, isRoleGuessed(message)])).toEqual([
      ['note', true],
      ['note', true],
    ]);
  });

  it('takes both comments of one second for private when one of them is', async () => {
    const at = '2026-11-02T09:01:00Z';
    const untold = { metadata: {}, reference: undefined, created_at: at };
    const messages = await read({
      [log]: { json: { events: [event(1, untold), event(2, untold)] } },
      [comments]: {
        json: { comments: [comment(1, { public: false, created_at: at }), comment(2, { created_at: at })] },
      },
    });
    expect(messages.map(({ role }) => role)).toEqual(['note', 'note']);
  });

  it('never lets a private comment count as anything but a note, whatever the rest of the answers say', async () => {
    const authorType = fc.constantFrom(
      'user',
      'end_user',
      'end-user',
      'customer',
      'agent',
      'admin',
      'bot',
      'system',
      null,
    );
    const anyEvent = fc.record({
      author: authorType,
      isPrivate: fc.boolean(),
      says: fc.constantFrom('log', 'comments', 'both'),
      second: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { minLength: 1, maxLength: 8 }), fc.boolean(), async (all, isLogThere) => {
        const at = (second: number) => `2026-11-02T09:00:0${second}Z`;
        const words = (index: number) => `words of number ${index} only`;
        const events = all.map(({ author, isPrivate, says, second }, index) =>
          event(1, {
            id: index,
            reference: `zen:ticket_event:${index}`,
            created_at: at(second),
            author: { type: author },
            content: { type: 'text', text: words(index) },
            metadata: says === 'comments' ? {} : { public: !isPrivate },
          }),
        );
        const listed = all.map(({ isPrivate, second }, index) =>
          comment(index, { public: !isPrivate, created_at: at(second), html_body: words(index), author_id: index }),
        );
        const messages = await read({
          [log]: isLogThere ? { json: { events } } : { status: 404 },
          [comments]: { json: { comments: listed, users: [] } },
        });
        expect(messages).toHaveLength(all.length);
        const secrets = all.flatMap(({ isPrivate }, index) => (isPrivate ? [words(index)] : []));
        const said = toTurns(messages).map(({ text }) => text);
        expect(secrets.filter((secret) => said.some((text) => text.includes(secret)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an API that fails', () => {
  const whole: RecordedAnswer = { json: { comments: [comment(1)], users: [{ id: 7, name: 'Ana', role: 'end-user' }] } };
  const limited: RecordedAnswer = { status: 429, headers: { 'Retry-After': '9' }, text: 'wait' };

  it.each<[string, RecordedAnswer, RecordedAnswer, string]>([
    ['no log', { status: 404 }, whole, 'customer'],
    ['a log that is not allowed', { status: 403 }, whole, 'customer'],
    ['a log that breaks', { status: 500, text: 'oops' }, whole, 'customer'],
    ['half a log', { text: '{"events":[{"id":1' }, whole, 'customer'],
    ['a log of another shape', { json: { events: 'none' } }, whole, 'customer'],
    ['neither', { status: 404 }, { status: 404 }, 'not-found'],
    ['no log and half the comments', { status: 403 }, { text: '{"comments":[' }, 'forbidden'],
    ['no log and a limit', { status: 404 }, limited, 'rate-limited'],
    ['a limit', limited, whole, 'rate-limited'],
    ['a session that ended', { status: 401 }, whole, 'signed-out'],
  ])('with %s', async (_name, logAnswer, commentsAnswer, outcome) => {
    const { api, asked } = apiOf({ [log]: logAnswer, [comments]: commentsAnswer });
    const history = await api.readHistory('12', { signal });
    expect(history.ok ? history.value.map(({ role }) => role).join() : history.error.kind).toBe(outcome);
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
    // Signed out or told to wait, nothing else may be asked.
    if (['rate-limited', 'signed-out'].includes(outcome) && logAnswer !== undefined && logAnswer.status !== 404)
      expect(asked).toHaveLength(1);
  });

  it('with a page of the log that does not come is not taken for a whole log', async () => {
    const first: RecordedAnswer = {
      json: { events: [event(2)], meta: { has_more: true }, links: { next: `${log}?page[after]=x` } },
    };
    const history = await apiOf({ [log]: first, [`${log}?page[after]=x`]: { status: 500 } }).api.readHistory('12', {
      signal,
    });
    expect(history).toMatchObject({ ok: false, error: { kind: 'server-error' } });
  });

  it('with no answer at all tries the comments once and says so', async () => {
    const asked: string[] = [];
    const hang: typeof fetch = (address, init) => {
      asked.push(new URL(String(address)).pathname);
      return new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
      );
    };
    const api = createZendeskApi(createApiClient({ fetch: hang, timeoutMs: 20 }));
    expect(await api.readHistory('12', { signal })).toMatchObject({ ok: false, error: { kind: 'timeout' } });
    expect(asked).toEqual([log, comments]);
  });
});

describe('the preview of a macro', () => {
  it.each<[string, unknown, unknown]>([
    ['a reply', { ticket: { comment: { body: 'Hi Ana', public: true } } }, { ok: true, value: { text: 'Hi Ana' } }],
    [
      'a scoped reply',
      {
        comment: {
          scoped_body: [
            ['channel:chat', 'c'],
            ['channel:all', 'all'],
          ],
        },
      },
      { ok: true, value: { text: 'all' } },
    ],
    [
      'a private note',
      { ticket: { comment: { body: 'secret', public: false } } },
      { ok: false, error: { kind: 'note' } },
    ],
    ['fields only', { ticket: {} }, { ok: false, error: { kind: 'empty' } }],
  ])('of %s', async (_name, result, outcome) => {
    const { api, asked } = apiOf({ [apply]: { json: { result } } });
    expect(await api.previewMacro?.('12', '3', { signal })).toMatchObject(outcome as object);
    await api.previewMacro?.('12', '3', { signal });
    expect(asked).toEqual([{ method: 'GET', path: apply }]);
  });
});
