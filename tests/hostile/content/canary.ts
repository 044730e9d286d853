import { canaryHost } from './payload.ts';

/** What payloads did since the last look: ids of those that ran, addresses that were asked for, violations of the policy. */
export type Sightings = { ran: number[]; asked: string[]; blocked: string[] };

/** Lets payloads be seen in this page: `canary`, the dialogs that people use to prove a hole, requests and reports. */
export function watchCanary(): () => Promise<Sightings> {
  let ran: number[] = [];
  let asked: string[] = [];
  let blocked: string[] = [];
  const noted = (id: unknown) => void ran.push(Number(id) || 0);
  Object.assign(window, { canary: noted, alert: noted, confirm: noted, prompt: noted, open: noted });
  // What a page asks for is told by a policy that forbids it: loads that fail leave no entry (Chromium 156, 2026-11).
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  const own = "'self' data: blob:";
  policy.content = `img-src ${own}; font-src ${own}; frame-src ${own}; object-src ${own}; style-src ${own} 'unsafe-inline'; manifest-src ${own}; form-action 'self'`;
  document.head.append(policy);
  document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
    if (blockedURI.includes(canaryHost)) asked.push(blockedURI);
    else blocked.push(`${violatedDirective} ${blockedURI}`);
  });
  return async () => {
    // Handlers of failed loads run in a later task.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    const seen = { ran, asked, blocked };
    ran = [];
    asked = [];
    blocked = [];
    return seen;
  };
}

/** Nothing happened. */
export const nothing: Sightings = { ran: [], asked: [], blocked: [] };

const runsOrLoads =
  'script,style,link,meta,base,iframe,frame,frameset,object,embed,applet,form,input,textarea,select,img,image,svg,math,video,audio,source,track,picture,template,noscript,portal,fencedframe,dialog';
const safeProtocols = ['http:', 'https:', 'mailto:', 'tel:'];
const plainAttributes = new Set(['href', 'dir']);

/** What of the elements under `root` could run, load, send or style; empty for what {@link plainAttributes} and text allow. */
export function listActive(root: ParentNode): string[] {
  const found = [...root.querySelectorAll(runsOrLoads)].map(({ tagName }) => tagName.toLowerCase());
  for (const element of root.querySelectorAll('*')) {
    for (const { name } of element.attributes) if (!plainAttributes.has(name)) found.push(`${element.tagName} ${name}`);
    found.push(...listLinks(element));
  }
  return found;
}

/** The address of a link as the browser reads it, where it is none of the web, of mail or of a telephone. */
export function listLinks(element: Element): string[] {
  if (!(element instanceof HTMLAnchorElement || element instanceof HTMLAreaElement)) return [];
  if (!element.hasAttribute('href')) return [];
  return safeProtocols.includes(element.protocol) ? [] : [`link ${element.protocol}`];
}

/** What under `root`, a place of our own interface, none of our components makes: of tags, attributes and links. */
export function listForeign(root: ParentNode): string[] {
  const foreign = [...root.querySelectorAll('script,iframe,img,object,embed,form,meta,base')].map(
    ({ tagName }) => tagName,
  );
  for (const element of root.querySelectorAll('*')) {
    for (const { name } of element.attributes) if (/^on/i.test(name)) foreign.push(`${element.tagName} ${name}`);
    foreign.push(...listLinks(element));
  }
  return foreign;
}
