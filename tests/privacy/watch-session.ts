import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchDesks } from '../support/browser.ts';
import { type AllowedRequest, findAllowed, readAllowedRequests } from './allowed-requests.ts';
import { readNetLog } from './net-log.ts';
import { proxyArgs, startProxy } from './proxy.ts';
import { type DeskRequest, openWatched, playSession, type SessionLength } from './session.ts';

/** Features of Chromium that ask its makers for something by themselves. */
const silentArgs = [
  '--disable-domain-reliability',
  '--disable-default-apps',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--no-pings',
  '--metrics-recording-only',
  '--safebrowsing-disable-auto-update',
];

/** What a session asked of the network; {@link faultsOf} says what of it may not be. */
export type SessionRecord = {
  steps: string[];
  hosts: string[];
  /** By the desk's pages and by Deskside. */
  requests: { page: number; deskside: number };
  /** How many answers of API calls the desks count themselves, and how many calls were seen to go out. */
  apiCalls: { answered: number; seen: number };
  /** Rows of the README's list that were met, and how often. */
  met: Record<string, number>;
  notMet: string[];
  /** Requests of pages, workers or the extension to any host but the desks. */
  foreign: string[];
  /** Hosts that were looked up besides this computer and those of the browser's own requests. */
  lookUps: string[];
  /** What Chromium asked for on its own account; told apart by having no initiator. */
  browserOwn: string[];
  /** Of Deskside's own requests, those that are no GET or that no row allows. */
  notGet: string[];
  notListed: string[];
  /** Replies that a desk was sent, by anybody. */
  sent: number;
};

/** What of a record speaks against the claim that nothing leaves the browser; empty where all is well. */
export function faultsOf(record: SessionRecord): string[] {
  const { foreign, lookUps, notGet, notListed, apiCalls, sent, requests } = record;
  return [
    ...foreign.map((url) => `asked another host: ${url}`),
    ...lookUps.map((host) => `looked up: ${host}`),
    ...notGet.map((request) => `not a GET: ${request}`),
    ...notListed.map((url) => `not in the README: ${url}`),
    ...(apiCalls.answered === apiCalls.seen ? [] : [`${apiCalls.answered} calls answered, ${apiCalls.seen} seen`]),
    ...(sent === 0 ? [] : [`${sent} replies sent`]),
    // Without a subject nothing is proved.
    ...(requests.deskside > 5 ? [] : [`only ${requests.deskside} requests of Deskside's own`]),
  ];
}

const nameOf = ({ host, path: where }: AllowedRequest) => `*.${host}${where}`;
const isHere = (host: string) => host === '127.0.0.1' || host === 'localhost' || host === '[::1]';

function sort(requests: readonly DeskRequest[], rows: readonly AllowedRequest[]) {
  const own = requests.filter(({ isDeskside }) => isDeskside);
  const met: Record<string, number> = {};
  const notListed: string[] = [];
  for (const { url } of own) {
    const row = findAllowed(rows, url);
    if (row) met[nameOf(row)] = (met[nameOf(row)] ?? 0) + 1;
    else notListed.push(url);
  }
  return {
    requests: { page: requests.length - own.length, deskside: own.length },
    met,
    notMet: rows.map(nameOf).filter((name) => !met[name]),
    notListed,
    notGet: own.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${url}`),
  };
}

/** Plays a session in the shipped build behind a proxy that refuses every host but the desks, and says what was asked. */
export async function watchSession(length: SessionLength): Promise<SessionRecord> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-privacy-'));
  const netLog = path.join(folder, 'net-log.json');
  const proxy = await startProxy();
  const rows = await readAllowedRequests();
  try {
    const browser = await launchDesks({ args: [...proxyArgs(proxy), ...silentArgs, `--log-net-log=${netLog}`] });
    const { state, hosts, port } = browser.desks;
    const watched = openWatched(browser.context);
    let steps: string[];
    try {
      for (const origin of [hosts.zendesk, hosts.freshdesk]) proxy.allow(new URL(origin).hostname, port);
      steps = await playSession(browser, watched.open, length);
    } finally {
      await browser.close();
    }
    const log = await readNetLog(netLog);
    const desks = new Set([hosts.zendesk, hosts.freshdesk].map((origin) => new URL(origin).hostname));
    const isForeign = (url: string) => !desks.has(new URL(url).hostname);
    const own = new Set(log.ownRequests.filter(isForeign).map((url) => new URL(url).hostname));
    const asked = new Set(log.requests.map(({ url }) => new URL(url).hostname));
    const refused = proxy.asked.filter(({ isLetThrough }) => !isLetThrough);
    const unexplained = refused.filter(({ host }) => !own.has(host) || asked.has(host)).map(({ address }) => address);
    const isApi = (url: string) => new URL(url).pathname.startsWith('/api/');
    return {
      steps,
      hosts: [...new Set(proxy.asked.filter(({ isLetThrough }) => isLetThrough).map(({ host }) => host))],
      ...sort(watched.requests, rows),
      apiCalls: {
        answered: state.log.filter(({ host, path: where }) => isApi(`https://${host}${where}`)).length,
        seen: watched.requests.filter(({ url }) => isApi(url)).length,
      },
      foreign: [...log.requests.map(({ url }) => url).filter(isForeign), ...unexplained],
      lookUps: log.lookUps.filter((host) => !isHere(host) && !own.has(host)),
      browserOwn: [...own],
      sent: state.sent.length,
    };
  } finally {
    await proxy.close();
    await rm(folder, { recursive: true, force: true });
  }
}
