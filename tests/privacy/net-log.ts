import { readFile } from 'node:fs/promises';

/** What Chromium's own log (`--log-net-log`) tells of a run. */
export type NetLog = {
  /** Requests of pages, workers and extensions, with the origin that made them. */
  requests: { url: string; initiator: string }[];
  /** Requests that the browser made on its own account. */
  ownRequests: string[];
  /** Names that were looked up, with every socket of WebRTC and every pre-connection among them. */
  lookUps: string[];
};

type Event = { type: number; params?: Record<string, unknown> };
type File = { constants: { logEventTypes: Record<string, number> }; events: Event[] };

/** A look-up's host: newer browsers write `https://host:443`, older ones `host:443`. */
function hostOf(value: string): string {
  return URL.canParse(value) && value.includes('//') ? new URL(value).hostname : value.replace(/:\d+$/, '');
}

/** Chromium closes the list of events with the file; a browser that was killed leaves it open. */
function parse(text: string): File {
  try {
    return JSON.parse(text) as File;
  } catch {
    return JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`) as File;
  }
}

/** Reads the log of a browser that is closed. Throws where the log has no look-ups or requests to tell of. */
export async function readNetLog(file: string): Promise<NetLog> {
  const { constants, events } = parse(await readFile(file, 'utf8'));
  const names = Object.entries(constants.logEventTypes);
  const typesOf = (pattern: RegExp) => new Set(names.filter(([name]) => pattern.test(name)).map(([, type]) => type));
  const lookUpTypes = typesOf(/^HOST_RESOLVER/);
  const requestTypes = typesOf(/^URL_REQUEST_START_JOB$/);
  if (lookUpTypes.size === 0 || requestTypes.size === 0) throw new Error('This browser writes another kind of log.');
  const log: NetLog = { requests: [], ownRequests: [], lookUps: [] };
  for (const { type, params = {} } of events) {
    const { url, initiator, host } = params;
    if (lookUpTypes.has(type) && typeof host === 'string') log.lookUps.push(hostOf(host));
    if (!requestTypes.has(type) || typeof url !== 'string' || !/^(?:https?|wss?):/.test(url)) continue;
    if (typeof initiator === 'string' && initiator !== 'not an origin') log.requests.push({ url, initiator });
    else log.ownRequests.push(url);
  }
  return { ...log, lookUps: [...new Set(log.lookUps)] };
}
