import { describe, expect, it } from 'vitest';
import type { Engine } from '@/lib/core/engine';
import type { HelpdeskApi, KnowledgePage } from '@/lib/core/helpdesk';
import type { ImportJob } from '@/lib/core/knowledge';
import { fail, ok, type Result } from '@/lib/core/result';
import { createImporter } from './importer';

const origin = 'https://a.zendesk.com';
const page = (cursor: string | null): Result<KnowledgePage> =>
  ok({ articles: [], macros: [], cursor, total: 3, problems: [] });

const fresh: ImportJob = {
  source: origin,
  status: 'running',
  startedAt: '',
  done: 0,
  total: null,
  cursor: null,
  articles: 0,
  macros: 0,
  problems: [],
};

/** An engine that keeps the job of one import, and an API that answers what it is given, page by page. */
function createParts(answers: ((signal: AbortSignal) => Promise<Result<KnowledgePage>>)[], left?: ImportJob) {
  let job: ImportJob = { ...fresh };
  const cursors: (string | null)[] = [];
  const change = async (part: Partial<ImportJob>) => {
    job = { ...job, ...part };
    return ok(job);
  };
  const engine = {
    state: async () => ok({ knowledge: { sources: left ? [{ source: origin, job: left }] : [] } }),
    beginImport: () => change({ status: 'running' }),
    storeBatch: ({ batch }: Parameters<Engine['storeBatch']>[0]) =>
      change({ done: job.done + 1, cursor: batch.cursor }),
    endImport: ({ status, message }: Parameters<Engine['endImport']>[0]) =>
      change({ status, ...(message ? { message } : {}) }),
  } as unknown as Engine;
  const api: HelpdeskApi = {
    readKnowledge: (cursor, { signal }) => {
      cursors.push(cursor);
      return answers.shift()?.(signal) ?? Promise.resolve(fail('http', 'too many requests'));
    },
    readHistory: async () => ok([]),
  };
  return { importer: createImporter({ engine, api, origin }), cursors };
}

describe('createImporter', () => {
  it('reads page after page to the end', async () => {
    const { importer, cursors } = createParts([async () => page('b'), async () => page('c'), async () => page(null)]);
    importer.start();
    await expect.poll(() => importer.get()).toMatchObject({ phase: 'done', done: 3 });
    expect(cursors).toEqual([null, 'b', 'c']);
  });

  it('waits as long as the helpdesk asks, also on the first page, and asks for the same page again', async () => {
    const { importer, cursors } = createParts([
      async () => fail('rate-limited', 'slow down', 5),
      async () => page('b'),
      async () => fail('rate-limited', 'slow down', 5),
      async () => page(null),
    ]);
    importer.start();
    await expect.poll(() => importer.get()).toMatchObject({ phase: 'done', done: 2 });
    expect(cursors).toEqual([null, null, 'b', 'b']);
  });

  it('says why it failed', async () => {
    const { importer } = createParts([async () => fail('forbidden', 'Your role may not read articles.')]);
    importer.start();
    await expect
      .poll(() => importer.get())
      .toMatchObject({ phase: 'failed', message: 'Your role may not read articles.' });
  });

  it('is put off when the helpdesk asks for a long wait', async () => {
    const { importer } = createParts([async () => fail('rate-limited', 'come back later', 3_600_000)]);
    importer.start();
    await expect.poll(() => importer.get().phase).toBe('paused');
    expect(importer.get().retryAt).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it('stops when cancelled and goes on from there', async () => {
    const { importer, cursors } = createParts([
      async () => page('b'),
      (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail('aborted', '')))),
      async () => page(null),
    ]);
    importer.start();
    await expect.poll(() => cursors.length).toBe(2);
    importer.cancel();
    await expect.poll(() => importer.get().phase).toBe('paused');
    importer.start();
    await expect.poll(() => importer.get().phase).toBe('done');
    expect(cursors).toEqual([null, 'b', 'b']);
  });

  it.each([
    ['left in the middle by the last page', { status: 'running' as const, done: 2 }, { phase: 'paused', done: 2 }],
    ['put off by the helpdesk', { status: 'paused' as const, message: 'no' }, { phase: 'paused', message: 'no' }],
    ['cancelled by the agent', { status: 'cancelled' as const, done: 2 }, { phase: 'idle', done: 0 }],
    ['done long ago', { status: 'done' as const, done: 9 }, { phase: 'idle', done: 0 }],
  ])('finds an import that was %s', async (_name, job, shown) => {
    const { importer } = createParts([], { ...fresh, ...job });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(importer.get()).toMatchObject(shown);
  });

  it('names what could not be read', async () => {
    const { importer } = createParts([], { ...fresh, status: 'paused', problems: ['Articles: not allowed.'] });
    await expect.poll(() => importer.get().problems).toEqual(['Articles: not allowed.']);
  });
});
