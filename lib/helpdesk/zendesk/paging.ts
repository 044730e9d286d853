import type * as v from 'valibot';
import { ok, type Result } from '../../core/result';
import { type ApiClient, apiPath } from '../api-client';
import type { Paging } from './api-schema';

/** Pages of one list read at most; 100 items each, and a ticket holds 5000 comments. */
const maxPages = 50;

/** The path of the page after this one, in either pagination; undefined after the last. */
export function nextPath(page: Paging, origin: string): string | undefined {
  if (page.meta?.has_more === false) return undefined;
  return apiPath(page.links?.next ?? page.next_page, origin);
}

/** Reads a paged list to its end, at most {@link maxPages} pages; a page that fails fails the list. */
export async function readPages<S extends v.GenericSchema<unknown, Paging>>(
  client: ApiClient,
  start: { path: string; schema: S },
  options: { signal: AbortSignal },
): Promise<Result<v.InferOutput<S>[]>> {
  const pages: v.InferOutput<S>[] = [];
  let path: string | undefined = start.path;
  while (path !== undefined && pages.length < maxPages) {
    const answer: Result<{ value: v.InferOutput<S> }> = await client.get(path, start.schema, options);
    if (!answer.ok) return answer;
    pages.push(answer.value.value);
    const following = nextPath(answer.value.value, location.origin);
    path = following === path ? undefined : following;
  }
  return ok(pages);
}
