import { readFile } from 'node:fs/promises';

/** One row of the README's list: a path of a helpdesk's API with `{id}` for any number, and the query it may carry. */
export type AllowedRequest = { host: string; path: string; parameters: string[] };

/** Rows look like this: "- `GET *.zendesk.com/api/v2/users/{id}.json` whose name is missing". */
const row = /^- `GET \*\.([\w.]+)(\/[^?`]+)(?:\?([^`]+))?`/;

/** The requests that the README says Deskside makes of a helpdesk. Throws where the list is gone. */
export async function readAllowedRequests(file = 'README.md'): Promise<AllowedRequest[]> {
  const rows = (await readFile(file, 'utf8')).split('\n').flatMap((line): AllowedRequest[] => {
    const [, host, path, query] = row.exec(line) ?? [];
    return host && path ? [{ host, path, parameters: query?.split('&') ?? [] }] : [];
  });
  if (rows.length < 5) throw new Error(`${file} lists ${rows.length} requests: the list is gone or written otherwise.`);
  return rows;
}

function isPath(pattern: string, path: string): boolean {
  const source = pattern.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll('{id}', '[^/]+');
  return new RegExp(`^${source}$`).test(path);
}

/** The row that allows this request; undefined where none does. */
export function findAllowed(rows: readonly AllowedRequest[], address: string): AllowedRequest | undefined {
  const { hostname, pathname, searchParams, protocol } = new URL(address);
  if (protocol !== 'https:') return undefined;
  return rows.find(
    ({ host, path, parameters }) =>
      hostname.endsWith(`.${host}`) &&
      isPath(path, pathname) &&
      [...searchParams.keys()].every((name) => parameters.includes(name)),
  );
}
