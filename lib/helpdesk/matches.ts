/** Hosts the extension may run on: the agent interfaces of the helpdesks in the registry, nothing else. */
export const helpdeskMatches = ['https://*.zendesk.com/*', 'https://*.freshdesk.com/*'];
