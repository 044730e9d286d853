/** Name of the error that a file with other bytes than its card says is refused with; it survives the way out of a worker. */
export const damagedFile = 'ModelFileDamaged';

/** A fetch that refuses changed files. `failure`: the first refusal, since the runtime swallows it; `passed`: files found unchanged. */
export type Verifier = {
  fetch: typeof fetch;
  failure(): Error | undefined;
  passed: ReadonlySet<string>;
  tookMs(): number;
};

const toHex = (bytes: ArrayBuffer) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0'));

/**
 * Reads files under `folder` (ending in a slash) and lets through only those whose SHA-256 is the one in `hashes`, by
 * path in the folder; what is not named there passes. The bytes given out are the very bytes that were hashed.
 */
export function createVerifier(
  folder: string,
  hashes: Readonly<Record<string, string>>,
  read: typeof fetch = (...request) => fetch(...request),
): Verifier {
  let failure: Error | undefined;
  let tookMs = 0;
  const passed = new Set<string>();
  return {
    passed,
    failure: () => failure,
    tookMs: () => tookMs,
    async fetch(input, init) {
      const response = await read(input, init);
      const address = String(input);
      const file = address.startsWith(folder) ? address.slice(folder.length) : '';
      const expected = hashes[file];
      if (!expected || !response.ok) return response;
      const bytes = await response.arrayBuffer();
      const start = performance.now();
      const found = toHex(await crypto.subtle.digest('SHA-256', bytes)).join('');
      tookMs += performance.now() - start;
      if (found === expected) {
        passed.add(file);
        return new Response(bytes, { status: 200, headers: response.headers });
      }
      failure ??= Object.assign(new Error(`Model file damaged: ${file}`), { name: damagedFile });
      throw failure;
    },
  };
}
