/** Where Freshdesk's agent interface lives. Custom domains cannot be told from the address and are left out. */
export const freshdeskMatches = ['https://*.freshdesk.com/*'];
